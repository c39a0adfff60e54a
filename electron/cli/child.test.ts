/** The built program as other programs meet it: exit codes, pure output, and several at once on one folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const built = join(process.cwd(), 'out', 'main', 'cli.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [built, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, said }));
  });
}

const run = (...args: string[]): Promise<Ended> => ended(start(...args));

describe.skipIf(!existsSync(built))('the built terminal', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kithmap-child-'));
  const data = join(folder, 'data');

  it('ends with 0, 1 or 2, and answers on its output alone', async () => {
    const list = join(folder, 'edges.csv');
    writeFileSync(list, 'source,target\nAna,Ben\nBen,Cy\nCy,Cy\n');
    const first = await run('import', list, '--json', '--data', data);
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({ new: 3, ties: 2, skipped: [{ line: 4 }] });
    expect(await run('check', '--json', '--data', data)).toMatchObject({ code: 0, said: '' });
    const refused = await run('analyze', '--data', join(folder, 'none'));
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.said).not.toBe('');
  });

  it('lets several write at once, each of them whole', async () => {
    const lists = ['k', 'l', 'm'].map((name) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(
        path,
        `source,target\n${Array.from({ length: 50 }, (_, at) => `${name}${at},${name}${at + 1}`).join('\n')}\n`,
      );
      return path;
    });
    const all = await Promise.all(lists.map((path) => run('import', path, '--json', '--data', data)));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    const { out } = await run('analyze', '--json', '--data', data);
    expect(JSON.parse(out)).toMatchObject({ scope: { people: 3 + 3 * 51, ties: 2 + 3 * 50 } });
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start('export', '--format', 'json', '--data', data);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { said } = await ended(child);
    expect(said).toBe('');
  });
});
