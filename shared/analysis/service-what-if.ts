/** The answer on what would be without some people, with other ties. */
import { nearBetweennessOf, previewOf } from './betweenness-near';
import type { Chunked } from './chunked';
import { type Graph, rowsOf } from './graph';
import type { AnswerTo, Question } from './questions';
import type { Sources } from './service-sources';
import { type Counted, type Ends, mostNamed, reachFrom } from './two-steps';
import { type Changed, type Changes, whatIf } from './what-if';

/** People at the ends of ties of whom is said what becomes of them. */
const mostPreviews = 20;

type Asked = Extract<Question, { kind: 'whatIf' | 'gapsIf' }>;
type Answered = AnswerTo<'whatIf'>;

export function* whatIfAnswer(from: Sources, asked: Asked): Chunked<Answered> {
  const ids = [...from.people.ids];
  const indexOf = new Map(from.people.indexOf);
  const graph = from.people.compact();
  const { groups, clusterIds } = from.clusters.grouping(ids);
  const changes = changesOf(asked, indexOf);
  const found = yield* whatIf(graph, changes, groups, clusterIds.length);
  const { changed, twoSteps, cutPeople } = found;
  const through = yield* previewsOf(from, graph, changed, [...changes.addTies, ...changes.removeTies]);
  const mine = changedMine(from, asked, graph, changed);
  const atEnds = endsReach(graph, changed, [...changes.addTies, ...changes.removeTies]);

  const id = (person: number): string => ids[person]!;
  const pairs = ({ count, list }: Counted<Ends>): Answered['twoSteps']['gained'] => ({
    count,
    list: list.map(([a, b]) => [id(a), id(b)]),
  });
  const cut = ({ person, fallsOff }: { person: number; fallsOff: number }) => ({
    contact: id(person),
    fallsOff,
  });
  const holder = (person: number | undefined): string | null => (person === undefined ? null : id(person));
  return {
    kind: 'whatIf',
    before: { ...found.before },
    after: { ...found.after },
    cutOff: found.cutOff.map(id),
    changed: {
      people: changed.gone.size,
      added: changed.added + mine.added,
      removed: changed.removed + mine.removed,
    },
    twoSteps: { ...twoSteps, gained: pairs(twoSteps.gained), lost: pairs(twoSteps.lost) },
    mine: mine.before.size + mine.after.size === 0 ? null : reachChange(mine, changed.gone, id),
    ends: atEnds.map(({ person, ...reached }) => ({ contact: id(person), ...reached })),
    cutPeople: { newly: cutPeople.newly.map(cut), noLonger: cutPeople.noLonger.map(cut) },
    ...(through === undefined
      ? {}
      : { through: through.map(({ person, ...pairs }) => ({ contact: id(person), ...pairs })) }),
    bridges: found.bridges.map((bridge) => ({
      from: clusterIds[bridge.from]!,
      to: clusterIds[bridge.to]!,
      before: bridge.before?.holders ?? 0,
      after: bridge.after?.holders ?? 0,
      hungOn: holder(bridge.before?.holder),
      hangsOn: holder(bridge.after?.holder),
    })),
  };
}

/** What is tried, by index; whoever does not count is left out of it. */
export function changesOf(
  { without, addTies = [], removeTies = [] }: Asked,
  indexOf: ReadonlyMap<string, number>,
): Required<Changes> {
  const index = (id: string): number[] => {
    const found = indexOf.get(id);
    return found === undefined ? [] : [found];
  };
  const ends = ([a, b]: readonly [string, string]): Ends[] =>
    index(a).flatMap((one) => index(b).map((other): Ends => [one, other]));
  return {
    without: new Set(without.flatMap(index)),
    addTies: addTies.flatMap(ends),
    removeTies: removeTies.flatMap(ends),
  };
}

