/** Whom to bring together, answered over everybody beside other work, and kept until the next edit. */
import type { Result } from '../../shared/contract';
import type { Speaking } from '../../shared/keeping/names';
import type { SuggestionsQuestion } from '../../shared/suggestions/answers';
import { ShownPairs } from '../../shared/suggestions/shown-pairs';
import { looked, suggest } from '../../shared/suggestions/suggestions';
import type { Clock } from './clock';
import type { SideFile } from './side-file';
import type { Store } from './store/store';
import type { WaysAnswers } from './ways';
import type { Writing } from './writing';

export interface SuggestionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly writing: Writing;
  readonly ways: WaysAnswers;
  /** Where it stays which pairs were suggested; otherwise it is forgotten at the end. */
  readonly shown?: SideFile | undefined;
}

interface Kept {
  readonly network: Store['network'];
  readonly key: string;
  readonly answer: Result<'suggestions'>;
}

export class SuggestionAnswers {
  readonly #options: SuggestionOptions;
  #shown: Promise<ShownPairs> | undefined;
  #kept: Kept | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(options: SuggestionOptions) {
    this.#options = options;
  }

  async answer({ limit, day, glance }: SuggestionsQuestion): Promise<Result<'suggestions'>> {
    const { store, clock } = this.#options;
    const now = clock.today();
    const shown = await (this.#shown ??= this.#read());
    const answer = await this.#computed(shown, day ?? now, limit);
    // A look at another week is no look at its pairs.
    const isLooked = !glance && answer.from <= now && now <= answer.to;
    const { network } = store;
    if (isLooked && looked(network, shown, answer)) await this.#write(shown);
    return answer;
  }

  /** Nothing that is kept beside the network names these any more. */
  async forget(gone: ReadonlySet<string>): Promise<void> {
    const shown = await (this.#shown ??= this.#read());
    shown.forget(gone);
    this.#kept = undefined;
    await this.#write(shown);
  }

  /** What is noted as seen changes nothing about the pairs of its own week. */
  async #computed(shown: ShownPairs, today: string, limit: number): Promise<Result<'suggestions'>> {
    const { store, clock, writing, ways } = this.#options;
    const key = `${writing.seq} ${today} ${limit} ${shown.size}`;
    if (this.#kept?.key === key && this.#kept.network === store.network) return this.#kept.answer;
    const { network, answer, seq } = await ways.over(today, function* (graph) {
      const speaking: Speaking = { network: store.network, today, locale: clock.locale };
      const { seq } = writing;
      return {
        network: store.network,
        seq,
        answer: yield* suggest({ speaking, graph, shown, limit }),
      };
    });
    this.#kept = { network, key: `${seq} ${today} ${limit} ${shown.size}`, answer };
    return answer;
  }

  async #read(): Promise<ShownPairs> {
    return ShownPairs.from(await this.#options.shown?.read());
  }

  /** One after another, each with all that is known by then. */
  async #write(shown: ShownPairs): Promise<void> {
    const { store, shown: file } = this.#options;
    if (file === undefined || store.readOnly !== undefined) return;
    this.#written = this.#written.then(() => file.write(shown.toText()));
    await this.#written;
  }
}
