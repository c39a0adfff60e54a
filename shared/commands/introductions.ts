/** Introductions with their history, the plans they serve, goals and texts. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import {
  DiversityTarget,
  Draft as DraftText,
  Goal,
  Introduction,
  Plan,
  Stage,
  Template,
} from '../model/entities/introduction';
import { Id } from '../model/ids';
import { Text } from '../model/schema';
import { type Command, defineCommand } from './command';
import { entityCommands } from './entity-commands';

/** Moves an introduction to a stage and writes that into its history. */
const move = defineCommand({
  name: 'introduction.move',
  label: 'Move introduction',
  schema: z.strictObject({ id: Id, stage: Stage, note: Text.optional() }),
  apply(draft, { id, stage, note }, context) {
    const introduction = draft.need('introductions', id);
    draft.update('introductions', id, {
      stage,
      history: [
        ...introduction.history,
        { day: context.today, stage, ...(note === undefined ? {} : { note }) },
      ],
    });
    return undefined;
  },
});

export const introductionCommands: readonly Command[] = [
  ...entityCommands({
    table: 'introductions',
    name: 'introduction',
    word: 'introduction',
    schema: Introduction,
    check(_draft, { a, b, by }) {
      if (a === b) throw new KithmapError('conflict', 'An introduction needs two different people.');
      if (by === a || by === b) {
        throw new KithmapError('conflict', 'Whoever introduces is a third person, or you.');
      }
    },
  }),
  move,
  ...entityCommands({
    table: 'plans',
    name: 'plan',
    word: 'plan',
    schema: Plan,
    stamp: ({ today }) => ({ madeOn: today }),
  }),
  ...entityCommands({
    table: 'goals',
    name: 'goal',
    word: 'goal',
    schema: Goal,
    stamp: ({ today }) => ({ madeOn: today }),
  }),
  ...entityCommands({
    table: 'diversityTargets',
    name: 'diversity-target',
    word: 'target',
    schema: DiversityTarget,
  }),
  ...entityCommands({ table: 'templates', name: 'template', word: 'template', schema: Template }),
  ...entityCommands({
    table: 'drafts',
    name: 'draft',
    word: 'draft',
    schema: DraftText,
    stamp: ({ now }) => ({ editedAt: now }),
  }),
];
