/**
 * One window's work on the network: the host it talks to, its copy of the network, what is selected, where it is,
 * and what it did and can take back. Made once by the page and handed down; nothing of it is global.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditEvent, Hello, Host, HostEvent } from '../../shared/contract';
import { toErrorMessage } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { AnalysisState } from './analysis-state';
import { AtlasView } from './atlas-view';
import { Dialogs } from './dialogs';
import { ImportFlow } from './import-flow';
import { asOpened, type InsightsView } from './insights-view';
import { keptWords } from './kept-words';
import { Navigation } from './navigation';
import { everybody, type PeopleView } from './people-view';
import { questionMemory } from './question-memory';
import type { ReadFiles } from './read-files';
import { Replica } from './replica';
import { SearchClient, type StartSearch } from './search-client';
import { Tally } from './tally';
import { Toasts } from './toasts';
import { did, didAgain, didBatch, nothingDone, tookBack, type Undoable, type UndoState } from './undo-stack';

/** Who and what is picked; shared by the atlas, the table and the inspector. */
export interface Selection {
  /** Contacts in the order in which they were picked. */
  readonly contacts: readonly string[];
  readonly cluster?: string;
}

/** What the host says about its file and itself. */
export interface HostState {
  readonly saved: Hello['saved'];
  /** Edits of this window that are not yet answered. */
  readonly pending: number;
  readonly today: string;
  /** Why the host goes away, as a sentence. */
  readonly closing?: string;
}

/** The threads that a session starts. */
export interface Helpers {
  readonly startSearch: StartSearch;
  readonly readFiles: ReadFiles;
}

export interface EditOptions {
  /** What the toast says was done; it offers Undo. No toast without. */
  readonly done?: string;
  /** False for what the app does by itself, such as placing people: undo passes it over. */
  readonly undoable?: boolean;
  /** The person was asked: more than half of the contacts may go. */
  readonly sure?: boolean;
}

interface Stoppable {
  readonly stop: () => void;
}

export class Session {
  readonly host: Host;
  readonly hello: Hello;
  readonly replica: Replica;
  readonly analysis = new AnalysisState();
  readonly tally: Tally;
  readonly search: SearchClient;
  readonly imports: ImportFlow;
  readonly toasts = new Toasts();
  readonly navigation = new Navigation();
  readonly dialogs = new Dialogs();
  readonly atlas = new AtlasView();
  readonly selection: StoreApi<Selection> = createStore<Selection>(() => ({ contacts: [] }));
  readonly peopleView: StoreApi<PeopleView> = createStore<PeopleView>(() => everybody);
  readonly insights: StoreApi<InsightsView> = createStore<InsightsView>(() => asOpened);
  /** Whom to bring into view; a new object each time, so that asking twice is heard twice. */
  readonly shown: StoreApi<{ readonly contact?: string }> = createStore(() => ({}));
  readonly state: StoreApi<HostState>;
  readonly undoState: StoreApi<UndoState> = createStore<UndoState>(() => nothingDone);
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #labels = new Map<number, string>();
  /** The toasts that offer to take an edit back, by its seq. */
  readonly #offers = new Map<number, number>();
  /** Edits, undos and redos that are not answered yet: an undo waits for those asked for before it. */
  readonly #underWay = new Set<Promise<unknown>>();
  /** What was taken back already, by seq. */
  readonly #taken = new Set<number>();
  /** The batch that this window's last undo was written as. */
  #undoBatch: string | undefined;
  #unsubscribe: (() => void) | undefined;
  #undoableUnderWay = 0;
  readonly #kept = new Map<unknown, Stoppable>();

  constructor(host: Host, hello: Hello, { startSearch, readFiles }: Helpers) {
    this.host = host;
    this.hello = hello;
    this.replica = new Replica(host);
    this.tally = new Tally(this.replica, this.analysis);
    this.search = new SearchClient(startSearch, this.replica, host);
    this.imports = new ImportFlow(this, readFiles, questionMemory(this));
    this.state = createStore<HostState>(() => ({ saved: hello.saved, pending: 0, today: hello.today }));
  }

  /** Listens to the host and fills the copy. */
  async start(): Promise<void> {
    this.#unsubscribe = this.host.subscribe((event) => this.#receive(event));
    this.replica.onChange(() => this.#dropGone());
    for (const text of this.hello.notices) this.toasts.say(text, { level: 'caution' });
    await this.replica.fill();
    this.search.start();
  }

  /**
   * Something that a screen made and wants again when it comes back: made once, there until the session ends.
   * @param kind its class
   */
  keep<T extends Stoppable>(kind: abstract new (...args: never[]) => T, make: () => T): T {
    const standing = this.#kept.get(kind);
    if (standing instanceof kind) return standing;
    const made = make();
    this.#kept.set(kind, made);
    return made;
  }

  stop(): void {
    for (const kept of this.#kept.values()) kept.stop();
    this.#unsubscribe?.();
    this.search.stop();
    this.tally.stop();
  }

  /** Every event of the host. @returns a function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs a command. Resolves with its answer once it is on disk and in the page's copy.
   * @throws KithmapError with a sentence to show; see `tell` for callers that only want it shown.
   */
  async edit(name: string, args: JsonObject, options: EditOptions = {}): Promise<JsonObject> {
    return await this.#follow(this.#edit(name, args, options));
  }

  async #edit(name: string, args: JsonObject, options: EditOptions): Promise<JsonObject> {
    const undoable = options.undoable !== false;
    if (undoable) this.#undoableUnderWay += 1;
    this.#pending(1);
    try {
      const { client } = this.hello;
      const { seq, answer } = await this.host.call('edit', { client, name, args, sure: options.sure });
      await this.replica.reached(seq);
      if (undoable) {
        const edit = { seq, label: this.#labels.get(seq) ?? options.done ?? 'Change' };
        this.#labels.delete(seq);
        this.undoState.setState((state) => did(state, edit), true);
        if (options.done !== undefined) this.#offerUndo(options.done, edit);
      }
      return answer;
    } finally {
      if (undoable) this.#undoableUnderWay -= 1;
      this.#pending(-1);
    }
  }

  /** Runs a command and shows a failure as a toast. @returns undefined where it failed. */
  async tell(name: string, args: JsonObject, options: EditOptions = {}): Promise<JsonObject | undefined> {
    try {
      return await this.edit(name, args, options);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** Shows a failure. */
  fail(error: unknown): void {
    this.toasts.say(toErrorMessage(error).message, { level: 'danger' });
  }

  /** Also what is not answered yet: undo waits for it. */
  get canUndo(): boolean {
    return this.undoState.getState().done.length > 0 || this.#undoableUnderWay > 0;
  }

  get canRedo(): boolean {
    return this.undoState.getState().undone.length > 0;
  }

  /** Takes back what this window did last. Asked twice in haste, it takes back two. */
  async undo(): Promise<void> {
    await this.#inTurn(async () => {
      const edit = this.undoState.getState().done.at(-1);
      if (edit !== undefined) await this.#takeBack(edit);
    });
  }

  /** Does again what was taken back last. */
  async redo(): Promise<void> {
    await this.#inTurn(async () => {
      const edit = this.undoState.getState().undone.at(-1);
      if (edit !== undefined) await this.#revert(edit, `Done again: ${lower(edit.label)}`, didAgain);
    });
  }

