/** What a page asks about one contact or one tie, because its replica does not hold it. */
import type { Result } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import type { Interaction } from '../../shared/model/entities';
import type { Network, OpenNetwork } from '../../shared/model/network';

/** What is kept about a contact in tables that no replica holds, with the field that dates an entity. */
const detailTables = [
  { table: 'notes', dated: 'at' },
  { table: 'facts', dated: 'from' },
  { table: 'commitments', dated: 'madeOn' },
  { table: 'exchanges', dated: 'day' },
  { table: 'requests', dated: 'askedOn' },
  { table: 'owedReplies', dated: 'since' },
  { table: 'shareables', dated: 'addedOn' },
  { table: 'drafts', dated: 'editedAt' },
  { table: 'sources', dated: 'at' },
  { table: 'merges', dated: 'at' },
] as const;

export function details(network: OpenNetwork, contact: string): Result<'details'> {
  needContact(network, contact);
  return {
    tables: detailTables.map(({ table, dated }) => {
      const rows: JsonObject[] = [];
      for (const id of network.index.referring('contacts', contact, table)) {
        const row = network.get(table, id);
        if (row !== undefined) rows.push(row);
      }
      return { table, rows: rows.sort((a, b) => descending(text(a[dated]), text(b[dated]))) };
    }),
  };
}

/** One page, newest first. `before` is the place of the last interaction of the page before. */
export function interactions(
  network: OpenNetwork,
  contact: string,
  before: string | undefined,
  limit: number,
): Result<'interactions'> {
  needContact(network, contact);
  const all: { place: string; interaction: Interaction }[] = [];
  for (const id of network.index.referring('contacts', contact, 'interactions')) {
    const interaction = network.get('interactions', id);
    if (interaction !== undefined) all.push({ place: placeOf(interaction), interaction });
  }
  all.sort((a, b) => descending(a.place, b.place));
  const rest = before === undefined ? all : all.filter(({ place }) => place < before);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    interactions: page.map(({ interaction }) => interaction),
    ...(last === undefined || page.length === rest.length ? {} : { next: last.place }),
    total: all.length,
  };
}

export function evidence(network: OpenNetwork, tie: string): Result<'evidence'> {
  if (!network.has('ties', tie)) throw gone('This tie');
  const rows: JsonObject[] = [];
  for (const id of network.index.referring('ties', tie, 'evidence')) {
    const row = network.get('evidence', id);
    if (row !== undefined) rows.push(row);
  }
  return { evidence: rows.sort((a, b) => descending(text(a['day']), text(b['day']))) };
}

/** The one way to a confidential text. */
export function reveal(network: Network, id: string): Result<'reveal'> {
  const secret = network.get('confidential', id);
  if (secret === undefined) throw gone('This text');
  return { text: secret.text };
}

/** Where an interaction stands among a contact's: by day, then moment, then id, so that no two stand together. */
function placeOf({ id, day, at }: Interaction): string {
  return `${day} ${at ?? ''} ${id}`;
}

function needContact(network: OpenNetwork, contact: string): void {
  if (!network.has('contacts', contact)) throw gone('This contact');
}

function gone(what: string): KithmapError {
  return new KithmapError('not-found', `${what} is no longer in your network.`);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
