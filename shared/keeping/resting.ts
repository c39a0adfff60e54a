/** After two weeks on the list without an act a person rests for one: nobody is asked for more than two weeks running. */
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import { isReal, isWritten } from './real-contact';
import { rowsOf } from './rows';
import type { ShownWeeks } from './shown-weeks';
import type { Week } from './weeks';

/** So many weeks running are enough. */
const most = 2;

export function rests(network: OpenNetwork, shown: ShownWeeks, id: string, { from }: Week): boolean {
  for (let ago = 1; ago <= most; ago++) if (shown.of(addDays(from, -7 * ago))?.has(id) !== true) return false;
  const act = lastAct(network, id, from);
  return act === undefined || act < addDays(from, -7 * most);
}

/** The last time that anything was done about a person, before a day. That they wrote is no act: it asks for one. */
function lastAct(network: OpenNetwork, id: string, before: Day): Day | undefined {
  let last: Day | undefined;
  const see = (day: Day | undefined): void => {
    if (day !== undefined && day < before && (last === undefined || day > last)) last = day;
  };
  for (const interaction of rowsOf(network, 'interactions', id)) {
    const { day, channel, direction } = interaction;
    if (!(direction === 'theirs' && isWritten(channel)) && isReal(interaction)) see(day);
  }
  for (const { doneOn, droppedOn, toldOn } of rowsOf(network, 'commitments', id)) {
    see(doneOn);
    see(droppedOn);
    see(toldOn);
  }
  for (const { doneOn } of rowsOf(network, 'owedReplies', id)) see(doneOn);
  for (const { from } of rowsOf(network, 'snoozes', id)) see(from);
  return last;
}
