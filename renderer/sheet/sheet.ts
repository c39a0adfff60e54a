/** What a sheet of paper says of people: who, why, the last time, what was promised. Nothing confidential. */
import type { DueAnswer, OpenPromise, WeekAnswer } from '../../shared/keeping/answers';
import type { Contact } from '../../shared/model/entities';
import { nameOf, roleOf } from '../app/words';

export interface SheetPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Sentences. */
  readonly why: readonly string[];
  readonly last: string | undefined;
  readonly promises: readonly OpenPromise[];
  /** Addresses and numbers. */
  readonly ways: readonly string[];
}

export interface Sheet {
  readonly people: readonly SheetPerson[];
  /** Promises of this week with others. */
  readonly promises: readonly OpenPromise[];
  /** So many people more would not fit. */
  readonly more: number;
}

/** What a sheet is made of. */
export interface SheetOf {
  readonly due: DueAnswer;
  readonly contact: (id: string) => Contact | undefined;
  readonly last: (id: string) => string | undefined;
}

/** More people are a book, and no sheet. */
export const mostPeople = 200;

/** The people of this week, in its order, and whatever else was promised until its end. */
export function weekSheet(week: WeekAnswer, of: SheetOf): Sheet {
  const open = week.contacts.filter(({ state }) => state === 'open');
  const listed = new Set(open.map(({ id }) => id));
  // Promises stand below by themselves; of what is confidential nothing is said.
  const promised = new Set(of.due.promises.map(({ id }) => id));
  const people = open.flatMap(({ id, reasons, meets }) => {
    const why = reasons.filter(({ source }) => source === undefined || !promised.has(source));
    return personOf(id, [...why.map(({ text }) => text), ...(meets === undefined ? [] : [meets])], of);
  });
  const promises = openOf(of.due).filter(
    ({ contact, due }) => !listed.has(contact) && due !== null && due <= week.to,
  );
  return { people, promises, more: 0 };
}

/** These people by their names, each with why they are due, where they are. */
export function peopleSheet(
  ids: readonly string[],
  of: SheetOf,
  compare: (a: string, b: string) => number,
): Sheet {
  const due = new Map(of.due.due.map((one) => [one.id, one.text]));
  const found = ids
    .flatMap((id) => of.contact(id) ?? [])
    .map((contact) => ({ id: contact.id, name: nameOf(contact) }))
    .sort((a, b) => compare(a.name, b.name));
  const people = found.slice(0, mostPeople).flatMap(({ id }) => {
    const why = due.get(id);
    return personOf(id, why === undefined ? [] : [why], of);
  });
  return { people, promises: [], more: Math.max(0, found.length - mostPeople) };
}

function personOf(id: string, why: readonly string[], of: SheetOf): SheetPerson[] {
  const contact = of.contact(id);
  if (contact === undefined) return [];
  return [
    {
      id,
      name: nameOf(contact),
      role: roleOf(contact),
      why,
      last: of.last(id),
      promises: openOf(of.due).filter((promise) => promise.contact === id),
      ways: [...contact.phones, ...contact.emails].map(({ value }) => value),
    },
  ];
}

/** Those that say what was promised: of what is confidential nothing is printed. */
function openOf({ promises }: DueAnswer): OpenPromise[] {
  return promises.filter(({ text, confidential }) => text !== null && confidential === undefined);
}
