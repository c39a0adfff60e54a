/**
 * Answers every method of the contract over a store. Whoever carries calls here (the desktop, the loopback server,
 * a socket, a test) hands over a method's name and whatever came as its arguments; both are checked here.
 */
import type { Answerer } from '../../shared/answerer';
import {
  contractVersion,
  type Hello,
  type HostEvent,
  isMethod,
  type Method,
  type Result,
} from '../../shared/contract';
import { parseArguments, type Parsed, parseResult } from '../../shared/contract-parsing';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import { Listeners } from '../../shared/listeners';
import { schemaVersion } from '../../shared/model/migrations';
import { AskingAnswers } from './asking';
import { batchAnswer } from './batches';
import type { Clock } from './clock';
import { DuplicateAnswers } from './duplicates';
import { Exports } from './exports';
import { Feeding } from './feeding';
import { answerGuesses } from './guesses';
import { forget, missingAfter, whatWouldGo } from './forgetting';
import { Imports } from './imports';
import { KeepingAnswers } from './keeping';
import * as lookups from './lookups';
import { noCapabilities } from './outside';
import { PlanAnswers } from './plans';
import { Reading } from './reading';
import { clearSample, loadSample, type ReadSample } from './sample';
import { answerWhoCares } from './sharing';
import type { SideFile } from './side-file';
import type { Store } from './store/store';
import { startAgain } from './start-again';
import { SuggestionAnswers } from './suggestions';
import { WaysAnswers } from './ways';
import { Writing } from './writing';

export interface HostOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly appVersion: string;
  readonly dataFolder: string;
  /** Milliseconds from some fixed moment, to keep slices of work short. */
  readonly elapsed: () => number;
  /** Calls `work` again and again. @returns what ends it. */
  readonly every: (ms: number, work: () => void) => () => void;
  readonly readSample: ReadSample;
  /** Where it stays who was on the lists that were looked at. */
  readonly shown?: SideFile;
  /** Where it stays which pairs were suggested. */
  readonly suggested?: SideFile;
  /** Told of faults of ours, which callers see as a sentence without the cause. */
  readonly onFault: (error: unknown) => void;
  /** Reads each answer with its schema, too: for tests. */
  readonly checkAnswers?: boolean;
}

export interface LocalHost extends Answerer {
  /** Tells callers that the host goes, and why; then closes the store. */
  end(reason: string): Promise<void>;
}

type Handlers = { readonly [M in Method]: (args: Parsed<M>) => Promise<Result<M>> | Result<M> };

/** How often it is looked whether midnight has passed: also right after sleep, or when the clock was set. */
const dayCheck = 30_000;
/** Edits that `changes` answers with; who missed more reads anew. */
const mostChanges = 2_000_000;

