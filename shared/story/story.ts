/** A contact's story in order: what is to come first, the soonest on top; then what was, newest first, under headings. */
import { sayMonth } from '../words';
import { entriesOf, type Kept, type StoryEntry } from './entry';

export interface Story {
  /** Planned, and promises that stand open. */
  readonly ahead: readonly StoryEntry[];
  readonly past: readonly StoryEntry[];
}

export type StoryRow =
  | { readonly type: 'heading'; readonly key: string; readonly text: string }
  | { readonly type: 'entry'; readonly key: string; readonly entry: StoryEntry };

/** A year with more than this is told by months. */
const manyInAYear = 12;

/**
 * @param readUntil the day of the oldest interaction at hand where there are older ones: what is older than that is
 *   held back, so that nothing appears above what one has read already
 */
export function storyOf(kept: Kept, readUntil?: string): Story {
  const entries = entriesOf(kept);
  const ahead = entries.filter((entry) => entry.ahead).sort((a, b) => compare(soonest(a), soonest(b)));
  const past = entries
    .filter((entry) => !entry.ahead && (readUntil === undefined || (entry.day ?? '') >= readUntil))
    .sort((a, b) => compare(placeOf(b), placeOf(a)));
  return { ahead, past };
}

/** The story as lines to draw: headings, and under each its entries. */
export function rowsOf({ ahead, past }: Story, locale: string): StoryRow[] {
  const rows: StoryRow[] = [];
  if (ahead.length > 0) rows.push({ type: 'heading', key: 'ahead', text: 'To come' });
  rows.push(...ahead.map(asRow));
  const inYear = new Map<string, number>();
  for (const { day = '' } of past) {
    const year = day.slice(0, 4);
    inYear.set(year, (inYear.get(year) ?? 0) + 1);
  }
  let standing: string | undefined;
  for (const entry of past) {
    const { day = '' } = entry;
    const byMonth = (inYear.get(day.slice(0, 4)) ?? 0) > manyInAYear;
    const group = day.slice(0, byMonth ? 7 : 4);
    if (group !== standing) rows.push({ type: 'heading', key: `in-${group}`, text: said(group, locale) });
    standing = group;
    rows.push(asRow(entry));
  }
  return rows;
}

function said(group: string, locale: string): string {
  if (group === '') return 'Without a date';
  return group.length === 7 ? sayMonth(`${group}-01`, locale) : group;
}

function asRow(entry: StoryEntry): StoryRow {
  return { type: 'entry', key: `${entry.kind}-${entry.id}`, entry };
}

/** `2014` stands below every day of 2014: nobody knows that it was later than any of them. */
function placeOf({ day = '', at = '', kind, id }: StoryEntry): string {
  return `${day.padEnd(10)} ${at} ${kind} ${id}`;
}

/** What has no day comes after what has one. */
function soonest(entry: StoryEntry): string {
  return entry.day === undefined ? `~ ${entry.id}` : placeOf(entry);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
