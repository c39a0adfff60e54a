/** A real program on a real disk is killed again and again while it edits. KILL_RUNS sets how often. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { bundled } from './bundle.testing';
import { realFiles } from './real-files';
import { openStore, type Store } from './store';

const kills = Number(process.env['KILL_RUNS'] ?? 100);
const place = await mkdtemp(join(tmpdir(), 'kithmap-kill-'));
const program = bundled(new URL('./editing.testing.ts', import.meta.url));

afterAll(async () => {
  await rm(place, { recursive: true, force: true });
});

function open(folder: string): Promise<Store> {
  let next = 0;
  return openStore({
    folder,
    files: realFiles,
    clock: { now: () => new Date() },
    newId: () => `t${next++}`,
    appVersion: '0.1.0',
  });
}

/** Runs the program until it has said so many lines, kills it, and answers all that it said. */
async function lifeOf(folder: string, life: number, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [await program(), folder, String(life)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return said;
}

/** Kills the program `times` times over one folder and looks at what it said and what is there in the end. */
async function livesAndDeaths(folder: string, times: number): Promise<void> {
  const places = new Map<string, string | undefined>();
  const pairs: string[][] = [];
  for (let life = 0; life < times; life++) {
    const [opened = '', ...acknowledged] = await lifeOf(folder, life, 2 + ((life * 7) % 23));
    expect(opened).toMatch(/^opened .* ""$/);
    expect(opened).not.toMatch(/damaged|missing|not there/);
    for (const line of acknowledged) {
      const [sign, id = '', value] = line.split(' ');
      if (sign === '?') pairs.push([id, value ?? '']);
      else places.set(id, sign === '=' ? value : places.get(id));
    }
  }
  const store = await open(folder);
  for (const [id, value] of places) {
    const contact = store.network.get('contacts', id);
    expect(contact?.name.full, id).toBeDefined();
    if (value !== undefined) expect(contact?.place).toBe(value);
  }
  for (const [one = '', other = ''] of pairs) {
    expect(store.network.has('contacts', one)).toBe(store.network.has('contacts', other));
  }
  // Besides, at most what was under way at each death.
  expect(store.network.count('contacts')).toBeLessThanOrEqual(places.size + 2 * times);
  expect(await store.health()).toMatchObject({ ok: true });
  expect((await readdir(folder)).filter((name) => /damaged|tmp/.test(name))).toEqual([]);
  await store.close();
}

describe('a program that is killed while it edits', () => {
  it(`has lost nothing that it said was saved, ${kills} times over`, { timeout: 600_000 }, async () => {
    const half = Math.ceil(kills / 2);
    await Promise.all([
      livesAndDeaths(join(place, 'one'), half),
      livesAndDeaths(join(place, 'other'), kills - half),
    ]);
  });
});
