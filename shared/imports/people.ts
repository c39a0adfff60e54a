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
import type { Patch } from '../model/patch';
import type { PlanContext, PlannedFile } from './context';
import { cleared, combinedFields, mergeFields, statedFields, wordsFor } from './fields';
import { noteIntroducer } from './introducers';
import { PeopleIndex } from './match';
import { exactName } from './names';
import { Notes } from './notes';
import { ownId, type Row, RowsByKey, sourceKey } from './records';
import type { Review } from './rows';
import { Staged } from './staged';

/** Whom a row means, and how that was found; nothing for somebody new. */
interface Match {
  readonly contact: string;
  readonly by: 'me' | 'source' | 'address' | 'phone' | 'name';
}

/** A contact that a row made or met, with what its relations need later. */
export interface Placed {
  readonly file: PlannedFile;
  readonly record: ContactRecord;
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
  /** Sources that this import adds, by format and key. */
  readonly #added = new Map<string, string>();
  readonly #rows: RowsByKey;
  readonly #matches = new Map<Row, Match>();
  /** What rows said that was not taken, by the source that remembers what each brought before. */
  readonly #declined: { readonly contact: string; readonly source: string; readonly said: JsonObject }[] = [];
  /** The contact that a file's tie records mean, by namespace and identifier. */
  readonly #identified = new Map<string, string>();

  constructor(network: ReadonlyNetwork, context: PlanContext, review: Review) {
    this.#network = network;
    this.#context = context;
    this.#review = review;
    this.contacts = new Staged(network, 'contacts');
    this.sources = new Staged(network, 'sources');
    this.#notes = new Notes(network, context);
    this.index = new PeopleIndex(network);
    this.#rows = new RowsByKey(review);
    const me = network.get('settings', 'settings')?.me;
    this.me = me !== undefined && network.has('contacts', me) ? me : undefined;
    const mine = [...network.all('myAddresses'), ...(context.mine ?? [])];
    this.#myKeys = new Set(mine.map(({ kind, value }) => addressKey(kind, value)));
  }

  /** The rows that begin in a file; `implied` ones are named by a tie alone. All files are read before any row is taken. */
  read(file: PlannedFile, records: readonly ContactRecord[], implied = false): Row[] {
    return this.#rows.take(file, records, implied);
  }

  /** Takes the rows of one file in. Gives way after each thousand. */
  *take(file: PlannedFile, rows: readonly Row[]): Generator<undefined, Placed[]> {
    this.#recognise(file, rows);
    const placed: Placed[] = [];
    for (const [at, row] of rows.entries()) {
      const { contact, source } = this.#settle(row);
      for (const { file: of, record } of [row, ...row.repeats]) {
        const identifier = record.id ?? record.fields.name?.full ?? '';
        this.#identified.set(`${of.namespace} ${exactName(identifier)}`, contact);
        placed.push({ file: of, record, contact, source });
      }
      if (at % 1_000 === 999) yield;
    }
    return placed;
  }

