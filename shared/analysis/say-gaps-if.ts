/** Which gaps would shrink or grow, in sentences. */
import { listed, many } from '../words';
import type { AnswerTo } from './questions';
import type { Naming } from './reasons';
import { sayWhere } from './say-diversity';

type Changed = AnswerTo<'gapsIf'>['list'][number];

/** People named in a sentence; the others are counted. */
const mostNamed = 5;

/** Those that grow first; none where no gap is another than now. */
export function sayGapsIf({ list }: Pick<AnswerTo<'gapsIf'>, 'list'>, naming: Naming): string[] {
  const growth = ({ before, after }: Changed): number => (after?.short ?? 0) - (before?.short ?? 0);
  return list.toSorted((a, b) => growth(b) - growth(a)).flatMap((gap) => sayOne(gap, naming));
}

function sayOne({ attribute, value, before, after, couldLead, noLonger }: Changed, naming: Naming): string[] {
  const where = sayWhere(attribute, value);
  if (after === null) return [`There would be no gap ${where} any longer.`];
  const missing = many(after.short, 'person', 'people');
  if (before === null) {
    const there = many(after.people, 'person', 'people');
    return [`There would be a gap: ${there} ${where}, ${missing} too few.`];
  }
  const sentences: string[] = [];
  if (after.short !== before.short) {
    const word = after.short > before.short ? 'grow' : 'shrink';
    sentences.push(`The gap ${where} would ${word}: ${missing} missing instead of ${before.short}.`);
  }
  if (couldLead.length > 0) sentences.push(`${named(couldLead, naming)} could lead ${toward(where)}, too.`);
  if (noLonger.length > 0) {
    sentences.push(`${named(noLonger, naming)} could no longer lead ${toward(where)}.`);
  }
  return sentences;
}

function toward(where: string): string {
  return `to whoever is ${where}`;
}

function named(ids: readonly string[], { person }: Naming): string {
  return listed(
    ids.map((id) => person(id) ?? 'somebody'),
    mostNamed,
  );
}
