/**
 * Who counts in the measures, and the ties between them, as a graph that follows the edits: an edit changes the rows
 * of those it concerns; only a large one, or another way of looking, builds everything anew.
 */
import type { Chunked } from './chunked';
import { buildGraph, type Graph } from './graph';
import { LiveGraph } from './live-graph';
import type { Answers } from './service-answers';
import type { AnalysisView } from './service-messages';
import type { ServiceState, Touched } from './service-state';

const tiesPerChunk = 4_000;
const peoplePerChunk = 200;

export class People {
  /** Who the indices are. An index may be another's after somebody was removed. */
  readonly ids: string[] = [];
  readonly indexOf = new Map<string, number>();
  readonly traits: (readonly string[])[] = [];
  graph = new LiveGraph(buildGraph(0, { a: [], b: [] }));
  /** Grows with every change of the people or the ties that count. */
  version = 0;
  /** Grows whenever everything was built anew. */
  builds = 0;
  #built = false;
  readonly #state: ServiceState;
  readonly #answers: Answers;
  readonly #counts: (id: string) => boolean;

  /** @param counts who is in; everybody else is out, with their ties */
  constructor(state: ServiceState, answers: Answers, counts: (id: string) => boolean) {
    this.#state = state;
    this.#answers = answers;
    this.#counts = counts;
  }

  /** The next `follow` builds everything anew. */
  forget(): void {
    this.#built = false;
  }

  /** Is as the last edit and the last way of looking want it. */
  isUpToDate({ people }: Touched): boolean {
    return this.#built && people.size === 0;
  }

  /** Few enough to be taken in at once, between two messages. */
  isSmall({ people, traits }: Touched): boolean {
    return this.#built && people.size + traits.size <= peoplePerChunk;
  }

  /** Takes in what edits touched. */
  *follow(touched: Touched, view: AnalysisView): Chunked<void> {
    if (!this.#built || touched.people.size > Math.max(peoplePerChunk, this.ids.length / 4)) {
      yield* this.#build(view);
      return;
    }
    for (const id of touched.traits) {
      const index = this.indexOf.get(id);
      if (index !== undefined) this.traits[index] = this.#traitsOf(id);
    }
    // All come and go before the first tie is set: it may lead to a newcomer.
    for (const id of touched.people) this.#comeOrGo(id);
    let seen = 0;
    for (const id of touched.people) {
      const index = this.indexOf.get(id);
      if (index !== undefined) this.#setRow(id, index, view);
      if (++seen % peoplePerChunk === 0) yield seen / touched.people.size;
    }
    if (touched.people.size > 0) this.version++;
  }

  /** Rows side by side; not to be held beyond the next edit by whoever minds the indices. */
  compact(): Graph {
    return this.graph.compact();
  }

  #comeOrGo(id: string): void {
    const index = this.indexOf.get(id);
    const counts = this.#counts(id);
    if (counts && index === undefined) {
      this.indexOf.set(id, this.graph.addPerson());
      this.ids.push(id);
      this.traits.push(this.#traitsOf(id));
    } else if (!counts && index !== undefined) {
      this.graph.removePerson(index);
      this.indexOf.delete(id);
      const moved = this.ids.pop();
      const traits = this.traits.pop();
      if (moved === undefined || traits === undefined || moved === id) return;
      this.ids[index] = moved;
      this.traits[index] = traits;
      this.indexOf.set(moved, index);
    }
  }

  #setRow(id: string, index: number, view: AnalysisView): void {
    const wanted = new Map<number, number>();
    for (const tieId of this.#state.tiesOf(id)) {
      const tie = this.#state.ties.get(tieId);
      if (tie === undefined) continue;
      const other = this.indexOf.get(tie.a === id ? tie.b : tie.a);
      const { strength, counts } = this.#answers.strengthNow(tie, view);
      if (other !== undefined && counts) wanted.set(other, (wanted.get(other) ?? 0) + strength);
    }
    const { starts, ends, neighbours } = this.graph;
    for (const other of neighbours.slice(starts[index], ends[index])) {
      if (!wanted.has(other)) this.graph.setWeight(index, other, 0);
    }
    for (const [other, weight] of wanted) this.graph.setWeight(index, other, weight);
  }

  *#build(view: AnalysisView): Chunked<void> {
    this.ids.length = 0;
    this.traits.length = 0;
    this.indexOf.clear();
    for (const id of this.#state.contacts.keys()) {
      if (!this.#counts(id)) continue;
      this.indexOf.set(id, this.ids.length);
      this.ids.push(id);
      this.traits.push(this.#traitsOf(id));
    }
    yield 0.1;
    const a: number[] = [];
    const b: number[] = [];
    const weight: number[] = [];
    let seen = 0;
    for (const tie of this.#state.ties.values()) {
      const from = this.indexOf.get(tie.a);
      const to = this.indexOf.get(tie.b);
      const { strength, counts } = this.#answers.strengthNow(tie, view);
      if (from !== undefined && to !== undefined && counts) {
        a.push(from);
        b.push(to);
        weight.push(strength);
      }
      if (++seen % tiesPerChunk === 0) yield 0.1 + (0.8 * seen) / this.#state.ties.size;
    }
    this.graph = new LiveGraph(buildGraph(this.ids.length, { a, b, weight }));
    this.#built = true;
    this.builds++;
    this.version++;
    yield 1;
  }

  #traitsOf(id: string): readonly string[] {
    const contact = this.#state.contacts.get(id);
    return contact === undefined ? [] : this.#state.traitsOf(contact);
  }
}