  /**
   * What was declined stays declined. Where two rows are one contact, the other may since have brought the very value
   * that the declined row had brought before; the same files again would take that for the row's own and replace it.
   */
  remainDeclined(): void {
    for (const { contact, source, said } of this.#declined) {
      const [met, from] = [this.contacts.get(contact), this.sources.get(source)];
      if (met === undefined || from === undefined) continue;
      const taken = Object.keys(mergeFields(met, said, from.values).fields);
      if (taken.length === 0) continue;
      const values = { ...from.values, ...Object.fromEntries(taken.map((field) => [field, said[field]])) };
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
  allSources(): Source[] {
    const standing = [...this.#network.all('sources')].map(({ id }) => id);
    return [...standing, ...this.#added.values()].flatMap((id) => this.sources.get(id) ?? []);
  }

  /** Notes that this import adds. */
  notePatches(): Iterable<Patch> {
    return this.#notes.notes.patches();
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

  /** The source of a key: that of the given contact, or the first there is. */
  #sourceOf(format: string, key: string, contact?: string): Source | undefined {
    const added = this.#added.get(`${format} ${key}`);
    const ids = [...this.#network.index.sourcesOf(format, key), ...(added === undefined ? [] : [added])];
    for (const id of ids) {
      const source = this.sources.get(id);
      if (source !== undefined && (contact === undefined || source.contact === contact)) return source;
    }
    return undefined;
  }

  /** Finds the contact of every row that has one, before any row changes anything. */
  #recognise(file: PlannedFile, rows: readonly Row[]): void {
    const claimed = new Set<string>();
    const match = (row: Row, contact: string, by: Exclude<Match['by'], 'me'>): void => {
      this.#matches.set(row, { contact, by: contact === this.me ? 'me' : by });
      claimed.add(contact);
    };
    for (const row of rows) {
      const known = this.#isMe(row)
        ? this.me
        : (this.#sourceOf(file.format, row.key)?.contact ?? this.contacts.get(ownId(row))?.id);
      if (known !== undefined) match(row, known, 'source');
    }
    // Where an address is shared, whoever has the name as well comes first.
    for (const withName of [true, false]) {
      for (const row of rows) {
        if (this.#matches.has(row)) continue;
        const [found, ...others] = this.index.withKeys(row.addresses);
        if (found === undefined || others.length > 0 || claimed.has(found)) continue;
        if (!withName || this.index.withNameLike(nameOf(row)).has(found)) match(row, found, 'address');
      }
    }
    for (const row of rows) {
      if (this.#matches.has(row) || row.record.nameGuessed === true) continue;
      const phones = recordsOf(row).flatMap(({ fields }) => fields.phones ?? []);
      const [found, ...others] = this.index.withPhoneAndName({ phones }, nameOf(row));
      if (found !== undefined && others.length === 0 && !claimed.has(found)) match(row, found, 'phone');
    }
    if (!file.byName) return;
    const times = new Map<string, number>();
    for (const row of rows) times.set(exactName(nameOf(row)), (times.get(exactName(nameOf(row))) ?? 0) + 1);
    for (const row of rows) {
      if (this.#matches.has(row) || times.get(exactName(nameOf(row))) !== 1) continue;
      const named = this.index.withExactName(nameOf(row));
      const [found] = named;
      if (found !== undefined && named.size === 1 && !claimed.has(found)) match(row, found, 'name');
    }
  }

  #isMe(row: Row): boolean {
    return (
      this.me !== undefined &&
      recordsOf(row).some(
        ({ me, fields: { emails = [], phones = [], urls = [] } }) =>
          me === true || addressKeys({ emails, phones, urls }).some((key) => this.#myKeys.has(key)),
      )
    );
  }

  /** Writes what a row does to its contact, new or known, and says it. */
  #settle(row: Row): { contact: string; source: string } {
    const { record, file } = row;
    const stated = recordsOf(row).map(statedFields);
    const fields = combinedFields(stated.map((one) => one.fields));
    const match = this.#matches.get(row);
    const met = match === undefined ? undefined : this.contacts.get(match.contact);
    const at = { file: file.at, line: record.line };
    const cut = [...new Set(stated.flatMap((one) => one.cut))];
    const outcome = met === undefined ? this.#add(at, row, fields) : this.#change(at, row, met, fields);
    if (cut.length > 0 && met === undefined) {
      const detail = `Not all of this fits into a contact and was shortened: ${wordsFor(cut)}.`;
      this.#review.add('note', { ...at, person: this.nameOf(outcome.contact), contact: met, detail });
    }
    const source = outcome.source ?? this.#addSource(row, outcome);
    return { contact: outcome.contact, source };
  }

  #add(at: Place, row: Row, fields: JsonObject): Outcome {
    const { record } = row;
    const doubt = this.#doubtOf(row);
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
    const notes = this.#notes.add(contact.id, recordsOf(row), []);
    return { contact: contact.id, values: { ...fields, ...notes.values } };
  }

  #change(at: Place, row: Row, contact: Contact, fields: JsonObject): Outcome {
    const { record, file, implied } = row;
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
    const notes = this.#notes.add(contact.id, recordsOf(row), stringsOf(own?.values['notes']));
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
    const match = this.#matches.get(row);
    const by = match === undefined ? '' : matchWords[match.by];
    if (news.length > 0) this.#review.add('changed', { ...line, detail: `${by}${news.join(', ')}` });
    if (merge.kept.length > 0)
      this.#review.add('kept', { ...line, detail: `kept yours: ${wordsFor(merge.kept)}` });
    if (news.length + merge.kept.length === 0)
      this.#review.add('unchanged', { ...line, detail: `${by}unchanged` });
    return { contact: contact.id, values, source: own?.id };
  }

  #addSource({ file, key }: Row, { contact, values }: Outcome): string {
    const { newId, batch, now } = this.#context;
    const id = newId();
    this.sources.put(id, { id, contact, format: file.format, key, file: file.name, values, batch, at: now });
    this.#added.set(`${file.format} ${key}`, id);
    return id;
  }

  /** Why somebody new may be somebody who is there. */
  #doubtOf(row: Row): { contact: string; detail: string } | undefined {
    const [holder] = this.index.withKeys(row.addresses);
    if (holder !== undefined) {
      return { contact: holder, detail: `Has a mail address or profile of ${this.nameOf(holder)}. ${apart}` };
    }
    if (row.record.nameGuessed === true || nameOf(row) === '') return undefined;
    const [namesake] = this.index.withNameLike(nameOf(row));
    if (namesake === undefined) return undefined;
    return { contact: namesake, detail: `Has the same name as ${this.nameOf(namesake)}. ${apart}` };
  }
}

const apart = 'The two are kept apart until you say so.';

interface Place {
  readonly file: number;
  readonly line: number;
}

interface Outcome {
  readonly contact: string;
  readonly values: JsonObject;
  /** The row's source, where it has one. */
  readonly source?: string;
}

const newWords = {
  named: 'new',
  organisation: 'new; the card names an organisation and no person',
  guessed: 'new; the row has no name, so an address stands for it',
};
const matchWords = {
  me: 'this is you: ',
  source: '',
  address: 'the same mail address or profile: ',
  phone: 'the same number and name: ',
  name: 'the same name: ',
};

function recordsOf(row: Row): ContactRecord[] {
  return [row.record, ...row.repeats.map(({ record }) => record)];
}

function nameOf({ record }: Row): string {
  return record.fields.name?.full ?? '';
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === 'string') : [];
}
