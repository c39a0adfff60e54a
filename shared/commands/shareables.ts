/** What is worth sharing: kept, changed, and marked as sent, which is noted with each who got it. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { nameOf } from '../keeping/names';
import { Shareable } from '../model/entities/happening';
import { Id } from '../model/ids';
import { KeptMatter, noTitle, noWebAddress, sendingChannels, webAddress } from '../sharing/matter';
import { Day } from '../time';
import { listed } from '../words';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { entityCommands } from './entity-commands';

/**
 * Marks it as sent, and notes with each who got it that they were written to and what they were given. With `add` it is
 * kept under this id first; given twice, because its answer was lost on the way, that is written once.
 */
const send = defineCommand({
  name: 'shareable.send',
  label: 'Mark as sent',
  schema: z.strictObject({
    id: Id,
    add: KeptMatter.optional(),
    contacts: z.array(Id).min(1, 'say to whom it went').max(200),
    day: Day.optional(),
    channel: z.enum(sendingChannels).default('mail'),
  }),
  apply(draft, { id, add, contacts, day: given, channel }, { today, newId }) {
    const day = given ?? today;
    if (day > today) {
      throw new KithmapError('conflict', `It cannot have been sent on ${day}, which is still to come.`);
    }
    if (add !== undefined) {
      if (draft.has('shareables', id)) return { repeated: true };
      checkMatter(add);
      draft.create('shareables', { ...add, addedOn: today, id });
    }
    const { title, sent } = draft.need('shareables', id);
    const to = [...new Set(contacts)];
    refuse(draft, to, sent);
    draft.update('shareables', id, { sent: [...sent, ...to.map((contact) => ({ contact, day }))] });
    const interactions = to.map((contact) => {
      const interaction = newId();
      const summary = `Sent: ${title}`;
      const written = { id: interaction, day, channel, direction: 'mine', with: [contact], summary };
      draft.create('interactions', written);
      const exchange = { id: newId(), contact, day, direction: 'given', kind: 'information', text: title };
      draft.create('exchanges', { ...exchange, interaction });
      return interaction;
    });
    return { id, interactions };
  },
});

/** @throws KithmapError for somebody who is not there, is me, or had it. */
function refuse(draft: Draft, to: readonly string[], sent: Shareable['sent']): void {
  const me = draft.get('settings', 'settings')?.me;
  const people = to.map((contact) => draft.need('contacts', contact));
  if (people.some(({ id }) => id === me)) {
    throw new KithmapError('conflict', 'You are one of those it went to. Name the others alone.');
  }
  const had = people.filter(({ id }) => sent.some(({ contact }) => contact === id));
  if (had.length > 0) {
    throw new KithmapError('conflict', `${listed(had.map(nameOf))} had it already. Name the others alone.`);
  }
}

/** @throws KithmapError for what has no title, or an address that is none. */
function checkMatter({ title, url }: JsonObject): void {
  if (typeof title === 'string' && title.trim() === '') throw new KithmapError('bad-argument', noTitle);
  if (typeof url === 'string' && webAddress(url) === undefined) {
    throw new KithmapError('bad-argument', noWebAddress);
  }
}

export const shareableCommands: readonly Command[] = [
  ...entityCommands({
    table: 'shareables',
    name: 'shareable',
    word: 'shareable',
    schema: Shareable,
    stamp: (context) => ({ addedOn: context.today }),
    check: (_draft, shareable) => checkMatter(shareable),
  }),
  send,
];
