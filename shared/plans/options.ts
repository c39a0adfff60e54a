/**
 * The introductions that could serve a plan. For somebody else, I introduce them to whom I know: to who is there, or to who
 * knows people there. For me, somebody whom I know introduces me to who is there and whom they know.
 *
 *   plan for Dana:   Dana - (me) - Priya, who is there    Dana - (me) - Reto, who knows three there
 *   plan for me:     me - (Ben, whom I know) - Ana, who is there
 */
import { pairKey } from '../model/indices';
import type { PairGraph } from '../suggestions/pair-graph';
import { handover } from '../paths/strength-of-step';
import { meIndex, type WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import type { Option } from './cover';

export interface PlanOption extends Option {
  /** Whom the person is introduced to. */
  readonly to: number;
  /** Whoever introduces; nobody where it is me. */
  readonly by: number | undefined;
  /** The weaker of the ties that it needs: mine with whom I ask, theirs with whom they introduce. */
  readonly strength: number;
}

export interface Setting {
  readonly graph: WarmGraph;
  readonly pairs: PairGraph;
  /** Whom the plan is for. */
  readonly person: number;
  /** Those there, by their place in the list. */
  readonly there: readonly number[];
  /** Pairs that are not to be introduced, by `pairKey`. */
  readonly settled: ReadonlySet<string>;
}

/** Whom the person knows. */
export function knownTo({ graph, person }: Pick<Setting, 'graph' | 'person'>): Set<number> {
  const { starts, ends, neighbours } = graph.rows;
  return new Set(neighbours.subarray(starts[person], ends[person]));
}

/** What is reached of those there without any introduction: 1 for whom the person knows, 0.4 for whom these know. */
export function* reachedNow(setting: Setting): Steps<number[]> {
  const { pairs, person, there } = setting;
  const known = knownTo(setting);
  const { starts, ends, neighbours } = pairs.rows;
  const reached: number[] = [];
  for (const target of there) {
    yield;
    if (target === person || known.has(target)) {
      reached.push(1);
      continue;
    }
    const between = neighbours.subarray(starts[target], ends[target]);
    reached.push(between.some((one) => one !== person && known.has(one)) ? handover : 0);
  }
  return reached;
}

export function* optionsFor(setting: Setting): Steps<PlanOption[]> {
  return yield* setting.person === meIndex ? forMe(setting) : forSomebody(setting);
}

function* forSomebody(setting: Setting): Steps<PlanOption[]> {
  const { pairs, person, there } = setting;
  const known = knownTo(setting);
  const { starts, ends, neighbours } = pairs.rows;
  const values = new Map<number, Map<number, number>>();
  for (const [at, target] of there.entries()) {
    yield;
    if (target === person) continue;
    put(values, target, at, 1);
    for (const one of neighbours.subarray(starts[target], ends[target])) put(values, one, at, handover);
  }
  const options: PlanOption[] = [];
  for (const [to, own] of values) {
    yield;
    const strength = pairs.strength[to]!;
    if (to === person || known.has(to) || strength === 0 || isSettled(setting, to)) continue;
    options.push({ to, by: undefined, asked: idOf(setting, to), strength, values: own });
  }
  return options;
}

function* forMe(setting: Setting): Steps<PlanOption[]> {
  const { pairs, there } = setting;
  const { starts, ends, neighbours, weights } = pairs.rows;
  const place = new Map(there.map((target, at) => [target, at]));
  const options: PlanOption[] = [];
  for (const [at, to] of there.entries()) {
    yield;
    if (to === meIndex || pairs.strength[to]! > 0 || isSettled(setting, to)) continue;
    const values = new Map([[at, 1]]);
    const around: { by: number; strength: number }[] = [];
    for (let slot = starts[to]!; slot < ends[to]!; slot++) {
      const one = neighbours[slot]!;
      const other = place.get(one);
      if (other !== undefined) values.set(other, handover);
      const mine = pairs.strength[one]!;
      if (mine > 0) around.push({ by: one, strength: Math.min(mine, weights[slot]!) });
    }
    for (const { by, strength } of around)
      options.push({ to, by, asked: idOf(setting, by), strength, values });
  }
  return options;
}

function put(values: Map<number, Map<number, number>>, person: number, at: number, value: number): void {
  const own = values.get(person);
  if (own === undefined) values.set(person, new Map([[at, value]]));
  else own.set(at, Math.max(own.get(at) ?? 0, value));
}

function isSettled(setting: Setting, to: number): boolean {
  const person = idOf(setting, setting.person);
  return person !== '' && setting.settled.has(pairKey(person, idOf(setting, to)));
}

function idOf({ graph }: Setting, index: number): string {
  return graph.ids[index] ?? '';
}