/** Whom the ends of ties have within two steps, in their order; of no more than can be looked at at once. */
function endsReach(
  graph: Graph,
  { graph: rest, gone }: Changed,
  ties: readonly Ends[],
): { person: number; before: number; after: number }[] {
  const [was, is] = [rowsOf(graph), rowsOf(rest)];
  const count = (rows: typeof was, person: number): number => {
    const reached = reachFrom(rows, rows.neighbours.subarray(rows.starts[person], rows.ends[person]));
    reached.delete(person);
    return reached.size;
  };
  return [...new Set(ties.flat())]
    .filter((person) => !gone.has(person))
    .slice(0, mostPreviews)
    .map((person) => ({ person, before: count(was, person), after: count(is, person) }));
}

interface Preview {
  readonly person: number;
  readonly before: number;
  readonly preview: number;
}

/** Of the ends of ties, in their order; no more than can be looked at at once. */
function* previewsOf(
  { standings: { found }, people, view }: Sources,
  graph: Graph,
  { graph: rest, gone }: Changed,
  ties: readonly Ends[],
): Chunked<Preview[] | undefined> {
  if (found?.version !== people.version || view.weighted === true) return undefined;
  const ends = [...new Set(ties.flat())].filter((person) => !gone.has(person)).slice(0, mostPreviews);
  const previews: Preview[] = [];
  for (const person of ends) {
    const before = found.pairs[person]!;
    const near = {
      before: yield* nearBetweennessOf(rowsOf(graph), person),
      now: yield* nearBetweennessOf(rowsOf(rest), person),
    };
    previews.push({ person, before, preview: previewOf(before, near) });
  }
  return previews;
}

/** Whom I reach in two steps. */
interface Mine {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
  /** Ties of mine, where I am not in the graph. */
  readonly added: number;
  readonly removed: number;
}

function changedMine(
  { state, people, answers, view }: Sources,
  asked: Asked,
  graph: Graph,
  changed: Changed,
): Mine {
  const [was, is] = [rowsOf(graph), rowsOf(changed.graph)];
  const { me } = state;
  const nobody = new Set<number>();
  if (me === undefined) return { before: nobody, after: nobody, added: 0, removed: 0 };
  const place = people.indexOf.get(me);
  if (place !== undefined) {
    const reached = (rows: typeof was): Set<number> => {
      const all = reachFrom(rows, rows.neighbours.subarray(rows.starts[place], rows.ends[place]));
      all.delete(place);
      return all;
    };
    return { before: reached(was), after: reached(is), added: 0, removed: 0 };
  }
  const other = ([a, b]: readonly [string, string]): number[] => {
    const contact = a === me ? b : b === me ? a : undefined;
    const found = contact === undefined ? undefined : people.indexOf.get(contact);
    return found === undefined || changed.gone.has(found) ? [] : [found];
  };
  const known = new Set<number>();
  for (const tieId of state.tiesOf(me)) {
    const tie = state.ties.get(tieId);
    const contact = tie === undefined ? undefined : people.indexOf.get(tie.a === me ? tie.b : tie.a);
    if (tie !== undefined && contact !== undefined && answers.strengthNow(tie, view).counts)
      known.add(contact);
  }
  const then = new Set([...known].filter((contact) => !changed.gone.has(contact)));
  let [added, removed] = [0, 0];
  for (const contact of asked.removeTies?.flatMap(other) ?? []) if (then.delete(contact)) removed++;
  for (const contact of asked.addTies?.flatMap(other) ?? []) {
    if (then.has(contact)) continue;
    then.add(contact);
    added++;
  }
  return { before: reachFrom(was, known), after: reachFrom(is, then), added, removed };
}

function reachChange(
  { before, after }: Mine,
  gone: ReadonlySet<number>,
  id: (person: number) => string,
): NonNullable<Answered['mine']> {
  const named = (people: readonly number[]): NonNullable<Answered['mine']>['gained'] => ({
    count: people.length,
    list: people.length > mostNamed ? [] : people.map(id),
  });
  return {
    before: before.size,
    after: after.size,
    gained: named([...after].filter((person) => !before.has(person))),
    lost: named([...before].filter((person) => !after.has(person) && !gone.has(person))),
  };
}
