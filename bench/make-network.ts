/** Networks of any size for the bench: each contact has ten interactions, a note now and then, and about four ties. */
import { seededRandom } from '../shared/analysis/random';
import type { Patch } from '../shared/model/patch';
import { addDays } from '../shared/time';

export const benchToday = '2026-05-04';
const made = '2026-05-04T09:00:00.000Z';
const given = [
  'Ana',
  'Ben',
  'Chloé',
  'Dmitri',
  'Esi',
  'Farid',
  '美咲',
  'Núria',
  'Øystein',
  'Priya',
  'Quentin',
  '小明',
];
const family = [
  'Abreu',
  'Brandt',
  'Chen',
  'Dupont',
  'Eze',
  'Farkas',
  '佐藤',
  'Núñez',
  'Østby',
  'Patel',
  'Ruiz',
  '王',
];
const places = ['Bern', 'Lagos', 'Kyoto', 'Porto', 'Toronto', 'Tartu'];
const words = 'call tea garden plan move school harbour choir draft slides train book winter visit'.split(
  ' ',
);

export interface BenchNetwork {
  readonly contacts: number;
  /** In pieces that a store takes as one journal line each. */
  readonly pieces: readonly (readonly Patch[])[];
}

/** The network as patches; the same every time. Ties lie mostly within groups of about 40. */
export function makeNetwork(contacts: number, interactionsEach = 10): BenchNetwork {
  const random = seededRandom(contacts);
  const one = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const patches: Patch[] = [];
  const add = (table: Patch['table'], after: Record<string, unknown> & { id: string }): void => {
    patches.push({ table, id: after.id, before: null, after });
  };
  for (let i = 0; i < contacts; i++) {
    add('contacts', {
      id: `p${i}`,
      name: { full: `${one(given)} ${one(family)} ${i}`, given: one(given), family: one(family) },
      emails: [{ value: `person${i}@example.org` }],
      organisations: [{ name: `Company ${Math.floor(i / 40)}`, title: one(words) }],
      place: one(places),
      tags: [one(words)],
      createdAt: made,
    });
    if (i % 3 === 0) {
      const text = Array.from({ length: 40 }, () => one(words)).join(' ');
      add('notes', { id: `n${i}`, contact: `p${i}`, text, at: made, day: benchToday });
    }
    for (let k = 0; k < interactionsEach; k++) {
      add('interactions', {
        id: `i${i}-${k}`,
        day: addDays(benchToday, -random.below(1_000)),
        channel: one(['call', 'mail', 'in-person', 'message']),
        direction: 'both',
        with: [`p${i}`],
        summary: `${one(words)} ${one(words)} ${one(words)}`,
        tags: [],
      });
    }
  }
  const seen = new Set<string>();
  for (let i = 0; i < contacts * 4; i++) {
    const a = random.below(contacts);
    const group = Math.floor(a / 40) * 40;
    const b =
      random.next() < 0.95 ? Math.min(contacts - 1, group + random.below(40)) : random.below(contacts);
    const [first, second] = `p${a}` < `p${b}` ? [`p${a}`, `p${b}`] : [`p${b}`, `p${a}`];
    if (first === second || seen.has(`${first} ${second}`)) continue;
    seen.add(`${first} ${second}`);
    add('ties', { id: `t${i}`, a: first, b: second, state: 'known', createdAt: made });
  }
  const pieces: Patch[][] = [];
  for (let at = 0; at < patches.length; at += 2_000) pieces.push(patches.slice(at, at + 2_000));
  return { contacts, pieces };
}
