/**
 * The sample network, as patches that fill an empty one. It is written around a reference day; every date is moved
 * by the same number of days, so that the sample's last week is this week. Birthdays and years stay.
 */
import { z } from 'zod';
import { KithmapError } from '../../../shared/errors';
import { isObject, JsonObject } from '../../../shared/json';
import type { Patch } from '../../../shared/model/patch';
import { TableName } from '../../../shared/model/table-names';
import { addDays, type Day, Day as DaySchema, daysBetween, isDay } from '../../../shared/time';

const Sample = z.object({
  format: z.literal('kithmap-sample'),
  referenceDay: DaySchema,
  tables: z.partialRecord(TableName, z.array(JsonObject)),
});

/** Moves every day and moment in a value; fields named `birthday` stay. */
function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string') {
    if (isDay(value)) return addDays(value, days);
    const day = value.slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value) && isDay(day) ? addDays(day, days) + value.slice(10) : value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, days));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'birthday' ? inner : moved(inner, days)]),
  );
}

/** Reads the sample's file lazily: nobody pays for it who does not ask. */
export async function loadSampleText(): Promise<string> {
  return (await import('./network.json?raw')).default;
}

/** @param today the day on which the sample's last day falls. @throws KithmapError `internal` for a broken file. */
export function samplePatches(text: string, today: Day): Patch[] {
  const parsed = Sample.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new KithmapError('internal', 'The sample network is damaged. Install Kithmap again.');
  const { referenceDay, tables } = parsed.data;
  const days = daysBetween(referenceDay, today);
  const patches: Patch[] = [];
  for (const table of TableName.options) {
    for (const row of tables[table] ?? []) {
      const after = moved(row, days);
      const id = row['id'];
      if (!isObject(after) || typeof id !== 'string') continue;
      patches.push({ table, id, before: null, after });
    }
  }
  return patches;
}
