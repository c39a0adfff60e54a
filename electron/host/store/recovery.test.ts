/** What the network is rebuilt from when files are damaged or gone, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { contact, folder, journal, network, refusal, reopen, texts } from './faults.testing';
import { bench, contentOf, dataFolder } from './store.testing';

describe('what a network is rebuilt from', () => {
  it('is the next backup where the newest is damaged, and nothing is lost as long as the history leads on', async () => {
    const { disk, content } = await folder();
    const b = bench(disk, {}, 500);
    const store = await b.open();
    await store.backup('newest');
    await b.edit(store, 'contact.add', contact('dan'));
    const [newest, older] = (await store.backups()).map(({ name }) => `${dataFolder}/backups/${name}`);
    expect(older).toBeDefined();
    disk.flip(newest!, 8 * 90);
    disk.put(network, 'garbage');
    const again = await reopen(disk);
    expect(contentOf(again.network)).toBe(contentOf(store.network));
    expect(contentOf(again.network)).not.toBe(content);
    expect(again.notices.join()).toMatch(/rebuilt from a backup and the journals\. Nothing is missing/);
  });

  it('is the backup as far as lines follow it, and says until when, where the history has a gap', async () => {
    const { disk } = await folder();
    for (const path of disk.paths(`${dataFolder}/history`)) disk.remove(path);
    disk.put(network, 'garbage');
    const store = await reopen(disk);
    expect([...store.network.all('contacts')].map(({ id }) => id)).toEqual(['ana']);
    expect(store.notices.join(' ')).toMatch(
      /rebuilt from a backup and the journals\. Later edits are missing\. The last edit that is there is of 2026-05-04T/,
    );
    expect(store.notices.join(' ')).toMatch(/what came before line 3 is missing/);
  });

  it('is the backup with the journals where network.json and journal are gone, and says until when', async () => {
    const { disk } = await folder();
    disk.remove(network);
    disk.remove(journal);
    const store = await reopen(disk);
    expect([...store.network.all('contacts')].map(({ id }) => id)).toEqual(['ana', 'ben']);
    expect(store.notices.join(' ')).toMatch(
      /network.json was not there\. .*rebuilt from a backup\. The last edit that is there is of/,
    );
    expect(store.notices.join(' ')).toMatch(/journal.ndjson was not there/);
  });

  it('is the journals alone where they begin with the first line', async () => {
    const { disk, content } = await folder();
    for (const path of disk.paths(`${dataFolder}/backups`)) disk.remove(path);
    disk.put(network, 'garbage');
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(content);
    expect(store.notices.join(' ')).toMatch(/rebuilt from the journals\. Nothing is missing/);
  });

  it('skips a rotated journal that does not hold, and what it held is missed', async () => {
    const { disk } = await folder();
    const [, second] = disk.paths(`${dataFolder}/history`).sort();
    disk.put(second!, 'garbage');
    disk.put(network, 'garbage');
    const store = await reopen(disk);
    expect([...store.network.all('contacts')].map(({ id }) => id)).toEqual(['ana']);
    expect(store.notices.join(' ')).toMatch(/Later edits are missing/);
  });

  it('is refused where a backup cannot be read, since nothing is known of it then', async () => {
    const { disk } = await folder();
    disk.put(network, 'garbage');
    const before = new Map(disk.paths().map((each) => [each, disk.text(each)]));
    disk.before = (operation, path) => {
      if (operation === 'readFile' && path.includes('backups'))
        throw Object.assign(new Error('no'), { code: 'EIO' });
    };
    const error = await refusal(reopen(disk));
    expect(error.message).toMatch(/A backup could not be .*the disk reports a fault/);
    disk.before = () => undefined;
    expect(new Map(disk.paths().map((each) => [each, disk.text(each)]))).toEqual(before);
  });

  it('passes over files that only look like backups', async () => {
    const { disk, content } = await folder();
    const store = await reopen(disk);
    const count = (await store.backups()).length;
    disk.put(`${dataFolder}/backups/notes.txt`, 'mine');
    disk.putFolder(`${dataFolder}/backups/2026-05-04T09-00-00-000Z.000000000009.mine.json`);
    expect(await store.backups()).toHaveLength(count);
    disk.put(network, 'garbage');
    const again = await reopen(disk);
    expect(contentOf(again.network)).toBe(content);
    expect(disk.text(`${dataFolder}/backups/notes.txt`)).toBe('mine');
  });
});

describe('the journal as a folder', () => {
  it('is kept aside, and the network is that of the snapshot', async () => {
    const { disk, snapshotContent } = await folder();
    disk.remove(journal);
    disk.putFolder(journal);
    disk.put(`${journal}/mine`, 'precious');
    const store = await reopen(disk);
    expect(contentOf(store.network)).toBe(snapshotContent);
    expect(store.notices.join()).toMatch(/journal.ndjson is damaged: it is a folder/);
    expect(texts(disk)).toContain('precious');
    expect((await reopen(disk)).notices).toEqual([]);
  });
});

describe('looking an old edit up', () => {
  it('is tried again where the history is rewritten meanwhile', async () => {
    const { disk } = await folder();
    const store = await reopen(disk);
    let refused = 0;
    disk.before = (operation, path) => {
      if (operation === 'readFile' && path.includes('history') && refused++ < 2)
        throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    };
    expect((await store.entry(1))?.name).toBe('contact.add');
    expect(refused).toBeGreaterThan(2);
  });

  it.each(['ENOENT', 'EIO'])('says so where the history cannot be read: %s', async (code) => {
    const { disk } = await folder();
    const store = await reopen(disk);
    disk.before = (operation, path) => {
      if (operation === 'readFile' && path.includes('history'))
        throw Object.assign(new Error('no'), { code });
    };
    expect((await refusal(store.entry(1))).message).toMatch(/^The history could not be /);
    expect((await refusal(store.entriesOfBatch('b'))).code).toBe('disk');
  });
});

describe('a list of backups that cannot be read', () => {
  it('is refused with a sentence', async () => {
    const { disk } = await folder();
    const store = await reopen(disk);
    disk.before = (operation, path) => {
      if (operation === 'readdir' && path.endsWith('backups'))
        throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    expect((await refusal(store.backups())).message).toMatch(
      /^The list of backups could not be opened: you have no permission/,
    );
  });
});
