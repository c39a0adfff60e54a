/** What the commands of the terminal have of the world: two streams for words, one for bytes, and a host to ask. */
import type { Host } from '../../shared/contract';
import type { Chunks } from '../../shared/formats/record';

/** What a program that calls this one can tell apart. */
export const exits = { done: 0, findings: 1, refused: 2 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The answer, and nothing else. */
  out(text: string): void;
  /** A sentence about what happens, as a line. */
  say(sentence: string): void;
  /** How far it is, in place of what was said before; an empty text takes it away. Nothing where nobody watches. */
  progress(text: string): void;
  /** What is piped in. */
  input(): Chunks;
  /** Opens the network in a folder, or asks whoever has it open. */
  openHost(folder: string, environment: Terminal['environment']): Promise<Host>;
  /** The person wants it to stop. */
  readonly stop: AbortSignal;
}

/** The options that every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly at?: string;
  readonly json?: boolean;
}

/** `1 tie`, `2 ties`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The answer as JSON, for machines. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
