import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { memoryLine, testHost, type TestHost } from '../memory.testing';
import { sideFile } from './side-file';

const folder = (): string => mkdtempSync(join(tmpdir(), 'kithmap-shown-'));

describe('who was on the lists', () => {
  it('is kept in a file of its owner alone, and read again', async () => {
    const place = folder();
    expect(await sideFile(place, 'lists.json').read()).toBeUndefined();
    await sideFile(place, 'lists.json').write('[]\n');
    expect(await sideFile(place, 'lists.json').read()).toBe('[]\n');
    expect(statSync(join(place, 'lists.json')).mode & 0o777).toBe(0o600);
  });

  it('is no trouble where the folder is gone', async () => {
    const place = folder();
    rmSync(place, { recursive: true });
    await sideFile(place, 'lists.json').write('[]');
    expect(await sideFile(place, 'lists.json').read()).toBeUndefined();
  });

  /** A host that starts on a day, with somebody who is long due. */
  async function start(
    place: string,
    day: string,
  ): Promise<{ test: TestHost; week: () => Promise<string[]> }> {
    const test = testHost({ shown: sideFile(place, 'lists.json') });
    test.setDay(day);
    const host = hostOf(memoryLine(test.local));
    const { client } = await host.call('hello', {});
    const edit = (name: string, args: Record<string, unknown>): Promise<unknown> =>
      host.call('edit', { client, name, args });
    await edit('contact.add', { id: 'ana', name: { full: 'Ana' }, cadenceDays: 30 });
    await edit('interaction.add', { with: ['ana'], channel: 'call', day: '2026-01-01' });
    return { test, week: async () => (await host.call('week', {})).contacts.map(({ id }) => id) };
  }

  it('lets a person rest in the third week, whoever asks and after whatever restart', async () => {
    const place = folder();
    const lists: string[][] = [];
    for (const day of ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25']) {
      lists.push(await (await start(place, day)).week());
    }
    expect(lists).toEqual([['ana'], ['ana'], [], ['ana']]);
  });

  it('counts as seen only the list of the week that it is', async () => {
    const place = folder();
    const { test } = await start(place, '2026-05-18');
    const host = hostOf(memoryLine(test.local));
    for (const day of ['2026-05-04', '2026-05-11', '2026-05-25']) await host.call('week', { day });
    expect((await host.call('week', {})).contacts).toHaveLength(1);
  });

  it('counts no glance at it as seen', async () => {
    const place = folder();
    for (const day of ['2026-05-04', '2026-05-11']) {
      const { test } = await start(place, day);
      const list = await hostOf(memoryLine(test.local)).call('week', { glance: true });
      expect(list.contacts).toHaveLength(1);
    }
    expect(await (await start(place, '2026-05-18')).week()).toEqual(['ana']);
  });

  it('begins anew where the file says nothing', async () => {
    const place = folder();
    writeFileSync(join(place, 'lists.json'), '{"not": "ours"}');
    expect(await (await start(place, '2026-05-04')).week()).toEqual(['ana']);
  });
});
