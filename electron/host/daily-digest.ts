/**
 * One notification a day, at the hour that the person chose, or as soon after it as the machine is awake. It asks
 * whoever holds the folder what to say, so that it does not matter which entry that is.
 */
import { z } from 'zod';
import { type Answerer, hostOf } from '../../shared/answerer';
import { KithmapError } from '../../shared/errors';
import { hourOf } from '../../shared/time';
import type { Clock } from './clock';
import type { SideFile } from './side-file';

export interface DigestOptions {
  readonly clock: Clock;
  /** Where it stays on which day there was one. */
  readonly file: SideFile;
  readonly notify: (text: string) => void;
  /** Told of faults of ours. */
  readonly onFault: (error: unknown) => void;
}

/** How often it is looked whether the hour has come: also right after sleep, or when the clock was set. */
const lookEvery = 30_000;

/**
 * @param every calls `work` again and again, and returns what ends it
 * @returns the same, which ends the looking when it is closed
 */
export function withDigest(
  answerer: Answerer,
  every: (ms: number, work: () => void) => () => void,
  options: DigestOptions,
): Answerer {
  const digest = new DailyDigest(answerer, options);
  const stop = every(lookEvery, () => void digest.look());
  return {
    answer: (method, args) => answerer.answer(method, args),
    subscribe: (listener) => answerer.subscribe(listener),
    close() {
      stop();
      return answerer.close();
    },
  };
}

export class DailyDigest {
  readonly #host: ReturnType<typeof hostOf>;
  readonly #options: DigestOptions;
  #looking = false;
  /** The last day on which there was one, or nothing to say. */
  #done: string | undefined;

  constructor(answerer: Answerer, options: DigestOptions) {
    this.#host = hostOf(answerer);
    this.#options = options;
  }

  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      await this.#look();
    } catch (error) {
      // A holder that has gone, a disk that fails: whoever needs it is told there, and the next look tries again.
      if (!(error instanceof KithmapError)) this.#options.onFault(error);
    } finally {
      this.#looking = false;
    }
  }

  async #look(): Promise<void> {
    const { clock, file, notify } = this.#options;
    const today = clock.today();
    if (this.#done === today) return;
    const { due, text } = await this.#host.call('digest', { hour: hourOf(clock.now(), clock.zone) });
    if (!due) return;
    this.#done = today;
    if (dayIn(await file.read()) === today) return;
    // First the day, then the word: better none than two.
    await file.write(`${JSON.stringify({ on: today })}\n`);
    if (text !== undefined) notify(text);
  }
}

const Kept = z.object({ on: z.string() });

function dayIn(text: string | undefined): string | undefined {
  try {
    return Kept.parse(JSON.parse(text ?? '')).on;
  } catch {
    return undefined;
  }
}
