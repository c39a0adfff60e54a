/** What attributes of a GEXF file hold by their declared types, and its lists of times. */
import { type Attribute, meaningOf } from './attributes';

export interface GexfAttribute {
  readonly name: string;
  /** As declared: string, boolean, liststring ... */
  readonly type: string;
  default?: string;
}

const numberTypes = /^(?:integer|int|long|float|double|byte|short|bigdecimal|biginteger)$/;

/** Whether a value says anything: numbers may be none. */
export function saysAnything({ type }: Pick<GexfAttribute, 'type'>, value: string): boolean {
  return value !== '' && !(numberTypes.test(type) && /^[+-]?(?:nan|inf(?:inity)?)$/i.test(value));
}

/** A value by its type, for a contact. */
export function attributeOf({ name, type }: Pick<GexfAttribute, 'name' | 'type'>, value: string): Attribute {
  const meaning = meaningOf(name);
  if (!type.startsWith('list')) return { name, value, meaning };
  const items = itemsOf(value);
  return { name, value: items.join(', '), meaning, items };
}

/** `[a, 'b, c']` of version 1.3; `a|b`, `a;b` or `a,b` of the earlier ones. */
function itemsOf(text: string): string[] {
  const inside = /^\[(.*)\]$/s.exec(text)?.[1];
  const items =
    inside === undefined
      ? text.split(text.includes('|') ? '|' : /[;,]/)
      : (inside.match(/\s*"(?:[^"\\]|\\.)*"|\s*'(?:[^'\\]|\\.)*'|[^,]+/gs) ?? []).map(unquoted);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function unquoted(item: string): string {
  const text = item.trim();
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text;
}

/** `<[2020-02-01, 2020-03-01]>` */
export function timesIn(text: string): string[] {
  return text.split(/[<>[\](),;]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

/** `<[2020-01-01, 2020-02-01]; [2020-03-01, 2020-04-01]>` as pairs of a beginning and an end. */
export function intervalsIn(text: string): { readonly start: string; readonly end: string }[] {
  return text.split(';').flatMap((one) => {
    const [start = '', end = ''] = timesIn(one);
    return start === '' ? [] : [{ start, end }];
  });
}
