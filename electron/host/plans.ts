/** Plans, looked at beside other work, over who knows whom as of a day. */
import type { Result } from '../../shared/contract';
import { answerPlan } from '../../shared/plans/answer-plan';
import type { PlanQuestion } from '../../shared/plans/answers';
import type { Clock } from './clock';
import type { Store } from './store/store';
import type { WaysAnswers } from './ways';

export interface PlanOptions {
  readonly store: Pick<Store, 'network'>;
  readonly clock: Clock;
  readonly ways: WaysAnswers;
}

export class PlanAnswers {
  readonly #options: PlanOptions;

  constructor(options: PlanOptions) {
    this.#options = options;
  }

  answer({ plan, day }: PlanQuestion): Promise<Result<'plan'>> {
    const { store, clock, ways } = this.#options;
    const today = day ?? clock.today();
    return ways.over(today, (graph) =>
      answerPlan({ speaking: { network: store.network, today, locale: clock.locale }, graph, plan }),
    );
  }
}
