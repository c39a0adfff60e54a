/** One contact of Monica's export as a record: what has a place here, and the rest under its own names. */
import { normaliseEmail } from '../model/addresses';
import { composedName } from './names';
import {
  type Collection,
  collectionsOf,
  dayIn,
  isSet,
  lineOf,
  listOf,
  objectOf,
  propertiesOf,
  specialDate,
  textOf,
  together,
} from './monica-values';
import type { ContactFields, ContactRecord, Relation } from './record';
import { freeText } from './text';

type Field<T extends keyof ContactFields> = NonNullable<ContactFields[T]>[number &
  keyof NonNullable<ContactFields[T]>];

/** A kind of address, with what a link to one begins with. */
export interface FieldType {
  readonly name: string;
  readonly type: string;
  readonly protocol: string;
}

/** What stands elsewhere in the export and is named by contacts. */
export interface MonicaWords {
  readonly fieldTypes: ReadonlyMap<string, FieldType>;
  /** Genders, kinds of life events and activities. */
  readonly names: ReadonlyMap<string, string>;
}

/** What has a field here, is used elsewhere, or is Monica's own bookkeeping. */
const used = new Set([
  ...[
    'first_name',
    'middle_name',
    'last_name',
    'nickname',
    'description',
    'job',
    'company',
    'tags',
    'gender',
  ],
  ...['birthdate', 'first_met_date', 'first_met_through', 'first_met_where', 'first_met_additional_info'],
  ...['is_partial', 'is_starred', 'is_active', 'is_dead', 'deceased_date', 'stay_in_touch_frequency'],
  ...['deceased_reminder', 'first_met_reminder', 'last_talked_to'],
  ...[
    'avatar',
    'vcard',
    'distant_etag',
    'number_of_views',
    'last_consulted_at',
    'stay_in_touch_trigger_date',
  ],
]);
/** Of these the account's own lists say more, or they become something else. */
const elsewhere = new Set(['activity', 'photo', 'document', 'call', 'conversation']);
const longestUnknown = 2_000;

/** @returns a sentence where the contact has nothing to be called by */
export function monicaContact(
  value: unknown,
  line: number,
  words: MonicaWords,
  relations: readonly Relation[],
): ContactRecord | string {
  return new MonicaContact(value, line, words).record(relations);
}

class MonicaContact {
  readonly #value: unknown;
  readonly #line: number;
  readonly #words: MonicaWords;
  readonly #notes: { readonly text: string; readonly day: string }[] = [];
  readonly #emails: Field<'emails'>[] = [];
  readonly #phones: Field<'phones'>[] = [];
  readonly #urls: Field<'urls'>[] = [];
  readonly #postal: Field<'postal'>[] = [];
  readonly #other: Field<'other'>[] = [];

  constructor(value: unknown, line: number, words: MonicaWords) {
    this.#value = value;
    this.#line = line;
    this.#words = words;
  }

