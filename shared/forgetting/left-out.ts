/** Items of a file without whoever was forgotten for good: neither they nor what only says something about them. */
import { digestOf } from '../formats/digest';
import type { ContactRecord, EncounterRecord, FormatName } from '../formats/record';
import { exactName } from '../imports/names';
import type { ReadItems, WaitingItems } from '../imports/read-items';
import type { Steps } from '../steps';
import type { Day } from '../time';
import { mailKey, recordKeys } from './keys';

/** Whether one of these keys is somebody's who was forgotten. */
export type IsForgotten = (keys: readonly string[]) => boolean;

interface LeftOut {
  readonly line: number;
  readonly person: string;
  readonly reason: string;
}

/** Items looked at between two pauses. */
const inOneGo = 100;

/**
 * @param mailBefore mails dated before this day are left out, too
 * @param left takes the items that stay
 * @returns those that do not
 */
export function* withoutForgotten(
  format: FormatName,
  items: ReadItems,
  { isForgotten, mailBefore }: { readonly isForgotten: IsForgotten; readonly mailBefore: Day | undefined },
  left: WaitingItems,
): Steps<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  /** What the file's own ties call them. */
  const called = new Set<string>();
  let at = 0;
  const isLong = (): boolean => (at += 1) % inOneGo === 0;
  for (const record of items.contacts) {
    if (isLong()) yield;
    const key = record.key ?? digestOf(record.identity);
    if (!isForgotten(recordKeys(format, key, record.fields))) {
      left.add(withoutRelations(format, record, isForgotten));
      continue;
    }
    const person = record.fields.name?.full ?? '';
    leftOut.push({ line: record.line, person, reason: 'You forgot them for good.' });
    called.add(exactName(record.id ?? person));
  }
  const means = (identifier: string): boolean =>
    called.has(exactName(identifier)) ||
    isForgotten([...recordKeys(format, exactName(identifier), {}), mailKey(identifier)]);
  for (const record of items.encounters) {
    if (isLong()) yield;
    const { sort, day, line } = record;
    if (sort === 'mail' && mailBefore !== undefined && day < mailBefore)
      leftOut.push({ line, person: '', reason: `You forgot mails from before ${mailBefore} for good.` });
    else left.add(withoutParticipants(record, isForgotten, means));
  }
  for (const record of items.ties) {
    if (isLong()) yield;
    if (!means(record.a) && !means(record.b)) left.add(record);
  }
  return leftOut;
}

function withoutRelations(
  format: FormatName,
  record: ContactRecord,
  isForgotten: IsForgotten,
): ContactRecord {
  const relations = record.relations.filter(
    ({ email, uid }) =>
      (email === undefined || !isForgotten([mailKey(email)])) &&
      (uid === undefined || !isForgotten(recordKeys(format, uid, {}))),
  );
  return relations.length === record.relations.length ? record : { ...record, relations };
}

function withoutParticipants(
  encounter: EncounterRecord,
  isForgotten: IsForgotten,
  means: (identifier: string) => boolean,
): EncounterRecord {
  const participants = encounter.participants.filter(
    ({ email, url, id }) =>
      (id === undefined || !means(id)) &&
      !isForgotten(
        recordKeys('', undefined, {
          ...(email === undefined ? {} : { emails: [{ value: email }] }),
          ...(url === undefined ? {} : { urls: [{ value: url }] }),
        }),
      ),
  );
  return participants.length === encounter.participants.length ? encounter : { ...encounter, participants };
}
