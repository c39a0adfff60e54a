/**
 * Who is there twice, found in address books in which that is known: how long it takes, how many are found, and whether
 * what is said to be likely is as likely as that. Beside it what one writes without further thought: everybody with the
 * same family name is compared with everybody, and the same given name, mail address or number makes them one.
 */
import { foldedName } from '../shared/imports/names';
import { addressKeys } from '../shared/model/addresses';
import type { Contact } from '../shared/model/entities';
import { pairKey } from '../shared/model/indices';
import { Network } from '../shared/model/network';
import { judgeDuplicates } from './judge-duplicates';
import { habits, makeKnownTwice } from './make-duplicates';
import type { Figure } from './report';
import { timed } from './timing';

/** Small address books have few pairs: as many of them are looked through as tell something of a band. */
const contactsInAll = 20_000;
/** Not the address books that the weights were looked at with. */
const firstSeed = (people: number): number => people + 7;

export function measureDuplicates(people: number): Figure[] {
  const books = Math.max(1, Math.min(12, Math.round(contactsInAll / people)));
  const seeds = Array.from({ length: books }, (_, at) => firstSeed(people) + 1_000 * at);
  const judged = judgeDuplicates(people, seeds);
  const { patches, truth } = makeKnownTwice(people, firstSeed(people));
  const network = new Network();
  network.apply(patches);
  let plain: ReadonlySet<string> = new Set();
  const plainTook = timed(() => (plain = sameFamilyName([...network.all('contacts')])));
  const plainRight = [...plain].filter((key) => truth.has(key)).length;
  const figure = (what: string, value: number, unit: Figure['unit'], against?: string): Figure => ({
    ...{ what, people, value, unit },
    ...(against === undefined ? {} : { against }),
  });
  return [
    figure('who may be there twice', judged.took, 'ms'),
    figure('longest step of it', judged.longest, 'ms'),
    figure('who may be there twice', judged.took / plainTook, 'times', 'all pairs of one family name'),
    figure('found, of those there twice', judged.found, 'share'),
    figure('found, of those there twice: all pairs of one family name', plainRight / truth.size, 'share'),
    figure('right, of those shown', judged.right, 'share'),
    figure('right, of those found: all pairs of one family name', plainRight / plain.size, 'share'),
    figure('right, of those called certain', judged.certainRight, 'share'),
    figure('called certain, of those there twice', judged.certainFound, 'share'),
    ...judged.bands.flatMap(({ from, to, said, right, pairs }) => [
      figure(`said ${percent(from)} to ${percent(to)}: pairs`, pairs, 'pairs'),
      figure(`said ${percent(from)} to ${percent(to)}: said on average`, said, 'share'),
      figure(`said ${percent(from)} to ${percent(to)}: one person indeed`, right, 'share'),
    ]),
    ...(['tidy', 'blurred'] as const).flatMap((like) => {
      const other = judgeDuplicates(people, seeds, habits[like]);
      return [
        figure(`${like} books: found, of those there twice`, other.found, 'share'),
        figure(`${like} books: right, of those shown`, other.right, 'share'),
        ...other.bands.map(({ from, to, right }) =>
          figure(`${like} books: said ${percent(from)} to ${percent(to)}: one person indeed`, right, 'share'),
        ),
      ];
    }),
    ...judged.kinds.flatMap(({ kind, pairs, found }) => [
      figure(`${kind}: pairs`, pairs, 'pairs'),
      figure(`${kind}: found`, found, 'share'),
    ]),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function sameFamilyName(contacts: readonly Contact[]): Set<string> {
  const families = new Map<string, { id: string; given: string; keys: Set<string> }[]>();
  for (const contact of contacts) {
    const words = foldedName(contact.name.full).split(' ');
    const family = foldedName(contact.name.family ?? words.at(-1) ?? '');
    const one = { id: contact.id, given: words[0] ?? '', keys: new Set(addressKeys(contact)) };
    const all = families.get(family);
    if (all === undefined) families.set(family, [one]);
    else all.push(one);
  }
  const found = new Set<string>();
  for (const family of families.values()) {
    for (const [at, a] of family.entries()) {
      for (const b of family.slice(at + 1)) {
        if (a.given === b.given || [...a.keys].some((key) => b.keys.has(key))) found.add(pairKey(a.id, b.id));
      }
    }
  }
  return found;
}
