/**
 * What changes the network: commands, undo, and the batches of imports. Writes go one after another; each is told to
 * all callers in the order of its `seq`, without a gap, before it is answered.
 */
import { type Answer, type CommandContext, run } from '../../shared/commands/command';
import { commandNamed } from '../../shared/commands/index';
import { type KeptBack, revert, revertSteps } from '../../shared/commands/revert';
import type { EditEvent } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import type { Patch } from '../../shared/model/patch';
import type { Steps } from '../../shared/steps';
import type { Clock } from './clock';
import type { BatchOptions, BatchWriter, JournalEntry, NewEntry, Store } from './store/store';
import { inTurns, Turns } from './turns';

export interface WritingOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly tell: (event: EditEvent) => void;
  /** Milliseconds from some fixed moment, to keep slices of work short. */
  readonly elapsed: () => number;
}

/** Patches in one line of a batch, so that no line grows with the network. */
const linePatches = 500;
/** A look at the network is begun so often beside the writes, before it holds them up. */
const mostLooks = 3;

/** Something began to be written while the network was looked at. */
class Overtaken extends Error {}

export class Writing {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #tell: (event: EditEvent) => void;
  readonly #elapsed: () => number;
  readonly #turns = new Turns();
  readonly #looks = new Turns();
  /** Every edit up to here has been told. */
  #told: number;

  constructor({ store, clock, newId, tell, elapsed }: WritingOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#newId = newId;
    this.#tell = tell;
    this.#elapsed = elapsed;
    this.#told = store.seq;
  }

  context(batch?: string): CommandContext {
    return {
      now: this.#clock.now().toISOString(),
      today: this.#clock.today(),
      zone: this.#clock.zone,
      locale: this.#clock.locale,
      newId: this.#newId,
      ...(batch === undefined ? {} : { batch }),
    };
  }

