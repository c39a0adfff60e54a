/** Reading a line of quick capture and completing a name as one types, against a plain walk over all names. */
import { completionsAt } from '../shared/capture/completions';
import { habitsOf } from '../shared/capture/habits';
import { parseCapture } from '../shared/capture/parse';
import { PeopleIndex } from '../shared/capture/people';
import { fold } from '../shared/search/fold';
import { type Figure, median } from './report';
import { timed } from './timing';

const given = ['Ana', 'Ben', 'Chidi', 'Dana', 'Eva', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'];
const line = 'coffee @Ana Family10 @Ben Family3 yesterday re: grant, I owe @Dana Family3 slides by Fri #x';
const runs = 25;

export function measureCapture(count: number): Figure[] {
  const names: string[] = [];
  const people = new PeopleIndex((id) => (id.endsWith('7') ? `2026-04-${id.slice(-2)}` : undefined));
  const put = (n: number): void => {
    const name = { full: `${given[n % given.length] ?? ''} Family${n % 4_000}` };
    people.put({ id: `p${n}`, name, nicknames: [], organisations: [{ name: `Organisation ${n % 300}` }] });
    names.push(fold(name.full));
  };
  for (let n = 0; n < count; n++) put(n);
  const context = { today: '2026-05-04', habits: habitsOf('en-GB'), people };
  const often = (work: () => unknown): number => median(Array.from({ length: runs }, () => timed(work)));
  const walk = often(() => names.filter((name) => name.split(' ').some((word) => word.startsWith('f'))));
  const figures: [string, number][] = [
    ['capture: read a line', often(() => parseCapture(line, context))],
    ['capture: complete a rare letter', often(() => completionsAt('coffee @a', 9, people))],
    ['capture: complete a common letter', often(() => completionsAt('coffee @f', 9, people))],
    ['capture: complete a bare @', often(() => completionsAt('coffee @', 8, people))],
    ['capture: a person changed', often(() => put(count - 1))],
  ];
  return figures.flatMap(([what, took]) => [
    { what, people: count, value: took, unit: 'ms' },
    { what, people: count, value: took / walk, unit: 'times', against: 'a walk over all names' },
  ]);
}
