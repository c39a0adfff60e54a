/**
 * Warm paths, kept up to date by the patches of a network: who could bring me, or anybody, to somebody. An edit marks the
 * people and ties whom it concerns; they are worked out anew when somebody asks next.
 */
import type { JsonObject } from '../json';
import type { OpenNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import type { Steps } from '../steps';
import type { Day } from '../time';
import { answerPaths } from './answer-paths';
import type { PathsAnswer, PathsQuestion } from './answers';
import { WarmGraph } from './warm-graph';

/** So many at once, and all are worked out anew. */
const mostTouched = 1_000;

export class Paths {
  readonly #network: OpenNetwork;
  readonly #locale: string;
  #kept: { readonly day: Day; readonly graph: WarmGraph } | undefined;
  readonly #contacts = new Set<string>();
  readonly #ties = new Set<string>();
  /** How often everything was worked out. */
  builds = 0;

  constructor(network: OpenNetwork, locale: string) {
    this.#network = network;
    this.#locale = locale;
  }

  /** An edit was made to the network. */
  changed(patches: readonly Patch[]): void {
    if (this.#kept === undefined) return;
    for (const patch of patches) if (!this.#note(patch)) return;
    if (this.#contacts.size + this.#ties.size > mostTouched) this.forget();
  }

  /** Everything is worked out anew when it is asked for next. */
  forget(): void {
    this.#kept = undefined;
    this.#contacts.clear();
    this.#ties.clear();
  }

  /** Whether a day can be answered for at once. */
  isReady(day: Day): boolean {
    return this.#kept?.day === day && this.#contacts.size + this.#ties.size === 0;
  }

  /** Works out what a day is answered from, in steps; nothing may change the network meanwhile. */
  *prepare(day: Day): Steps<void> {
    yield* this.#graphOf(day);
  }

  /** In steps, too; as of `today`. @throws KithmapError for what cannot be asked */
  *answer(question: PathsQuestion, today: Day): Steps<PathsAnswer> {
    const graph = yield* this.#graphOf(today);
    return yield* answerPaths({ network: this.#network, today, locale: this.#locale }, graph, question);
  }

  /** The same for whatever else is asked of who knows whom. */
  *over<T>(day: Day, work: (graph: WarmGraph) => Steps<T>): Steps<T> {
    return yield* work(yield* this.#graphOf(day));
  }

  *#graphOf(day: Day): Steps<WarmGraph> {
    if (this.#kept?.day !== day) {
      this.forget();
      this.#kept = { day, graph: yield* WarmGraph.build(this.#network, day) };
      this.builds++;
    }
    const { graph } = this.#kept;
    for (const id of this.#contacts) {
      graph.recomputeContact(id);
      yield;
    }
    for (const id of this.#ties) {
      graph.recomputeTie(id);
      yield;
    }
    this.#contacts.clear();
    this.#ties.clear();
    yield* graph.price();
    return graph;
  }

  /** @returns false where all has to be worked out anew */
  #note({ table, id, before, after }: Patch): boolean {
    switch (table) {
      case 'settings':
        this.forget();
        return false;
      case 'pauses': {
        const whose = named('contact', before, after, this.#network.get('pauses', id));
        const ofAll = before !== null && after !== null && ('contact' in before || 'contact' in after);
        if (whose.length === 0 || ofAll) {
          this.forget();
          return false;
        }
        for (const contact of whose) this.#contacts.add(contact);
        return true;
      }
      case 'contacts':
        this.#contacts.add(id);
        return true;
      case 'interactions':
        for (const one of named('with', before, after, this.#network.get('interactions', id))) {
          this.#contacts.add(one);
        }
        return true;
      case 'sources':
        for (const one of named('contact', before, after, this.#network.get('sources', id))) {
          this.#contacts.add(one);
        }
        return true;
      case 'ties':
        this.#noteTie(id, before, after);
        return true;
      case 'evidence':
        for (const tie of named('tie', before, after, this.#network.get('evidence', id))) this.#noteTie(tie);
        return true;
      default:
        return true;
    }
  }

  /** My own tie with somebody is worked out with them. */
  #noteTie(id: string, ...rows: readonly (JsonObject | null)[]): void {
    this.#ties.add(id);
    const me = this.#network.get('settings', 'settings')?.me;
    if (me === undefined) return;
    const ends = [...rows, this.#network.get('ties', id)].flatMap((row) => [
      ...named('a', row),
      ...named('b', row),
    ]);
    if (ends.includes(me)) for (const end of ends) this.#contacts.add(end);
  }
}

/** The ids that an entity names or named in a field. */
function named(field: string, ...rows: readonly (JsonObject | null | undefined)[]): string[] {
  return rows.flatMap((row) => {
    const value: unknown = row?.[field];
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.filter((id) => typeof id === 'string');
  });
}
