/** The terminal in tests: what it would print, over a host in memory that outlives each command. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostOf } from '../../shared/answerer';
import { memoryLine, type TestHost, testHost } from '../memory.testing';
import { runTerminal } from './program';
import type { Exit, Terminal } from './terminal';

export interface Ran {
  readonly exit: Exit;
  readonly out: string;
  readonly said: readonly string[];
  /** The answer of a command that was asked for JSON. */
  json(): Record<string, unknown> & Record<string, never>;
}

export class TestTerminal {
  readonly test: TestHost = testHost();
  /** A folder that is there and empty; also a place for files. */
  readonly folder = mkdtempSync(join(tmpdir(), 'kithmap-terminal-'));
  readonly stop = new AbortController();
  #client: string | undefined;
  piped = '';
  onProgress: (text: string) => void = () => undefined;
  environment: Record<string, string | undefined> = {};
  readonly opened: { folder: string; environment: Terminal['environment'] }[] = [];

  /** Runs a command of the network, as a window would. */
  async give(name: string, args: Record<string, unknown>): Promise<unknown> {
    const host = hostOf(memoryLine(this.test.local));
    this.#client ??= (await host.call('hello', {})).client;
    return host.call('edit', { client: this.#client, name, args });
  }

  async run(...args: string[]): Promise<Ran> {
    const said: string[] = [];
    let out = '';
    const piped = this.piped;
    const terminal: Terminal = {
      environment: this.environment,
      out: (text) => {
        out += text;
      },
      say: (sentence) => said.push(sentence),
      progress: (text) => this.onProgress(text),
      async *input() {
        await Promise.resolve();
        yield new TextEncoder().encode(piped);
      },
      openHost: (folder, environment) => {
        this.opened.push({ folder, environment });
        return Promise.resolve(hostOf(memoryLine(this.test.local)));
      },
      stop: this.stop.signal,
    };
    const exit = await runTerminal(
      [...args, ...(args.includes('--data') ? [] : ['--data', this.folder])],
      terminal,
      '1.2.3',
    );
    return { exit, out, said, json: () => JSON.parse(out) as ReturnType<Ran['json']> };
  }
}
