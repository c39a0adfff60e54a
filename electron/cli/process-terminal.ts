/** This process as a terminal: its streams, its signals, and the network in a folder of this machine. */
import { inspect } from 'node:util';
import type { Host } from '../../shared/contract';
import type { Terminal } from './terminal';

export type OpenHost = (
  folder: string,
  environment: Terminal['environment'],
  onFault: (error: unknown) => void,
) => Promise<Host>;

export function processTerminal(process: NodeJS.Process, openHost: OpenHost): Terminal {
  const { stdout, stderr, stdin, env } = process;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  // Whoever reads the answer may have seen enough (`| head`).
  stdout.on('error', (error: Error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit();
    throw error;
  });
  let shown = false;
  const progress = (text: string): void => {
    if (!stderr.isTTY || (text === '' && !shown)) return;
    stderr.write(`\r\u001b[K${text.slice(0, Math.max(20, stderr.columns - 1))}`);
    shown = text !== '';
  };
  return {
    environment: env,
    out: (text) => {
      stdout.write(text);
    },
    say: (sentence) => {
      progress('');
      stderr.write(`${sentence}\n`);
    },
    progress,
    async *input() {
      // Whoever pipes may have nothing to say for long; the person is heard at once.
      const end = (): unknown => stdin.destroy();
      stop.signal.addEventListener('abort', end);
      try {
        for await (const chunk of stdin) if (chunk instanceof Uint8Array) yield chunk;
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      } finally {
        stop.signal.removeEventListener('abort', end);
      }
    },
    // What is ours to mend reaches the person as a sentence; what it was stands here for whoever mends it.
    openHost: (folder, environment) =>
      openHost(folder, environment, (error) => {
        if (env['KITHMAP_DEBUG'] !== undefined) stderr.write(`${inspect(error)}\n`);
      }),
    stop: stop.signal,
  };
}
