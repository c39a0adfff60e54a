/** Small networks with a plan, written down in a few words. */
import type { JsonObject } from '../json';
import { WarmGraph } from '../paths/warm-graph';
import { atOnce } from '../steps';
import { Party } from '../suggestions/suggestions.testing';
import { answerPlan } from './answer-plan';
import type { PlanAnswer } from './answers';

export const today = '2026-05-04';

export class PlanParty extends Party {
  plan(fields: JsonObject): string {
    const nothing = { industries: [], places: [], organisations: [], tags: [], steps: [] };
    return this.put('plans', {
      id: 'plan',
      title: 'A plan',
      state: 'open',
      madeOn: today,
      ...nothing,
      ...fields,
    });
  }

  answer(): PlanAnswer {
    const graph = atOnce(WarmGraph.build(this.network, today));
    const speaking = { network: this.network, today, locale: 'en-GB' };
    return atOnce(answerPlan({ speaking, graph, plan: 'plan' }));
  }
}

/** “ana > ben”, or “mara > ben by cem”. */
export const proposed = ({ proposals }: PlanAnswer): string[] =>
  proposals.map(({ a, b, by }) => `${a.id ?? 'me'} > ${b.id}${by === null ? '' : ` by ${by.id}`}`);
