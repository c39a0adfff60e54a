/** What is planned with somebody: whoever has a day of theirs ahead is settled, and is not asked for as due. */
import type { Channel } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import { isGroupEvent } from './real-contact';
import { rowsOf } from './rows';
import type { KeepingRules } from './rules';
import type { Week } from './weeks';

export interface Meeting {
  readonly day: Day;
  readonly channel: Channel;
}

/** Within the week and so many days after it. */
const ahead = 14;
const written: readonly Channel[] = ['mail', 'message', 'letter', 'gift'];

/** The first that is planned with somebody from the week on; writing to them is no meeting. */
export function meetingWith(
  network: OpenNetwork,
  { groupEventsCount }: Pick<KeepingRules, 'groupEventsCount'>,
  contact: string,
  { from, to }: Week,
): Meeting | undefined {
  const until = addDays(to, ahead);
  let first: Meeting | undefined;
  for (const interaction of rowsOf(network, 'interactions', contact)) {
    const { planned, day, channel } = interaction;
    if (planned !== true || day < from || day > until || written.includes(channel)) continue;
    if (!groupEventsCount && isGroupEvent(interaction)) continue;
    if (first === undefined || day < first.day) first = { day, channel };
  }
  return first;
}
