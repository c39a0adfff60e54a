/** From the properties of one card to a contact record: which field each property fills, and what becomes of the rest. */
import { partialDate } from './days';
import { passedOverAt, skippedAt } from './findings';
import { normaliseEmail, normalisePhone } from '../model/addresses';
import { composedName } from './names';
import { tagOf } from './tags';
import type { ContactFields, ContactRecord, Finding, Relation } from './record';
import { freeText, type LineDecoder, oneLine } from './text';
import { androidCustom, relationOf } from './vcard-relations';
import type { Property } from './vcard-lines';
import { organisationsOf } from './vcard-organisations';
import {
  filledOnly,
  isBinary,
  normaliseUid,
  paramOf,
  partsOf,
  plainLabel,
  rawText,
  typesOf,
  unescaped,
} from './vcard-values';

export interface Card {
  readonly line: number;
  readonly properties: readonly Property[];
  /** Cards within this one (AGENT of 2.1). */
  readonly agents: readonly Card[];
}

type Field<T extends keyof ContactFields> = NonNullable<ContactFields[T]>[number &
  keyof NonNullable<ContactFields[T]>];
type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Name = Writable<NonNullable<ContactFields['name']>>;

/** About the file and not the person; or used elsewhere. */
const ignored = new Set([
  ...['VERSION', 'PRODID', 'REV', 'PROFILE', 'MAILER', 'N', 'FN', 'UID', 'X-ABLABEL', 'X-ABUID'],
  ...['X-ABSHOWAS', 'KIND', 'X-ADDRESSBOOKSERVER-KIND', 'X-EVOLUTION-FILE-AS', 'SORT-STRING'],
  ...['X-PHONETIC-FIRST-NAME', 'X-PHONETIC-LAST-NAME', 'LABEL', 'CLIENTPIDMAP', 'XML', 'TITLE', 'ORG'],
  ...['X-KITHMAP-FROM', 'X-KITHMAP-TO', 'X-KITHMAP-PLACE', 'X-KITHMAP-INDUSTRY', 'X-KITHMAP-NAME'],
]);
const anniversaries = /^(?:ANNIVERSARY|X-(?:EVOLUTION-|MS-|KADDRESSBOOK-X-)?ANNIVERSARY)$/;
const binaryNames = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/** What a card gives: a record, or nothing and the reason; and the names of properties whose bytes were left out. */
export interface CardResult {
  readonly record?: ContactRecord;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

export function recordOf(card: Card, decoder: LineDecoder): CardResult {
  return new CardReading(card, decoder).result();
}

class CardReading {
  readonly #card: Card;
  readonly #decoder: LineDecoder;
  readonly #old: boolean;
  readonly #labels = new Map<string, string>();
  readonly #findings: Finding[] = [];
  readonly #leftOut: string[] = [];
  readonly #notes: string[] = [];
  readonly #relations: Relation[] = [];
  readonly #fields = {
    nicknames: Array<string>(),
    emails: Array<Field<'emails'>>(),
    phones: Array<Field<'phones'>>(),
    urls: Array<Field<'urls'>>(),
    postal: Array<Field<'postal'>>(),
    tags: Array<string>(),
    interests: Array<string>(),
    dates: Array<Field<'dates'>>(),
    other: Array<Field<'other'>>(),
  };
  #birthday: string | undefined;

  constructor(card: Card, decoder: LineDecoder) {
    this.#card = card;
    this.#decoder = decoder;
    this.#old = this.#textOf('VERSION') === '2.1';
    for (const property of card.properties) {
      if (property.name !== 'X-ABLABEL' || property.group === undefined) continue;
      this.#labels.set(property.group, oneLine(plainLabel(this.#text(property))));
    }
  }

