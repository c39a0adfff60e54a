/** A way in the words of the page: how warm it is, and where its number comes from. */
import type { PathTarget, PathTie, WarmPath } from '../../shared/paths/answers';
import { handover } from '../../shared/paths/strength-of-step';
import { sayGroup } from '../../shared/paths/targets';
import { listed } from '../../shared/words';

/** Tells one way from the others. */
export function keyOfWay({ contacts }: WarmPath): string {
  return contacts.map(({ id = '' }) => id).join(' ');
}

/** From which strength on a step is called so, the strongest first. */
const steps = [
  [0.7, 'close'],
  [0.4, 'good'],
  [0.15, 'loose'],
  [0, 'faint'],
] as const;

/** How easily a word passes over one tie. */
export function sayStrength(strength: number): string {
  return steps.find(([least]) => strength >= least)?.[1] ?? 'faint';
}

const ways = [
  [0.4, 'Warm'],
  [0.15, 'Fairly warm'],
  [0.04, 'Thin'],
  [0, 'Very thin'],
] as const;

/** How easily a word passes along the whole way. */
export function sayWarmth({ warmth }: WarmPath): string {
  return ways.find(([least]) => warmth >= least)?.[1] ?? 'Very thin';
}

/** "0.23 = 0.81 × 0.71 × 0.4": the number with all that makes it. */
export function countWarmth({ warmth, ties, hands }: WarmPath): string {
  const factors = [
    ...ties.map(({ strength }) => number(strength)),
    ...Array<string>(hands).fill(`${handover}`),
  ];
  const sum = number(warmth);
  return factors.length === 1 ? sum : `${sum} = ${factors.join(' × ')}`;
}

export function number(value: number): string {
  return value.toFixed(value < 0.095 ? 3 : 2);
}

/** What a step rests on, without the two names in front where they stand above it already. */
export function sayRests({ text }: PathTie, from: string, to: string): string {
  const both = [`${from} and ${to}: `, `${to} and ${from}: `].find((names) => text.startsWith(names));
  const rest = text.slice(both?.length ?? 0);
  return rest === '' ? 'nothing else is on record' : rest;
}

/** "Through Ben Okoro and you", or that nobody stands between. */
export function sayThrough({ contacts }: WarmPath, me: string | undefined): string {
  const between = contacts.slice(1, -1).map(({ id, name }) => (id === me ? 'you' : name));
  return between.length === 0 ? 'Directly' : `Through ${listed(between, between.length)}`;
}

/** "Ana Silva", "anybody at Novartis". */
export function sayTarget(to: PathTarget, nameOf: (id: string) => string): string {
  return to.kind === 'contact' ? nameOf(to.id) : `anybody ${sayGroup(to.kind, to.value)}`;
}
