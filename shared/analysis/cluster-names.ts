/** A name to propose for a group: what its members share beyond what is usual in the network. */

/** A name is proposed only if this share of the members has the trait, and at least so many times the usual share. */
const leastShare = 0.3;
const leastLift = 1.5;
const leastMembers = 3;

/**
 * For each group the trait to name it by, or null. The same trait names one group only: where it fits best.
 *
 * @param groups group of each person, -1 for none; numbers 0..groupCount-1
 * @param traits of each person, in any order (organisation, place, tags)
 */
export function clusterNames(
  groups: ArrayLike<number>,
  groupCount: number,
  traits: readonly (readonly string[])[],
): (string | null)[] {
  const sizes = new Int32Array(groupCount);
  const overall = new Map<string, number>();
  const inside = Array.from({ length: groupCount }, () => new Map<string, number>());
  traits.forEach((own, person) => {
    const group = groups[person]!;
    if (group >= 0) sizes[group]!++;
    for (const trait of new Set(own)) {
      overall.set(trait, (overall.get(trait) ?? 0) + 1);
      if (group >= 0) inside[group]!.set(trait, (inside[group]!.get(trait) ?? 0) + 1);
    }
  });
  const people = Math.max(1, traits.length);
  const fits = inside.flatMap((counts, group) =>
    [...counts].flatMap(([trait, members]) => {
      const share = members / sizes[group]!;
      const usual = overall.get(trait)! / people;
      const lift = share / usual;
      // How far above the usual share, in members: large and telling at once.
      const fit = members * Math.log(lift);
      const everyone = groupCount === 1 && share >= leastShare;
      if (members < leastMembers || share < leastShare || (lift < leastLift && !everyone)) return [];
      return [{ group, trait, fit }];
    }),
  );
  fits.sort((a, b) => b.fit - a.fit || a.group - b.group || (a.trait < b.trait ? -1 : 1));
  const names = new Array<string | null>(groupCount).fill(null);
  const used = new Set<string>();
  for (const { group, trait } of fits) {
    if (names[group] !== null || used.has(trait)) continue;
    names[group] = trait;
    used.add(trait);
  }
  return names;
}
