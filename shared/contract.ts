/**
 * What a page (or a terminal, or a second window) may ask of a host: one object, name -> argument schema, result
 * schema. Electron IPC, the loopback server, the socket between entries and the in-memory host of the tests all
 * carry exactly this, and nothing else reaches the network.
 *
 *   page --call--> host     one answer or one typed error each
 *   page <--event-- host    edits of all windows, progress, the state of the file
 */
import { z } from 'zod';
import { AskedAnswer, HelpAnswer, OfferAnswer, Readiness } from './asking/answers';
import { DuplicatesAnswer, DuplicatesQuestion } from './duplicates/answers';
import { errorCodes } from './errors';
import { WeeksAnswer } from './goals/answers';
import { GuessesAnswer, GuessesQuestion } from './guesses/answers';
import { ImportBeginning, ImportCounts, ReviewAnswer, ReviewQuestion } from './imports/answers';
import { JsonObject } from './json';
import { DueAnswer, WeekAnswer } from './keeping/answers';
import { LoadAnswer, LoadQuestion } from './load/answers';
import { Id } from './model/ids';
import { Patch } from './model/patch';
import { TableName, type TableName as Table } from './model/table-names';
import { PathsAnswer, PathsQuestion } from './paths/answers';
import { PlanAnswer, PlanQuestion } from './plans/answers';
import { WhoCaresAnswer } from './sharing/answers';
import { Matter } from './sharing/matter';
import { SuggestionsAnswer, SuggestionsQuestion } from './suggestions/answers';
import { ExportChoice } from './formats/export-choice';
import { exportFormats } from './formats/export-formats';
import { Day, Moment } from './time';

/** Raised when a page and a host of different builds could misunderstand each other. */
export const contractVersion = 1;
/** No message is larger than this, in either direction (bytes of JSON). */
export const messageLimit = 8 * 1024 * 1024;

/** The tables that a page holds in whole; the others are asked for per contact. */
export const replicaTables = [
  'settings',
  'myAddresses',
  'contacts',
  'ties',
  'introductions',
  'plans',
  'goals',
  'shareables',
  'snoozes',
  'pauses',
  'groupReminders',
  'trips',
  'stays',
  'pairDecisions',
  'diversityTargets',
  'templates',
  'drafts',
  'clusters',
  'positions',
  'savedViews',
  'forgotten',
  'batches',
  'importMappings',
] as const satisfies readonly Table[];

