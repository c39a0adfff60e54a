/** Who may be there twice, looked for beside other work, and kept until the next edit. */
import type { Result } from '../../shared/contract';
import type { DuplicatesQuestion } from '../../shared/duplicates/answers';
import { answerDuplicates } from '../../shared/duplicates/duplicates';
import { findDuplicates, type Likely } from '../../shared/duplicates/find';
import type { Clock } from './clock';
import type { Store } from './store/store';
import type { Writing } from './writing';

export interface DuplicateOptions {
  readonly store: Pick<Store, 'network'>;
  readonly clock: Pick<Clock, 'today'>;
  readonly writing: Pick<Writing, 'seq' | 'beside'>;
}

interface Kept {
  readonly network: Store['network'];
  readonly seq: number;
  readonly least: number;
  readonly likely: readonly Likely[];
}

export class DuplicateAnswers {
  readonly #options: DuplicateOptions;
  #kept: Kept | undefined;

  constructor(options: DuplicateOptions) {
    this.#options = options;
  }

  async answer(question: DuplicatesQuestion): Promise<Result<'duplicates'>> {
    const { store, clock } = this.#options;
    const { likely } = await this.#found(question.least);
    return answerDuplicates(store.network, likely, { ...question, day: question.day ?? clock.today() });
  }

  async #found(least: number): Promise<Kept> {
    const { store, writing } = this.#options;
    const kept = this.#kept;
    const holds = kept?.network === store.network && kept.seq === writing.seq && kept.least <= least;
    if (holds) return kept;
    this.#kept = await writing.beside(function* () {
      const { network } = store;
      const { seq } = writing;
      return { network, seq, least, likely: yield* findDuplicates(network, least) };
    });
    return this.#kept;
  }
}
