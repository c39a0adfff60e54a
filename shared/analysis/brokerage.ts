/**
 * In which roles somebody passes things on: a tells the broker, the broker tells b, and a does not tell b directly. The
 * groups of the three make the role:
 *
 *   coordinator      all three in one group          representative   a and the broker in one, b in another
 *   itinerant        a and b in one, the broker not  gatekeeper       the broker and b in one, a in another
 *   liaison          three groups
 *
 * R. V. Gould and R. M. Fernandez, Structures of mediation, Sociological Methodology 19 (1989).
 */
import type { Rows } from './graph';

export const brokerageRoles = [
  'coordinator',
  'itinerant',
  'representative',
  'gatekeeper',
  'liaison',
] as const;
export type BrokerageRole = (typeof brokerageRoles)[number];
/** How often a person has each role. */
export type Brokerage = Readonly<Record<BrokerageRole, number>>;

/**
 * Of one person among ties that go both ways: half of what both directions give, so that each pair of contacts who do
 * not know each other counts once. O(ties of the person and their contacts).
 * @param groups group of each person, -1 for none: such a person shares a group with nobody
 */
export function brokerage(rows: Rows, groups: ArrayLike<number>, person: number): Brokerage {
  const both = directedBrokerage({ out: rows, into: rows }, groups, person);
  return {
    coordinator: both.coordinator / 2,
    itinerant: both.itinerant / 2,
    representative: both.representative / 2,
    gatekeeper: both.gatekeeper / 2,
    liaison: both.liaison / 2,
  };
}

/** Arcs from each person and to each person, of the same arcs. */
export interface Arcs {
  readonly out: Pick<Rows, 'starts' | 'ends' | 'neighbours' | 'size'>;
  readonly into: Pick<Rows, 'starts' | 'ends' | 'neighbours' | 'size'>;
}

/** Of one person among arcs with a direction. */
export function directedBrokerage({ out, into }: Arcs, groups: ArrayLike<number>, person: number): Brokerage {
  const own = groups[person]!;
  const tellers = into.neighbours.subarray(into.starts[person], into.ends[person]);
  const told = out.neighbours.subarray(out.starts[person], out.ends[person]);
  const found: Record<BrokerageRole, number> = allPairs(tellers, told, groups, own);
  const isTold = new Uint8Array(out.size);
  for (const b of told) isTold[b] = 1;
  for (const a of tellers) {
    // Nobody is told their own news, nor what they hear directly.
    if (isTold[a] === 1) found[roleOf(groups[a]!, own, groups[a]!, true)]--;
    for (let slot = out.starts[a]!; slot < out.ends[a]!; slot++) {
      const b = out.neighbours[slot]!;
      if (isTold[b] === 1) found[roleOf(groups[a]!, own, groups[b]!)]--;
    }
  }
  return found;
}

/** Every teller with everyone told. */
function allPairs(
  tellers: Int32Array,
  told: Int32Array,
  groups: ArrayLike<number>,
  own: number,
): Record<BrokerageRole, number> {
  const toldIn = new Map<number, number>();
  for (const b of told) toldIn.set(groups[b]!, (toldIn.get(groups[b]!) ?? 0) + 1);
  const inOwn = (own < 0 ? undefined : toldIn.get(own)) ?? 0;
  const found = { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 };
  for (const a of tellers) {
    const group = groups[a]!;
    if (group >= 0 && group === own) {
      found.coordinator += inOwn;
      found.representative += told.length - inOwn;
    } else {
      const inSame = (group < 0 ? undefined : toldIn.get(group)) ?? 0;
      // Somebody in no group is in the same as themselves alone.
      const self = group < 0 && told.includes(a) ? 1 : 0;
      found.gatekeeper += inOwn;
      found.itinerant += inSame + self;
      found.liaison += told.length - inOwn - inSame - self;
    }
  }
  return found;
}

/** @param one a and b are one person, who shares a group with themselves in any case */
function roleOf(a: number, own: number, b: number, one = false): BrokerageRole {
  const withA = a >= 0 && a === own;
  const withB = b >= 0 && b === own;
  if (withA) return withB ? 'coordinator' : 'representative';
  if (withB) return 'gatekeeper';
  return one || (a >= 0 && a === b) ? 'itinerant' : 'liaison';
}
