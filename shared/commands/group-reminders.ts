/** Reminders for several people at once: written down, met, put off to the next time. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { comesUpAfter } from '../keeping/groups';
import { GroupReminder } from '../model/entities/rhythm';
import { Id } from '../model/ids';
import { Day } from '../time';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { entityCommands } from './entity-commands';

/** As many as one interaction holds. */
const mostTogether = 2_000;

const met = defineCommand({
  name: 'group-reminder.met',
  label: 'Met together',
  schema: z.strictObject({ id: Id, day: Day.optional() }),
  apply(draft, { id, day }, context) {
    const reminder = draft.need('groupReminders', id);
    const metOn = day ?? context.today;
    if (metOn > context.today) {
      throw new KithmapError('conflict', `${metOn} has not come yet. Choose today or a day before it.`);
    }
    const me = draft.get('settings', 'settings')?.me;
    const people = reminder.contacts.filter((contact) => contact !== me);
    for (let from = 0; from < people.length; from += mostTogether) {
      draft.create('interactions', {
        id: context.newId(),
        day: metOn,
        channel: 'event',
        direction: 'both',
        with: people.slice(from, from + mostTogether),
        size: people.length + 1,
        summary: reminder.name,
      });
    }
    draft.update('groupReminders', id, { next: comesUpAfter(metOn, reminder) });
    return undefined;
  },
});

/** Nothing is said to have happened; it comes up the time after. */
const skip = defineCommand({
  name: 'group-reminder.skip',
  label: 'Skip this time',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }, { today }) {
    const reminder = draft.need('groupReminders', id);
    const from = reminder.next > today ? reminder.next : today;
    draft.update('groupReminders', id, { next: comesUpAfter(from, reminder) });
    return undefined;
  },
});

export const groupReminderCommands: readonly Command[] = [
  ...entityCommands({
    table: 'groupReminders',
    name: 'group-reminder',
    word: 'group reminder',
    schema: GroupReminder,
    check: checkPeople,
  }),
  met,
  skip,
];

function checkPeople(_draft: Draft, { contacts }: JsonObject): void {
  if (Array.isArray(contacts) && contacts.length > 0) return;
  throw new KithmapError('bad-argument', 'Say who it is for: one person at least.');
}