  record(relations: readonly Relation[]): ContactRecord | string {
    const properties = propertiesOf(this.#value);
    const of = (name: string): string => lineOf(properties[name]);
    this.#note(textOf(properties['description']), '');
    this.#state(of);
    for (const collection of collectionsOf(this.#value)) this.#take(collection);
    this.#keepRest();

    const [given, additional, family, nickname] = ['first_name', 'middle_name', 'last_name', 'nickname'].map(
      of,
    );
    const parts = {
      ...(given === undefined || given === '' ? {} : { given }),
      ...(additional === undefined || additional === '' ? {} : { additional }),
      ...(family === undefined || family === '' ? {} : { family }),
    };
    const full = composedName(parts);
    const standIn = together([nickname, this.#emails[0]?.value, this.#phones[0]?.value], '\n').split('\n')[0];
    if (full === '' && (standIn === undefined || standIn === ''))
      return 'The contact has no name and no address.';
    const birthday = specialDate(properties['birthdate']);
    const [job, company] = [of('job'), of('company')];
    const place = this.#postal[0]?.locality;
    const uuid = lineOf(objectOf(this.#value)['uuid']);
    const met = this.#met();
    const fields: ContactFields = {
      name: { full: full === '' ? (standIn ?? '') : full, ...parts },
      nicknames: nickname === undefined || nickname === '' ? [] : [nickname],
      emails: this.#emails,
      phones: this.#phones,
      urls: this.#urls,
      postal: this.#postal,
      organisations: job + company === '' ? [] : [{ name: company, ...(job === '' ? {} : { title: job }) }],
      tags: listOf(properties['tags'])
        .map(lineOf)
        .filter((tag) => tag !== ''),
      other: this.#other,
      ...(place === undefined ? {} : { place }),
      ...(birthday === undefined ? {} : { birthday }),
    };
    return {
      kind: 'contact',
      line: this.#line,
      ...(uuid === '' ? {} : { key: uuid, id: uuid }),
      identity: [full, this.#emails[0]?.value ?? '', this.#phones[0]?.value ?? ''],
      fields,
      notes: this.#notes.map(({ text }) => text),
      noteDays: this.#notes.map(({ day }) => day),
      relations,
      ...(met === undefined ? {} : { met }),
      ...(isSet(properties['is_partial']) ? { stub: true } : {}),
      ...(full === '' ? { nameGuessed: true } : {}),
    };
  }

  #note(text: string, day: string): void {
    if (text !== '') this.#notes.push({ text, day });
  }

  /** Keeps something under its own name. */
  #keep(name: string, ...parts: readonly (string | undefined)[]): void {
    const value = together(parts);
    if (value !== '') this.#other.push({ name, value: freeText(value) });
  }

  /** What Monica says of somebody's state. */
  #state(of: (name: string) => string): void {
    const properties = propertiesOf(this.#value);
    const gender = of('gender');
    this.#keep('gender', this.#words.names.get(gender) ?? gender);
    const died = specialDate(properties['deceased_date']);
    if (isSet(properties['is_dead']) || died !== undefined) this.#keep('deceased', died ?? 'yes');
    if (isSet(properties['is_starred'])) this.#keep('starred', 'yes');
    const isActive = properties['is_active'];
    if (isActive !== undefined && isActive !== null && !isSet(isActive))
      this.#keep('archived in Monica', 'yes');
    const days = Number(of('stay_in_touch_frequency'));
    if (days > 0) this.#keep('stay in touch', days === 1 ? 'every day' : `every ${days} days`);
    this.#keep('last talked to', dayIn(properties['last_talked_to']));
    for (const name of ['deceased_reminder', 'first_met_reminder']) {
      if (properties[name] !== undefined) this.#reminder(propertiesOf(properties[name]));
    }
  }

  #met(): ContactRecord['met'] {
    const properties = propertiesOf(this.#value);
    const on = specialDate(properties['first_met_date']);
    const place = lineOf(properties['first_met_where']);
    const text = textOf(properties['first_met_additional_info']);
    if (on === undefined && place + text === '') return undefined;
    return {
      ...(text === '' ? {} : { text }),
      ...(on === undefined ? {} : { on }),
      ...(place === '' ? {} : { place }),
    };
  }

  #take({ type, values }: Collection): void {
    if (elsewhere.has(type)) return;
    for (const value of values) {
      const properties = propertiesOf(value);
      const of = (name: string): string => textOf(properties[name]);
      if (type === 'contact_field') this.#address(lineOf(properties['type']), lineOf(properties['data']));
      else if (type === 'note') this.#note(of('body'), dayIn(objectOf(value)['created_at']) ?? '');
      else if (type === 'address') this.#postalAddress(properties);
      else if (type === 'reminder') this.#reminder(properties);
      else if (type === 'pet') this.#keep('pet', of('name'), of('category'));
      else if (type === 'task') {
        const done = dayIn(properties['completed_at']);
        const isDone = isSet(properties['completed']) || done !== undefined;
        this.#keep('task', of('title'), of('description'), isDone ? `done ${done ?? ''}`.trim() : 'open');
      } else if (type === 'debt') {
        const who = isSet(properties['in_debt']) ? 'you owe' : 'they owe you';
        const amount = together([of('amount'), lineOf(properties['currency'])], ' ');
        this.#keep(
          'debt',
          `${who} ${amount}`,
          of('reason'),
          of('status') === 'complete' ? 'settled' : 'open',
        );
      } else if (type === 'life_event') {
        const kind = this.#words.names.get(lineOf(properties['type'])) ?? '';
        this.#keep('life event', dayIn(properties['happened_at']), of('name') || kind, of('note'));
      } else if (type === 'gift') this.#gift(properties);
      else this.#keep(type === '' ? 'something' : type.replaceAll('_', ' '), ...said(properties, value));
    }
  }

  /** Gifts that changed hands on a day are among what happened. */
  #gift(properties: ReturnType<typeof propertiesOf>): void {
    if (giftDay(properties) !== undefined) return;
    const of = (name: string): string => textOf(properties[name]);
    this.#keep('gift', of('name'), of('comment'), of('url'), of('amount'), of('status') || 'idea');
  }

  /** Those that Monica made itself, of a birthday and the like, say nothing that is not said already. */
  #reminder(properties: ReturnType<typeof propertiesOf>): void {
    const { delible } = properties;
    if (delible !== undefined && delible !== null && !isSet(delible)) return;
    const every = lineOf(properties['frequency_type']);
    const number = Number(lineOf(properties['frequency_number']));
    const unit = number === 1 ? every : `${number} ${every}s`;
    this.#keep(
      'reminder',
      textOf(properties['title']),
      textOf(properties['description']),
      dayIn(properties['initial_date']),
      every === '' || every === 'one_time' ? 'once' : `every ${unit}`,
    );
  }

