/** Contacts: adding, editing, removing, and changing many at once. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { isObject } from '../json';
import { Contact, Fact, Note } from '../model/entities/contact';
import { Id } from '../model/ids';
import { Word } from '../model/schema';
import { Day } from '../time';
import { type Command, defineCommand } from './command';
import { entityCommands } from './entity-commands';

const plain = entityCommands({
  table: 'contacts',
  name: 'contact',
  word: 'contact',
  schema: Contact,
  stamp: ({ now }) => ({ createdAt: now }),
});

/**
 * Removing a contact takes along its ties, notes, facts, promises and introductions, takes it out of interactions
 * and lists, and takes stubs that were known through it alone. The answer lists all of it, and undo brings it back.
 */
const remove = defineCommand({
  name: 'contact.remove',
  label: 'Remove contact',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }) {
    draft.need('contacts', id);
    if (draft.get('settings', 'settings')?.me === id) {
      throw new KithmapError(
        'conflict',
        'This is you. The network needs its owner; you can change your name instead.',
      );
    }
    const neighbours = draft.referring('contacts', id, 'ties').flatMap((tieId) => {
      const tie = draft.need('ties', tieId);
      return [tie.a === id ? tie.b : tie.a];
    });
    const { removed, changed } = draft.remove('contacts', id);
    const stubs: string[] = [];
    for (const neighbour of neighbours) {
      const contact = draft.get('contacts', neighbour);
      if (contact?.stub !== true || draft.referring('contacts', neighbour, 'ties').length > 0) continue;
      if (draft.referring('contacts', neighbour, 'interactions').length > 0) continue;
      draft.remove('contacts', neighbour);
      stubs.push(neighbour);
    }
    return { removed, changed, stubs };
  },
});

/** One change to many people: tags, circle, archive. Answers how many were changed. */
const bulk = defineCommand({
  name: 'contact.bulk',
  label: 'Change several contacts',
  schema: z.strictObject({
    ids: z.array(Id).min(1).max(100_000),
    addTags: z.array(Word).max(100).optional(),
    removeTags: z.array(Word).max(100).optional(),
    circle: Word.nullable().optional(),
    archived: z.boolean().optional(),
    noMeasures: z.boolean().optional(),
    knowsMyWork: Day.nullable().optional(),
  }),
  apply(draft, { ids, addTags = [], removeTags = [], circle, archived, noMeasures, knowsMyWork }, context) {
    for (const id of new Set(ids)) {
      const contact = draft.need('contacts', id);
      const tags = [...new Set([...contact.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
      draft.update('contacts', id, {
        ...(addTags.length + removeTags.length > 0 ? { tags } : {}),
        ...(circle === undefined ? {} : { circle: circle ?? undefined }),
        ...(typeof circle === 'string' && circle !== contact.circle ? { cadenceSince: context.today } : {}),
        ...(archived === undefined ? {} : { archived: archived ? true : undefined }),
        ...(noMeasures === undefined ? {} : { noMeasures: noMeasures ? true : undefined }),
        ...(knowsMyWork === undefined ? {} : { knowsMyWork: knowsMyWork ?? undefined }),
      });
    }
    return { count: new Set(ids).size };
  },
});

/** Several contacts removed as one edit. */
const removeMany = defineCommand({
  name: 'contact.remove-many',
  label: 'Remove contacts',
  schema: z.strictObject({ ids: z.array(Id).min(1).max(100_000) }),
  apply(draft, { ids }, context) {
    for (const id of new Set(ids)) if (draft.has('contacts', id)) remove.run(draft, { id }, context);
    return { count: new Set(ids).size };
  },
});

/** A name and a tie are all that is known: "Ben knows a Dana at Roche". */
const addStub = defineCommand({
  name: 'contact.add-stub',
  label: 'Add a name',
  schema: z.strictObject({ id: Id.optional(), name: Word, knows: Id }),
  apply(draft, { id = '', name, knows }, context) {
    const contact = id === '' ? context.newId() : id;
    draft.create('contacts', {
      id: contact,
      name: { full: name },
      stub: true,
      createdAt: context.now,
    });
    const tie = context.newId();
    const [a, b] = contact < knows ? [contact, knows] : [knows, contact];
    draft.create('ties', { id: tie, a, b, state: 'known', createdAt: context.now });
    return { id: contact, tie };
  },
});

/** Who gives a name themselves leaves no doubt about it, unless they say so. */
function settlingNames(edit: Command): Command {
  return {
    ...edit,
    run(draft, args, context) {
      const answer = edit.run(draft, args, context);
      if (
        isObject(args) &&
        typeof args['id'] === 'string' &&
        isObject(args['name']) &&
        !('nameDoubt' in args)
      ) {
        draft.update('contacts', args['id'], { nameDoubt: undefined });
      }
      return answer;
    },
  };
}

/** Without contact the clock of staying in touch starts when the cadence was set: on the day of another cadence or circle. */
function startingClocks(edit: Command): Command {
  return {
    ...edit,
    run(draft, args, context) {
      const id = isObject(args) && typeof args['id'] === 'string' ? args['id'] : '';
      const before = draft.get('contacts', id);
      const answer = edit.run(draft, args, context);
      const after = draft.get('contacts', id);
      if (before === undefined || after === undefined || (isObject(args) && 'cadenceSince' in args))
        return answer;
      const set = after.cadenceDays ?? after.circle;
      const changed = before.cadenceDays !== after.cadenceDays || before.circle !== after.circle;
      if (set !== undefined && changed) draft.update('contacts', id, { cadenceSince: context.today });
      return answer;
    },
  };
}

export const contactCommands: readonly Command[] = [
  ...plain
    .filter((command) => command.name !== 'contact.remove')
    .map((command) => (command.name === 'contact.edit' ? startingClocks(settlingNames(command)) : command)),
  remove,
  removeMany,
  bulk,
  addStub,
  ...entityCommands({
    table: 'notes',
    name: 'note',
    word: 'note',
    schema: Note,
    stamp: ({ now, today }) => ({ at: now, day: today }),
  }),
  ...entityCommands({ table: 'facts', name: 'fact', word: 'dated fact', schema: Fact }),
];