  /** Runs `work` when nothing is being written, and lets nothing be written meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work);
  }

  /**
   * A long look at the network in steps, which holds up no write: where one begins, the look begins anew after it; where
   * they keep coming, the look takes its turn among them. It never sees a batch that is half written. One look at a
   * time.
   * @param look begins it; what it leaves behind when it is given up must do no harm.
   */
  beside<T>(look: () => Steps<T>): Promise<T> {
    return this.#looks.take(async () => {
      for (let begun = 0; begun < mostLooks; begun++) {
        const turn = await this.#turns.take(() => Promise.resolve(this.#turns.begun));
        const check = (): void => {
          if (this.#turns.begun !== turn) throw new Overtaken();
        };
        try {
          check();
          return await inTurns(look(), this.#elapsed, check);
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error;
        }
      }
      return this.alone(() => inTurns(look(), this.#elapsed));
    });
  }

  /** The network was replaced as a whole. */
  restart(): void {
    this.#told = this.#store.seq;
  }

  /** Every edit up to here is on disk and has been told. */
  get seq(): number {
    return this.#told;
  }

  /** @param sure the person has been asked: more than half of the contacts may go. */
  edit(
    client: string,
    name: string,
    args: JsonObject,
    sure: boolean,
  ): Promise<{ seq: number; answer: Answer }> {
    return this.alone(async () => {
      this.#checkWritable();
      const command = commandNamed(name);
      const { patches, answer } = run(this.#store.network, command, args, this.context());
      const { label } = command;
      const seq = await this.#append({ by: client, name, label, patches, allowShrink: sure });
      return { seq, answer };
    });
  }

  tryOut(name: string, args: JsonObject): Answer {
    return run(this.#store.network, commandNamed(name), args, this.context()).answer;
  }

  undo(client: string, seq: number): Promise<{ seq: number; label: string; kept: KeptBack[] }> {
    return this.alone(async () => {
      this.#checkWritable();
      const entry = await this.#store.entry(seq);
      if (entry === undefined) {
        throw new KithmapError('not-found', 'This is too long ago to be taken back.');
      }
      const label = undoLabel(entry.label);
      if (entry.batch !== undefined) {
        return { ...(await this.#undoBatch(client, entry.batch, label)), label };
      }
      const { patches, kept } = revert(this.#store.network, entry.patches);
      const undone = await this.#append({
        by: client,
        name: 'undo',
        label,
        patches,
        undoes: seq,
        allowShrink: true,
      });
      return { seq: undone, label, kept: [...kept] };
    });
  }

  undoBatch(client: string, batch: string): Promise<{ seq: number; kept: KeptBack[] }> {
    return this.alone(() => {
      this.#checkWritable();
      const row = this.#store.network.get('batches', batch);
      if (row?.undoneAt !== undefined) {
        throw new KithmapError('conflict', `"${row.label}" has been taken back already.`);
      }
      return this.#undoBatch(client, batch, undoLabel(row?.label ?? 'Import'));
    });
  }

  /**
   * Writes a batch of steps, or nothing where `work` throws. The caller has its turn already (`alone`).
   * @returns what `work` returned.
   */
  async batch<T>(
    by: string,
    label: string,
    id: string,
    work: (write: BatchWriter) => Promise<T>,
    options?: BatchOptions,
  ): Promise<T> {
    this.#checkWritable();
    const { result, entries } = await this.#store.batch(by, label, id, work, options);
    await this.#tellNew(entries);
    return result;
  }

  async #undoBatch(client: string, batch: string, label: string): Promise<{ seq: number; kept: KeptBack[] }> {
    const entries = await this.#store.entriesOfBatch(batch);
    if (entries.length === 0) {
      throw new KithmapError(
        'not-found',
        'What this import did is no longer kept, so it cannot be taken back.',
      );
    }
    const { patches, kept } = await inTurns(
      revertSteps(this.#store.network, doneBy(entries, batch)),
      this.#elapsed,
    );
    const all: Patch[] = [...patches];
    if (this.#store.network.has('batches', batch)) {
      const undoneAt = this.#clock.now().toISOString();
      all.push({ table: 'batches', id: batch, before: {}, after: { undoneAt } });
    }
    if (all.length <= linePatches) {
      const undo = { by: client, name: 'undo', label, patches: all, allowShrink: true };
      return { seq: await this.#append(undo), kept: [...kept] };
    }
    const inLines = async (write: BatchWriter): Promise<void> => {
      for (let at = 0; at < all.length; at += linePatches)
        await write('undo', all.slice(at, at + linePatches));
    };
    await this.batch(client, label, this.#newId(), inLines, { allowShrink: true });
    return { seq: this.#told, kept: [...kept] };
  }

  /** Writes one edit and tells it. What changes nothing is not written. @returns the `seq` that holds it. */
  async #append(edit: NewEntry): Promise<number> {
    if (edit.patches.length === 0) return this.#store.seq;
    const entry = await this.#store.append(edit);
    await this.#tellNew([entry]);
    return entry.seq;
  }

  /**
   * Tells what was written since. More than the store keeps at hand is told by one event whose number leaves a gap:
   * callers see that they missed something, and read anew.
   */
  async #tellNew(entries: readonly JournalEntry[]): Promise<void> {
    const { seq } = this.#store;
    const events = this.#events(this.#told, seq);
    const [first] = entries;
    if (events === undefined && first !== undefined && entries.length > 1) {
      this.#told = seq;
      this.#tell({ ...eventOf(first), seq, patches: [] });
      return;
    }
    await inTurns(this.#telling(events ?? entries.map(eventOf)), this.#elapsed);
  }

  /** An event to a step: each listener makes a message of it. */
  *#telling(events: readonly EditEvent[]): Steps<void> {
    for (const event of events) {
      this.#told = event.seq;
      this.#tell(event);
      yield;
    }
    this.#told = this.#store.seq;
  }

  /**
   * The edits after `seq` as callers hear of them: without confidential texts, and one for every number, so that a
   * caller notices by the number when it missed one. Undefined where they are no longer at hand.
   */
  eventsAfter(seq: number): EditEvent[] | undefined {
    return seq > this.#told ? undefined : this.#events(seq, this.#told);
  }

  #events(after: number, upTo: number): EditEvent[] | undefined {
    const entries = this.#store.after(after);
    if (entries === undefined) return undefined;
    const events: EditEvent[] = [];
    for (const entry of entries) {
      if (entry.seq > upTo) break;
      const event = eventOf(entry);
      fillUp(events, after, event);
      events.push(event);
    }
    const last = events.at(-1);
    if (last !== undefined) fillUp(events, after, { ...last, seq: upTo + 1 });
    return events.map((event, i) => (isOfOneBatch(event, events[i + 1]) ? { ...event, more: true } : event));
  }

  #checkWritable(): void {
    const { readOnly } = this.#store;
    if (readOnly !== undefined) throw new KithmapError('read-only', readOnly);
  }
}

/** "Undo: add contact" takes back "Add contact", "Redo: add contact" takes that back. */
export function undoLabel(label: string): string {
  if (label.startsWith('Undo: ')) return `Redo: ${label.slice('Undo: '.length)}`;
  if (label.startsWith('Redo: ')) return `Undo: ${label.slice('Redo: '.length)}`;
  return `Undo: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** What a batch did, oldest first, but for its record: that stays, and says that the batch was taken back. */
function* doneBy(entries: readonly JournalEntry[], batch: string): Generator<Patch, void, undefined> {
  for (const { patches } of entries) {
    for (const patch of patches) if (patch.table !== 'batches' || patch.id !== batch) yield patch;
  }
}

/** The journal may leave numbers out; callers hear of each, if only that nothing changed. */
function fillUp(events: EditEvent[], after: number, next: EditEvent): void {
  for (let seq = (events.at(-1)?.seq ?? after) + 1; seq < next.seq; seq++) {
    events.push({ ...next, seq, patches: [] });
  }
}

function isOfOneBatch({ batch }: EditEvent, next: EditEvent | undefined): boolean {
  return batch !== undefined && next?.batch === batch;
}

function eventOf({ seq, by, name, label, at, batch, patches }: JournalEntry): EditEvent {
  return {
    type: 'edit',
    seq,
    client: by,
    name,
    label,
    at,
    ...(batch === undefined ? {} : { batch }),
    patches: patches.filter(({ table }) => table !== 'confidential'),
  };
}
