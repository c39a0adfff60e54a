/**
 * The contacts of the files: who each row means, and what it does to them.
 *
 *   my address        -> me, never a contact
 *   the row's source  -> the contact it made or met before, whatever that is called now
 *   address, profile  -> the one contact that has it, unless another row of the same file is that contact
 *   number and name   -> the one contact that has both
 *   exact name        -> in lists of ties alone, where a name is all there is
 *   otherwise         -> somebody new; the same name alone never makes two people one
 */
import type { ContactRecord } from '../formats/record';
import { isObject, type JsonObject, sameJson } from '../json';
import { addressKey, addressKeys } from '../model/addresses';
import type { Contact, Source } from '../model/entities';
import { Contact as ContactSchema } from '../model/entities/contact';
import type { ReadonlyNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { PlanContext, PlannedFile } from './context';
import { apart, matchWords, newWords } from './say-people';
import { cleared, combinedFields, mergeFields, statedFields, wordsFor } from './fields';
import { noteIntroducer } from './introducers';
import { PeopleIndex } from './match';
import { exactName } from './names';
import { Notes } from './notes';
import { recognise } from './recognise';
import {
  addressesOf,
  nameOf,
  ownId,
  type RecordPlace,
  type Row,
  type Rows,
  RowsByKey,
  sourceKey,
} from './records';
import { seedOf } from './place-index';
import type { Review } from './rows';
import type { Listed } from './shelf';
import { Staged } from './staged';

/** Rows looked at between two pauses. */
const inOneGo = 100;

/** A contact that a row with relations made or met. */
export interface Placed {
  readonly at: RecordPlace;
  readonly contact: string;
  readonly source: string;
}

export class People {
  readonly contacts: Staged<'contacts'>;
  readonly sources: Staged<'sources'>;
  readonly #notes: Notes;
  readonly index: PeopleIndex;
  readonly me: string | undefined;
  readonly #network: ReadonlyNetwork;
  readonly #context: PlanContext;
  readonly #review: Review;
  readonly #myKeys: ReadonlySet<string>;
  readonly #rows: RowsByKey;
  /** What rows said that was not taken, by the source that remembers what each brought before. */
  readonly #declined: { readonly contact: string; readonly source: string; readonly said: JsonObject }[] = [];
  /** The contact that a file's tie records mean, by namespace and identifier. */
  readonly #identified = new Map<string, string>();

  constructor(network: ReadonlyNetwork, context: PlanContext, review: Review) {
    this.#network = network;
    this.#context = context;
    this.#review = review;
    this.contacts = new Staged(network, 'contacts', context);
    this.sources = new Staged(network, 'sources', context);
    this.#notes = new Notes(network, context);
    this.index = new PeopleIndex(this.contacts, seedOf(context.batch));
    this.#rows = new RowsByKey(review, seedOf(context.batch));
    const me = network.get('settings', 'settings')?.me;
    this.me = me !== undefined && network.has('contacts', me) ? me : undefined;
    const mine = [...network.all('myAddresses'), ...(context.mine ?? [])];
    this.#myKeys = new Set(mine.map(({ kind, value }) => addressKey(kind, value)));
  }

  /** Learns by what those who are there can be recognised. */
  *begin(): Steps<void> {
    let at = 0;
    for (const contact of this.#network.all('contacts')) {
      this.index.add(contact);
      at += 1;
      if (at % inOneGo === 0) yield;
    }
  }

  /** Something of this file will ask whom its identifiers mean (`identified`): to be said before its rows are taken. */
  expectNaming({ namespace }: PlannedFile): void {
    this.#rows.naming.add(namespace);
  }

  /** The rows that begin in a file; `implied` ones are named by a tie alone. All files are read before any row is taken. */
  read(file: PlannedFile, records: Listed<ContactRecord>, implied = false): Steps<Rows> {
    return this.#rows.take(file, records, implied);
  }

  /** Takes the rows of one file in. @returns those whose records have relations. */
  *take(file: PlannedFile, rows: Rows): Steps<Placed[]> {
    yield* recognise(file, rows, {
      me: this.me,
      index: this.index,
      known: (row, records) => this.#known(row, records),
    });
    const placed: Placed[] = [];
    let at = 0;
    for (const row of rows) {
      const { contact, source } = this.#settle(row);
      for (const place of row.places) {
        const { id, fields, relations } = place.record;
        const { namespace } = place.file;
        if (this.#rows.naming.has(namespace)) {
          this.#identified.set(`${namespace} ${exactName(id ?? fields.name?.full ?? '')}`, contact);
        }
        if (relations.length > 0) placed.push({ at: place, contact, source });
      }
      at += 1;
      if (at % inOneGo === 0) yield;
    }
    return placed;
  }

  /**
   * What was declined stays declined. Where two rows are one contact, the other may since have brought the very value
   * that the declined row had brought before, or what it says now; the same files again would take that for the row's own.
   */
  *remainDeclined(): Steps<void> {
    for (const [at, { contact, source, said }] of this.#declined.entries()) {
      if (at % inOneGo === inOneGo - 1) yield;
      const [met, from] = [this.contacts.get(contact), this.sources.get(source)];
      if (met === undefined || from === undefined) continue;
      const { values } = mergeFields(met, said, from.values);
      if (sameJson(values, from.values)) continue;
      this.sources.put(source, { ...from, values, at: this.#context.now });
    }
  }

  /** The contact that a tie record of this file means by an identifier. */
  identified(file: PlannedFile, identifier: string): string | undefined {
    return this.#identified.get(`${file.namespace} ${exactName(identifier)}`);
  }

  /** The contact of a source, of this import or an earlier one. */
  ofSource(format: string, key: string): string | undefined {
    return this.#sourceOf(format, sourceKey(key))?.contact;
  }

  isMine(email: string): boolean {
    return this.isMyKey(addressKey('email', email));
  }

  /** @param key of an address, as `addressKey` gives it */
  isMyKey(key: string): boolean {
    return this.#myKeys.has(key);
  }

  /** Every source, those that this import adds included. */
  *allSources(): Generator<Source, void, undefined> {
    for (const { id } of this.#network.all('sources')) {
      const source = this.sources.get(id);
      if (source !== undefined) yield source;
    }
    for (const row of this.#rows.all()) {
      const source = this.#addedBy(row);
      if (source !== undefined) yield source;
    }
  }

  /** Notes that this import adds. */
  get notes(): Staged<'notes'> {
    return this.#notes.notes;
  }

  /** Through whom I met a contact, unless that is known, or the user wrote down how. Answers whether it is news. */
  metThrough(contact: string, through: string): boolean {
    const isOpen = contact !== this.me && !this.#isToldHowMet(contact);
    return isOpen && noteIntroducer(this.contacts, contact, through);
  }

  /** Whether the user, and no file, says how they met somebody. */
  #isToldHowMet(contact: string): boolean {
    const text = this.#network.get('contacts', contact)?.howMet?.text;
    if (text === undefined) return false;
    for (const id of this.#network.index.referring('contacts', contact, 'sources')) {
      const told: unknown = this.#network.get('sources', id)?.values['howMet'];
      if (isObject(told) && told['text'] === text) return false;
    }
    return true;
  }

  /** Whether any address of mine is known. */
  get knowsMe(): boolean {
    const me = this.me === undefined ? undefined : this.contacts.get(this.me);
    return this.#myKeys.size > 0 || (me !== undefined && me.emails.length + me.urls.length > 0);
  }

  /** Somebody of whom only the name, or the mail address, is known. */
  addStub(name: string, email: string | undefined): string {
    const id = this.#context.newId();
    const contact: Contact = ContactSchema.parse({
      id,
      name: { full: name.slice(0, 1_000) },
      ...(email === undefined ? {} : { emails: [{ value: email.slice(0, 1_000) }], nameDoubt: 'guessed' }),
      stub: true,
      createdAt: this.#context.now,
    });
    this.contacts.put(id, contact);
    this.index.add(contact);
    return id;
  }

  nameOf(id: string): string {
    const name = this.contacts.get(id)?.name.full ?? '';
    if (name !== '') return name;
    return id === this.me ? 'you' : 'somebody without a name';
  }

  /** What a source remembers under a name of its own, for what is not a field of its contact. */
  remembered(source: string, name: string): readonly string[] {
    return stringsOf(this.sources.get(source)?.values[name]);
  }

  remember(source: string, name: string, value: readonly string[]): void {
    const standing = this.sources.get(source);
    if (standing !== undefined)
      this.sources.put(source, { ...standing, values: { ...standing.values, [name]: value } });
  }

  #addedBy(row: Row | undefined): Source | undefined {
    return row?.source === undefined ? undefined : this.sources.added(row.source);
  }

  /** The source of a key: that of the given contact, or the first there is. */
  #sourceOf(format: string, key: string, contact?: string): Source | undefined {
    const standing = [...this.#network.index.sourcesOf(format, key)].map((id) => this.sources.get(id));
    return [...standing, this.#addedBy(this.#rows.get(format, key))].find(
      (source) => source !== undefined && (contact === undefined || source.contact === contact),
    );
  }

  /** Me, or the contact that the row made or met before. */
  #known({ file, key }: Row, records: readonly ContactRecord[]): string | undefined {
    if (this.#isMe(records)) return this.me;
    const [first] = records;
    const own = first === undefined ? '' : ownId(file, first);
    return this.#sourceOf(file.format, key)?.contact ?? this.contacts.get(own)?.id;
  }

  #isMe(records: readonly ContactRecord[]): boolean {
    return (
      this.me !== undefined &&
      records.some(
        ({ me, fields: { emails = [], phones = [], urls = [] } }) =>
          me === true ||
          (this.#myKeys.size > 0 &&
            addressKeys({ emails, phones, urls }).some((key) => this.#myKeys.has(key))),
      )
    );
  }

  /** Writes what a row does to its contact, new or known, and says it. */
  #settle(row: Row): { contact: string; source: string } {
    const records = row.records();
    const stated = records.map(statedFields);
    const fields = combinedFields(stated.map((one) => one.fields));
    const met = row.match === undefined ? undefined : this.contacts.get(row.match.contact);
    const at = { file: row.file.at, line: row.first.line };
    const cut = [...new Set(stated.flatMap((one) => one.cut))];
    const said = { at, row, records, fields };
    const outcome = met === undefined ? this.#add(said) : this.#change(said, met);
    if (cut.length > 0 && met === undefined) {
      const detail = `Not all of this fits into a contact and was shortened: ${wordsFor(cut)}.`;
      this.#review.add('note', { ...at, person: this.nameOf(outcome.contact), contact: met, detail });
    }
    return { contact: outcome.contact, source: outcome.source ?? this.#addSource(row, outcome) };
  }

  #add({ at, row: { first: record }, records, fields }: Said): Outcome {
    const doubt = this.#doubtOf(records);
    const guess =
      record.organisationOnly === true ? 'organisation' : record.nameGuessed === true ? 'guessed' : undefined;
    const contact: Contact = ContactSchema.parse({
      name: { full: '' },
      ...fields,
      id: this.#context.newId(),
      ...(guess === undefined ? {} : { nameDoubt: guess }),
      ...(record.stub === true ? { stub: true } : {}),
      createdAt: this.#context.now,
    });
    this.contacts.put(contact.id, contact);
    this.index.add(contact);
    const person = this.nameOf(contact.id);
    this.#review.add('new', { ...at, person, detail: newWords[guess ?? 'named'] });
    if (doubt !== undefined) this.#review.add('possible', { ...at, person, ...doubt });
    const notes = this.#notes.add(contact.id, records, []);
    return { contact: contact.id, values: { ...fields, ...notes.values } };
  }

  #change({ at, row, records, fields }: Said, contact: Contact): Outcome {
    const { first: record, file, implied, match } = row;
    const own = this.#sourceOf(file.format, row.key, contact.id);
    const named = contact.name.full !== '';
    // A name that stands for another field, or for a row that is not there, says nothing about a person with a name.
    const { name, ...rest } = fields;
    const silent = (record.nameGuessed === true || implied) && named;
    const said = silent || name === undefined ? rest : fields;
    const merge = mergeFields(contact, said, own?.values);
    if (merge.kept.length > 0 && own !== undefined) {
      this.#declined.push({ contact: contact.id, source: own.id, said });
    }
    const notes = this.#notes.add(contact.id, records, stringsOf(own?.values['notes']));
    const changed = Object.keys(merge.fields);
    if (changed.length > 0) {
      const next = ContactSchema.parse({
        ...contact,
        ...merge.fields,
        ...cleared(contact, merge.fields, record, implied),
      });
      this.contacts.put(contact.id, next);
      this.index.replace(contact, next);
    }
    const values = { ...merge.values, ...notes.values };
    const known = own !== undefined && sameJson(values, own.values);
    if (own !== undefined && !known) this.sources.put(own.id, { ...own, values, at: this.#context.now });

    const news = [
      ...(changed.length === 0 ? [] : [wordsFor(changed)]),
      ...(notes.added === 0 ? [] : [notes.added === 1 ? 'a note' : `${notes.added} notes`]),
      ...(changed.length + notes.added > 0 || known ? [] : ['now known from this file, too']),
    ];
    const line = { ...at, person: this.nameOf(contact.id), contact: contact.id };
    const by = match === undefined ? '' : matchWords[match.by];
    if (news.length > 0) this.#review.add('changed', { ...line, detail: `${by}${news.join(', ')}` });
    if (merge.kept.length > 0) {
      const besides = news.length > 0 ? { besides: true } : {};
      this.#review.add('kept', { ...line, detail: `kept yours: ${wordsFor(merge.kept)}`, ...besides });
    }
    if (news.length + merge.kept.length === 0)
      this.#review.add('unchanged', { ...line, detail: `${by}unchanged` });
    return { contact: contact.id, values, source: own?.id };
  }

  #addSource(row: Row, { contact, values }: Outcome): string {
    const { newId, batch, now } = this.#context;
    const { file, key } = row;
    const id = newId();
    this.sources.put(id, { id, contact, format: file.format, key, file: file.name, values, batch, at: now });
    row.source = this.sources.placeOf(id);
    return id;
  }

  /** Why somebody new may be somebody who is there. */
  #doubtOf(records: readonly ContactRecord[]): { contact: string; detail: string } | undefined {
    const [holder] = this.index.withKeys(addressesOf(records));
    if (holder !== undefined) {
      return { contact: holder, detail: `Has a mail address or profile of ${this.nameOf(holder)}. ${apart}` };
    }
    const name = nameOf(records);
    if (records[0]?.nameGuessed === true || name === '') return undefined;
    const namesake = this.index.withNameLike(name);
    if (namesake === undefined) return undefined;
    return { contact: namesake, detail: `Has the same name as ${this.nameOf(namesake)}. ${apart}` };
  }
}

interface Place {
  readonly file: number;
  readonly line: number;
}

/** What the records of a row say. */
interface Said {
  readonly at: Place;
  readonly row: Row;
  readonly records: readonly ContactRecord[];
  readonly fields: JsonObject;
}

interface Outcome {
  readonly contact: string;
  readonly values: JsonObject;
  /** The row's source, where it has one. */
  readonly source?: string;
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === 'string') : [];
}
