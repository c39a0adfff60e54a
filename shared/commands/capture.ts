/**
 * One edit for what a line of quick capture says: the interaction, promises, what was given and received,
 * introductions, tags, and names alone for people who are not in the network yet. Undo takes all of it back at once.
 */
import { z } from 'zod';
import { nameKey } from '../capture/name-key';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import type { Introduction } from '../model/entities';
import { Channel, Commitment, Exchange, Interaction } from '../model/entities/happening';
import { Id } from '../model/ids';
import { Text, Word, Words } from '../model/schema';
import { Day } from '../time';
import { type Command, type CommandContext, defineCommand } from './command';
import { contactCommands } from './contacts';
import type { Draft } from './draft';
import { happeningCommands } from './happenings';
import { introductionCommands } from './introductions';
import { cautionsFor, refuseDueBefore } from './promise-days';

/** A contact, or the name of one who is to be added. */
const Somebody = z.union([z.strictObject({ id: Id }), z.strictObject({ name: Word })]);
type Somebody = z.infer<typeof Somebody>;
const Several = z.array(Somebody).min(1).max(200);

const Log = z.strictObject({
  /** Names this log: given twice, because its answer was lost on the way, it is written once. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'not an id')
    .optional(),
  /** When it was, or will be. */
  day: Day.optional(),
  /** When what is promised or given was, where that lies ahead. */
  madeOn: Day.optional(),
  interaction: z
    .strictObject({
      with: Several,
      channel: Channel,
      direction: Interaction.shape.direction,
      minutes: Interaction.shape.minutes,
      summary: Text.optional(),
      planned: z.boolean().optional(),
    })
    .optional(),
  commitments: z
    .array(
      z.strictObject({
        by: Commitment.shape.by,
        who: Several,
        text: Text.refine((text) => text.trim() !== '', 'a promise says what is promised'),
        due: Day.optional(),
      }),
    )
    .max(200)
    .default([]),
  exchanges: z
    .array(
      z.strictObject({
        direction: Exchange.shape.direction,
        kind: Exchange.shape.kind,
        who: Several,
        text: Text,
      }),
    )
    .max(200)
    .default([]),
  introductions: z
    .array(
      z.strictObject({
        a: Somebody,
        b: Somebody,
        stage: z.enum(['idea', 'introduced']),
        why: Text.optional(),
      }),
    )
    .max(200)
    .default([]),
  /** For those it was with, else for all who are named. */
  tags: Words,
  /** Every text of it is kept with the confidential ones. Names, days and tags are not texts. */
  confidential: z.boolean().default(false),
});
type Log = z.output<typeof Log>;

const log = defineCommand({
  name: 'capture.log',
  label: 'Log what happened',
  schema: Log,
  apply(draft, args, context) {
    if (args.id !== undefined && isWritten(draft, args.id)) return { repeated: true };
    const writing = new Writing(draft, args, args.id === undefined ? context : countedIds(context, args.id));
    const interaction = args.interaction === undefined ? undefined : writing.interaction(args.interaction);
    const commitments = args.commitments.flatMap((one) => writing.commitments(one));
    const exchanges = args.exchanges.flatMap((one) => writing.exchanges(one));
    const introductions = args.introductions.map((one) => writing.introduction(one));
    const contacts = writing.tag();
    return {
      ...(interaction === undefined ? {} : { interaction }),
      contacts,
      commitments,
      exchanges,
      introductions,
      stubs: writing.stubs,
      cautions: cautionsFor(draft, dueOfMine(args), context),
    };
  },
});

function dueOfMine({ commitments }: Log): string[] {
  return commitments.flatMap(({ by, due }) => (by === 'me' && due !== undefined ? [due] : []));
}

/** Ids that follow from the name of the log, so that asking again asks for the same. */
function countedIds(context: CommandContext, id: string): CommandContext {
  let count = 0;
  return { ...context, newId: () => `${id}-${count++}` };
}

function isWritten(draft: Draft, id: string): boolean {
  const first = countedIds({ now: '', today: '', zone: '', newId: () => '' }, id).newId();
  const tables = [
    'contacts',
    'confidential',
    'interactions',
    'commitments',
    'exchanges',
    'introductions',
  ] as const;
  return tables.some((table) => draft.has(table, first));
}

class Writing {
  readonly #draft: Draft;
  readonly #log: Log;
  readonly #context: CommandContext;
  readonly #day: Day;
  readonly #madeOn: Day;
  readonly #stubs = new Map<string, { readonly id: string; readonly name: string }>();
  readonly #named = new Set<string>();
  #with: readonly string[] = [];
  #interaction: string | undefined;

  constructor(draft: Draft, log: Log, context: CommandContext) {
    this.#draft = draft;
    this.#log = log;
    this.#context = context;
    this.#day = log.day ?? context.today;
    this.#madeOn = log.madeOn ?? (this.#day > context.today ? context.today : this.#day);
  }

