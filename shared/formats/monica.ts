/**
 * Monica's export as JSON (version 4; github.com/monicahq/monica): an account with lists of users, contacts, activities
 * and relationships. Contacts come before the words that they use, so they are held until the file is over; pictures
 * and documents, which are most of it, stream by and are counted.
 */
import { KithmapError } from '../errors';
import { pairKey } from '../model/indices';
import { many } from '../words';
import { noteAt, skippedAt } from './findings';
import { type JsonListener, JsonValues } from './json-values';
import { type FieldType, monicaContact, type MonicaWords } from './monica-contact';
import { activity, happenedWith } from './monica-encounters';
import { collectionsOf, isSet, lineOf, objectOf, propertiesOf } from './monica-values';
import type { ContactRecord, Finding, ImportItem, ReadOptions, RecordReader, Relation } from './record';

interface Held {
  readonly value: unknown;
  readonly line: number;
}

const taken = ['user', 'contact', 'relationship', 'activity'] as const;
type Taken = (typeof taken)[number];
const values = '.account.data.*.values.*';
const words = /^\.account\.instance\.(\w+)\.\*$/;
const journal = '.account.properties.journal_entries.*';

class MonicaReader implements RecordReader, JsonListener {
  readonly #fileName: string;
  readonly #json = new JsonValues(this);
  readonly #held: Record<Taken, Held[]> = { user: [], contact: [], relationship: [], activity: [] };
  readonly #fieldTypes = new Map<string, FieldType>();
  readonly #names = new Map<string, string>();
  /** How much of each kind is not read. */
  readonly #left = new Map<string, number>();
  readonly #damaged: Finding[] = [];
  #type = '';
  #exportedBy = '';
  #hasAccount = false;

  constructor({ fileName }: ReadOptions) {
    this.#fileName = fileName;
  }

  push(bytes: Uint8Array): ImportItem[] {
    this.#json.push(bytes);
    return [];
  }