export function makeHost(options: HostOptions): LocalHost {
  const { store, clock, newId, elapsed, onFault, checkAnswers = false } = options;
  const listeners = new Listeners<HostEvent>();
  const tell = (event: HostEvent): void => {
    if (event.type === 'edit') {
      keeping.heard(event);
      ways.heard(event);
    }
    listeners.tell(event);
  };
  const writing = new Writing({ store, clock, newId, tell, elapsed });
  const keeping = new KeepingAnswers({ store, clock, writing, shown: options.shown });
  const asking = new AskingAnswers({ store, clock, writing });
  const ways = new WaysAnswers({ store, clock, writing });
  const suggestions = new SuggestionAnswers({ store, clock, writing, ways, shown: options.suggested });
  const plans = new PlanAnswers({ store, clock, ways });
  const duplicates = new DuplicateAnswers({ store, clock, writing });
  const reading = new Reading(newId, elapsed);
  const feeding = new Feeding(newId, elapsed);
  const exports = new Exports(newId, elapsed);
  const imports = new Imports({ store, writing, newId, tell, elapsed });
  let ended: KithmapError | undefined;

  let today = clock.today();
  const stopClock = options.every(dayCheck, () => {
    if (clock.today() === today) return;
    today = clock.today();
    tell({ type: 'day', today });
  });
  const stopSaved = store.onSaved((saved) => tell({ type: 'saved', saved }));

  /** The network is another one: what was read of it before is of no use. */
  const begunAnew = (): void => {
    writing.restart();
    keeping.renew();
    ways.renew();
    reading.clear();
    feeding.clear();
    exports.clear();
    imports.forgetPlans();
    tell({ type: 'reload' });
  };

  const forgetting = { store, writing, beside: [keeping, suggestions], onDone: begunAnew };

  /** Begins a stream of the network as it is between two writes. */
  const opened = (stream: string | undefined, open: (seq: number) => Promise<string>): Promise<string> =>
    stream === undefined ? writing.alone(() => open(writing.seq)) : Promise.resolve(stream);

  const handlers: Handlers = {
    hello: (): Hello => ({
      appVersion: options.appVersion,
      contractVersion,
      schemaVersion,
      client: newId(),
      capabilities: noCapabilities,
      seq: writing.seq,
      saved: store.saved(),
      today: clock.today(),
      zone: clock.zone,
      locale: clock.locale,
      dataFolder: options.dataFolder,
      ...(store.readOnly === undefined ? {} : { readOnly: store.readOnly }),
      notices: [...store.notices],
    }),

    replica: async ({ stream }) =>
      reading.replica(await opened(stream, (seq) => reading.openReplica(store.network, seq))),
    feed: async ({ stream }) => feeding.next(await opened(stream, (seq) => feeding.open(store.network, seq))),
    searchTexts: async ({ stream }) =>
      reading.texts(await opened(stream, (seq) => reading.openTexts(store.network, seq))),
    export: async ({ format, day, stream, choice, confidential }) => {
      if (stream !== undefined) return exports.next(stream);
      const list = format === 'ics-weekly' ? (await keeping.week(day)).contacts.map(({ id }) => id) : [];
      const time = { today: day ?? clock.today(), now: clock.now(), locale: clock.locale };
      const asked = { ...time, list, choice, confidential };
      return exports.next(await writing.alone(() => exports.open(store.network, format, asked)));
    },
    changes({ after }) {
      const edits = writing.eventsAfter(after);
      const tooMany = edits !== undefined && JSON.stringify(edits).length > mostChanges;
      return edits === undefined || tooMany ? { reload: true, edits: [] } : { reload: false, edits };
    },

    details: ({ contact }) => lookups.details(store.network, contact),
    interactions: ({ contact, before, limit }) => lookups.interactions(store.network, contact, before, limit),
    evidence: ({ tie }) => lookups.evidence(store.network, tie),
    week: ({ day, glance }) => keeping.week(day, glance),
    due: ({ day, ...page }) => keeping.due(day, page),
    weeks: ({ day }) => keeping.weeks(day),
    digest: ({ hour }) => keeping.digest(hour),
    whoCares: (asked) => answerWhoCares({ store, clock, writing }, asked),
    whoCanHelp: ({ need, limit }) => asking.whoCanHelp(need, limit),
    readiness: ({ contact }) => asking.readiness(contact),
    asked: () => asking.asked(),
    whoKnows: () => asking.whoKnows(),
    load: ({ contacts }) => asking.load(contacts),
    paths: (question) => ways.paths(question),
    plan: (question) => plans.answer(question),
    guesses: (question) => answerGuesses({ store, clock, writing }, question),
    suggestions: (question) => suggestions.answer(question),
    duplicates: (question) => duplicates.answer(question),
    reveal: ({ id }) => lookups.reveal(store.network, id),

    edit: ({ client, name, args, sure }) => writing.edit(client, name, args, sure),
    tryOut: ({ name, args }) => ({ answer: writing.tryOut(name, args) }),
    undo: ({ client, seq }) => writing.undo(client, seq),
    undoBatch: ({ client, batch }) => writing.undoBatch(client, batch),

    batch: (args) => batchAnswer(store, args),
    importOpen: (args) => imports.open(args),
    importAdd: (args) => imports.add(args),
    importReview: (args) => imports.review(args),
    importCommit: (args) => imports.commit(args),
    importCancel: (args) => imports.cancel(args),
    loadSample: ({ client }) =>
      loadSample({ client, store, writing, clock, newId, read: options.readSample }),

    backups: async () => ({ backups: await store.backups() }),
    backup: async () => ({ name: await writing.alone(() => store.backup('asked for')) }),
    restore: async ({ name }) => {
      const forgotten = [...store.network.all('forgotten')];
      const kept = await writing.alone(async () => {
        const before = await store.restore(name);
        begunAnew();
        return before;
      });
      for (const { salt, digests, mailBefore } of missingAfter(forgotten, store.network)) {
        await writing.edit('restore', 'forgotten.remember', { salt, digests, mailBefore }, false);
      }
      return { kept };
    },
    clearSample: ({ client }) => clearSample(forgetting, client),
    forget: async ({ dry, ...asked }) =>
      dry
        ? { ...whatWouldGo(store.network, asked), done: false }
        : {
            ...(await forget(forgetting, asked)),
            done: true,
          },
    health: () => store.health(),
    folder: async () => ({ parts: await store.folder() }),
    startAgain: async ({ client }) => ({ kept: await startAgain({ client, store, writing, newId }) }),
    openExternal: () => Promise.reject(new KithmapError('unavailable', 'Links cannot be opened from here.')),
    showFolder: () =>
      Promise.reject(new KithmapError('unavailable', 'The folder cannot be shown from here.')),
  };

  const handle = async <M extends Method>(method: M, args: unknown): Promise<Result<M>> => {
    const result = await handlers[method](parseArguments(method, args));
    return checkAnswers ? parseResult(method, result) : result;
  };

  const end = async (reason: string): Promise<void> => {
    if (ended !== undefined) return;
    ended = new KithmapError('unavailable', reason);
    stopClock();
    tell({ type: 'closing', reason });
    await imports.stop();
    await writing.alone(() => store.close());
    stopSaved();
  };

  return {
    async answer(method, args) {
      if (ended !== undefined) throw ended;
      if (!isMethod(method)) {
        throw new KithmapError('unknown-method', `Kithmap cannot be asked for "${method.slice(0, 100)}".`);
      }
      try {
        return await handle(method, args);
      } catch (error) {
        if (error instanceof KithmapError) throw error;
        onFault(error);
        const { code, message } = toErrorMessage(error);
        throw new KithmapError(code, message, { cause: error });
      }
    },
    subscribe: (listener) => listeners.add(listener),
    end,
    close: () => end('Kithmap was closed.'),
  };
}
