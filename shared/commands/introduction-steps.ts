/**
 * The way of an introduction: started, each side asked and answering, introduced, met, outcome, thanks; or ended with a
 * word, taken up again, taken back. Each step is one edit with all that comes of it.
 *
 *   idea --ask--> asked --both yes--> agreed --> introduced --> met --> outcome --> thanked
 *                     \--a no, a not now, or withdrawn      introduced: a known tie, evidence, an interaction
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { type Earlier, before, backTo } from '../introductions/back';
import { askedSides, consentOf, type Side, sides } from '../introductions/sides';
import {
  hasHappened,
  isOnTheWay,
  nextStages,
  orderOf,
  stageByConsents,
  stageNames,
  type StageOnTheWay,
} from '../introductions/stages';
import type { Introduction } from '../model/entities';
import { Channel } from '../model/entities/happening';
import { Consent, Stage } from '../model/entities/introduction';
import { Id } from '../model/ids';
import { Text } from '../model/schema';
import { Day } from '../time';
import { listed } from '../words';
import { bringTogether, called, takeApart } from './bring-together';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';
import { keepSecret } from './entity-commands';
import { checkPair, sayPair, sayStanding } from './introduction-pairs';

/** What is said with a step. */
const told = {
  day: Day.optional(),
  /** How they were introduced. */
  channel: Channel.optional(),
  /** What was written to both. */
  text: Text.optional(),
  outcome: Text.optional(),
  note: Text.optional(),
  /** Kept apart, below what is kept confidentially of it already. */
  confidentialText: Text.optional(),
};
type Told = z.output<z.ZodObject<typeof told>>;

const start = defineCommand({
  name: 'introduction.start',
  label: 'Start an introduction',
  schema: z.strictObject({
    id: Id.optional(),
    a: Id,
    b: Id,
    /** Whoever introduces; me where nobody is named. */
    by: Id.optional(),
    why: Text.optional(),
    plan: Id.optional(),
    /** `introduced`: it has happened, and is only written down. */
    stage: z.enum(['idea', 'introduced']).default('idea'),
    /** They know each other already, or were brought together before. */
    sure: z.boolean().optional(),
    ...told,
  }),
  apply(draft, { id = '', a, b, by: said, why, plan, stage, sure = false, ...saying }, context) {
    const me = meOf(draft);
    const by = said === me ? undefined : said;
    const isPast = stage === 'introduced';
    checkTold(stage, saying);
    checkPair(draft, { a, b, by }, { context, isPast, sure });
    const made = id === '' ? context.newId() : id;
    const words = why?.trim();
    draft.create('introductions', {
      id: made,
      a,
      b,
      stage: 'idea',
      ...(by === undefined ? {} : { by }),
      ...(a === me ? { consentA: 'yes' } : {}),
      ...(b === me ? { consentB: 'yes' } : {}),
      ...(words === undefined || words === '' ? {} : { why: words }),
      ...(plan === undefined ? {} : { plan }),
      // What has happened was no idea today.
      history: isPast ? [] : [{ day: dayOf(saying, context), stage: 'idea' }],
    });
    keepApart(draft, made, saying, context);
    return { id: made, ...(isPast ? forward(draft, made, 'introduced', saying, context) : {}) };
  },
});

const consent = defineCommand({
  name: 'introduction.consent',
  label: 'Write down an answer',
  schema: z.strictObject({
    id: Id,
    side: z.enum(sides),
    consent: Consent,
    day: Day.optional(),
    note: Text.optional(),
    confidentialText: Text.optional(),
  }),
  apply(draft, { id, side, consent: answer, ...saying }, context) {
    const introduction = draft.need('introductions', id);
    const me = meOf(draft);
    if (introduction[side] === me) refuse('This side is you. Write down the answer of the other.');
    if (hasHappened(introduction.stage)) {
      refuse(
        `${sayPair(draft, introduction)} were introduced already. Write down what came of it, or take it back a stage first.`,
      );
    }
    if (introduction.stage === 'withdrawn') {
      refuse('This introduction was withdrawn. Take it up again first.');
    }
    if (answer !== 'asked' && consentOf(introduction, side) === answer) {
      refuse(`The answer of ${called(draft, introduction[side])} is “${consentNames[answer]}” already.`);
    }
    const change = side === 'a' ? { consentA: answer } : { consentB: answer };
    const changed = { ...introduction, ...change };
    const stage = stageByConsents(askedSides(changed, me).map((one) => consentOf(changed, one)));
    const step = { ...stepOf(stage, saying, context), side, consent: answer };
    draft.update('introductions', id, { ...change, stage, history: [...introduction.history, step] });
    keepApart(draft, id, saying, context);
    return { stage };
  },
});

