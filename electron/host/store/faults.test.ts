/** What goes wrong with disks and files, one thing at a time: a clear sentence, and nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contact, folder, journal, network, refusal, reopen, texts } from './faults.testing';
import { SimulatedDisk } from './simulated-disk.testing';
import { bench, contentOf, dataFolder } from './store.testing';

describe('a full disk', () => {
  it('refuses the edit with a sentence, changes nothing, and takes it when there is space', async () => {
    for (let free = 0; free < 900; free += 31) {
      const { disk, content } = await folder();
      const b = bench(disk, {}, 500);
      const store = await b.open();
      disk.free = free;
      const edit = b.edit(store, 'contact.add', contact('dan', 'x'.repeat(900)));
      const error = await refusal(edit);
      expect(error.code).toBe('disk');
      expect(error.message).toMatch(/disk is full.*Free some space/);
      expect(contentOf(store.network)).toBe(content);
      expect(store.saved().trouble).toBe(error.message);
      disk.free = Infinity;
      await b.edit(store, 'contact.add', contact('eve'));
      expect(store.saved().trouble).toBeUndefined();
      const again = await reopen(disk);
      expect(contentOf(again.network)).toBe(contentOf(store.network));
      expect(again.notices).toEqual([]);
    }
  });

  it('stops a batch, a snapshot and a backup wherever it fills up, and nothing is lost', async () => {
    for (let free = 0; free < 9_000; free += 450) {
      const { disk, content } = await folder();
      const b = bench(disk, {}, 500);
      const store = await b.open();
      disk.free = free;
      let written = content;
      try {
        await store.batch('w', 'import', 'b1', async (write) => {
          for (const id of ['d', 'e']) await write('x', b.patches(store, 'contact.add', contact(id)));
        });
        written = contentOf(store.network);
      } catch (error) {
        expect(error).toMatchObject({ code: 'disk' });
      }
      expect(contentOf(store.network)).toBe(written);
      await store.snapshot().catch((error: unknown) => expect(error).toMatchObject({ code: 'disk' }));
      await store.backup('by hand').catch((error: unknown) => expect(error).toMatchObject({ code: 'disk' }));
      const again = await reopen(disk);
      expect(contentOf(again.network)).toBe(written);
      disk.free = Infinity;
      await b.edit(store, 'contact.add', contact('later')).catch((error: unknown) => {
        // The folder was opened a second time above, which may have begun a new journal.
        expect(error).toMatchObject({ code: 'busy' });
      });
    }
  });

  it('that fills up on opening still shows the network', async () => {
    const { disk, content } = await folder();
    disk.flip(network, 8 * 90);
    disk.free = 10;
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content);
    expect(store.readOnly).toMatch(/disk is full/);
    disk.free = Infinity;
    expect(contentOf((await reopen(disk)).network)).toBe(content);
  });
});

describe('a disk that can only be read', () => {
  it('shows the network and refuses edits with the reason', async () => {
    const { disk, content } = await folder();
    disk.readOnly = true;
    const b = bench(disk, {}, 500);
    const store = await b.open();
    expect(contentOf(store.network)).toBe(content);
    expect(store.readOnly).toMatch(/can only be read.*look at your network/);
    for (const change of [
      b.edit(store, 'contact.add', contact('dan')),
      store.snapshot(),
      store.backup('x'),
      store.restore('x'),
      store.forget(['ana']),
      store.batch('w', 'x', 'b', () => Promise.resolve()),
    ]) {
      expect((await refusal(change)).code).toBe('read-only');
    }
    expect((await store.entry(3))?.seq).toBe(3);
    expect((await store.backups()).length).toBeGreaterThan(0);
    await store.close();
  });

  it('that becomes so while open refuses edits and loses nothing', async () => {
    const { disk, content } = await folder();
    const b = bench(disk, {}, 500);
    const store = await b.open();
    disk.readOnly = true;
    expect((await refusal(b.edit(store, 'contact.add', contact('dan')))).message).toMatch(/can only be read/);
    disk.readOnly = false;
    expect(contentOf(store.network)).toBe(content);
    await b.edit(store, 'contact.add', contact('eve'));
    expect((await reopen(disk)).network.has('contacts', 'eve')).toBe(true);
  });

  it('and has no data folder yet is refused', async () => {
    const disk = new SimulatedDisk();
    disk.readOnly = true;
    expect((await refusal(bench(disk).open())).message).toMatch(
      /data folder could not be written.*can only be read/,
    );
  });
});

describe('a data folder', () => {
  it('that is a file is refused with its path', async () => {
    const disk = new SimulatedDisk();
    disk.putFolder('/home');
    disk.putFolder('/home/ada');
    disk.put(dataFolder, 'hello');
    const error = await refusal(bench(disk).open());
    expect(error.message).toContain(`is a file (${dataFolder})`);
    expect(disk.text(dataFolder)).toBe('hello');
  });

  it('below a file is refused', async () => {
    const disk = new SimulatedDisk();
    disk.putFolder('/home');
    disk.put('/home/ada', 'hello');
    expect((await refusal(bench(disk).open())).message).toMatch(/a file where a folder should be/);
  });

  it.each([network, journal, dataFolder])(
    'in which %s cannot be read is refused, and nothing is renamed',
    async (path) => {
      const { disk } = await folder();
      const before = new Map(disk.paths().map((each) => [each, disk.text(each)]));
      disk.before = (_operation, touched) => {
        if (touched === path) throw Object.assign(new Error('no'), { code: 'EACCES' });
      };
      const error = await refusal(reopen(disk));
      expect(error.code).toBe('disk');
      expect(error.message).toMatch(/you have no permission/);
      disk.before = () => undefined;
      expect(new Map(disk.paths().map((each) => [each, disk.text(each)]))).toEqual(before);
    },
  );

  it('that others can look into is closed to them', async () => {
    const { disk } = await folder();
    for (const path of [dataFolder, network, journal]) await disk.chmod(path, 0o755);
    const store = await reopen(disk);
    expect((await disk.stat(dataFolder))?.mode).toBe(0o700);
    expect((await disk.stat(network))?.mode).toBe(0o600);
    await disk.chmod(network, 0o644);
    const health = await store.health();
    expect(health.checks.filter(({ ok }) => !ok).map(({ detail }) => detail)).toEqual([
      expect.stringContaining(`Others on this computer can open ${network}`),
    ]);
  });

  it('whose disk faults anywhere on opening is refused or shown, and not changed for the worse', async () => {
    for (let at = 0; at < 60; at++) {
      const { disk, content } = await folder();
      disk.flip(network, 8 * 90);
      let count = 0;
      disk.before = (_operation, path) => {
        if (count++ === at) throw Object.assign(new Error(path), { code: 'EIO' });
      };
      const store = await reopen(disk).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'disk' });
        return undefined;
      });
      if (store !== undefined) expect(contentOf(store.network)).toBe(content);
      disk.before = () => undefined;
      expect(contentOf((await reopen(disk)).network)).toBe(content);
    }
  });
});

describe('a bad network.json', () => {
  it.each([
    ['empty', ''],
    ['garbage', 'not json at all\n'],
    ['another file', '{"hello": "world"}'],
    ['cut off', undefined],
  ])('that is %s is kept aside, and the network rebuilt without loss', async (_what, text) => {
    const { disk, content } = await folder();
    const bad = text ?? disk.text(network).slice(0, 300);
    disk.put(network, bad);
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content);
    expect(store.notices.join(' ')).toMatch(
      /network.json is damaged: .*kept as .*network\.damaged-.*Nothing is missing/,
    );
    expect(texts(disk)).toContain(bad);
    expect((await store.backups()).map(({ reason }) => reason)).toContain('after mending');
    expect((await reopen(disk)).notices).toEqual([]);
  });

  it('that is a folder is kept aside', async () => {
    const { disk, content } = await folder();
    disk.remove(network);
    disk.putFolder(network);
    disk.put(`${network}/mine`, 'precious');
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content);
    expect(texts(disk)).toContain('precious');
  });

  it('that is gone is rebuilt', async () => {
    const { disk, content } = await folder();
    disk.remove(network);
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content);
    expect(disk.has(network)).toBe(true);
  });

  it('without backups or history is shown as far as it can be read, and kept', async () => {
    const { disk, content } = await folder();
    for (const path of disk.paths()) if (/history|backups/.test(path)) disk.remove(path);
    const bad = disk.text(network).replace('"ben"}', '"Ben"}');
    disk.put(network, bad);
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content.replace('"full":"ben"', '"full":"Ben"'));
    expect(store.notices.join(' ')).toMatch(/Look whether something is missing/);
    expect(texts(disk)).toContain(bad);
    expect((await reopen(disk)).notices).toEqual([]);
  });

  it('with nothing to rebuild from begins empty and says so', async () => {
    const { disk } = await folder();
    for (const path of disk.paths()) if (/history|backups/.test(path)) disk.remove(path);
    const lines = disk.text(journal);
    disk.put(network, 'gone');
    const store = await reopen(disk);
    expect(store.network.count('contacts')).toBe(0);
    expect(store.notices.join(' ')).toMatch(/begins empty/);
    expect(store.notices.join(' ')).toMatch(/journal.ndjson is damaged: what came before line 3 is missing/);
    expect(texts(disk)).toEqual(expect.arrayContaining(['gone', lines]));
  });
});

describe('a bad journal', () => {
  it('whose last line broke off loses that line, and says so', async () => {
    const { disk, snapshotContent } = await folder();
    const text = disk.text(journal);
    disk.put(journal, text.slice(0, text.trimEnd().lastIndexOf('\n') + 20));
    const store = await reopen(disk);
    expect(store.network.has('contacts', 'cyd')).toBe(true);
    expect(store.network.get('contacts', 'cyd')?.place).toBeUndefined();
    expect(contentOf(store.network)).not.toBe(snapshotContent);
    expect(store.notices).toEqual([expect.stringMatching(/last line of the journal broke off/)]);
    expect((await reopen(disk)).notices).toEqual([]);
  });

  it.each([
    ['lacks', (text: string) => text.slice(0, -1)],
    ['has another byte for', (text: string) => `${text.slice(0, -1)}\r`],
  ])('whose last line %s its line break loses nothing', async (_what, change) => {
    const { disk, content } = await folder();
    disk.put(journal, change(disk.text(journal)));
    const b = bench(disk, {}, 500);
    const store = await b.open();
    expect(contentOf(store.network)).toBe(content);
    await b.edit(store, 'contact.add', contact('dan'));
    const again = await reopen(disk);
    expect(contentOf(again.network)).toBe(contentOf(store.network));
    expect(again.notices).toEqual([]);
  });

  it('with an import that was not finished drops it, and says so', async () => {
    const { disk, content } = await folder();
    const b = bench(disk, {}, 500);
    const store = await b.open();
    await store.batch('w', 'x', 'b1', async (write) => {
      for (const id of ['d', 'e']) await write('x', b.patches(store, 'contact.add', contact(id)));
    });
    const lines = disk.text(journal).trimEnd().split('\n');
    disk.put(journal, `${lines.slice(0, -1).join('\n')}\n`);
    const again = await reopen(disk);
    expect(contentOf(again.network)).toBe(content);
    expect(again.notices.join()).toMatch(/An import broke off/);
    expect((await reopen(disk)).notices).toEqual([]);
  });

  it.each([
    ['garbage in it', (text: string) => text.replace('\n{"seq":4', '\ngarbage\n{"seq":4'), true],
    ['a changed line', (text: string) => text.replace('Chur', 'Bern'), true],
    ['a line twice', (text: string) => text.replace(/\n(\{"seq":3.*\n)/, '\n$1$1'), true],
    ['nothing in it', () => '', false],
    ['another beginning', (text: string) => `x${text}`, false],
  ])('with %s is kept aside, and what is before stays', async (_what, change, keeps) => {
    const { disk, snapshotContent } = await folder();
    const bad = change(disk.text(journal));
    disk.put(journal, bad);
    const b = bench(disk, {}, 500);
    const store = await b.open();
    expect(store.network.has('contacts', 'cyd')).toBe(keeps);
    expect(store.network.has('contacts', 'ben')).toBe(true);
    if (!keeps) expect(contentOf(store.network)).toBe(snapshotContent);
    expect(store.notices.join()).toMatch(/journal.ndjson is damaged: .*kept as .*journal\.damaged-/);
    expect(texts(disk)).toContain(bad);
    // Numbers of lines that were lost are not used again.
    expect((await b.edit(store, 'contact.add', contact('new'))).seq).toBeGreaterThan(keeps ? 4 : 2);
    const again = await reopen(disk);
    expect(contentOf(again.network)).toBe(contentOf(store.network));
    expect(again.notices).toEqual([]);
  });

  it('that is gone is said', async () => {
    const { disk, snapshotContent } = await folder();
    disk.remove(journal);
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(snapshotContent);
    expect(store.notices.join()).toMatch(/journal.ndjson was not there/);
  });

  it('that another program changes while it is open is left alone', async () => {
    const { disk } = await folder();
    const b = bench(disk, {}, 500);
    const store = await b.open();
    disk.put(journal, `${disk.text(journal)}foreign\n`);
    const error = await refusal(b.edit(store, 'contact.add', contact('dan')));
    expect(error.code).toBe('busy');
    expect(error.message).toMatch(/Another program has changed the journal/);
    expect(disk.text(journal)).toMatch(/foreign\n$/);
    disk.remove(journal);
    expect((await refusal(b.edit(store, 'contact.add', contact('dan')))).message).toMatch(/journal is gone/);
  });
});

describe('any one bit', () => {
  it('that flips in any file loses nothing that is not said, and no bad file goes', async () => {
    const { disk: whole, content } = await folder();
    const state = whole.state();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, bit) => {
        const disk = SimulatedDisk.after(state, () => 'kept');
        const path = disk.paths()[which % disk.paths().length]!;
        disk.flip(path, bit);
        const bad = disk.text(path);
        const store = await reopen(disk);
        if (contentOf(store.network) !== content) {
          expect(path).toBe(journal);
          expect(store.notices.join()).toMatch(/damaged|broke off/);
        }
        if (path === network || store.notices.join().includes('damaged')) expect(texts(disk)).toContain(bad);
        if (/history|backups/.test(path)) expect((await store.health()).ok).toBe(false);
        const again = await reopen(disk);
        expect(contentOf(again.network)).toBe(contentOf(store.network));
        expect(again.notices).toEqual([]);
      }),
      { numRuns: Number(process.env['FLIP_RUNS'] ?? 150) },
    );
  });
});

describe('a disk that takes a few bytes at a time', () => {
  it('gets all of them', async () => {
    const disk = new SimulatedDisk();
    disk.appetite = 7;
    const b = bench(disk);
    const store = await b.open();
    await b.edit(store, 'contact.add', contact('ana'));
    await store.backup('by hand');
    await b.edit(store, 'contact.add', contact('ben'));
    expect(contentOf((await reopen(disk)).network)).toBe(contentOf(store.network));
    expect(await store.health()).toMatchObject({ ok: true });
  });
});