  /** Takes back one edit of this window, whether or not it was the last. */
  async takeBack(edit: Undoable): Promise<void> {
    await this.#inTurn(() => this.#takeBack(edit));
  }

  /** Takes a whole batch back: an import, the sample. */
  async undoBatch(batch: string, done: string): Promise<void> {
    try {
      const { seq, kept } = await this.host.call('undoBatch', { client: this.hello.client, batch });
      await this.replica.reached(seq);
      this.toasts.say([done, keptWords(kept)].filter((text) => text !== undefined).join(' '));
    } catch (error) {
      this.fail(error);
    }
  }

  /** Selects one contact, or none. */
  select(contact: string | undefined): void {
    this.selection.setState({ contacts: contact === undefined ? [] : [contact] }, true);
  }

  /** Brings a contact into view: the atlas flies there, the table scrolls there. */
  show(contact: string): void {
    this.shown.setState({ contact }, true);
  }

  async #takeBack(edit: Undoable): Promise<void> {
    if (!this.#taken.has(edit.seq)) await this.#revert(edit, `Undone: ${lower(edit.label)}`, tookBack);
  }

  /** Does `work` once what was asked for before it is answered, well or not. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    await this.#follow(Promise.allSettled([...this.#underWay]).then(work));
  }

  async #follow<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  async #revert(
    edit: Undoable,
    said: string,
    move: (state: UndoState, edit: Undoable, by: Omit<Undoable, 'label'>) => UndoState,
  ): Promise<void> {
    this.#pending(1);
    try {
      const { client } = this.hello;
      const { seq, kept } = await (edit.batch === undefined
        ? this.host.call('undo', { client, seq: edit.seq })
        : this.host.call('undoBatch', { client, batch: edit.batch }));
      await this.replica.reached(seq);
      this.#taken.add(edit.seq);
      this.#withdrawOffer(edit.seq);
      // A long undo is a batch of its own, and is taken back as one.
      const by = { seq, ...(this.#undoBatch === undefined ? {} : { batch: this.#undoBatch }) };
      this.#undoBatch = undefined;
      this.undoState.setState((state) => move(state, edit, by), true);
      this.toasts.say([`${said}.`, keptWords(kept)].filter((text) => text !== undefined).join(' '));
    } catch (error) {
      this.fail(error);
    } finally {
      this.#pending(-1);
    }
  }

  /** Who is gone is no longer selected. */
  #dropGone(): void {
    const { contacts } = this.selection.getState();
    const present = contacts.filter((id) => this.replica.network.has('contacts', id));
    if (present.length < contacts.length) this.selection.setState({ contacts: present });
  }

  #offerUndo(done: string, edit: Undoable): void {
    const action = { label: 'Undo', perform: () => void this.takeBack(edit) };
    this.#offers.set(edit.seq, this.toasts.say(done, { action }));
  }

  /** What was taken back by key or button is no longer offered. */
  #withdrawOffer(seq: number): void {
    const toast = this.#offers.get(seq);
    this.#offers.delete(seq);
    if (toast !== undefined) this.toasts.dismiss(toast);
  }

  #pending(by: number): void {
    this.state.setState(({ pending }) => ({ pending: pending + by }));
  }

  /** What this window did: a command is entered when it is answered, a batch as its lines come. */
  #note({ seq, label, name, batch }: EditEvent): void {
    if (name === 'undo') this.#undoBatch = batch;
    else if (batch === undefined) this.#labels.set(seq, label);
    else this.undoState.setState((state) => didBatch(state, { seq, label, batch }), true);
  }

  #receive(event: HostEvent): void {
    if (event.type === 'edit' && event.client === this.hello.client) this.#note(event);
    if (event.type === 'saved') this.state.setState({ saved: event.saved });
    if (event.type === 'day') this.state.setState({ today: event.today });
    if (event.type === 'go') this.navigation.go(event.screen);
    if (event.type === 'closing') this.state.setState({ closing: event.reason });
    if (event.type === 'notice') this.toasts.say(event.text, { level: event.level });
    if (event.type === 'reload') this.undoState.setState(nothingDone, true);
    this.replica.receive(event);
    for (const listener of this.#listeners) listener(event);
  }
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
