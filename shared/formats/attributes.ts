/** Attributes of people in tables and graphs: which fill a field of a contact, which become tags, which are kept. */
import { partialDate } from './days';
import type { ContactFields, ContactRecord } from './record';
import { freeText, oneLine } from './text';

const meanings = {
  id: /^(id|node|node id|nodeid|key|vertex|user|user id|person id)$/,
  name: /^(name|label|full name|fullname|display name|page name|title name)$/,
  given: /^(first ?name|given ?name|given|vorname)$/,
  family: /^(last ?name|family ?name|surname|family|nachname)$/,
  place: /^(place|city|location|town|ort|stadt)$/,
  industry: /^(industry|sector|branche)$/,
  organisation: /^(organi[sz]ation|company|employer|firm|firma)$/,
  department: /^(department|dept|division|abteilung)$/,
  title: /^(title|job title|position|role)$/,
  email: /^(e-?mails?|mail|e-?mail address)$/,
  phone: /^(phones?|telephone|mobile)$/,
  url: /^(urls?|website|web|profile)$/,
  nickname: /^(nicknames?|alias)$/,
  tags: /^(tags?|groups?|labels|keywords)$/,
  interests: /^(interests?|hobbies)$/,
  birthday: /^(birthday|bday|date of birth|born)$/,
  note: /^(notes?|comment|description)$/,
} as const;
export type Meaning = keyof typeof meanings;
const meaningNames = Object.keys(meanings).filter((name): name is Meaning => name in meanings);

export function meaningOf(column: string): Meaning | undefined {
  const folded = column
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return meaningNames.find((name) => meanings[name].test(folded));
}

/** What to do with a column that fills no field. */
export type Leftover = 'tag' | 'other';

/**
 * A column whose values are few is a group, and each value of it a tag; one whose values tell people apart is
 * kept as it is.
 */
export function leftoverOf(values: readonly string[]): Leftover {
  const filled = values.filter((value) => value !== '');
  const distinct = new Set(filled).size;
  const numbers = filled.every((value) => /^[+-]?\d+(?:\.\d+)?$/.test(value));
  if (numbers) return distinct <= 12 && distinct * 2 <= filled.length ? 'tag' : 'other';
  return distinct <= Math.max(20, filled.length / 5) && filled.every((value) => value.length <= 80)
    ? 'tag'
    : 'other';
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** What `meaningOf` says of the name. */
  readonly meaning: Meaning | undefined;
  /** Of a list that is no text, each of its items. */
  readonly items?: readonly string[];
}

/**
 * A contact from the attributes of a node. Lists are separated by `;` or `|`, or as `split` says.
 * @param leftover for each attribute without a field of its own.
 */
export function contactOf(
  id: string,
  line: number,
  attributes: readonly Attribute[],
  leftover: (name: string) => Leftover,
  split: RegExp = /[;|]/,
): ContactRecord {
  const taken = takenOf(id, attributes);
  const of = (meaning: Meaning): string => oneLine(taken.get(meaning)?.value ?? '');
  const listOf = (meaning: Meaning): string[] => {
    const found = taken.get(meaning);
    const values = (found?.items ?? (found?.value ?? '').split(split)).map(oneLine);
    return [...new Set(values)].filter((value) => value !== '').slice(0, 100);
  };
  const [given, family] = [of('given'), of('family')];
  const parts = [given, family].filter((part) => part !== '').join(' ');
  const full = of('name') || parts || id;
  const birthday = partialDate(of('birthday'));
  if (birthday === undefined) taken.delete('birthday');
  const note = taken.get('note')?.value ?? '';
  const rest = attributes.filter((one) => one.meaning === undefined && one.value.trim() !== '');
  const [organisation, department] = [of('organisation'), of('department')];

  const fields: ContactFields = {
    name: { full, ...(given === '' ? {} : { given }), ...(family === '' ? {} : { family }) },
    nicknames: listOf('nickname'),
    emails: listOf('email').map((value) => ({ value })),
    phones: listOf('phone').map((value) => ({ value })),
    urls: listOf('url').map((value) => ({ value })),
    organisations: organisationsOf(organisation, department, of('title')),
    tags: [
      ...listOf('tags'),
      // Without its organisation a department is a group like any other, too.
      ...(organisation === '' && department !== '' ? [`department: ${department}`] : []),
      ...rest
        .filter(({ name }) => leftover(name) === 'tag')
        .flatMap(({ name, value, items = [value] }) => items.map((item) => oneLine(`${name}: ${item}`)))
        .slice(0, 400),
    ],
    interests: listOf('interests'),
    other: [
      ...(full === id ? [] : [{ name: 'id', value: id }]),
      ...[...rest.filter(({ name }) => leftover(name) === 'other'), ...withoutPlace(id, attributes, taken)]
        .slice(0, 400)
        .map(({ name, value }) => ({ name: oneLine(name), value: freeText(value) })),
    ],
    ...(of('place') === '' ? {} : { place: of('place') }),
    ...(of('industry') === '' ? {} : { industry: of('industry') }),
    ...(birthday === undefined ? {} : { birthday }),
  };
  return {
    kind: 'contact',
    line,
    id,
    identity: [id, full],
    fields,
    notes: freeText(note) === '' ? [] : [freeText(note)],
    relations: [],
  };
}

/** The attribute of each meaning that fills the field: the first, and of names the first that is no repeated id. */
function takenOf(id: string, attributes: readonly Attribute[]): Map<Meaning, Attribute> {
  const taken = new Map<Meaning, Attribute>();
  for (const one of attributes) {
    if (one.meaning === undefined || one.value.trim() === '') continue;
    const before = taken.get(one.meaning);
    const isBetter = one.meaning === 'name' && before !== undefined && oneLine(before.value) === id;
    if (before === undefined || isBetter) taken.set(one.meaning, one);
  }
  return taken;
}

/** Attributes whose field another one fills, or whose value it cannot hold: kept under their own names. */
function withoutPlace(
  id: string,
  attributes: readonly Attribute[],
  taken: ReadonlyMap<Meaning, Attribute>,
): readonly Attribute[] {
  return attributes.filter(({ meaning, value }) => {
    const text = oneLine(value);
    if (meaning === undefined || text === '' || text === id) return false;
    const filling = taken.get(meaning);
    return meaning === 'id' || filling === undefined || oneLine(filling.value) !== text;
  });
}

function organisationsOf(
  organisation: string,
  department: string,
  title: string,
): NonNullable<ContactFields['organisations']> {
  const name = organisation === '' ? department : organisation;
  if (name === '' && title === '') return [];
  return [
    {
      name,
      ...(title === '' ? {} : { title }),
      ...(organisation === '' || department === '' ? {} : { department }),
    },
  ];
}
