/** Warm paths, answered from a live state that follows every edit; made when somebody asks first. */
import type { EditEvent, Result } from '../../shared/contract';
import type { PathsQuestion } from '../../shared/paths/answers';
import { Paths } from '../../shared/paths/paths';
import type { WarmGraph } from '../../shared/paths/warm-graph';
import type { Steps } from '../../shared/steps';
import type { Day } from '../../shared/time';
import type { Clock } from './clock';
import { Live, type LiveOptions } from './live';

export interface WaysOptions extends LiveOptions {
  readonly clock: Clock;
}

export class WaysAnswers {
  readonly #options: WaysOptions;
  readonly #paths: Live<Paths>;

  constructor(options: WaysOptions) {
    this.#options = options;
    this.#paths = new Live(options, (network) => new Paths(network, options.clock.locale));
  }

  paths(question: PathsQuestion): Promise<Result<'paths'>> {
    const day = question.day ?? this.#options.clock.today();
    return this.#paths.over(day, (paths) => paths.answer(question, day));
  }

  /** Something else that is answered from who knows whom, as of a day. */
  over<T>(day: Day, work: (graph: WarmGraph) => Steps<T>): Promise<T> {
    return this.#paths.over(day, (paths) => paths.over(day, work));
  }

  renew(): void {
    this.#paths.renew();
  }

  heard(edit: EditEvent): void {
    this.#paths.heard(edit);
  }
}
