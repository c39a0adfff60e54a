import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realFiles } from './real-files';
import { bench, contentOf } from './store.testing';

let place: string;
/** Permissions mean nothing to root: there, the tests are run as a user without any. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'kithmap-files-'));
  if (!isRoot) return;
  await chown(place, nobody, nobody);
  process.seteuid?.(nobody);
});

afterEach(async () => {
  if (isRoot) process.seteuid?.(0);
  await chmod(place, 0o700);
  await rm(place, { recursive: true, force: true });
});

describe('the real disk', () => {
  it('keeps a network through every operation of the store, for its owner alone', async () => {
    const folder = join(place, 'deep', 'data');
    const b = bench(realFiles, { folder });
    const store = await b.open();
    await b.edit(store, 'contact.add', { id: 'ana', name: { full: 'Ana' } });
    const backup = await store.backup('by hand');
    await store.batch('w', 'x', 'b1', (write) =>
      write('x', b.patches(store, 'contact.add', { id: 'ben', name: { full: 'Ben' } })),
    );
    await store.restore(backup);
    await b.edit(store, 'contact.add', { id: 'cyd', name: { full: 'Cyd' } });
    await store.forget(['ana']);
    expect(await store.health()).toMatchObject({ ok: true });
    const content = contentOf(store.network);
    await store.close();
    const again = await bench(realFiles, { folder }, 500).open();
    expect(contentOf(again.network)).toBe(content);
    expect(again.notices).toEqual([]);
    await again.close();
    if (process.platform === 'win32') return;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o777]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('says what is where', async () => {
    await writeFile(join(place, 'file'), 'abc');
    expect(await realFiles.stat(join(place, 'file'))).toMatchObject({ kind: 'file', size: 3 });
    expect(await realFiles.stat(place)).toMatchObject({ kind: 'folder' });
    expect(await realFiles.stat('/dev/null')).toMatchObject({ kind: 'other' });
    expect(await realFiles.stat(join(place, 'nothing'))).toBeUndefined();
    await expect(realFiles.stat(join(place, 'file', 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(realFiles.open(join(place, 'file'), 'create')).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a folder that may not be read, with a sentence',
    async () => {
      const folder = join(place, 'data');
      await mkdir(folder);
      await chmod(folder, 0o000);
      await expect(bench(realFiles, { folder }).open()).rejects.toThrow(/you have no permission/);
      await chmod(folder, 0o700);
    },
  );

  it.skipIf(process.platform === 'win32')('shows a network that may not be written', async () => {
    const folder = join(place, 'data');
    const b = bench(realFiles, { folder });
    const store = await b.open();
    await b.edit(store, 'contact.add', { id: 'ana', name: { full: 'Ana' } });
    await store.close();
    await chmod(join(folder, 'journal.ndjson'), 0o400);
    const again = await bench(realFiles, { folder }, 500).open();
    expect(again.readOnly).toMatch(/no permission/);
    expect(again.network.has('contacts', 'ana')).toBe(true);
    await again.close();
  });
});
