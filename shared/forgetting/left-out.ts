/** Items of a file without whoever was forgotten for good: neither they nor what only says something about them. */
import { digestOf } from '../formats/digest';
import type { ContactRecord, EncounterRecord, FormatName, ImportItem } from '../formats/record';
import { exactName } from '../imports/names';
import type { Day } from '../time';
import { mailKey, recordKeys } from './keys';

/** Whether one of these keys is somebody's who was forgotten. */
export type IsForgotten = (keys: readonly string[]) => boolean;

export interface LeftIn {
  readonly items: readonly ImportItem[];
  readonly leftOut: readonly { readonly line: number; readonly person: string; readonly reason: string }[];
}

/** @param mailBefore mails dated before this day are left out, too */
export function withoutForgotten(
  format: FormatName,
  items: readonly ImportItem[],
  { isForgotten, mailBefore }: { readonly isForgotten: IsForgotten; readonly mailBefore: Day | undefined },
): LeftIn {
  const leftOut: { line: number; person: string; reason: string }[] = [];
  /** What the file's own ties call them. */
  const called = new Set<string>();
  const isGone = (record: ContactRecord): boolean => {
    const key = record.key ?? digestOf(record.identity);
    if (!isForgotten(recordKeys(format, key, record.fields))) return false;
    const person = record.fields.name?.full ?? '';
    leftOut.push({ line: record.line, person, reason: 'You forgot them for good.' });
    called.add(exactName(record.id ?? person));
    return true;
  };
  const isOld = ({ sort, day, line }: EncounterRecord): boolean => {
    if (sort !== 'mail' || mailBefore === undefined || day >= mailBefore) return false;
    leftOut.push({ line, person: '', reason: `You forgot mails from before ${mailBefore} for good.` });
    return true;
  };
  const rest = items.filter(
    (item) => !(item.kind === 'contact' && isGone(item)) && !(item.kind === 'encounter' && isOld(item)),
  );
  const means = (identifier: string): boolean =>
    called.has(exactName(identifier)) ||
    isForgotten([...recordKeys(format, exactName(identifier), {}), mailKey(identifier)]);
  return {
    leftOut,
    items: rest.flatMap((item): ImportItem[] => {
      if (item.kind === 'tie') return means(item.a) || means(item.b) ? [] : [item];
      if (item.kind === 'encounter') return [withoutParticipants(item, isForgotten, means)];
      return [item.kind === 'contact' ? withoutRelations(format, item, isForgotten) : item];
    }),
  };
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
