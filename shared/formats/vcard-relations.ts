/** The fields of cards that name somebody else: the only place where an address book says who knows whom. */
import { normaliseEmail } from '../model/addresses';
import type { Relation } from './record';
import { oneLine } from './text';
import type { Property } from './vcard-lines';
import { normaliseUid, typesOf } from './vcard-values';

/** `X-SPOUSE`, `X-EVOLUTION-MANAGER`, `X-KADDRESSBOOK-X-AssistantsName` and their like. */
const named =
  /^X-(?:EVOLUTION-|MS-|KADDRESSBOOK-X-|GNOME-|MOZILLA-)?(SPOUSE|PARTNER|MANAGER|ASSISTANT|CHILD|CHILDREN|FATHER|MOTHER|PARENT|BROTHER|SISTER|FRIEND|REFERRED-BY)(?:'?S?-?NAME)?$/;

/** The relation a property states, or undefined where it states none. @param text its value, unescaped. */
export function relationOf(
  property: Property,
  text: string,
  labels: ReadonlyMap<string, string>,
): Relation | undefined {
  const { name, group } = property;
  if (name === 'X-ABRELATEDNAMES') {
    const label = group === undefined ? undefined : labels.get(group);
    return person(label ?? typesOf(property)[0] ?? 'related', text);
  }
  if (name === 'RELATED') return person(typesOf(property)[0] ?? 'related', text);
  if (name === 'AGENT') return person('agent', /^FN[^:\n]*:(.+)$/im.exec(text)?.[1] ?? text);
  const kind = named.exec(name)?.[1];
  return kind === undefined ? undefined : person(kind.replaceAll('-', ' '), text);
}

function person(kind: string, text: string): Relation | undefined {
  const lower = oneLine(kind).toLowerCase() || 'related';
  const value = oneLine(text);
  if (value === '' || /^begin:vcard/i.test(value)) return undefined;
  if (/^urn:uuid:/i.test(value)) return { kind: lower, uid: normaliseUid(value) };
  const email = /^mailto:/i.test(value) ? normaliseEmail(value) : undefined;
  return email === undefined ? { kind: lower, name: value } : { kind: lower, email };
}

const androidRelations = [
  ...['', 'assistant', 'brother', 'child', 'domestic partner', 'father', 'friend', 'manager', 'mother'],
  ...['parent', 'partner', 'referred by', 'relative', 'sister', 'spouse'],
];

/**
 * Android writes `X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Maria;14;;...`: what it is, the value, the
 * number of a type, and for type 0 a label of the user's own.
 */
export function androidCustom(
  parts: readonly string[],
): { nickname?: string; relation?: Relation; date?: { label: string; text: string } } | undefined {
  const [item = '', value = '', type = '', label = ''] = parts;
  if (value === '') return undefined;
  if (item.endsWith('/nickname')) return { nickname: value };
  if (item.endsWith('/relation')) {
    const kind = type === '0' ? label : androidRelations[Number(type)];
    return { relation: { kind: (kind ?? '').toLowerCase() || 'related', name: value } };
  }
  if (!item.endsWith('/contact_event')) return undefined;
  return {
    date: {
      label: type === '0' && label !== '' ? label : type === '1' ? 'anniversary' : 'date',
      text: value,
    },
  };
}
