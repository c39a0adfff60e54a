/** The week's list, who is due and how goals stand among many, and what one logged talk costs them. */
import { WeekCounts } from '../shared/goals/week-counts';
import { Keeping } from '../shared/keeping/keeping';
import { Network } from '../shared/model/network';
import type { Patch } from '../shared/model/patch';
import { benchToday, makeNetwork } from './make-network';
import { type Figure, median } from './report';
import { timed } from './timing';

const runs = 5;
const edits = 30;
const page = { offset: 0, limit: 200 };

/** Half of the people have a cadence of their own; all have ten interactions. */
export function measureKeeping(people: number): Figure[] {
  const network = new Network();
  for (const piece of makeNetwork(people).pieces) {
    network.apply(piece.filter(({ table }) => table === 'contacts' || table === 'interactions'));
  }
  for (let i = 0; i < people; i += 2) {
    network.apply([{ table: 'contacts', id: `p${i}`, before: {}, after: { cadenceDays: 30 + (i % 300) } }]);
  }
  const settings = { id: 'settings', weekGoals: { contacts: 5, newOutside: 1, talks: 50 } };
  network.apply([{ table: 'settings', id: 'settings', before: null, after: settings }]);
  const weeks: number[] = [];
  const lists: number[] = [];
  const goals: number[] = [];
  for (let run = 0; run < runs; run++) {
    const keeping = new Keeping(network, 'en-GB');
    weeks.push(timed(() => keeping.week(benchToday)));
    const other = new Keeping(network, 'en-GB');
    lists.push(timed(() => other.due(benchToday, page)));
    goals.push(timed(() => new WeekCounts(network, 'en-GB').answer(benchToday)));
  }
  const live = new Keeping(network, 'en-GB');
  live.week(benchToday);
  live.due(benchToday, page);
  const counts = new WeekCounts(network, 'en-GB');
  counts.answer(benchToday);
  const computed = live.computed;
  const logged: number[] = [];
  const counted: number[] = [];
  for (let at = 0; at < edits; at++) {
    const patch: Patch = {
      table: 'interactions',
      id: `logged-${at}`,
      before: null,
      after: { id: `logged-${at}`, day: benchToday, channel: 'call', with: [`p${(at * 7) % people}`] },
    };
    network.apply([patch]);
    logged.push(
      timed(() => {
        live.changed([patch]);
        live.week(benchToday);
        live.due(benchToday, page);
      }),
    );
    counted.push(
      timed(() => {
        counts.changed([patch]);
        counts.answer(benchToday);
      }),
    );
  }
  const anew = timed(() => {
    const keeping = new Keeping(network, 'en-GB');
    keeping.week(benchToday);
    keeping.due(benchToday, page);
  });
  return [
    { what: 'week’s list, from nothing', people, value: median(weeks), unit: 'ms' },
    { what: 'who is due, from nothing', people, value: median(lists), unit: 'ms' },
    { what: 'both after one logged talk', people, value: median(logged), unit: 'ms' },
    { what: 'goals of twelve weeks, from nothing', people, value: median(goals), unit: 'ms' },
    { what: 'goals after one logged talk', people, value: median(counted), unit: 'ms' },
    {
      what: 'both after one logged talk',
      people,
      value: median(logged) / anew,
      unit: 'times',
      against: 'computing all anew',
    },
    {
      what: 'people computed for one logged talk, of all',
      people,
      value: (live.computed - computed) / edits / (2 * people),
      unit: 'share',
    },
  ];
}
