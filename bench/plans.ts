/** A plan among many people, of whom one in six is where it leads to. */
import { Network } from '../shared/model/network';
import { WarmGraph } from '../shared/paths/warm-graph';
import { answerPlan } from '../shared/plans/answer-plan';
import { atOnce } from '../shared/steps';
import { benchToday, makeNetwork } from './make-network';
import type { Figure } from './report';
import { slices } from './timing';

export function measurePlans(people: number): Figure[] {
  const network = new Network();
  for (const piece of makeNetwork(people).pieces) network.apply(piece);
  const aim = { industries: [], places: ['Kyoto'], organisations: [], tags: [], steps: [] };
  network.load('plans', 'plan', {
    id: 'plan',
    title: 'Somebody to Kyoto',
    person: 'p1',
    madeOn: benchToday,
    most: 10,
    ...aim,
  });
  const graph = atOnce(WarmGraph.build(network, benchToday));
  const speaking = { network, today: benchToday, locale: 'en-GB' };
  const first = slices(answerPlan({ speaking, graph, plan: 'plan' }));
  const again = slices(answerPlan({ speaking, graph, plan: 'plan' }));
  const rows = [
    ['10 introductions proposed for a plan', again.total, 'ms'],
    ['the same, for the first time', first.total, 'ms'],
    ['longest step of it', again.longest, 'ms'],
  ] as const;
  return rows.map(([what, value, unit]) => ({ what, people, value, unit }));
}
