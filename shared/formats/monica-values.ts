/** What stands in Monica's export, read without believing that it is of the shape it should be. */
import { isObject, type JsonObject } from '../json';
import { isDay } from '../time';
import { freeText, oneLine } from './text';

const nothing: JsonObject = {};

export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : nothing;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a thing of the export says about itself; its uuid and its moments stand beside that. */
export function propertiesOf(value: unknown): JsonObject {
  return objectOf(objectOf(value)['properties']);
}

/** A text, number or switch as a text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return freeText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function lineOf(value: unknown): string {
  return oneLine(textOf(value));
}

export function isSet(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true' || value === 'yes';
}

/** The day of a moment; Monica keeps days as midnight, whatever the zone. */
export function dayIn(value: unknown): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(lineOf(value))?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

/** A day of which Monica may know the month and day alone, or of which only an age was given. */
export function specialDate(value: unknown): string | undefined {
  const { date, is_age_based: byAge, is_year_unknown: yearless } = objectOf(value);
  const day = dayIn(date);
  if (day === undefined) return undefined;
  if (isSet(byAge)) return day.slice(0, 4);
  return isSet(yearless) ? `--${day.slice(5)}` : day;
}

/** What a contact has of one kind, or an account of another: `{type, count, values}`. */
export interface Collection {
  readonly type: string;
  readonly values: readonly unknown[];
}

export function collectionsOf(value: unknown): Collection[] {
  return listOf(objectOf(value)['data']).map((one) => {
    const { type, values } = objectOf(one);
    return { type: lineOf(type), values: listOf(values) };
  });
}

/** Those parts that say something, separated. */
export function together(parts: readonly (string | undefined)[], by = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(by);
}
