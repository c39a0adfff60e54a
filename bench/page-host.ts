/** The loopback host as a process of its own, serving one folder on a fixed day. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { benchToday } from './make-network';

export interface RunningHost {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export async function startHost(folder: string): Promise<RunningHost> {
  const entry = fileURLToPath(new URL('../out/main/browser.js', import.meta.url));
  const child = spawn(process.execPath, [entry, '--data', folder, '--port', '0', '--no-open'], {
    env: { ...process.env, KITHMAP_TODAY: benchToday, TZ: 'Europe/Zurich' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Kithmap is at (\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error('The host ended before it served.')));
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
