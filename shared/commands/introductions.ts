/** Introductions with their history, goals and texts. */
import { KithmapError } from '../errors';
import { hasHappened } from '../introductions/stages';
import type { JsonObject } from '../json';
import {
  DiversityTarget,
  Draft as DraftText,
  Goal,
  Introduction,
  Stage,
  Template,
} from '../model/entities/introduction';
import { bringTogether, takeApart } from './bring-together';
import type { Answer, Command } from './command';
import type { Draft } from './draft';
import { type Checking, entityCommands } from './entity-commands';
import { checkPeople } from './introduction-pairs';
import { introductionSteps } from './introduction-steps';
import { letterCommands } from './letters';

/** What the story and a capture write down without steps: that it happened makes a tie all the same. */
function sayTie(draft: Draft, { id }: JsonObject, { context, before }: Checking): Answer {
  const introduction = draft.need('introductions', String(id));
  const { stage, made, day } = introduction;
  if (hasHappened(stage) && made === undefined && !hasHappenedBefore(before)) {
    const when = day ?? introduction.history.at(-1)?.day ?? context.today;
    const written = bringTogether(draft, introduction, when, context);
    draft.update('introductions', introduction.id, { made: written });
    return { tie: written.tie };
  }
  if (!hasHappened(stage)) takeApart(draft, introduction);
  return {};
}

function hasHappenedBefore(before: JsonObject | undefined): boolean {
  const stage = Stage.safeParse(before?.['stage']);
  return stage.success && hasHappened(stage.data);
}

function check(_draft: Draft, { a, b, by, made }: JsonObject, { before }: Checking): void {
  checkPeople({ a, b, by });
  if (made !== undefined && (before?.['a'] !== a || before?.['b'] !== b)) {
    throw new KithmapError(
      'conflict',
      'These two were brought together already. Add another introduction for others.',
    );
  }
}

export const introductionCommands: readonly Command[] = [
  ...entityCommands({
    table: 'introductions',
    name: 'introduction',
    word: 'introduction',
    schema: Introduction.omit({ made: true }),
    check,
    say: sayTie,
  }),
  ...introductionSteps,
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
  ...letterCommands,
];