  #address(type: string, data: string): void {
    if (data === '') return;
    const { name, type: sort, protocol } = this.#words.fieldTypes.get(type) ?? unknownType(data);
    const label = name === '' || /^(?:e-?mail|phone)$/i.test(name) ? {} : { label: name };
    const isUrl = /^(?:https?:\/\/|www\.)\S+$/i.test(data);
    if (isUrl) this.#urls.push({ value: data, ...label });
    else if (sort === 'email' || protocol === 'mailto:') this.#emails.push({ value: data, ...label });
    else if (sort === 'phone' || /^(?:tel|sms|whatsapp)/.test(protocol))
      this.#phones.push({ value: data, ...label });
    else this.#keep(name === '' ? 'contact field' : name, data);
  }

  #postalAddress(properties: ReturnType<typeof propertiesOf>): void {
    const of = (name: string): string => lineOf(properties[name]);
    const parts = {
      label: of('name'),
      street: of('street'),
      locality: of('city'),
      region: of('province'),
      code: of('postal_code'),
      country: countryOf(of('country')),
    };
    const filled = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
    if (Object.keys(filled).length > 0) this.#postal.push(filled);
    this.#keep('latitude and longitude', of('latitude'), of('longitude'));
  }

  #keepRest(): void {
    for (const [name, value] of Object.entries(propertiesOf(this.#value))) {
      if (used.has(name) || value === null || value === undefined) continue;
      this.#keep(name.replaceAll('_', ' '), ...said({}, value));
    }
  }
}

/** The day on which a gift changed hands. */
export function giftDay(properties: ReturnType<typeof propertiesOf>): string | undefined {
  const status = lineOf(properties['status']);
  return status === 'offered' || status === 'received' ? dayIn(properties['date']) : undefined;
}

/** What is of no kind that is known, as far as it is not too long. */
function said(properties: ReturnType<typeof propertiesOf>, value: unknown): string[] {
  const texts = Object.entries(properties).flatMap(([name, part]) =>
    textOf(part) === '' ? [] : [`${name.replaceAll('_', ' ')}: ${textOf(part)}`],
  );
  if (texts.length > 0) return texts;
  return [textOf(value) || JSON.stringify(value).slice(0, longestUnknown)];
}

/** Without its kind an address says itself what it is. */
function unknownType(data: string): FieldType {
  if (normaliseEmail(data) !== undefined) return { name: '', type: 'email', protocol: '' };
  return { name: '', type: /^\+?[\d\s().-]{6,}$/.test(data) ? 'phone' : '', protocol: '' };
}

/** "CH" as Switzerland. */
function countryOf(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(code) ?? code;
}
