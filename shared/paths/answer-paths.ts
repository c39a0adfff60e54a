/** The answer to one question about warm paths: the paths, each step with what it rests on; or why there is none. */
import { KithmapError } from '../errors';
import { fullName, nameOf, type Speaking } from '../keeping/names';
import { loadOf } from '../load/load';
import type { Contact } from '../model/entities';
import type { Steps } from '../steps';
import { listed } from '../words';
import type { OnPath, PathsAnswer, PathsQuestion, PathTie, Remedy, WarmPath } from './answers';
import { type FoundPath, type Search, weightBetween } from './best-paths';
import { chooseWays } from './choose-ways';
import { missingTie } from './missing-tie';
import { sayAsking, sayOwnTie, sayTie, sayWhy } from './say-path';
import { handover, mostBetween } from './strength-of-step';
import { sayGroup, type Targets, targetsOf } from './targets';
import { meIndex, type WarmGraph } from './warm-graph';

export function* answerPaths(
  speaking: Speaking,
  graph: WarmGraph,
  question: PathsQuestion,
): Steps<PathsAnswer> {
  return yield* new Answering(speaking, graph, question).answer();
}

/** So many more are looked at where somebody among the first was asked often lately. */
const spare = 3;

class Answering {
  readonly #speaking: Speaking;
  readonly #graph: WarmGraph;
  readonly #question: PathsQuestion;
  readonly #source: number;

  constructor(speaking: Speaking, graph: WarmGraph, question: PathsQuestion) {
    this.#speaking = speaking;
    this.#graph = graph;
    this.#question = question;
    this.#source = question.from === undefined ? meIndex : this.#startOf(question.from);
  }