  end(): ImportItem[] {
    const brokenAt = this.#json.end();
    if (!this.#hasAccount) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} holds no account of Monica’s. In Monica’s settings choose “Export as JSON” again.`,
      );
    }
    const items: ImportItem[] = [
      ...this.#contacts(),
      ...this.#happened(),
      ...this.#damaged,
      ...this.#notes(),
    ];
    if (brokenAt !== undefined) {
      const reason = 'The file is cut off or damaged here; what comes behind was not read. Export it again.';
      items.push(skippedAt(brokenAt, reason));
    }
    return items;
  }

  wants(place: string): boolean {
    if (place === '.account') this.#hasAccount = true;
    if (place === '.account.data.*') this.#type = '';
    if (place === '.exported_by' || place === '.account.data.*.type') return true;
    if (place === values) {
      if (isTaken(this.#type)) return true;
      this.#count(this.#type);
    } else if (place === journal) this.#count('journal entry');
    return words.test(place);
  }

  take(place: string, value: unknown, line: number): void {
    if (place === '.exported_by') this.#exportedBy = lineOf(value);
    else if (place === '.account.data.*.type') this.#type = lineOf(value);
    else if (place !== values) this.#word(words.exec(place)?.[1] ?? '', value);
    else if (isTaken(this.#type)) this.#held[this.#type].push({ value, line });
  }

  damaged(place: string, line: number): void {
    if (place !== values && !words.test(place)) return;
    const what = place === values ? this.#type : 'word';
    const reason = `The ${what} is damaged: it is no complete JSON.`;
    this.#damaged.push(skippedAt(line, reason));
  }

  #word(kind: string, value: unknown): void {
    const uuid = lineOf(objectOf(value)['uuid']);
    const properties = propertiesOf(value);
    const name = lineOf(properties['name']);
    if (uuid === '') return;
    if (kind === 'contact_field_types') {
      const [type, protocol] = [lineOf(properties['type']), lineOf(properties['protocol']).toLowerCase()];
      this.#fieldTypes.set(uuid, { name, type, protocol });
      return;
    }
    // Those that come with Monica have a key in place of a name.
    const said =
      name === '' ? lineOf(properties['translation_key'] ?? properties['default_life_event_type_key']) : name;
    if (said !== '') this.#names.set(uuid, said);
  }

  *#contacts(): Generator<ImportItem> {
    const relations = this.#relations();
    const me = this.#me();
    const known: MonicaWords = { fieldTypes: this.#fieldTypes, names: this.#names };
    for (const { value, line } of this.#held.contact) {
      const uuid = lineOf(objectOf(value)['uuid']);
      const record = monicaContact(value, line, known, relations.get(uuid) ?? []);
      if (typeof record === 'string') yield skippedAt(line, record);
      else yield me !== '' && uuid === me ? ({ ...record, me: true } satisfies ContactRecord) : record;
    }
  }

  /** Who of the contacts exported it. */
  #me(): string {
    const users = this.#held.user.map(({ value }) => value);
    const own = users.find((user) => lineOf(objectOf(user)['uuid']) === this.#exportedBy) ?? users[0];
    return lineOf(propertiesOf(own)['me_contact']);
  }

  *#happened(): Generator<ImportItem> {
    const whom = new Map<string, string[]>();
    for (const { value, line } of this.#held.contact) {
      yield* happenedWith(value, line);
      const uuid = lineOf(objectOf(value)['uuid']);
      for (const { type, values: ids } of collectionsOf(value)) {
        if (type !== 'activity') continue;
        for (const id of ids.map(lineOf)) {
          const there = whom.get(id);
          if (there === undefined) whom.set(id, [uuid]);
          else there.push(uuid);
        }
      }
    }
    const me = this.#me();
    for (const { value, line } of this.#held.activity) {
      const there = whom.get(lineOf(objectOf(value)['uuid'])) ?? [];
      yield activity(
        value,
        line,
        there.filter((id) => id !== me),
        this.#names,
      );
    }
  }

  /**
   * Ties by whom they are told of. Monica says each twice, from both ends; `contact_is` has somebody who is to them what
   * the type says.
   */
  #relations(): ReadonlyMap<string, Relation[]> {
    const kinds = new Map<string, { readonly of: string; readonly uid: string; readonly kinds: string[] }>();
    for (const { value } of this.#held.relationship) {
      const { type, contact_is: contact, of_contact: other } = propertiesOf(value);
      const [of, uid, kind] = [lineOf(contact), lineOf(other), kindOf(lineOf(type))];
      if (of === '' || uid === '' || of === uid) continue;
      const pair = kinds.get(pairKey(of, uid));
      if (pair === undefined) kinds.set(pairKey(of, uid), { of, uid, kinds: [kind] });
      else {
        // What the other end alone says, said from this one.
        const here = pair.of === of ? kind : inverses.get(kind);
        if (here !== undefined && !pair.kinds.includes(here)) pair.kinds.push(here);
      }
    }
    const relations = new Map<string, Relation[]>();
    const add = (of: string, relation: Relation): void => {
      const all = relations.get(of);
      if (all === undefined) relations.set(of, [relation]);
      else all.push(relation);
    };
    for (const { of, uid, kinds: all } of kinds.values())
      add(of, { kind: all.join(', '), uid, stated: true });
    for (const { value } of this.#held.contact) {
      const through = lineOf(propertiesOf(value)['first_met_through']);
      const uuid = lineOf(objectOf(value)['uuid']);
      if (through !== '') add(uuid, { kind: 'introduced by', uid: through, introduced: true, stated: true });
    }
    return relations;
  }

  #count(kind: string): void {
    this.#left.set(kind, (this.#left.get(kind) ?? 0) + 1);
  }

  *#notes(): Generator<Finding> {
    const line = this.#held.contact[0]?.line ?? 1;
    const left = [...this.#left].map(([kind, count]) => sayKind(kind, count));
    if (left.length > 0)
      yield noteAt(line, `Left out, since they are no people and nothing that happened: ${left.join(', ')}.`);
    const dead = this.#held.contact.filter(({ value }) => isSet(propertiesOf(value)['is_dead'])).length;
    if (dead > 0) {
      const who = many(dead, 'person is', 'people are');
      yield noteAt(
        line,
        `${who} marked as deceased; that is kept as a field. Archive them where you want no reminders.`,
      );
    }
  }
}

function isTaken(type: string): type is Taken {
  return taken.some((one) => one === type);
}

function sayKind(kind: string, count: number): string {
  if (kind === 'journal entry') return many(count, 'journal entry', 'journal entries');
  const word = kind === '' ? 'thing' : kind.slice(0, 60).replaceAll('_', ' ');
  return many(count, word, `${word}s`);
}

const kindWords = new Map([
  ['bestfriend', 'best friend'],
  ['inlovewith', 'in love with'],
  ['lovedby', 'loved by'],
  ['ex_husband', 'former spouse'],
  ['protege', 'protégé'],
  ['stepparent', 'step-parent'],
  ['stepchild', 'step-child'],
]);

const pairsOfKinds = [
  ...[['parent', 'child'] as const, ['grandparent', 'grandchild'] as const, ['uncle', 'nephew'] as const],
  ...[['godfather', 'godson'] as const, ['step-parent', 'step-child'] as const],
  ...[['boss', 'subordinate'] as const, ['mentor', 'protégé'] as const],
  ['in love with', 'loved by'] as const,
];
/** What the other of the two is; kinds that are not here are the same both ways. */
const inverses: ReadonlyMap<string, string> = new Map([
  ...pairsOfKinds,
  ...pairsOfKinds.map(([one, other]) => [other, one] as const),
]);

function kindOf(type: string): string {
  return kindWords.get(type) ?? type.replaceAll('_', ' ').toLowerCase();
}

/** @throws KithmapError `bad-file` from `end` where there is no account in it. */
export function monicaReader(options: ReadOptions): RecordReader {
  return new MonicaReader(options);
}
