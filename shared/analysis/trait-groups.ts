/**
 * People in no cluster, grouped by what they share: an imported address book has no ties between contacts, and is
 * still easier to look at by organisation and place.
 */

/** So many people without a cluster, or half of all, before they are grouped at all. */
const leastWithout = 30;
const leastPeople = 3;

export interface TraitGroups {
  /** As given, with the new groups numbered on from `count`. */
  readonly groups: Int32Array;
  readonly count: number;
}

/**
 * Groups people in no group by their first trait that enough of them share, most telling trait first.
 * @param groups group of each person, 0..count-1, -1 for none
 */
export function groupByTraits(
  groups: Int32Array,
  count: number,
  traits: readonly (readonly string[])[],
): TraitGroups {
  const result = groups.slice();
  let left = [...groups.keys()].filter((person) => groups[person]! < 0);
  if (left.length < Math.min(leastWithout, groups.length / 2)) return { groups: result, count };
  let next = count;
  const depth = left.reduce((most, person) => Math.max(most, traits[person]!.length), 0);
  for (let rank = 0; rank < depth; rank++) {
    const byTrait = new Map<string, number[]>();
    for (const person of left) {
      const trait = traits[person]![rank];
      if (trait === undefined) continue;
      const others = byTrait.get(trait);
      if (others === undefined) byTrait.set(trait, [person]);
      else others.push(person);
    }
    for (const people of byTrait.values()) {
      if (people.length < leastPeople) continue;
      for (const person of people) result[person] = next;
      next++;
    }
    left = left.filter((person) => result[person]! < 0);
  }
  return { groups: result, count: next };
}
