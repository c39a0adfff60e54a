/** A name to propose for a group: what its members share beyond what is usual in the network. */

/** A name is proposed only if this share of the members has the trait, and at least so many times the usual share. */
const leastShare = 0.3;
const leastLift = 1.5;
const leastMembers = 3;
/** Between the traits of one name. */
const comma = ', ';

/** A trait of a group: how large a share of the members has it, and how far that is above the usual, in members. */
interface Fit {
  readonly group: number;
  readonly trait: string;
  readonly share: number;
  readonly fit: number;
}

/**
 * For each group a name, or null. The same name goes to one group only: where it fits best. Groups that share the trait
 * that says most of them are told apart by a second one: "Acme, Basel" and "Acme, Oslo".
 *
 * @param groups group of each person, -1 for none; numbers 0..groupCount-1
 * @param traits of each person, in any order (organisation, place, tags); case and blanks do not tell them apart
 */
export function clusterNames(
  groups: ArrayLike<number>,
  groupCount: number,
  traits: readonly (readonly string[])[],
): (string | null)[] {
  const fits = fitsOf(groups, groupCount, traits);
  const own = Array.from({ length: groupCount }, (): Fit[] => []);
  for (const fit of fits) own[fit.group]!.push(fit);
  const names = new Array<string | null>(groupCount).fill(null);
  const used = new Set<string>();
  const take = (group: number, name: string): void => {
    names[group] = name;
    used.add(name);
  };
  for (const { trait } of fits) {
    const sharing = [...own.keys()].filter(
      (group) => names[group] === null && own[group]![0]?.trait === trait,
    );
    if (sharing.length < 2) continue;
    for (const group of sharing) {
      const second = own[group]!.find(
        ({ trait: other, share }) => other !== trait && tellsApart(other, share, group, sharing, own),
      );
      if (second !== undefined) take(group, `${trait}${comma}${second.trait}`);
    }
  }
  for (const { group, trait } of fits) if (names[group] === null && !used.has(trait)) take(group, trait);
  return names;
}

/** Whether a trait is clearly commoner in a group than in each of the others. */
function tellsApart(
  trait: string,
  share: number,
  group: number,
  others: readonly number[],
  own: readonly (readonly Fit[])[],
): boolean {
  return others.every((other) => {
    const there = own[other]!.find((fit) => fit.trait === trait);
    return other === group || there === undefined || share >= leastLift * there.share;
  });
}

/** The traits that may name each group, those that say most first. */
function fitsOf(
  groups: ArrayLike<number>,
  groupCount: number,
  traits: readonly (readonly string[])[],
): Fit[] {
  const sizes = new Int32Array(groupCount);
  const overall = new Map<string, number>();
  const inside = Array.from({ length: groupCount }, () => new Map<string, number>());
  const spellings = new Map<string, Map<string, number>>();
  traits.forEach((own, person) => {
    const group = groups[person]!;
    if (group >= 0) sizes[group]!++;
    const counted = new Set<string>();
    for (const spelling of own) {
      const trait = spelling.trim().replace(/\s+/gu, ' ').toLowerCase();
      if (trait === '' || counted.has(trait)) continue;
      counted.add(trait);
      count(overall, trait);
      if (group >= 0) count(inside[group]!, trait);
      const known = spellings.get(trait) ?? new Map<string, number>();
      count(known, spelling.trim());
      spellings.set(trait, known);
    }
  });
  const people = Math.max(1, traits.length);
  const fits = inside.flatMap((counts, group) =>
    [...counts].flatMap(([trait, members]): Fit[] => {
      const share = members / sizes[group]!;
      const lift = (share * people) / overall.get(trait)!;
      const everyone = groupCount === 1 && share >= leastShare;
      if (members < leastMembers || share < leastShare || (lift < leastLift && !everyone)) return [];
      // Large and telling at once.
      return [{ group, trait: commonest(spellings.get(trait)!), share, fit: members * Math.log(lift) }];
    }),
  );
  return fits.sort((a, b) => b.fit - a.fit || a.group - b.group || (a.trait < b.trait ? -1 : 1));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The spelling that most have; of equals the one that sorts first. */
function commonest(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((best, one) =>
    one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
  )[0];
}
