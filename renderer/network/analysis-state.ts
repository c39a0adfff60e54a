/**
 * What the analysis last answered, for whoever draws or lists people: the atlas, the table, the inspector. It is
 * filled by the line to the analysis (`analysis.ts`); empty until that has answered.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Question } from '../../shared/analysis/questions';
import type {
  ClusterFound,
  Connector,
  ContactWarmth,
  TieStrength,
} from '../../shared/analysis/service-messages';
import { Watchers } from './watchers';

export interface AnalysisWork {
  /** `waiting` until the network was handed over; `failed` with a sentence. */
  readonly kind: 'waiting' | 'thinking' | 'settled' | 'failed';
  /** What is being worked out, and how far it is (0..1). */
  readonly job?: 'clusters' | 'connectors' | 'layout';
  readonly done?: number;
  readonly message?: string;
}

/** Ids of what is new or different. */
export interface AnalysisNews {
  readonly contacts: readonly string[];
  readonly ties: readonly string[];
  readonly clusters: readonly string[];
}

/** Puts a question. @returns a function that withdraws it. */
export type Ask = (question: Question, hear: (answer: Answer) => void) => () => void;

export class AnalysisState {
  /** The day that is looked at; undefined: today. What is told (warmth, ties, connectors) is of this day. */
  readonly past: StoreApi<{ readonly day?: string }> = createStore<{ readonly day?: string }>(() => ({}));
  readonly work: StoreApi<AnalysisWork> = createStore<AnalysisWork>(() => ({ kind: 'waiting' }));
  readonly #watchers = new Watchers();
  readonly #listeners = new Set<(news: AnalysisNews) => void>();
  readonly #warmth = new Map<string, ContactWarmth>();
  readonly #strengths = new Map<string, TieStrength>();
  #connectors = new Map<string, Connector>();
  #clusters = new Map<string, ClusterFound>();
  #tidy: (() => Promise<void>) | undefined;
  #ask: Ask | undefined;

  warmth(contact: string): ContactWarmth | undefined {
    return this.#warmth.get(contact);
  }

  connector(contact: string): Connector | undefined {
    return this.#connectors.get(contact);
  }

  /** Rings first, then by how many pairs need them. */
  get connectors(): Iterable<Connector> {
    return this.#connectors.values();
  }

  strength(tie: string): TieStrength | undefined {
    return this.#strengths.get(tie);
  }

  cluster(id: string): ClusterFound | undefined {
    return this.#clusters.get(id);
  }

  /** Lays everyone out anew, the pinned excepted; resolves when all have their place. */
  async tidy(): Promise<void> {
    await this.#tidy?.();
  }

  /** Says how a tidy-up is asked for. */
  onTidy(tidy: (() => Promise<void>) | undefined): void {
    this.#tidy = tidy;
  }

  /**
   * Asks what is not told unasked. `hear` gets the answer, and another whenever an edit may have made it a different
   * one; a line that was not there yet is asked once it is. @returns a function that ends it.
   */
  ask(question: Question, hear: (answer: Answer) => void): () => void {
    let withdraw: (() => void) | undefined;
    const again = (): void => {
      withdraw?.();
      withdraw = this.#ask?.(question, hear);
    };
    const end = this.work.subscribe((now, before) => {
      if (now.kind === 'settled' && before.kind !== 'settled') again();
    });
    again();
    return () => {
      end();
      withdraw?.();
    };
  }

  /** Says how a question is put to the analysis. */
  onAsk(ask: Ask | undefined): void {
    this.#ask = ask;
  }

  /** Warmth that is new or different. */
  setWarmth(list: readonly ContactWarmth[]): void {
    for (const warmth of list) this.#warmth.set(warmth.contact, warmth);
    this.#tell(list.map(({ contact }) => contact));
  }

  setStrengths(list: readonly TieStrength[]): void {
    for (const strength of list) this.#strengths.set(strength.tie, strength);
    const ties = list.map(({ tie }) => tie);
    for (const listener of this.#listeners) listener({ contacts: [], ties, clusters: [] });
  }

  /** All connectors there are now. */
  setConnectors(list: readonly Connector[]): void {
    const next = new Map(list.map((connector) => [connector.contact, connector]));
    const touched = new Set([...this.#connectors.keys(), ...next.keys()]);
    this.#connectors = next;
    this.#tell([...touched]);
  }

  /** All clusters there are now. */
  setClusters(list: readonly ClusterFound[]): void {
    const gone = [...this.#clusters.keys()];
    this.#clusters = new Map(list.map((cluster) => [cluster.id, cluster]));
    this.#watchers.wake(['all']);
    const clusters = [...new Set([...gone, ...this.#clusters.keys()])];
    for (const listener of this.#listeners) listener({ contacts: [], ties: [], clusters });
  }

  /** Forgets everything: the network is read anew. */
  clear(): void {
    this.#warmth.clear();
    this.#strengths.clear();
    this.#connectors.clear();
    this.#clusters.clear();
    this.work.setState({ kind: 'waiting' }, true);
    this.#watchers.wakeAll();
  }

  /** Wakes when what is known of one contact changes; without one, when anything does. @returns a function that ends it. */
  watch(contact: string | undefined, listener: () => void): () => void {
    return this.#watchers.watch(contact ?? 'all', listener);
  }

  /** Hears which contacts and ties there is news of. @returns a function that ends it. */
  listen(listener: (news: AnalysisNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(contacts: readonly string[]): void {
    this.#watchers.wake(['all', ...contacts]);
    for (const listener of this.#listeners) listener({ contacts, ties: [], clusters: [] });
  }
}
