/** Plans: what introductions serve, with steps of one's own, followed to their end. Each is one edit, and can be undone. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import type { Plan } from '../model/entities';
import { Plan as PlanSchema } from '../model/entities/introduction';
import { Id } from '../model/ids';
import { Text, Word } from '../model/schema';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { entityCommands } from './entity-commands';

/** Whoever it is for is somebody else: without a name it is for me. */
function check(draft: Draft, { person }: JsonObject): void {
  if (typeof person !== 'string') return;
  if (person === draft.get('settings', 'settings')?.me) {
    throw new KithmapError('conflict', 'A plan for yourself names nobody. Leave out whom it is for.');
  }
  if (draft.get('contacts', person)?.archived === true) {
    throw new KithmapError('conflict', 'Whom the plan is for is in the archive. Bring them back first.');
  }
}

const addStep = defineCommand({
  name: 'plan.step',
  label: 'Add a step to a plan',
  schema: z.strictObject({ plan: Id, text: Word, id: Id.optional() }),
  apply(draft, { plan: id, text, id: given }, { newId }) {
    const { steps } = draft.need('plans', id);
    const step = { id: given ?? newId(), text: text.trim() };
    if (steps.some((one) => one.id === step.id)) {
      throw new KithmapError('conflict', 'The plan has this step already.');
    }
    draft.update('plans', id, { steps: [...steps, step] });
    return { id: step.id };
  },
});

const editStep = defineCommand({
  name: 'plan.step-edit',
  label: 'Change a step of a plan',
  schema: z.strictObject({ plan: Id, step: Id, text: Word.optional(), done: z.boolean().optional() }),
  apply(draft, { plan: id, step, text, done }, { today }) {
    const plan = draft.need('plans', id);
    const standing = stepOf(plan, step);
    const said = { id: standing.id, text: text?.trim() ?? standing.text };
    const doneOn = done === undefined ? standing.doneOn : done ? (standing.doneOn ?? today) : undefined;
    const changed = doneOn === undefined ? said : { ...said, doneOn };
    draft.update('plans', id, { steps: plan.steps.map((one) => (one.id === step ? changed : one)) });
    return undefined;
  },
});

const removeStep = defineCommand({
  name: 'plan.step-remove',
  label: 'Remove a step of a plan',
  schema: z.strictObject({ plan: Id, step: Id }),
  apply(draft, { plan: id, step }) {
    const plan = draft.need('plans', id);
    stepOf(plan, step);
    draft.update('plans', id, { steps: plan.steps.filter((one) => one.id !== step) });
    return undefined;
  },
});

const close = defineCommand({
  name: 'plan.close',
  label: 'Close a plan',
  schema: z.strictObject({ id: Id, state: z.enum(['done', 'dropped']), result: Text.optional() }),
  apply(draft, { id, state, result }, { today }) {
    const plan = draft.need('plans', id);
    if (plan.state !== 'open') {
      throw new KithmapError('conflict', 'This plan was closed already. Open it again to close it anew.');
    }
    const words = result?.trim() ?? '';
    draft.update('plans', id, { state, closedOn: today, ...(words === '' ? {} : { result: words }) });
    return undefined;
  },
});

const reopen = defineCommand({
  name: 'plan.reopen',
  label: 'Open a plan again',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }) {
    if (draft.need('plans', id).state === 'open') {
      throw new KithmapError('conflict', 'This plan is open.');
    }
    draft.update('plans', id, { state: 'open', closedOn: undefined });
    return undefined;
  },
});

function stepOf({ steps }: Plan, id: string): Plan['steps'][number] {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new KithmapError('not-found', 'This step is no longer in the plan.');
  return step;
}

export const planCommands: readonly Command[] = [
  ...entityCommands({
    table: 'plans',
    name: 'plan',
    word: 'plan',
    schema: PlanSchema.omit({ steps: true, state: true, closedOn: true }),
    check,
    stamp: ({ today }) => ({ madeOn: today }),
  }),
  addStep,
  editStep,
  removeStep,
  close,
  reopen,
];
