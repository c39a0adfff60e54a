/**
 * Who owns the network. A card with one of my addresses is me and never a contact: setting them takes such cards
 * into me, their ties, places in interactions and sources included.
 */
import { z } from 'zod';
import type { JsonObject } from '../json';
import type { Contact } from '../model/entities';
import { Contact as ContactSchema, MyAddress, Name } from '../model/entities/contact';
import { addressKey, addressKeys } from '../model/addresses';
import { Id } from '../model/ids';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';
import { settingsOf } from './settings';

const Addresses = z
  .array(z.strictObject({ kind: MyAddress.shape.kind, value: MyAddress.shape.value }))
  .max(200);

function ensureMe(draft: Draft, name: z.output<typeof Name> | undefined, context: CommandContext): string {
  const settings = settingsOf(draft);
  if (!draft.has('settings', 'settings')) draft.create('settings', settings);
  if (settings.me !== undefined && draft.has('contacts', settings.me)) {
    if (name !== undefined) draft.update('contacts', settings.me, { name });
    return settings.me;
  }
  const id = context.newId();
  draft.create('contacts', ContactSchema.parse({ id, name: name ?? { full: '' }, createdAt: context.now }));
  draft.update('settings', 'settings', { me: id });
  return id;
}

/** Name and addresses of the owner. Answers the owner's id and the cards that were taken into it. */
const set = defineCommand({
  name: 'me.set',
  label: 'Say who you are',
  schema: z.strictObject({ name: Name.optional(), addresses: Addresses.optional() }),
  apply(draft, { name, addresses }, context) {
    const me = ensureMe(draft, name, context);
    if (addresses === undefined) return { me, merged: [] };
    const wanted = new Map(addresses.map(({ kind, value }) => [addressKey(kind, value), { kind, value }]));
    for (const standing of [...draft.all('myAddresses')]) {
      const key = addressKey(standing.kind, standing.value);
      if (wanted.has(key)) wanted.delete(key);
      else draft.delete('myAddresses', standing.id);
    }
    for (const { kind, value } of wanted.values()) {
      draft.create('myAddresses', { id: context.newId(), kind, value });
    }
    const mine = new Set([...draft.all('myAddresses')].map(({ kind, value }) => addressKey(kind, value)));
    const merged: string[] = [];
    for (const contact of [...draft.all('contacts')]) {
      if (contact.id === me || !addressKeys(contact).some((key) => mine.has(key))) continue;
      absorb(draft, me, contact);
      merged.push(contact.id);
    }
    return { me, merged };
  },
});

/** This contact is me: its ties and what it holds move to me. */
const choose = defineCommand({
  name: 'me.choose',
  label: 'Say who you are',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }, context) {
    const contact = draft.need('contacts', id);
    const me = ensureMe(draft, undefined, context);
    if (me === id) return { me, merged: [] };
    absorb(draft, me, contact);
    return { me, merged: [id] };
  },
});

/** Moves what a card holds and what refers to it to me, then removes the card. What I have myself stays mine. */
function absorb(draft: Draft, me: string, card: Contact): void {
  for (const tieId of draft.referring('contacts', card.id, 'ties')) {
    const tie = draft.need('ties', tieId);
    const other = tie.a === card.id ? tie.b : tie.a;
    if (other === me || draft.tieBetween(me, other) !== undefined) continue;
    const [a, b] = me < other ? [me, other] : [other, me];
    draft.update('ties', tieId, { a, b, ...(tie.kindOf === card.id ? { kindOf: me } : {}) });
  }
  for (const sourceId of draft.referring('contacts', card.id, 'sources')) {
    draft.update('sources', sourceId, { contact: me });
  }
  for (const noteId of draft.referring('contacts', card.id, 'notes')) {
    draft.update('notes', noteId, { contact: me });
  }
  for (const factId of draft.referring('contacts', card.id, 'facts')) {
    draft.update('facts', factId, { contact: me });
  }
  const mine = draft.need('contacts', me);
  draft.update('contacts', me, filled(mine, card));
  draft.remove('contacts', card.id);
}

/** The fields of a card that I lack. */
function filled(mine: Contact, card: Contact): JsonObject {
  const fields: Record<string, unknown> = {};
  const have: JsonObject = mine;
  for (const [field, value] of Object.entries(card)) {
    if (field === 'id' || field === 'createdAt' || field === 'stub' || field === 'nameDoubt') continue;
    const standing = have[field];
    const empty =
      standing === undefined ||
      (Array.isArray(standing) && standing.length === 0) ||
      (field === 'name' && mine.name.full === '');
    if (empty) fields[field] = value;
  }
  return fields;
}

export const meCommands: readonly Command[] = [set, choose];
