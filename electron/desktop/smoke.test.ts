/** The built app in a real Electron, where a runtime is found: it starts, shows its page and closes in order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const program = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const name =
  process.platform === 'darwin' || process.platform === 'win32' ? program[process.platform] : 'electron';
const runtime = [process.env['ELECTRON_OVERRIDE_DIST_PATH'], 'node_modules/electron/dist']
  .filter((folder) => folder !== undefined && folder !== '')
  .map((folder) => join(folder ?? '', name))
  .find((path) => existsSync(path));
const built = existsSync('out/main/main.js') && existsSync('out/renderer/index.html');

describe('the app in a real Electron', () => {
  it.skipIf(runtime === undefined || !built)(
    'starts, opens its data folder and closes when it is told to',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kithmap-smoke-'));
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const flags = [
        ...sandbox,
        `--user-data-dir=${join(folder, 'user')}`,
        '.',
        '--data',
        join(folder, 'data'),
      ];
      const child = spawn(runtime ?? '', flags, { stdio: ['ignore', 'pipe', 'pipe'] });
      let complaint = '';
      child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
      try {
        await expect
          .poll(() => existsSync(join(folder, 'data')) && readdirSync(join(folder, 'data')), {
            timeout: 20_000,
          })
          .toContain('journal.ndjson');
        child.kill('SIGTERM');
        const [code] = (await once(child, 'exit')) as [number | null];
        expect({ code, complaint }).toMatchObject({ code: 0 });
      } finally {
        child.kill('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