  get stubs(): readonly { readonly id: string; readonly name: string }[] {
    return [...this.#stubs.values()];
  }

  interaction({ with: who, summary, ...fields }: NonNullable<Log['interaction']>): string {
    this.#with = this.#ids(who);
    const id = this.#give(happeningCommands, 'interaction.add', {
      ...fields,
      ...this.#text('summary', summary),
      with: this.#with,
      day: this.#day,
      tags: this.#log.tags,
    });
    this.#interaction = id;
    return id;
  }

  commitments({ by, who, text, due }: Log['commitments'][number]): string[] {
    refuseDueBefore(this.#madeOn, due, `“${text}”`);
    return this.#ids(who).map((contact) =>
      this.#give(happeningCommands, 'commitment.add', {
        contact,
        by,
        madeOn: this.#madeOn,
        ...(due === undefined ? {} : { due }),
        ...this.#text('text', text),
        ...this.#ofInteraction(),
      }),
    );
  }

  exchanges({ direction, kind, who, text }: Log['exchanges'][number]): string[] {
    return this.#ids(who).map((contact) =>
      this.#give(happeningCommands, 'exchange.add', {
        contact,
        direction,
        kind,
        day: this.#madeOn,
        ...this.#text('text', text),
        ...this.#ofInteraction(),
      }),
    );
  }

  /** One that is under way already is the one that is meant, and moves on where it was made. */
  introduction({ a, b, stage, why }: Log['introductions'][number]): string {
    const [one, other] = [this.#id(a), this.#id(b)];
    const standing = underWay(this.#draft, one, other);
    const entry = { day: this.#madeOn, stage };
    if (standing !== undefined) {
      if (stage === 'introduced') {
        const change = { stage, day: this.#madeOn, history: [...standing.history, entry] };
        this.#give(introductionCommands, 'introduction.edit', { id: standing.id, ...change });
      }
      return standing.id;
    }
    return this.#give(introductionCommands, 'introduction.add', {
      a: one,
      b: other,
      stage,
      ...(stage === 'introduced' ? { day: this.#madeOn } : {}),
      history: [entry],
      ...this.#text('why', why),
    });
  }

  /** Answers whom all this is about. */
  tag(): readonly string[] {
    const contacts = this.#with.length > 0 ? this.#with : [...this.#named];
    if (contacts.length === 0) {
      throw new KithmapError('bad-argument', 'Nobody is named. Say who it was with, or whom it is about.');
    }
    if (this.#log.tags.length > 0) {
      this.#give(contactCommands, 'contact.bulk', { ids: contacts, addTags: this.#log.tags });
    }
    return contacts;
  }

  #ids(who: readonly Somebody[]): string[] {
    return [...new Set(who.map((one) => this.#id(one)))];
  }

  #id(who: Somebody): string {
    const id = 'id' in who ? who.id : this.#stub(who.name);
    if (this.#draft.need('contacts', id).id === this.#draft.get('settings', 'settings')?.me) {
      throw new KithmapError('conflict', 'You are part of it anyway. Name the others alone.');
    }
    this.#named.add(id);
    return id;
  }

  /** The same name twice is one person. */
  #stub(name: string): string {
    const key = nameKey(name);
    const standing = this.#stubs.get(key);
    if (standing !== undefined) return standing.id;
    const id = this.#give(contactCommands, 'contact.add', { name: { full: name }, stub: true });
    this.#stubs.set(key, { id, name });
    return id;
  }

  #text(field: string, text: string | undefined): JsonObject {
    if (text === undefined || text === '') return {};
    return this.#log.confidential ? { confidentialText: text } : { [field]: text };
  }

  #ofInteraction(): JsonObject {
    return this.#interaction === undefined ? {} : { interaction: this.#interaction };
  }

  /** Gives another command; answers the id that it made. */
  #give(commands: readonly Command[], name: string, args: JsonObject): string {
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new KithmapError('internal', `There is no command ${name}.`);
    return z
      .string()
      .default('')
      .parse(command.run(this.#draft, args, this.#context)['id']);
  }
}

/** Not brought together yet, and not given up. */
const stagesUnderWay: readonly Introduction['stage'][] = ['idea', 'asked', 'agreed'];

/** @throws KithmapError `conflict` for two of whom was said never to introduce them. */
function underWay(draft: Draft, a: string, b: string): Introduction | undefined {
  const isPair = (pair: { readonly a: string; readonly b: string }): boolean =>
    (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a);
  for (const id of draft.referring('contacts', a, 'pairDecisions')) {
    const decision = draft.need('pairDecisions', id);
    if (decision.kind === 'never-introduce' && isPair(decision)) {
      throw new KithmapError('conflict', 'You decided never to introduce these two. Take that back first.');
    }
  }
  for (const id of draft.referring('contacts', a, 'introductions')) {
    const introduction = draft.need('introductions', id);
    if (
      isPair(introduction) &&
      introduction.by === undefined &&
      stagesUnderWay.includes(introduction.stage)
    ) {
      return introduction;
    }
  }
  return undefined;
}

export const captureCommands: readonly Command[] = [log];
