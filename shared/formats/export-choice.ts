/**
 * What of a network goes out: everything, or some people, some of what is known of them, with guessed ties or without.
 * A writer is handed the network as if the rest had never been in it: whoever is left out is nobody's tie, and nobody
 * else's notes name them.
 */
import { z } from 'zod';
import type { JsonObject } from '../json';
import { Id } from '../model/ids';
import type { ContactSummary, ReadonlyIndices } from '../model/indices';
import { type OpenNetwork, type OpenTableName, parseEntity } from '../model/network';
import { referencesOf, withoutReference } from '../model/references';
import type { TableName } from '../model/table-names';
import type { EntityOf } from '../model/tables';

/** What can be left out of what is known of somebody; the name always goes. */
export const exportFields = ['addresses', 'work', 'about', 'notes', 'happened'] as const;
export type ExportField = (typeof exportFields)[number];

export const ExportChoice = z.object({
  /** Nobody else; everybody where it is absent. */
  people: z.array(Id).max(200_000).optional(),
  /** All of them where it is absent; the name alone where it is empty. */
  fields: z.array(z.enum(exportFields)).max(exportFields.length).optional(),
  guessed: z.boolean().default(true),
});
export type ExportChoice = Readonly<z.output<typeof ExportChoice>>;

/** Fields of a contact that go by something; the others say what kind of card it is. */
const fieldsOf: Readonly<Record<string, ExportField>> = {
  emails: 'addresses',
  phones: 'addresses',
  urls: 'addresses',
  postal: 'addresses',
  organisations: 'work',
  industry: 'work',
  place: 'work',
  nicknames: 'about',
  tags: 'about',
  interests: 'about',
  canHelpWith: 'about',
  lookingFor: 'about',
  knowsMyWork: 'about',
  howMet: 'about',
  birthday: 'about',
  dates: 'about',
  circle: 'about',
  cadenceDays: 'about',
  cadenceSince: 'about',
  neverRemind: 'about',
  noMeasures: 'about',
  other: 'about',
};

/** Tables that tell of people, and by what; the rest is mine, and stays where not everything goes. */
const ofPeople: Readonly<Partial<Record<OpenTableName, ExportField | 'always' | 'all'>>> = {
  contacts: 'always',
  ties: 'always',
  clusters: 'always',
  positions: 'always',
  notes: 'notes',
  facts: 'work',
  interactions: 'happened',
  evidence: 'happened',
  commitments: 'happened',
  exchanges: 'happened',
  introductions: 'happened',
  requests: 'happened',
  owedReplies: 'happened',
  snoozes: 'happened',
  pauses: 'happened',
  stays: 'happened',
  groupReminders: 'happened',
  // Hold every value that was imported, and who was with whom.
  sources: 'all',
  glimpses: 'all',
};

const noSummary: ContactSummary = { count: 0 };

/** The network itself where everything goes. */
export function chosenOf(network: OpenNetwork, choice: ExportChoice): OpenNetwork {
  const { people, fields, guessed } = choice;
  const isWhole = people === undefined && fields === undefined;
  return isWhole && guessed ? network : new ChosenNetwork(network, choice, isWhole);
}

class ChosenNetwork implements OpenNetwork {
  readonly index: ReadonlyIndices;
  readonly #network: OpenNetwork;
  readonly #people: ReadonlySet<string> | undefined;
  readonly #fields: ReadonlySet<ExportField>;
  readonly #guessed: boolean;
  /** Nobody and no field is left out. */
  readonly #isWhole: boolean;

  constructor(network: OpenNetwork, { people, fields, guessed }: ExportChoice, isWhole: boolean) {
    this.#network = network;
    this.#people = people === undefined ? undefined : new Set(people);
    this.#fields = new Set(fields ?? exportFields);
    this.#guessed = guessed;
    this.#isWhole = isWhole;
    const { index } = network;
    this.index = {
      referring: (to, id, table) => index.referring(to, id, table),
      tieBetween: (a, b) => index.tieBetween(a, b),
      sourcesOf: (format, key) => index.sourcesOf(format, key),
      summary: (contact) => (this.#fields.has('happened') ? index.summary(contact) : noSummary),
    };
  }

  get<T extends OpenTableName>(table: T, id: string): EntityOf<T> | undefined {
    const entity = this.#network.get(table, id);
    // Whoever writes asks who is me.
    return entity === undefined || table === 'settings' ? entity : this.#shown(table, entity);
  }

  has(table: OpenTableName, id: string): boolean {
    return this.get(table, id) !== undefined;
  }

  *all<T extends OpenTableName>(table: T): Generator<EntityOf<T>> {
    if (!this.#goes(table)) return;
    for (const entity of this.#network.all(table)) {
      const shown = this.#shown(table, entity);
      if (shown !== undefined) yield shown;
    }
  }

  count(table: OpenTableName): number {
    return [...this.all(table)].length;
  }

  #goes(table: OpenTableName): boolean {
    const by = ofPeople[table];
    if (this.#isWhole || by === 'always') return true;
    if (by === undefined) return false;
    return by === 'all' ? this.#fields.size === exportFields.length : this.#fields.has(by);
  }

  /** An entity as it goes out; undefined where it does not. */
  #shown<T extends OpenTableName>(table: T, entity: EntityOf<T>): EntityOf<T> | undefined {
    if (!this.#goes(table)) return undefined;
    const before: JsonObject = entity;
    if (table === 'contacts' && this.#people?.has(entity.id) === false) return undefined;
    if (table === 'ties' && !this.#guessed && before['state'] === 'inferred') return undefined;
    if (table === 'clusters' && !this.#hasMembers(entity.id)) return undefined;
    let after: JsonObject | null = table === 'contacts' ? this.#stripped(before) : before;
    for (const { reference, id } of referencesOf(table, before)) {
      if (this.#isThere(reference.to, id)) continue;
      if (reference.onRemove === 'remove') return undefined;
      after = withoutReference(after, reference, id);
      if (after === null) return undefined;
    }
    return after === before ? entity : parseEntity(table, entity.id, after);
  }

  #isThere(table: TableName, id: string): boolean {
    if (table === 'confidential') return true;
    if (table === 'contacts') return this.#network.has(table, id) && this.#people?.has(id) !== false;
    return this.has(table, id);
  }

  /** A group that nobody of is there would tell of those who are not. */
  #hasMembers(cluster: string): boolean {
    if (this.#people === undefined) return true;
    for (const id of this.#network.index.referring('clusters', cluster, 'positions')) {
      if (this.#people.has(id)) return true;
    }
    return false;
  }

  #stripped(contact: JsonObject): JsonObject {
    if (this.#fields.size === exportFields.length) return contact;
    return Object.fromEntries(
      Object.entries(contact).filter(([field]) => {
        const by = fieldsOf[field];
        // What a later version knows of somebody goes with the rest.
        return by === undefined ? alwaysThere.has(field) : this.#fields.has(by);
      }),
    );
  }
}

const alwaysThere = new Set(['id', 'name', 'nameDoubt', 'stub', 'archived', 'createdAt']);
