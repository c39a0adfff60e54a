/** How it stands with somebody on the week's list: open, done, or put off. */
import type { Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Day } from '../time';
import { setsClockBack } from './real-contact';
import type { Reason } from './reason';
import { rowsOf } from './rows';
import type { KeepingRules } from './rules';
import type { Week } from './weeks';

export const standings = ['open', 'done', 'put-off'] as const;
export type Standing = (typeof standings)[number];

export function standing(
  network: OpenNetwork,
  { groupEventsCount }: Pick<KeepingRules, 'groupEventsCount'>,
  contact: string,
  reasons: readonly Reason[],
  { week, today, meets }: { readonly week: Week; readonly today: Day; readonly meets: boolean },
): Standing {
  const isNow = (day: Day): boolean => day >= week.from && day <= today;
  const contacts = rowsOf(network, 'interactions', contact).filter(
    (interaction) => isNow(interaction.day) && setsClockBack(interaction, groupEventsCount),
  );
  if (reasons.every((reason) => isDone(reason, contacts, meets))) return 'done';
  const putOff = rowsOf(network, 'snoozes', contact).some(({ from }) => isNow(from));
  return putOff ? 'put-off' : 'open';
}

/**
 * @param contacts what happened with the person this week
 * @param meets they are to be met soon
 */
function isDone(reason: Reason, contacts: readonly Interaction[], meets: boolean): boolean {
  switch (reason.kind) {
    case 'occasion': {
      const { about, doneOn } = reason.occasion;
      if (doneOn !== undefined) return true;
      switch (about.kind) {
        // A talk keeps no promise; only doing what was promised does.
        case 'promise':
        case 'update':
          return false;
        // Theirs to do, and no reason of mine to stay on the list.
        case 'their-promise':
          return true;
        case 'reply':
          return contacts.some(({ direction }) => direction !== 'theirs');
        case 'birthday':
        case 'date':
        case 'stay':
          return contacts.length > 0;
      }
      break;
    }
    case 'due':
    case 'tweener':
    case 'new-connection':
      return meets || contacts.length > 0;
    case 'shown':
      return true;
  }
}
