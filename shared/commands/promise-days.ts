/**
 * The days of a promise must fit each other: it is made first, then it falls due, is kept or dropped, and told of. An
 * edit is asked only about the days that it changes, so that what is wrong already does not stand in the way. And a week
 * that holds many promises of mine is said to.
 */
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { promiseCautions } from '../keeping/promise-load';
import { firstDayOfWeek } from '../keeping/weeks';
import type { Answer, CommandContext } from './command';
import type { Draft } from './draft';
import type { Checking } from './entity-commands';

/** What cannot lie before the day on which it was promised, as a sentence says it. */
const laterDays: Readonly<Record<string, string>> = {
  doneOn: 'It was kept on',
  droppedOn: 'It was dropped on',
  toldOn: 'They were told on',
};

/** @throws KithmapError `conflict` with a sentence that says which days do not fit. */
export function checkPromiseDays(_draft: Draft, promise: JsonObject, { context, before }: Checking): void {
  const changed = (...fields: readonly string[]): boolean =>
    fields.some((field) => promise[field] !== before?.[field]);
  const madeOn = dayIn(promise, 'madeOn');
  if (madeOn === undefined) return;
  if (changed('madeOn', 'due')) refuseDueBefore(madeOn, dayIn(promise, 'due'));
  for (const [field, words] of Object.entries(laterDays)) {
    const day = dayIn(promise, field);
    if (day === undefined || !changed('madeOn', field)) continue;
    if (day < madeOn) {
      throw new KithmapError(
        'conflict',
        `${words} ${day}, before it was promised (${madeOn}). Correct one of the two days.`,
      );
    }
    if (field === 'doneOn' && changed('doneOn') && day > context.today) {
      throw new KithmapError(
        'conflict',
        `${words} ${day}, and that day has not come yet. Choose today or a day before it.`,
      );
    }
  }
}

/** @param what the promise, where it is one of several */
export function refuseDueBefore(madeOn: string, due: string | undefined, what = 'It'): void {
  if (due === undefined || due >= madeOn) return;
  throw new KithmapError(
    'conflict',
    `${what} is due on ${due}, before it was promised (${madeOn}). Correct one of the two days.`,
  );
}

/** That the week in which it falls due holds many, where it was given that day. */
export function sayPromiseLoad(draft: Draft, promise: JsonObject, { context, before }: Checking): Answer {
  const due = dayIn(promise, 'due');
  if (due === undefined || due === before?.['due']) return {};
  const cautions = promise['by'] === 'me' ? cautionsFor(draft, [due], context) : [];
  return cautions.length === 0 ? {} : { cautions };
}

/** @param due when promises of mine that were just written fall due */
export function cautionsFor(draft: Draft, due: readonly string[], context: CommandContext): string[] {
  if (due.length === 0) return [];
  const { today, locale = 'en-GB' } = context;
  const firstDay = firstDayOfWeek(draft.get('settings', 'settings')?.weekStart ?? 'locale', locale);
  return promiseCautions(draft.all('commitments'), due, { today, locale, firstDay });
}

function dayIn(entity: JsonObject, field: string): string | undefined {
  const day = entity[field];
  return typeof day === 'string' ? day : undefined;
}