const consentNames: Readonly<Record<Consent, string>> = {
  'not-asked': 'not asked',
  asked: 'asked',
  yes: 'yes',
  no: 'no',
  'not-now': 'not now',
};

const move = defineCommand({
  name: 'introduction.move',
  label: 'Move introduction',
  schema: z.strictObject({ id: Id, stage: Stage, ...told }),
  apply(draft, { id, stage, ...saying }, context) {
    const introduction = draft.need('introductions', id);
    checkTold(stage, saying);
    keepApart(draft, id, saying, context);
    if (introduction.stage === stage) {
      refuse(
        `This is ${sayStanding(introduction, context)} already. ${sayNext(isOnTheWay(stage) ? stage : before(introduction))}`,
      );
    }
    if (!isOnTheWay(introduction.stage)) {
      // From one end to another nothing is open in between.
      if (!isOnTheWay(stage)) return forward(draft, id, stage, saying, context);
      takeUpAgain(draft, introduction, before(introduction) === stage ? saying : {}, context);
    }
    const { stage: from } = draft.need('introductions', id);
    if (!isOnTheWay(from) || from === stage) return { stage };
    if (!isOnTheWay(stage) || orderOf(stage) > orderOf(from))
      return forward(draft, id, stage, saying, context);
    const standing = draft.need('introductions', id);
    const earlier = earlierThan(standing, stage, meOf(draft));
    goBack(draft, standing, earlier);
    return earlier.stage === stage ? { stage } : forward(draft, id, stage, saying, context);
  },
});

const back = defineCommand({
  name: 'introduction.back',
  label: 'Take an introduction back a stage',
  schema: z.strictObject({ id: Id, note: Text.optional() }),
  apply(draft, { id, ...saying }, context) {
    const introduction = draft.need('introductions', id);
    const { stage } = introduction;
    if (!isOnTheWay(stage)) {
      takeUpAgain(draft, introduction, saying, context);
    } else {
      const earlier = backTo(introduction, meOf(draft), (one) => orderOf(one) >= orderOf(stage));
      if (earlier === undefined) {
        refuse(
          `It began at “${stageNames[stage]}”. Remove it if it was a slip, or move it to an earlier stage.`,
        );
      }
      goBack(draft, introduction, earlier);
    }
    return { stage: draft.need('introductions', id).stage };
  },
});

function forward(
  draft: Draft,
  id: string,
  stage: Stage,
  saying: Told,
  context: CommandContext,
): { stage: Stage; tie?: string; interaction?: string } {
  const introduction = draft.need('introductions', id);
  const { stage: from, history } = introduction;
  if (isOnTheWay(from) && !nextStages(from).includes(stage)) refuse(sayCannotFollow(from, stage));
  const step = stepOf(stage, saying, context);
  const { outcome } = saying;
  const change = { stage, ...(outcome === undefined ? {} : { outcome }) };
  if (stage === 'asked' || stage === 'agreed') {
    const answer = stage === 'asked' ? 'asked' : 'yes';
    const open = askedSides(introduction, meOf(draft)).filter(
      (side) => consentOf(introduction, side) !== answer,
    );
    const steps = open.map((side) => ({ ...step, side, consent: answer }));
    draft.update('introductions', id, {
      ...change,
      ...Object.fromEntries(open.map((side) => [consentField[side], answer])),
      history: [...history, ...(steps.length === 0 ? [step] : steps)],
    });
    return { stage };
  }
  draft.update('introductions', id, { ...change, history: [...history, step] });
  if (stage !== 'introduced') return { stage };
  const { channel = 'mail', text } = saying;
  const made = bringTogether(draft, introduction, step.day, context, channel);
  draft.update('introductions', id, {
    day: step.day,
    channel,
    made,
    ...(text === undefined ? {} : { text }),
  });
  const { tie, interaction } = made;
  return {
    stage,
    ...(tie === undefined ? {} : { tie }),
    ...(interaction === undefined ? {} : { interaction }),
  };
}

const consentField = { a: 'consentA', b: 'consentB' } as const satisfies Record<Side, keyof Introduction>;

