/** Every field of a contact that can be edited, in the order in which the inspector lists them. */
import { isDay, isPartialDate } from '../../../shared/time';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly kind?: 'date' | 'day' | 'text' | 'link-email' | 'link-phone' | 'link-url';
}

export type FieldShape =
  /** One line, or several. */
  | { readonly kind: 'line' }
  | { readonly kind: 'date' | 'day' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: 'yes' }
  | { readonly kind: 'circle' }
  | { readonly kind: 'words' }
  /** One thing of several parts, such as a name. */
  | { readonly kind: 'record'; readonly parts: readonly Part[] }
  /** Any number of these. */
  | { readonly kind: 'records'; readonly parts: readonly Part[] };

export interface FieldSpec {
  readonly field: string;
  readonly label: string;
  readonly shape: FieldShape;
}

const text = (key: string, label: string): Part => ({ key, label });
const date = (key: string, label: string): Part => ({ key, label, kind: 'date' });
const labelled = (kind: Part['kind'], label: string): FieldShape => ({
  kind: 'records',
  parts: [{ key: 'value', label, kind }, text('label', 'Label')],
});

export const contactFields: readonly FieldSpec[] = [
  {
    field: 'name',
    label: 'Name',
    shape: {
      kind: 'record',
      parts: [
        text('full', 'As they write it'),
        text('given', 'Given name'),
        text('family', 'Family name'),
        text('additional', 'Middle names'),
        text('prefix', 'Before the name'),
        text('suffix', 'After the name'),
        text('phoneticGiven', 'Given name, as it sounds'),
        text('phoneticFamily', 'Family name, as it sounds'),
      ],
    },
  },
  { field: 'nicknames', label: 'Also called', shape: { kind: 'words' } },
  {
    field: 'organisations',
    label: 'Work',
    shape: {
      kind: 'records',
      parts: [
        text('name', 'Organisation'),
        text('title', 'What they do there'),
        text('department', 'Department'),
        date('from', 'From'),
        date('to', 'Until'),
      ],
    },
  },
  { field: 'industry', label: 'Industry', shape: { kind: 'line' } },
  { field: 'place', label: 'Place', shape: { kind: 'line' } },
  { field: 'emails', label: 'Mail', shape: labelled('link-email', 'Mail address') },
  { field: 'phones', label: 'Phone', shape: labelled('link-phone', 'Number') },
  { field: 'urls', label: 'Web', shape: labelled('link-url', 'Address') },
  {
    field: 'postal',
    label: 'Address',
    shape: {
      kind: 'records',
      parts: [
        text('street', 'Street'),
        text('code', 'Postal code'),
        text('locality', 'Town'),
        text('region', 'Region'),
        text('country', 'Country'),
        text('text', 'As one text'),
        text('label', 'Label'),
      ],
    },
  },
  { field: 'circle', label: 'Circle', shape: { kind: 'circle' } },
  {
    field: 'cadenceDays',
    label: 'In touch every',
    shape: { kind: 'number', min: 7, max: 1825, unit: 'days' },
  },
  { field: 'tags', label: 'Tags', shape: { kind: 'words' } },
  { field: 'interests', label: 'Interests', shape: { kind: 'words' } },
  { field: 'canHelpWith', label: 'Can help with', shape: { kind: 'words' } },
  { field: 'lookingFor', label: 'Looking for', shape: { kind: 'words' } },
  { field: 'knowsMyWork', label: 'Told what you do', shape: { kind: 'day' } },
  {
    field: 'howMet',
    label: 'How you met',
    shape: {
      kind: 'record',
      parts: [text('text', 'The story'), date('on', 'When'), text('place', 'Where')],
    },
  },
  { field: 'birthday', label: 'Birthday', shape: { kind: 'date' } },
  {
    field: 'dates',
    label: 'Dates',
    shape: { kind: 'records', parts: [text('label', 'What'), date('date', 'When')] },
  },
  {
    field: 'other',
    label: 'Other',
    shape: { kind: 'records', parts: [text('name', 'What'), text('value', 'Value')] },
  },
  { field: 'neverRemind', label: 'Never remind me', shape: { kind: 'yes' } },
  { field: 'noMeasures', label: 'Leave out of measures', shape: { kind: 'yes' } },
];

export type Values = Readonly<Record<string, string>>;

/** A field's value as the strings that its inputs hold. */
export function valuesOf(value: unknown, parts: readonly Part[]): Values {
  const values: Record<string, string> = {};
  if (typeof value !== 'object' || value === null) return values;
  for (const { key } of parts) {
    const part: unknown = Reflect.get(value, key);
    if (typeof part === 'string') values[key] = part;
  }
  return values;
}

/** What the inputs say, over what the value holds besides; undefined where nothing is left. */
export function recordFrom(before: unknown, values: Values, parts: readonly Part[]): object | undefined {
  const record: Record<string, unknown> = typeof before === 'object' ? { ...before } : {};
  for (const { key } of parts) {
    const text = values[key]?.trim() ?? '';
    if (text === '') Reflect.deleteProperty(record, key);
    else record[key] = text;
  }
  return Object.keys(record).some((key) => key !== 'label') ? record : undefined;
}

/** What is wrong with what was typed, as a sentence. */
export function wrongWith(values: Values, parts: readonly Part[]): string | undefined {
  for (const { key, label, kind } of parts) {
    const text = values[key]?.trim() ?? '';
    if (kind === 'day' && text !== '' && !isDay(text)) {
      return `${label}: write a day such as 2026-05-04.`;
    }
    if (kind === 'date' && text !== '' && !isPartialDate(text)) {
      return `${label}: write 2014, 2014-05, 2014-05-31, or --05-31 without a year.`;
    }
  }
  return undefined;
}

/** A record on one or a few lines, as the inspector shows it. */
export function shownRecord(values: Values, parts: readonly Part[]): string {
  if (parts.some(({ key }) => key === 'full')) return values['full'] ?? '';
  const label = parts.length === 2 ? values['label'] : undefined;
  const rest = parts.flatMap(({ key }) => (key === 'label' ? [] : (values[key] ?? [])));
  const dates = ['from', 'to'].map((key) => values[key]);
  const plain = rest.filter((part) => !dates.includes(part));
  const span = dates.some((day) => day !== undefined)
    ? `${dates[0] ?? ''} to ${dates[1] ?? 'now'}`
    : undefined;
  const line = [...plain, span].filter((part) => part !== undefined && part !== '').join(', ');
  return label === undefined || label === '' ? line : `${line} (${label})`;
}
