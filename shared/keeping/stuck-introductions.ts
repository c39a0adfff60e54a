/** Introductions that are stuck, as lines beside the week's list: whom to turn to, and what waits since when. */
import { sayStuck, whomToAsk } from '../introductions/say';
import { stuckOf } from '../introductions/stuck';
import type { Day } from '../time';
import { many } from '../words';
import type { WeekAnswer } from './answers';
import { fullName, type Speaking } from './names';

/** More would be a wall; the rest is said as a number. */
const mostLines = 10;

export interface StuckLines {
  /** Those that have been stuck the longest first. */
  readonly lines: WeekAnswer['dated'];
  /** How many more there are, as a sentence. */
  readonly more: string | undefined;
}

export function stuckIntroductions(speaking: Speaking): StuckLines {
  const { network, today } = speaking;
  const me = network.get('settings', 'settings')?.me;
  const lines: (WeekAnswer['dated'][number] & { readonly day: Day })[] = [];
  for (const introduction of network.all('introductions')) {
    const stuck = stuckOf(introduction, today, me);
    if (stuck === undefined) continue;
    const { a, b } = introduction;
    if ([a, b].some((id) => network.get('contacts', id)?.archived === true)) continue;
    const id = whomToAsk(introduction, stuck, me);
    lines.push({
      id,
      name: fullName(speaking, id),
      kind: 'introduction',
      day: stuck.from,
      text: sayStuck({ ...speaking, me }, introduction, stuck),
      source: introduction.id,
    });
  }
  lines.sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0));
  const more = lines.length - mostLines;
  return {
    lines: lines.slice(0, mostLines),
    more:
      more > 0
        ? `${many(more, 'more introduction waits', 'more introductions wait')} for a next step.`
        : undefined,
  };
}
