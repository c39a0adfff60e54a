/**
 * What the network adds up to: how many people and ties, how warm, in which groups. Counted once, in turns, then kept
 * by what each edit and each answer of the analysis touches. People who are archived, and me, are not counted.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Patch } from '../../shared/model/patch';
import type { AnalysisState } from './analysis-state';
import { gathered } from './gathered';
import type { Replica } from './replica';
import { turns } from './turns';

export interface WarmthCounts {
  /** People by step of the fill: 1 warm .. 7 cold; at 0 the unknown. */
  readonly warmth: readonly number[];
  readonly states: Readonly<Record<State, number>>;
}

type State = 'warm' | 'cooling' | 'cold' | 'unknown';

class Counts implements WarmthCounts {
  readonly warmth = [0, 0, 0, 0, 0, 0, 0, 0];
  readonly states = { warm: 0, cooling: 0, cold: 0, unknown: 0 };

  add({ step, state }: Counted, by: 1 | -1): void {
    this.warmth[step]! += by;
    this.states[state] += by;
  }
}

/** As what a person is counted. */
interface Counted {
  readonly step: number;
  readonly state: State;
  readonly cluster: string | undefined;
}

interface Group {
  readonly members: Set<string>;
  readonly counts: Counts;
}

const nobody: ReadonlySet<string> = new Set();
const nothing: WarmthCounts = new Counts();

export class Tally {
  /** Grows whenever something counted is different. */
  readonly revision: StoreApi<{ readonly revision: number }> = createStore(() => ({ revision: 0 }));
  readonly #replica: Replica;
  readonly #analysis: AnalysisState;
  readonly #people = new Map<string, Counted>();
  readonly #groups = new Map<string, Group>();
  readonly #ends: (() => void)[];
  readonly #tell = gathered(() => this.revision.setState(({ revision }) => ({ revision: revision + 1 })));
  #everybody = new Counts();
  /** Every tie that is counted, and whether as a guess. */
  readonly #ties = new Map<string, boolean>();
  #guessed = 0;
  #me: string | undefined;
  #filling = 0;

  constructor(replica: Replica, analysis: AnalysisState) {
    this.#replica = replica;
    this.#analysis = analysis;
    this.#ends = [
      replica.onChange(({ patches }) => this.#take(patches)),
      replica.state.subscribe((now, before) => {
        if (now.kind === 'ready' && before.kind !== 'ready') void this.#fill();
      }),
      analysis.listen(({ contacts, clusters }) => this.#look(contacts, clusters)),
    ];
    if (replica.state.getState().kind === 'ready') void this.#fill();
  }

  stop(): void {
    this.#filling++;
    this.#tell.stop();
    for (const end of this.#ends) end();
  }

  get people(): number {
    return this.#people.size;
  }

  /** Ties between contacts, those with me left out. */
  get ties(): number {
    return this.#ties.size;
  }

  get guessed(): number {
    return this.#guessed;
  }

  get warmth(): WarmthCounts {
    return this.#everybody;
  }

  /** Groups that have people. */
  get groups(): Iterable<string> {
    return this.#groups.keys();
  }

  membersOf(group: string): ReadonlySet<string> {
    return this.#groups.get(group)?.members ?? nobody;
  }

  warmthOf(group: string): WarmthCounts {
    return this.#groups.get(group)?.counts ?? nothing;
  }

  groupOf(person: string): string | undefined {
    return this.#people.get(person)?.cluster;
  }

  async #fill(): Promise<void> {
    const mine = ++this.#filling;
    const turn = turns();
    this.#people.clear();
    this.#groups.clear();
    this.#everybody = new Counts();
    this.#ties.clear();
    this.#guessed = 0;
    this.#me = this.#settings()?.me;
    for (const { id } of this.#replica.list('contacts')) {
      this.#put(id);
      await turn.next();
      if (mine !== this.#filling) return;
    }
    for (const { id } of this.#replica.list('ties')) {
      this.#putTie(id);
      await turn.next();
      if (mine !== this.#filling) return;
    }
    this.#tell.call();
  }

  #take(patches: readonly Patch[]): void {
    let counted = false;
    for (const { table, id } of patches) {
      if (table === 'settings' && this.#settings()?.me !== this.#me) {
        void this.#fill();
        return;
      }
      if (table === 'contacts' || table === 'positions') this.#put(id);
      else if (table === 'ties') this.#putTie(id);
      else continue;
      counted = true;
    }
    if (counted) this.#tell.call();
  }

  #look(contacts: readonly string[], clusters: readonly string[]): void {
    if (contacts.length + clusters.length === 0) return;
    for (const id of contacts) this.#put(id);
    this.#tell.call();
  }

  #settings(): { readonly me?: string | undefined } | undefined {
    return this.#replica.network.get('settings', 'settings');
  }

  #put(id: string): void {
    const before = this.#people.get(id);
    if (before !== undefined) this.#count(id, before, -1);
    const contact = this.#replica.network.get('contacts', id);
    if (contact === undefined || contact.archived === true || id === this.#me) {
      this.#people.delete(id);
      return;
    }
    const warmth = this.#analysis.warmth(id);
    const now: Counted = {
      step: warmth?.step ?? 0,
      state: warmth?.state ?? 'unknown',
      cluster: this.#replica.network.get('positions', id)?.cluster,
    };
    this.#people.set(id, now);
    this.#count(id, now, 1);
  }

  #putTie(id: string): void {
    const before = this.#ties.get(id);
    if (before === true) this.#guessed--;
    const tie = this.#replica.network.get('ties', id);
    if (tie === undefined || tie.a === this.#me || tie.b === this.#me) {
      this.#ties.delete(id);
      return;
    }
    const guessed = tie.state === 'inferred';
    this.#ties.set(id, guessed);
    if (guessed) this.#guessed++;
  }

  #count(id: string, as: Counted, by: 1 | -1): void {
    this.#everybody.add(as, by);
    if (as.cluster === undefined) return;
    let group = this.#groups.get(as.cluster);
    if (group === undefined) {
      group = { members: new Set(), counts: new Counts() };
      this.#groups.set(as.cluster, group);
    }
    group.counts.add(as, by);
    if (by === 1) group.members.add(id);
    else group.members.delete(id);
    if (group.members.size === 0) this.#groups.delete(as.cluster);
  }
}