const Capabilities = z.object({
  /** A file dialog and drops give paths; otherwise the page reads dropped files itself. */
  notifications: z.boolean(),
  tray: z.boolean(),
  /** `openExternal` works; otherwise links open in the browser that the page is in. */
  openExternal: z.boolean(),
  /** Keys such as Ctrl+N and Ctrl+1 belong to the browser. */
  reservedKeys: z.boolean(),
  /** The data folder can be shown in the file manager. */
  showFolder: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;

const SavedState = z.object({
  /** Everything up to here is on disk. */
  seq: z.int(),
  at: Moment.optional(),
  /** Why nothing can be saved just now, as a sentence. */
  trouble: z.string().optional(),
});

export const Hello = z.object({
  appVersion: z.string(),
  contractVersion: z.int(),
  schemaVersion: z.int(),
  /** Names this caller in `edit`, so that each window undoes what it did. */
  client: Id,
  capabilities: Capabilities,
  seq: z.int(),
  saved: SavedState,
  today: Day,
  zone: z.string(),
  locale: z.string(),
  dataFolder: z.string(),
  /** Why the network can only be read, as a sentence. */
  readOnly: z.string().optional(),
  /** What was found and mended on opening, as sentences. */
  notices: z.array(z.string()),
});
export type Hello = z.infer<typeof Hello>;

const EditEvent = z.object({
  type: z.literal('edit'),
  seq: z.int(),
  client: z.string(),
  /** The command's name, or `undo`. */
  name: z.string(),
  label: z.string(),
  at: Moment,
  batch: Id.optional(),
  /** The next edit is of the same batch, and on its way: what is worked out now would be of half a batch. */
  more: z.boolean().optional(),
  /** Of every table but `confidential`. */
  patches: z.array(Patch),
});
export type EditEvent = z.infer<typeof EditEvent>;

export const HostEvent = z.discriminatedUnion('type', [
  EditEvent,
  z.object({ type: z.literal('saved'), saved: SavedState }),
  z.object({ type: z.literal('progress'), job: Id, done: z.number(), total: z.number(), note: z.string() }),
  z.object({ type: z.literal('notice'), level: z.enum(['info', 'caution', 'danger']), text: z.string() }),
  /** Midnight passed. */
  z.object({ type: z.literal('day'), today: Day }),
  /** The network was replaced as a whole (restore): read it anew. */
  z.object({ type: z.literal('reload') }),
  z.object({ type: z.literal('closing'), reason: z.string() }),
  /** The person pressed a notification: this window goes there. */
  z.object({ type: z.literal('go'), screen: z.literal('today') }),
]);
export type HostEvent = z.infer<typeof HostEvent>;

const Kept = z.object({
  table: TableName,
  id: Id,
  field: z.string().optional(),
  reason: z.enum(['changed-since', 'in-use', 'gone', 'refers-to-nothing', 'exists-again']),
});

const Rows = z.array(z.object({ table: TableName, rows: z.array(JsonObject) }));
const Stream = z.object({ stream: Id.optional() });

const BackupInfo = z.object({
  name: z.string(),
  at: Moment,
  contacts: z.int(),
  bytes: z.int(),
  reason: z.string(),
});
export type BackupInfo = z.infer<typeof BackupInfo>;

const method = <A extends z.ZodType, R extends z.ZodType>(args: A, result: R): { args: A; result: R } => ({
  args,
  result,
});
const nothing = z.strictObject({});

export const contract = {
  /** First call of every caller. */
  hello: method(nothing, Hello),
  /** The replica's tables, slice by slice: call with the answered `stream` until `done`. Later edits come as events. */
  replica: method(
    Stream,
    z.object({
      stream: Id,
      seq: z.int(),
      tables: Rows,
      summaries: z.array(z.object({ contact: Id, last: Day.optional(), count: z.int() })),
      total: z.int(),
      done: z.boolean(),
    }),
  ),
  /** What the analysis needs, slice by slice: messages of shared/analysis/service-messages. */
  feed: method(
    Stream,
    z.object({ stream: Id, seq: z.int(), messages: z.array(JsonObject), done: z.boolean() }),
  ),
  /** Texts to search in, slice by slice (never confidential ones): notes per contact. */
  searchTexts: method(
    Stream,
    z.object({
      stream: Id,
      seq: z.int(),
      texts: z.array(z.object({ contact: Id, note: Id, text: z.string() })),
      done: z.boolean(),
    }),
  ),
  /** Edits after `seq`, for a caller that missed some; `reload` where they are no longer at hand. */
  changes: method(z.object({ after: z.int() }), z.object({ reload: z.boolean(), edits: z.array(EditEvent) })),
  /** What is kept about one contact outside the replica, newest first; interactions come by `interactions`. */
  details: method(z.object({ contact: Id }), z.object({ tables: Rows })),
  /** One page of a contact's interactions, newest first; `before` is the `next` of the page before. */
  interactions: method(
    z.object({ contact: Id, before: z.string().optional(), limit: z.int().min(1).max(200).default(50) }),
    z.object({ interactions: z.array(JsonObject), next: z.string().optional(), total: z.int() }),
  ),
  /** What a tie rests on. */
  evidence: method(z.object({ tie: Id }), z.object({ evidence: z.array(JsonObject) })),
  /** One confidential text, because the person asked to see it. */
  reveal: method(z.object({ id: Id }), z.object({ text: z.string() })),
  /**
   * The list of a day's week: whom to be in touch with, and why. Without a day it is today's. `glance`: nobody looks at
   * it, so that it does not count as seen.
   */
  week: method(z.object({ day: Day.optional(), glance: z.boolean().default(false) }), WeekAnswer),
  /** Who is due on a day, page by page; who waits for an answer; who may slip away. */
  due: method(
    z.object({
      day: Day.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(2_000).default(200),
    }),
    DueAnswer,
  ),
  /** How the goals of a week stand on a day, and stood in the weeks before. */
  weeks: method(z.object({ day: Day.optional() }), WeeksAnswer),
  /** The one notification of the day: whether its hour has come, and what it says, where there is something to say. */
  digest: method(
    z.object({ hour: z.int().min(0).max(23) }),
    z.object({ due: z.boolean(), text: z.string().optional() }),
  ),
  /** Who might care for what is kept as `shareable`, or for what is said here; whoever had the former is left out. */
  whoCares: method(
    Matter.extend({
      shareable: Id.optional(),
      /** Taken for today. */
      day: Day.optional(),
      limit: z.int().min(0).max(200).default(30),
    }),
    WhoCaresAnswer,
  ),
  /** Who can help with a need, by its words, and whether it is a good moment to ask each. */
  whoCanHelp: method(
    z.object({ need: z.string().max(2_000), limit: z.int().min(0).max(60).default(30) }),
    HelpAnswer,
  ),
  /** Whether it is a good moment to ask somebody, and what would make it better. */
  readiness: method(z.object({ contact: Id }), Readiness),
  /** What I asked of people: waiting for an answer, thanks owed, answered. */
  asked: method(nothing, AskedAnswer),
  /** Who was told what I do and could offer, and who ought to know and does not. */
  whoKnows: method(nothing, OfferAnswer),
  /** How often each was asked for something, by whom, what came of it, and what last went back to them. */
  load: method(LoadQuestion, LoadAnswer),
  /** Who could bring me, or anybody, to somebody: the warmest paths, each step with what it rests on. */
  paths: method(PathsQuestion, PathsAnswer),
  /** Who is where a plan leads to, who bridges to it, and the few introductions that reach the most. */
  plan: method(PlanQuestion, PlanAnswer),
  /** Guessed ties that wait for a yes or no, by group, each with what it rests on. */
  guesses: method(GuessesQuestion, GuessesAnswer),
  /** Whom to bring together this week, and why. */
  suggestions: method(SuggestionsQuestion, SuggestionsAnswer),
  /** Who may be there twice, with how likely that is and why. */
  duplicates: method(DuplicatesQuestion, DuplicatesAnswer),
  /** Runs a command. Answered once it is on disk, after its event. `sure`: more than half of the contacts may go. */
  edit: method(
    z.object({ client: Id, name: z.string().max(100), args: JsonObject, sure: z.boolean().default(false) }),
    z.object({ seq: z.int(), answer: JsonObject }),
  ),
  /** What a command would answer (what a removal takes along), without doing it. */
  tryOut: method(z.object({ name: z.string().max(100), args: JsonObject }), z.object({ answer: JsonObject })),
  /** Takes one earlier edit back (also an undo: that is redo). Answers what stays because of later edits. */
  undo: method(
    z.object({ client: Id, seq: z.int() }),
    z.object({ seq: z.int(), label: z.string(), kept: z.array(Kept) }),
  ),
  /** Takes a whole batch back, also long after. */
  undoBatch: method(z.object({ client: Id, batch: Id }), z.object({ seq: z.int(), kept: z.array(Kept) })),

  /** Takes the sample out, without a trace. Answers what stays because of later edits. */
  clearSample: method(z.object({ client: Id }), z.object({ kept: z.array(Kept) })),
  /** Whom an import brought or changed, and what else it added, page by page. */
  batch: method(
    z.object({
      batch: Id,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100_000).default(100),
    }),
    z.object({
      total: z.int(),
      people: z.array(
        z.object({
          contact: Id,
          /** Absent where they are no longer there. */
          name: z.string().optional(),
          what: z.enum(['new', 'changed']),
          /** Names of the fields that changed. */
          fields: z.array(z.string()),
        }),
      ),
      added: z.object({ ties: z.int(), evidence: z.int(), interactions: z.int(), notes: z.int() }),
    }),
  ),
  /** Begins a staged import: nothing is written until `importCommit`. */
  importOpen: method(ImportBeginning, z.object({ import: Id })),
  /** Adds parsed records (shared/formats/record) of one file, in bounded pieces. */
  importAdd: method(
    z.object({ import: Id, file: z.int().min(0), items: z.array(JsonObject).max(5_000) }),
    z.object({ received: z.int() }),
  ),
  /** Compares what was added with the network; one page of rows, what needs the person first. */
  importReview: method(ReviewQuestion, ReviewAnswer),
  /** Writes the import as one batch; progress comes as events under the import's id. */
  importCommit: method(z.object({ import: Id }), z.object({ batch: Id, counts: ImportCounts })),
  /** Forgets a staged import, or stops one that is being written: then nothing of it stays. */
  importCancel: method(z.object({ import: Id }), nothing),
  /** Fills an empty network with the sample, as one batch. */
  loadSample: method(z.object({ client: Id }), z.object({ batch: Id })),

  /**
   * The network in another form, piece by piece. Confidential texts are in it only where they are asked for by name, and
   * only in its own JSON. Of `markdown` each piece is whole lines, each a file of the folder as JSON.
   */
  export: method(
    z.object({
      format: z.enum(exportFormats),
      /** Taken for today, by calendars. */
      day: Day.optional(),
      choice: ExportChoice.prefault({}),
      confidential: z.boolean().default(false),
      stream: Id.optional(),
    }),
    z.object({
      stream: Id,
      text: z.string(),
      done: z.boolean(),
      /** What was found wanting, as sentences; in every piece. */
      findings: z.array(z.string()),
    }),
  ),
  backups: method(nothing, z.object({ backups: z.array(BackupInfo) })),
  backup: method(nothing, z.object({ name: z.string() })),
  /** Puts a backup in place; what was there is kept as a backup first. */
  restore: method(z.object({ name: z.string().max(200) }), z.object({ kept: z.string() })),
  /**
   * Forgets for good: somebody, or the mails of imports before a day, in every file of the folder. It cannot be taken
   * back. `remember`: imports leave them out from now on. `dry`: only says what would go.
   */
  forget: method(
    z.object({
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('contact'), contact: Id }),
        z.object({ kind: z.literal('mail'), before: Day }),
      ]),
      remember: z.boolean(),
      dry: z.boolean().default(false),
    }),
    z.object({
      done: z.boolean(),
      goes: z.object({
        interactions: z.int(),
        ties: z.int(),
        evidence: z.int(),
        promises: z.int(),
        notes: z.int(),
      }),
      /** Contacts about whom a text is written that names the one who goes; it stays. */
      naming: z.array(Id),
    }),
  ),
  /** The folder's health: what was looked at, and what is wrong. */
  health: method(
    nothing,
    z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ what: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  ),
  /** What the parts of the data folder take. */
  folder: method(
    nothing,
    z.object({
      parts: z.array(
        z.object({
          part: z.enum(['network', 'journal', 'history', 'backups']),
          files: z.int(),
          bytes: z.number(),
        }),
      ),
    }),
  ),
  /** Takes everything out but the settings, as one batch, after a backup. */
  startAgain: method(z.object({ client: Id }), z.object({ kept: z.string() })),
  /** Opens a mailto, tel or https link outside. */
  openExternal: method(z.object({ url: z.string().max(4_000) }), nothing),
  showFolder: method(nothing, nothing),
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Arguments<M extends Method> = z.input<Contract[M]['args']>;
export type Result<M extends Method> = z.output<Contract[M]['result']>;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

/** A host as everything else sees it, whatever carries the calls. */
export interface Host {
  /** @throws KithmapError for every failure, with a sentence to act on. */
  call<M extends Method>(method: M, args: Arguments<M>): Promise<Result<M>>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  close(): Promise<void>;
}

/** A call and its answer as JSON, on carriers that have no calls of their own. */
export const CallMessage = z.strictObject({ id: z.int(), method: z.string().max(100), args: z.unknown() });
export const AnswerMessage = z.object({
  id: z.int(),
  result: z.unknown().optional(),
  error: z.object({ code: z.enum(errorCodes), message: z.string() }).optional(),
});
export const EventMessage = z.object({ event: HostEvent });
