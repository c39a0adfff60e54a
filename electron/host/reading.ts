/** What a page reads in whole, as streams: its replica of the network, and the texts to search in. */
import { replicaTables, type Result } from '../../shared/contract';
import type { JsonObject } from '../../shared/json';
import type { OpenNetwork } from '../../shared/model/network';
import { Picture } from './picture';
import { type Piece, Streams } from './streams';

type ReplicaTable = (typeof replicaTables)[number];
type Summary = Result<'replica'>['summaries'][number];
type ReplicaItem =
  | { readonly kind: 'row'; readonly table: ReplicaTable; readonly row: JsonObject }
  | { readonly kind: 'summary'; readonly summary: Summary };
type SearchText = Result<'searchTexts'>['texts'][number];

interface ReplicaHead {
  readonly seq: number;
  readonly total: number;
}

/** Characters of JSON that a summary takes, about. */
const summaryWeight = 60;

export class Reading {
  readonly #replica: Streams<ReplicaItem, ReplicaHead>;
  readonly #texts: Streams<SearchText, { seq: number }>;

  constructor(newId: () => string, elapsed: () => number) {
    this.#replica = new Streams(newId, elapsed);
    this.#texts = new Streams(newId, elapsed);
  }

  /** Forgets every stream: the network was replaced. */
  clear(): void {
    this.#replica.clear();
    this.#texts.clear();
  }

  /** Begins a replica of the network as it is at `seq`; later edits do not show in it. Nothing is written meanwhile. */
  async openReplica(network: OpenNetwork, seq: number): Promise<string> {
    const picture = await Picture.take(network, replicaTables);
    const summaries: Summary[] = [];
    for (const { id } of picture.all('contacts')) {
      const { count, last } = network.index.summary(id);
      if (count > 0) summaries.push({ contact: id, count, ...(last === undefined ? {} : { last }) });
    }
    const total = replicaTables.reduce((sum, table) => sum + picture.count(table), summaries.length);
    return this.#replica.open({ seq, total }, replicaPieces(picture, summaries));
  }

  replica(id: string): Result<'replica'> {
    const { stream, head, items, done } = this.#replica.next(id);
    const tables: { table: ReplicaTable; rows: JsonObject[] }[] = [];
    const summaries: Summary[] = [];
    for (const item of items) {
      if (item.kind === 'summary') {
        summaries.push(item.summary);
        continue;
      }
      let last = tables.at(-1);
      if (last?.table !== item.table) tables.push((last = { table: item.table, rows: [] }));
      last.rows.push(item.row);
    }
    return { stream, ...head, tables, summaries, done };
  }

  async openTexts(network: OpenNetwork, seq: number): Promise<string> {
    return this.#texts.open({ seq }, textPieces(await Picture.take(network, ['notes'])));
  }

  texts(id: string): Result<'searchTexts'> {
    const { stream, head, items, done } = this.#texts.next(id);
    return { stream, seq: head.seq, texts: [...items], done };
  }
}

function* replicaPieces(picture: Picture, summaries: readonly Summary[]): Generator<Piece<ReplicaItem>> {
  for (const table of replicaTables) {
    for (const row of picture.all(table)) {
      yield { item: { kind: 'row', table, row }, weight: JSON.stringify(row).length };
    }
  }
  for (const summary of summaries) yield { item: { kind: 'summary', summary }, weight: summaryWeight };
}

function* textPieces(picture: Picture): Generator<Piece<SearchText>> {
  for (const { id, contact, text } of picture.all('notes')) {
    if (text !== undefined) yield { item: { contact, note: id, text }, weight: text.length };
  }
}