/** Back to where it stood before it ended; whoever declined has it open again. */
function takeUpAgain(draft: Draft, introduction: Introduction, saying: Told, context: CommandContext): void {
  const declined = sides.filter((side) => ['no', 'not-now'].includes(consentOf(introduction, side)));
  const stood = before(introduction);
  // What one side said no to is not agreed any more.
  const stage = stood === 'agreed' && declined.length > 0 ? 'asked' : stood;
  const answer = orderOf(stage) < orderOf('asked') ? 'not-asked' : 'asked';
  const step = stepOf(stage, saying, context);
  const steps = declined.map((side) => ({ ...step, side, consent: answer }));
  draft.update('introductions', introduction.id, {
    stage,
    ...Object.fromEntries(declined.map((side) => [consentField[side], answer])),
    history: [...introduction.history, ...(steps.length === 0 ? [step] : steps)],
  });
}

function goBack(draft: Draft, introduction: Introduction, earlier: Earlier): void {
  const undone = hasHappened(introduction.stage) && !hasHappened(earlier.stage);
  if (undone) takeApart(draft, introduction);
  draft.update('introductions', introduction.id, {
    ...earlier,
    ...(undone ? { day: undefined, channel: undefined } : {}),
    ...(orderOf(earlier.stage) < orderOf('met') ? { outcome: undefined } : {}),
  });
}

/** As it was at that stage or before; where nothing of that is on record, an idea, or what has happened in any case. */
function earlierThan(standing: Introduction, stage: StageOnTheWay, me: string | undefined): Earlier {
  const { consentA, consentB, history } = standing;
  const found = backTo(standing, me, (one) => orderOf(one) > orderOf(stage));
  const day = history[0]?.day ?? standing.day;
  if (hasHappened(stage) && !hasHappened(found?.stage ?? 'idea') && day !== undefined) {
    return { stage, consentA, consentB, history: [...(found?.history ?? []), { day, stage }] };
  }
  const consent = (side: Side): Consent => (standing[side] === me ? 'yes' : 'not-asked');
  const idea = day === undefined ? [] : [{ day, stage: 'idea' as const }];
  return found ?? { stage: 'idea', consentA: consent('a'), consentB: consent('b'), history: idea };
}

function stepOf<S extends Stage>(
  stage: S,
  saying: Pick<Told, 'day' | 'note'>,
  context: CommandContext,
): { day: Day; stage: S; note?: string } {
  const note = saying.note?.trim();
  return { day: dayOf(saying, context), stage, ...(note === undefined || note === '' ? {} : { note }) };
}

function dayOf({ day }: Pick<Told, 'day'>, { today }: CommandContext): Day {
  if (day !== undefined && day > today) {
    throw new KithmapError('bad-argument', 'This day has not come yet. Choose today or a day before it.');
  }
  return day ?? today;
}

/** One confidential text is kept of an introduction: what is said later stands below. */
function keepApart(
  draft: Draft,
  id: string,
  { confidentialText }: Pick<Told, 'confidentialText'>,
  { newId }: CommandContext,
): void {
  const said = confidentialText?.trim() ?? '';
  if (said === '') return;
  const { confidential: standing } = draft.need('introductions', id);
  const before = standing === undefined ? undefined : draft.get('confidential', standing)?.text;
  const text = before === undefined ? said : `${before}\n\n${said}`;
  draft.update('introductions', id, { confidential: keepSecret(draft, standing, text, newId) });
}

/** Nothing that was said is dropped in silence. */
function checkTold(stage: Stage, { channel, text, outcome }: Told): void {
  if ((channel !== undefined || text !== undefined) && stage !== 'introduced') {
    throw new KithmapError(
      'bad-argument',
      'How they were introduced belongs to “Introduced”. Move it there.',
    );
  }
  if (outcome !== undefined && orderOf(stage) < orderOf('met')) {
    throw new KithmapError('bad-argument', 'What came of it belongs to “Met” and later. Move it there.');
  }
}

function sayCannotFollow(from: StageOnTheWay, stage: Stage): string {
  const they = isOnTheWay(stage)
    ? ''
    : ' They were introduced already; say what came of it, if only that nothing did.';
  return `“${stageNames[stage]}” cannot follow “${stageNames[from]}”.${they} ${sayNext(from)}`;
}

function sayNext(stage: StageOnTheWay): string {
  const next = nextStages(stage).filter(isOnTheWay);
  if (next.length === 0) return 'It has come to its end.';
  return `What comes next is ${listed(
    next.map((one) => `“${stageNames[one]}”`),
    next.length,
  ).replace(/ and /u, ' or ')}.`;
}

function meOf(draft: Draft): string | undefined {
  return draft.get('settings', 'settings')?.me;
}

function refuse(sentence: string): never {
  throw new KithmapError('conflict', sentence);
}

export const introductionSteps: readonly Command[] = [start, consent, move, back];