  result(): CardResult {
    const kind = (this.#textOf('KIND') ?? this.#textOf('X-ADDRESSBOOKSERVER-KIND') ?? '').toLowerCase();
    if (kind === 'group') return this.#nobody('The card is a group of people and not a person.', true);
    for (const property of this.#card.properties) this.#take(property);
    for (const agent of this.#card.agents) {
      const name = recordOf(agent, this.#decoder).record?.fields.name?.full;
      if (name !== undefined) this.#relations.push({ kind: 'agent', name });
    }

    const organisations = organisationsOf(this.#card.properties, (property) => this.#raw(property));
    const { name, guessed } = this.#name(organisations[0]?.name ?? '');
    if (name === undefined)
      return this.#nobody('The card has no name, organisation, mail address or number.');
    const unnamed = this.#structuredName() === undefined;
    const showsCompany = this.#textOf('X-ABSHOWAS')?.toUpperCase() === 'COMPANY';
    const company = organisations[0]?.name ?? '';
    const organisationOnly =
      kind === 'org' || showsCompany || (unnamed && company !== '' && name.full === company);
    const uid = this.#textOf('UID') ?? this.#textOf('X-ABUID');
    const id = uid === undefined ? undefined : normaliseUid(uid);
    const mail = this.#fields.emails
      .map((email) => normaliseEmail(email.value))
      .find((one) => one !== undefined);
    const [place, industry] = [this.#place(), this.#textOf('X-KITHMAP-INDUSTRY')];
    const phone = this.#fields.phones[0]?.value ?? '';

    return {
      record: {
        kind: 'contact',
        line: this.#card.line,
        ...(id === undefined ? { key: mail } : { key: `uid:${id}`, id }),
        identity: [name.full, mail ?? '', normalisePhone(phone) ?? phone],
        fields: {
          name,
          ...this.#fields,
          organisations,
          ...(this.#birthday === undefined ? {} : { birthday: this.#birthday }),
          ...(place === undefined ? {} : { place }),
          ...(industry === undefined ? {} : { industry }),
        },
        notes: this.#notes,
        relations: this.#relations,
        ...(organisationOnly ? { organisationOnly } : {}),
        ...((guessed || this.#textOf('X-KITHMAP-NAME') === 'guessed') && !organisationOnly
          ? { nameGuessed: true }
          : {}),
      },
      findings: this.#findings,
      leftOut: this.#leftOut,
    };
  }

  #nobody(reason: string, intended = false): CardResult {
    const { line } = this.#card;
    const finding = intended ? passedOverAt(line, reason) : skippedAt(line, reason);
    return { findings: [...this.#findings, finding], leftOut: this.#leftOut };
  }

  #raw(property: Property): string {
    return rawText(property, this.#decoder);
  }

  #text(property: Property): string {
    return unescaped(this.#raw(property));
  }

  #first(name: string): Property | undefined {
    return this.#card.properties.find((property) => property.name === name);
  }

  /** The value of the first property of that name that has one, on one line. */
  #textOf(name: string): string | undefined {
    for (const property of this.#card.properties) {
      if (property.name !== name) continue;
      const text = oneLine(this.#text(property));
      if (text !== '') return text;
    }
    return undefined;
  }

  /** The user's own label, else the types. */
  #label(property: Property): { label?: string } {
    const own = property.group === undefined ? undefined : this.#labels.get(property.group);
    const label = own ?? oneLine(typesOf(property).join(' '));
    return label === '' ? {} : { label };
  }

  #take(property: Property): void {
    const { name } = property;
    if (property.cut && !isBinary(property)) {
      this.#note(property, `${name} is too long to be kept whole; the end of it was left out.`);
    }
    if (isBinary(property) || (binaryNames.has(name) && !this.#isShortText(property))) {
      if (name === 'SOUND' && property.params.some(([, value]) => value === 'X-IRMC-N')) return;
      this.#leftOut.push(name);
      return;
    }
    if (ignored.has(name)) {
      if (name === 'LABEL') this.#takeLabel(property);
      return;
    }
    const text = this.#text(property).trim();
    if (text === '') return;
    const relation = relationOf(property, text, this.#labels);
    if (relation !== undefined) {
      this.#relations.push(relation);
      return;
    }
    this.#takeValue(property, text);
  }

  #takeValue(property: Property, text: string): void {
    const { name } = property;
    const fields = this.#fields;
    const line = oneLine(text);
    if (name === 'NICKNAME') fields.nicknames.push(...this.#list(property));
    else if (name === 'CATEGORIES')
      fields.tags.push(
        ...this.#list(property)
          .map(tagOf)
          .filter((tag) => tag !== ''),
      );
    else if (name === 'INTEREST' || name === 'HOBBY') fields.interests.push(line);
    else if (name === 'NOTE') this.#notes.push(freeText(text));
    else if (name === 'EMAIL') this.#add(fields.emails, property, line.replace(/^mailto:/i, ''));
    else if (name === 'TEL') this.#add(fields.phones, property, line.replace(/^tel:/i, ''));
    else if (name === 'URL') this.#add(fields.urls, property, line);
    else if (/^(?:X-)?SOCIALPROFILE$/.test(name) && /^https?:/i.test(line))
      this.#add(fields.urls, property, line);
    else if (name === 'ADR') this.#takeAddress(property);
    else if (name === 'BDAY') this.#takeBirthday(property, line);
    else if (anniversaries.test(name)) this.#takeDate(property, 'anniversary', line);
    else if (name === 'DEATHDATE') this.#takeDate(property, 'death', line);
    else if (name === 'X-ABDATE') this.#takeDate(property, this.#label(property).label ?? 'date', line);
    else if (name === 'X-ANDROID-CUSTOM') this.#takeAndroid(property, text);
    // Two letters say how a country prints its addresses; anything longer is the user's.
    else if (name !== 'X-ABADR' || line.length > 2) this.#keep(property, text);
  }

  #add(to: Field<'emails'>[], property: Property, value: string): void {
    if (value === '' || to.length >= 100 || to.some((one) => one.value === value)) return;
    to.push({ value, ...this.#label(property) });
  }

  #list(property: Property): string[] {
    const parts = partsOf(this.#raw(property), ',').map((part) => oneLine(unescaped(part)));
    return [...new Set(parts)].filter((part) => part !== '').slice(0, 1_000);
  }

  /** Keeps what has no field of its own under the name it has in the file. */
  #keep(property: Property, text: string): void {
    const value = freeText(text);
    const own = property.name === 'X-KITHMAP-OTHER' ? oneLine(paramOf(property, 'X-NAME') ?? '') : '';
    const name = own === '' ? property.name : own;
    if (value !== '' && this.#fields.other.length < 500) this.#fields.other.push({ name, value });
  }

  #note(property: Property, reason: string): void {
    this.#findings.push({ kind: 'finding', line: property.line, level: 'note', reason });
  }

  #takeBirthday(property: Property, text: string): void {
    const found = dateIn(property, text);
    if (found === undefined || this.#birthday !== undefined) this.#keep(property, text);
    else this.#birthday = found;
  }

  #takeDate(property: Property, label: string, text: string): void {
    const date = dateIn(property, text);
    if (date === undefined) this.#keep(property, text);
    else if (this.#fields.dates.length < 100) this.#fields.dates.push({ label, date });
  }

  #takeAndroid(property: Property, text: string): void {
    const custom = androidCustom(partsOf(this.#raw(property), ';').map((part) => oneLine(unescaped(part))));
    if (custom?.nickname !== undefined) this.#fields.nicknames.push(custom.nickname);
    else if (custom?.relation !== undefined) this.#relations.push(custom.relation);
    else if (custom?.date !== undefined) this.#takeDate(property, custom.date.label, custom.date.text);
    else this.#keep(property, text);
  }

  #takeAddress(property: Property): void {
    const raw = partsOf(this.#raw(property), ';').map((part) => unescaped(part).trim());
    const filled = raw.filter((part) => part !== '');
    const printed = freeText(paramOf(property, 'LABEL') ?? '');
    if (filled.length === 0 && printed !== '') filled.push(printed);
    if (filled.length === 0 || this.#fields.postal.length >= 100) return;
    const label = this.#label(property);
    if (filled[0] === printed) {
      this.#fields.postal.push({ ...label, text: printed });
      return;
    }
    if (filled.length === 1 && (filled[0] ?? '').includes('\n')) {
      this.#fields.postal.push({ ...label, text: freeText(filled[0] ?? '') });
      return;
    }
    const [box, extended, street, locality, region, code, ...country] = raw.map((part) =>
      oneLine(part.replace(/,?\s*\n\s*/g, ', ')),
    );
    const lines = [box, extended, street].filter((part) => part !== undefined && part !== '');
    this.#fields.postal.push({
      ...label,
      ...filledOnly({ street: lines.join(', '), locality, region, code, country: country.join(' ') }),
    });
  }

  /** A printed address says something new only where no address has its type. */
  #takeLabel(property: Property): void {
    const text = freeText(this.#text(property));
    const types = typesOf(property).join(' ');
    const known = this.#card.properties.some((one) => one.name === 'ADR' && typesOf(one).join(' ') === types);
    if (!known && text !== '') this.#fields.postal.push({ ...this.#label(property), text });
  }

  #place(): string | undefined {
    if (this.#first('X-KITHMAP-PLACE') !== undefined) return this.#textOf('X-KITHMAP-PLACE');
    const { postal } = this.#fields;
    const home = postal.find((address) => address.label === 'home' && address.locality !== undefined);
    return (home ?? postal.find((address) => address.locality !== undefined))?.locality;
  }

  /** The parts of N; undefined where they are all empty. */
  #structuredName(): Omit<Name, 'full'> | undefined {
    const property = this.#card.properties.find((one) => one.name === 'N' && /[^;\s]/.test(this.#raw(one)));
    if (property === undefined) return undefined;
    // In 2.1 a comma is a comma; later it stands between several names of one kind.
    const part = (text: string | undefined, between: string): string =>
      oneLine((this.#old ? [text ?? ''] : partsOf(text ?? '', ',')).map(unescaped).join(between));
    const [family, given, additional, prefix, suffix] = partsOf(this.#raw(property), ';');
    return filledOnly({
      family: part(family, ' '),
      given: part(given, ' '),
      additional: part(additional, ' '),
      prefix: part(prefix, ' '),
      suffix: part(suffix, ', '),
    });
  }

  #name(organisation: string): { name: Name | undefined; guessed: boolean } {
    const parts = this.#structuredName();
    const full = this.#textOf('FN') ?? (parts === undefined ? undefined : composedName(parts));
    if (full !== undefined && full !== '') {
      return { name: { full, ...parts, ...this.#phonetics() }, guessed: false };
    }
    const { nicknames, emails, phones } = this.#fields;
    const guess = nicknames[0] ?? (organisation === '' ? undefined : organisation);
    const found = guess ?? emails[0]?.value ?? phones[0]?.value;
    return { name: found === undefined ? undefined : { full: found }, guessed: true };
  }

  #phonetics(): Pick<Name, 'phoneticGiven' | 'phoneticFamily'> {
    const name = this.#first('N');
    const sortAs = (name === undefined ? undefined : paramOf(name, 'SORT-AS'))?.split(',') ?? [];
    // Japanese phones: the reading of the name, in the order of N.
    const sound = this.#card.properties.find(
      (one) => one.name === 'SOUND' && one.params.some(([, value]) => value.toUpperCase() === 'X-IRMC-N'),
    );
    const [family, given] = sound === undefined ? [] : partsOf(this.#raw(sound), ';').map(unescaped);
    return filledOnly({
      phoneticGiven: this.#textOf('X-PHONETIC-FIRST-NAME') ?? oneLine(given ?? sortAs[1] ?? ''),
      phoneticFamily:
        this.#textOf('X-PHONETIC-LAST-NAME') ??
        oneLine(family ?? sortAs[0] ?? this.#textOf('SORT-STRING') ?? ''),
    });
  }

  /** A key or picture may be given by its address, which is kept. */
  #isShortText(property: Property): boolean {
    return property.value.length < 2_000 && /^https?:/i.test(this.#text(property).trim());
  }
}

/** Apple writes 1604 where the year is not known. */
function dateIn(property: Property, text: string): string | undefined {
  const date = partialDate(text);
  const omitted = paramOf(property, 'X-APPLE-OMIT-YEAR');
  return date !== undefined && omitted === date.slice(0, 4) ? partialDate(`-${date.slice(4)}`) : date;
}