  *answer(): Steps<PathsAnswer> {
    const { to, k } = this.#question;
    const { network, today } = this.#speaking;
    this.#refuseSelf();
    const targets = yield* targetsOf(network, to, today);
    const search = this.#searchFor(targets.contacts, this.#question);
    const people = search.targets.reduce((sum, one) => sum + one, 0);
    if (people === 0) throw new KithmapError('conflict', this.#onlySelf(targets));
    const { ways: found, fewestHands } = yield* chooseWays(search, k);
    const ways = found.some((way) => this.#isAskedEnough(way))
      ? this.#freeFirst((yield* chooseWays(search, k + spare)).ways).slice(0, k)
      : found;
    const paths = ways.map((way) => this.#told(way));
    const [first] = paths;
    const fewest = fewestHands === undefined ? undefined : this.#told(fewestHands);
    return {
      asOf: today,
      from: this.#onPath(this.#source),
      to: {
        kind: to.kind,
        name: targets.name,
        ...(to.kind === 'contact' ? { id: to.id } : {}),
        people,
      },
      paths,
      fewestHands: fewest === undefined || fewest.hands === first?.hands ? null : fewest,
      ...(first === undefined ? yield* this.#sayNone(search, targets) : { none: null, remedy: null }),
    };
  }

  /** Whether whom I would ask first was asked as often as is wanted. */
  #isAskedEnough({ people }: FoundPath): boolean {
    const first = this.#graph.ids[people[1] ?? meIndex];
    if (this.#source !== meIndex || people.length === 2 || first === undefined) return false;
    const { network, today } = this.#speaking;
    return loadOf(network, first, today).freeFrom !== undefined;
  }

  /** Whoever was asked often comes after the others, and is not left out. */
  #freeFirst(ways: readonly FoundPath[]): FoundPath[] {
    const isEnough = new Map(ways.map((way) => [way, this.#isAskedEnough(way)]));
    return [...ways.filter((way) => isEnough.get(way) !== true), ...ways.filter((way) => isEnough.get(way))];
  }

  #startOf(id: string): number {
    const contact = this.#speaking.network.get('contacts', id);
    const index = this.#graph.indexOf(id);
    if (contact === undefined || index === undefined) {
      throw new KithmapError('not-found', 'Whoever the path should begin with is no longer in your network.');
    }
    if (contact.archived === true) {
      throw new KithmapError(
        'conflict',
        `${nameOf(contact)} is archived. Bring them back to look for paths.`,
      );
    }
    return index;
  }

  /** A path from somebody to themselves is none. */
  #refuseSelf(): void {
    const { to, avoid } = this.#question;
    if (to.kind !== 'contact') return;
    const target = this.#graph.indexOf(to.id);
    if (target === this.#source) {
      throw new KithmapError(
        'bad-argument',
        this.#source === meIndex
          ? 'That is you. Name somebody else to be brought to.'
          : 'A path leads to somebody else. Name another person at one of its ends.',
      );
    }
    if (avoid.includes(to.id)) {
      throw new KithmapError(
        'bad-argument',
        `${fullName(this.#speaking, to.id)} cannot be avoided and reached at once.`,
      );
    }
  }

  #onlySelf({ name }: Targets): string {
    const { to } = this.#question;
    const group = to.kind === 'contact' ? name : sayGroup(to.kind, name);
    return `Nobody else is ${group}, so there is nobody to be brought to.`;
  }

  #searchFor(
    contacts: readonly Contact[],
    { avoid, onlyKnown }: Pick<PathsQuestion, 'avoid' | 'onlyKnown'>,
  ): Search {
    const { network } = this.#speaking;
    const graph = this.#graph;
    const { rows, ids } = graph;
    const [targets, closed] = [new Uint8Array(rows.size), new Uint8Array(rows.size)];
    for (const { id, archived, noMeasures } of network.all('contacts')) {
      const index = graph.indexOf(id);
      if (index !== undefined && (archived === true || noMeasures === true)) closed[index] = 1;
    }
    for (const id of avoid) closed[graph.indexOf(id) ?? -1] = 1;
    for (const { id } of contacts) {
      const index = graph.indexOf(id);
      if (index !== undefined && index !== this.#source && !avoid.includes(id)) targets[index] = 1;
    }
    const name = (index: number): string => ids[index] ?? '';
    return {
      rows,
      cost: (tie) => (onlyKnown && graph.confidenceOf(tie) < 1 ? Infinity : graph.costOf(tie)),
      source: this.#source,
      targets,
      closed,
      mostSteps: mostBetween + 1,
      order: (a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b),
    };
  }

  #told({ people }: FoundPath): WarmPath {
    const names = people.map((index) => this.#onPath(index).name);
    const ties = people.slice(1).map((to, at) => this.#tie(people[at] ?? meIndex, to));
    const hands = people.length - 2;
    const first = this.#graph.ids[people[1] ?? meIndex];
    return {
      contacts: people.map((index) => this.#onPath(index)),
      ties,
      warmth: ties.reduce((product, { strength }) => product * strength, handover ** hands),
      hands,
      why: sayWhy(names, ties),
      ask:
        hands === 0 || this.#source !== meIndex || first === undefined
          ? null
          : sayAsking(this.#speaking, first),
    };
  }

  #tie(from: number, to: number): PathTie {
    const number = weightBetween(this.#graph.rows, from, to) ?? 0;
    return {
      strength: this.#graph.strengthOf(number),
      known: this.#graph.confidenceOf(number) === 1,
      ...this.#restsOn(from, to),
    };
  }

  #restsOn(from: number, to: number): Pick<PathTie, 'text' | 'last'> {
    const { network } = this.#speaking;
    const [a, b] = [this.#graph.ids[from], this.#graph.ids[to]];
    const tieId = a === undefined || b === undefined ? undefined : network.index.tieBetween(a, b);
    const tie = tieId === undefined ? undefined : network.get('ties', tieId);
    const contact = from === meIndex ? b : to === meIndex ? a : undefined;
    if (contact !== undefined) return sayOwnTie(this.#speaking, contact, tie, this.#onPath(meIndex).name);
    if (tie === undefined) return { text: '', last: null };
    return sayTie(this.#speaking, tie, this.#onPath(from).name, this.#onPath(to).name);
  }

  #onPath(index: number): OnPath {
    const id = this.#graph.ids[index];
    if (index === meIndex) {
      const own = id === undefined ? undefined : this.#speaking.network.get('contacts', id)?.name.full.trim();
      const name = own === undefined || own === '' ? 'You' : own;
      return { ...(id === undefined ? {} : { id }), name };
    }
    return { ...(id === undefined ? {} : { id }), name: fullName(this.#speaking, id ?? '') };
  }

  /** Why there is none, and the nearest thing that would make one. */
  *#sayNone(search: Search, targets: Targets): Steps<Pick<PathsAnswer, 'none' | 'remedy'>> {
    const { avoid, onlyKnown, to } = this.#question;
    const goal = to.kind === 'contact' ? targets.name : `anybody ${sayGroup(to.kind, targets.name)}`;
    const begin = `No path leads from ${this.#asked()} to ${goal} with at most ${spelled} people between.`;
    if (avoid.length > 0 || onlyKnown) {
      const free = this.#searchFor(targets.contacts, { avoid: [], onlyKnown: false });
      const [way] = (yield* chooseWays(free, 1)).ways;
      if (way !== undefined) {
        const { text, remedy } = this.#leftOut(way);
        return { none: `${begin} ${text}`, remedy };
      }
    }
    const missing = yield* missingTie(this.#graph, this.#speaking.network, search, this.#speaking.today);
    const end = this.#onPath(missing.to);
    if (missing.from === undefined && this.#source === meIndex && this.#graph.ids[meIndex] === undefined) {
      return {
        none: `${begin} It is not said yet who you are, nor whom you know: choose yourself in the settings, or let the path begin with somebody else.`,
        remedy: { kind: 'me' },
      };
    }
    const from = this.#onPath(missing.from ?? this.#source);
    const remedy: Remedy = { kind: 'tie', from, to: end };
    if (missing.from === undefined) {
      const text = `Nobody is on record whom ${this.#asked()} could ask: a tie with ${end.name} would make one.`;
      return { none: `${begin} ${text}`, remedy };
    }
    const tie = `A tie between ${from.name} and ${end.name} would make one`;
    const why =
      missing.shared === undefined
        ? ', if they know each other.'
        : `: ${missing.shared}, and may know each other.`;
    return { none: `${begin} ${tie}${why}`, remedy };
  }

  #leftOut({ people }: FoundPath): { readonly text: string; readonly remedy: Remedy } {
    const { avoid } = this.#question;
    const left = people
      .map((index) => this.#onPath(index))
      .filter(({ id }) => id !== undefined && avoid.includes(id));
    if (left.length > 0) {
      const text = `There is one through ${listed(left.map(({ name }) => name))}, whom you left out.`;
      return { text, remedy: { kind: 'let-in', people: left } };
    }
    const through = listed(people.slice(1, -1).map((index) => this.#onPath(index).name));
    const by = through === '' ? '' : `: through ${through}`;
    return {
      text: `There is one over a guessed tie, which you left out${by}.`,
      remedy: { kind: 'guessed' },
    };
  }

  #asked(): string {
    return this.#source === meIndex ? 'you' : this.#onPath(this.#source).name;
  }
}

const spelled = ['no', 'one', 'two', 'three'][mostBetween] ?? String(mostBetween);
