/** A plan, looked at as of a day: who is there, who bridges to it, and the few introductions that would reach the most. */
import { KithmapError } from '../errors';
import { isBefore } from '../introductions/stages';
import { fullName, type Speaking } from '../keeping/names';
import { rulesOf } from '../keeping/rules';
import { askedLately, fullOf, limitOf, loadOf } from '../load/load';
import { sayLately } from '../load/say-load';
import type { Plan } from '../model/entities';
import { meIndex, type WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import { pairGraph } from '../suggestions/pair-graph';
import { settledPairs } from '../suggestions/settled';
import type { Day } from '../time';
import { type Found, sayAim, type There, whoIsThere } from './aim';
import type { Bridge, PersonThere, PlanAnswer, Proposal } from './answers';
import { cover, type Covered } from './cover';
import { knownTo, type PlanOption, optionsFor, reachedNow, type Setting } from './options';
import { usualMost } from './most';
import {
  sayBridge,
  sayGuarantee,
  sayNone,
  sayPassedOver,
  sayProposal,
  sayReach,
  sayThere,
  sayWhere,
} from './say-plan';

/** So many are named. */
const named = { there: 200, bridges: 30, passedOver: 5 } as const;

export interface Planning {
  readonly speaking: Speaking;
  /** As of the same day. */
  readonly graph: WarmGraph;
  readonly plan: string;
}

/** @throws KithmapError `not-found` for a plan that is gone */
export function* answerPlan({ speaking, graph, plan: id }: Planning): Steps<PlanAnswer> {
  const { network, today } = speaking;
  const plan = network.get('plans', id);
  if (plan === undefined) {
    throw new KithmapError('not-found', 'This plan is no longer in your network.');
  }
  const person = plan.person === undefined ? meIndex : graph.indexOf(plan.person);
  if (person === undefined) throw new KithmapError('not-found', 'Whom the plan is for is no longer there.');
  const found = yield* whoIsThere(network, plan, today);
  const pairs = yield* pairGraph(network, graph, today);
  const asked = yield* askedLately(network, today);
  const there = found.people.flatMap(({ contact }) => graph.indexOf(contact.id) ?? []);
  const settled = yield* settledPairs(network, today);
  const setting: Setting = { graph, pairs, person, there, settled };
  return yield* new Answering(speaking, plan, found, setting, asked).answer();
}

class Answering {
  readonly #speaking: Speaking;
  readonly #plan: Plan;
  readonly #found: Found;
  readonly #setting: Setting;
  /** Days of the last 30 on which each was asked, the newest first. */
  readonly #asked: ReadonlyMap<string, readonly Day[]>;
  readonly #full: ReadonlyMap<string, Day>;

  constructor(
    speaking: Speaking,
    plan: Plan,
    found: Found,
    setting: Setting,
    asked: ReadonlyMap<string, readonly Day[]>,
  ) {
    this.#speaking = speaking;
    this.#plan = plan;
    this.#found = found;
    this.#setting = setting;
    this.#asked = asked;
    this.#full = fullOf(asked, limitOf(speaking.network));
  }

  *answer(): Steps<PlanAnswer> {
    const { there, person } = this.#setting;
    const before = yield* reachedNow(this.#setting);
    const options = yield* optionsFor(this.#setting);
    const most = this.#plan.most ?? usualMost;
    const underWay = this.#underWay();
    const free = options.filter(({ asked, to }) => !this.#full.has(asked) && !this.#full.has(this.#id(to)));
    yield;
    const covered = yield* this.#cover(free, before, Math.max(0, most - underWay));
    yield;
    const known = knownTo(this.#setting);
    const [proposals, after] = this.#proposals(covered, before);
    const bridges = yield* this.#bridges();
    const others = there.filter((one) => one !== person).length;
    const reach = {
      before: counts(before, others < there.length),
      after: counts(after, others < there.length),
    };
    const who = this.#person();
    return {
      asOf: this.#speaking.today,
      plan: this.#plan.id,
      title: this.#plan.title,
      person: who,
      aim: sayAim(this.#plan),
      there: {
        text: sayThere(this.#found, others),
        people: this.#peopleThere(before, known),
        inAll: others,
      },
      bridges,
      underWay,
      most,
      proposals,
      reach: { ...reach, text: sayReach(who.name, person === meIndex, reach, others) },
      guarantee: proposals.length === 0 ? '' : sayGuarantee(covered.atLeast, proposals.length),
      passedOver: this.#passedOver(options),
      none:
        proposals.length > 0
          ? null
          : sayNone({
              name: who.name,
              isMe: person === meIndex,
              isKnown: person === meIndex || this.#setting.pairs.strength[person]! > 0,
              hasAim: this.#found.named.length > 0,
              others,
              isAllKnown: before.every((one) => one === 1),
              isFull: underWay >= most,
              passedOver: options.length - free.length,
            }),
    };
  }

  *#cover(free: readonly PlanOption[], before: readonly number[], most: number): Steps<Covered<PlanOption>> {
    const { person, pairs } = this.#setting;
    const isKnown = person === meIndex || pairs.strength[person]! > 0;
    const limit = limitOf(this.#speaking.network);
    const room = new Map<string, number>();
    for (const { asked } of free) room.set(asked, limit - (this.#asked.get(asked)?.length ?? 0));
    return yield* cover({
      options: isKnown ? free : [],
      before,
      most,
      room,
      order: (a, b) =>
        b.strength - a.strength || (a.asked < b.asked ? -1 : a.asked > b.asked ? 1 : a.to - b.to),
    });
  }

  #proposals({ chosen }: Covered<PlanOption>, before: readonly number[]): [Proposal[], number[]] {
    const reached = [...before];
    const proposals = chosen.map(({ option }): Proposal => {
      const { to, by, values, asked } = option;
      let [meets, nears] = [0, 0];
      const near: string[] = [];
      for (const [target, value] of values) {
        const was = reached[target] ?? 0;
        if (value <= was) continue;
        reached[target] = value;
        if (value === 1) meets++;
        else {
          nears++;
          near.push(this.#name(this.#setting.there[target] ?? meIndex));
        }
      }
      const at = this.#setting.there.indexOf(to);
      const load = loadOf(this.#speaking.network, asked, this.#speaking.today);
      return {
        a: this.#person(),
        b: { id: this.#id(to), name: this.#name(to) },
        by: by === undefined ? null : { id: this.#id(by), name: this.#name(by) },
        why: sayProposal({
          name: this.#name(to),
          where: at < 0 ? undefined : sayWhere(this.#found.people[at]),
          by: by === undefined ? undefined : this.#name(by),
          near,
        }),
        load: sayLately(this.#speaking, load),
        meets,
        nears,
      };
    });
    return [proposals, reached];
  }

  #peopleThere(before: readonly number[], known: ReadonlySet<number>): PersonThere[] {
    const { there, person, pairs } = this.#setting;
    const people = there.flatMap((one, at): PersonThere[] => {
      const found: There | undefined = this.#found.people[at];
      if (one === person || found === undefined) return [];
      const steps = known.has(one) ? 1 : (before[at] ?? 0) > 0 ? 2 : null;
      const { id } = found.contact;
      return [{ id, name: this.#name(one), why: sayWhere(found), steps, isMine: pairs.strength[one]! > 0 }];
    });
    const far = (one: PersonThere): number => (one.steps ?? 3) * 2 + (one.isMine ? 0 : 1);
    return people.sort((a, b) => far(a) - far(b) || (a.name < b.name ? -1 : 1)).slice(0, named.there);
  }

  /** Whom I know and who knows people there, those who know most first; to be asked or met on the way there. */
  *#bridges(): Steps<PlanAnswer['bridges']> {
    const { pairs, there, person } = this.#setting;
    const { starts, ends, neighbours } = pairs.rows;
    const knows = new Map<number, number[]>();
    for (const target of there) {
      yield;
      for (const one of neighbours.subarray(starts[target], ends[target])) {
        if (one === person || pairs.strength[one] === 0 || target === person) continue;
        const own = knows.get(one);
        if (own === undefined) knows.set(one, [target]);
        else own.push(target);
      }
    }
    const people = [...knows]
      .sort(([a, x], [b, y]) => y.length - x.length || pairs.strength[b]! - pairs.strength[a]!)
      .slice(0, named.bridges)
      .map(([one, targets]): Bridge => {
        const id = this.#id(one);
        return {
          id,
          name: this.#name(one),
          knows: targets.length,
          text: sayBridge(targets.map((target) => this.#name(target))),
          freeFrom: this.#full.get(id) ?? null,
        };
      });
    return { people, inAll: knows.size };
  }

  #underWay(): number {
    let count = 0;
    for (const { plan, stage } of this.#speaking.network.all('introductions')) {
      if (plan === this.#plan.id && isBefore(stage)) count++;
    }
    return count;
  }

  /** Those who could be asked, and were as often as is wanted. */
  #passedOver(options: readonly PlanOption[]): string[] {
    const passed = new Set(
      options.flatMap(({ asked, to }) => [asked, this.#id(to)]).filter((id) => this.#full.has(id)),
    );
    return [...passed]
      .slice(0, named.passedOver)
      .map((id) => sayPassedOver(this.#speaking, fullName(this.#speaking, id), this.#full.get(id) ?? ''));
  }

  #person(): { id?: string; name: string } {
    const { person, graph } = this.#setting;
    const id = graph.ids[person];
    if (person !== meIndex) return { ...(id === undefined ? {} : { id }), name: this.#name(person) };
    return { ...(id === undefined ? {} : { id }), name: 'You' };
  }

  #id(person: number): string {
    return this.#setting.graph.ids[person] ?? '';
  }

  #name(person: number): string {
    const id = this.#id(person);
    return id === rulesOf(this.#speaking.network).me ? 'You' : fullName(this.#speaking, id);
  }
}

/** The person themselves is there, too, where they meet the aim; they are not counted. */
function counts(reached: readonly number[], isOneself: boolean): { known: number; near: number } {
  const own = isOneself ? 1 : 0;
  return {
    known: reached.filter((one) => one === 1).length - own,
    near: reached.filter((one) => one > 0).length - own,
  };
}
