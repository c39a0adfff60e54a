/** Birthdays and other dates of people that come within some days. */
import type { Contact } from '../model/entities';
import { addDays, type Day } from '../time';
import { nextTime, yearsOn } from './dates-of-year';
import type { KeptPeople } from './kept-people';
import type { Occasion } from './occasion';

/** @param to the last day that is looked at, less than a year after `from` */
export function* dateOccasions(people: KeptPeople, from: Day, to: Day): Generator<Occasion> {
  const seen = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const leapDay = day.endsWith('02-28') ? people.withDateOn('02-29') : [];
    for (const id of [...people.withDateOn(day.slice(5)), ...leapDay]) {
      const person = people.get(id);
      if (person === undefined || seen.has(id)) continue;
      seen.add(id);
      yield* datesOf(person.contact, from, to);
    }
  }
}

/** The dates of one contact that fall on `from` .. `to`. */
export function datesOf(contact: Contact, from: Day, to: Day): Occasion[] {
  const found: Occasion[] = [];
  const { birthday, dates, id } = contact;
  const add = (date: string, about: (years: { years?: number }) => Occasion['about']): void => {
    const day = nextTime(date, from);
    if (day === undefined || day > to) return;
    const years = yearsOn(date, day);
    found.push({
      contact: id,
      about: about(years === undefined ? {} : { years }),
      day,
      from: day,
      to: day,
    });
  };
  if (birthday !== undefined) add(birthday, (years) => ({ kind: 'birthday', ...years }));
  for (const { label, date } of dates) add(date, (years) => ({ kind: 'date', label, ...years }));
  return found;
}
