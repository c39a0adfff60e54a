/**
 * What an import would do to a network: the records of its files, compared with what is there, become changes,
 * counts and a review by rows. Nothing is written here; the same files again come out as no change at all.
 *
 *   records --match--> contacts --relations, tie rows--> ties --> changes in the order in which they can be written
 *   meetings, mails --> more contacts, interactions with me, guessed ties
 */
import { withoutForgotten } from '../forgetting/left-out';
import { peopleOfWhole } from '../formats/kithmap';
import type { ContactRecord, ImportItem, TieRecord } from '../formats/record';
import type { ReadonlyNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import { atOnce, type Steps } from '../steps';
import type { ImportCounts } from './answers';
import { type ImportFile, type PlanContext, type PlannedFile, plannedFiles } from './context';
import { Encounters } from './encounters';
import { exactName } from './names';
import { introducersFirst } from './introducers';
import { Pairs } from './pairs';
import { People, type Placed } from './people';
import { itemsOf, type ReadItems, WaitingItems } from './read-items';
import type { Rows } from './records';
import { takeRelations } from './relations';
import { Review, type ReviewRows } from './rows';
import type { Listed } from './shelf';
import { withoutStanding } from './standing';
import { Ties } from './ties';
import type { WhoIsMe } from './who-is-me';

/** What an import changes, made anew whenever it is gone through: there may be hundreds of thousands. */
export interface Changes extends Iterable<Patch> {
  readonly length: number;
}

export interface ImportPlan {
  readonly batch: {
    readonly id: string;
    readonly label: string;
    readonly format: string;
    readonly files: readonly string[];
    readonly counts: ImportCounts;
  };
  /** Additions and changes of fields, never removals; what an entity refers to comes before it. None: nothing to do. */
  readonly changes: Changes;
  readonly counts: ImportCounts;
  readonly rows: ReviewRows;
  /** Whether the files say anything about who knows whom. */
  readonly hasTies: boolean;
  /** Which addresses may be mine, where the files leave that open. */
  readonly asks?: WhoIsMe;
}

/** Records looked at between two pauses. */
const inOneGo = 200;

/** @param itemsByFile for each file what its reader yielded, in order. */
export function planImport(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  itemsByFile: readonly (readonly ImportItem[])[],
  context: PlanContext,
): ImportPlan {
  return atOnce(planningSteps(network, files, itemsByFile.map(itemsOf), context));
}

/**
 * The same in small steps, for a caller with other things to do in between. The network must not change
 * meanwhile; begin anew if it did.
 */
export function* planningSteps(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  itemsByFile: readonly ReadItems[],
  context: PlanContext,
): Steps<ImportPlan> {
  const review = new Review(context.packing);
  const people = new People(network, context, review);
  const ties = new Ties(network, context, people, review);
  yield* people.begin();
  const planned: { readonly file: PlannedFile; readonly items: ReadItems }[] = [];
  for (const file of plannedFiles(files)) {
    const items = itemsByFile[file.at] ?? nothing;
    planned.push({ file, items: yield* leftIn(file, items, { network, context, review }) });
  }
  for (const { file, items } of planned) {
    if (items.ties.length + items.encounters.length > 0) people.expectNaming(file);
  }

  const rows: { file: PlannedFile; rows: Rows }[] = [];
  for (const { file, items } of planned) {
    rows.push({ file, rows: yield* people.read(file, items.contacts) });
  }
  const placed: Placed[] = [];
  for (const { file, rows: some } of rows) for (const one of yield* people.take(file, some)) placed.push(one);
  // Rows of any file may describe whom a tie names, so the rest is known only now.
  for (const { file, items } of planned) {
    const named = yield* namedByTies(file, items.ties, people);
    yield* people.take(file, yield* people.read(file, named, true));
  }
  const encounters = new Encounters({ network, context, people, ties, review });
  yield* takeRelations(placed, people, ties, review);
  const pairs = new Pairs(people, review);
  for (const { file, items } of planned) yield* pairs.take(file, items.ties);
  yield* ties.take(pairs.all());
  yield* encounters.take(planned.map(({ file, items }) => ({ file, encounters: items.encounters })));
  yield* people.remainDeclined();

  // What an entity refers to comes before it.
  const { contacts, notes, sources } = people;
  const changes = new StagedChanges([
    { count: () => contacts.count(), patches: () => introducersFirst(contacts.patches()) },
    ...[notes, sources, ties.ties, ties.evidence, ties.glimpses, encounters.interactions],
  ]);
  yield* changes.count();
  const counts = review.counts();
  const names = files.map(({ name }) => name);
  return {
    batch: {
      id: context.batch,
      label: labelOf(names),
      format: [...new Set(files.map(({ format }) => format))].join(', '),
      files: names.map((name) => name.slice(0, 1_000)),
      counts,
    },
    changes,
    counts,
    rows: yield* review.rows(),
    hasTies: encounters.saysTies || placed.length > 0 || planned.some(({ items }) => items.ties.length > 0),
    ...(encounters.asks === undefined ? {} : { asks: encounters.asks }),
  };
}

const nothing = new WaitingItems();

interface Around {
  readonly network: ReadonlyNetwork;
  readonly context: PlanContext;
  readonly review: Review;
}

/** The items without whom and what was forgotten for good, and without what was found: both are said at once. */
function* leftIn(file: PlannedFile, read: ReadItems, around: Around): Steps<ReadItems> {
  const { context, review } = around;
  sayFindings(file, read, review);
  const items = read.whole.length === 0 ? read : yield* peopleIn(file, read, around);
  if (context.forgotten === undefined) return items;
  const left = new WaitingItems(context.packing);
  const leftOut = yield* withoutForgotten(file.format, items, context.forgotten, left);
  for (const { line, person, reason } of leftOut) {
    review.add('skipped', { file: file.at, line, person, detail: reason, intended: true });
  }
  return left;
}

/** People and ties of a network that was written whole, without those who stand there as they are in the file. */
function* peopleIn(
  file: PlannedFile,
  { whole }: ReadItems,
  { network, context, review }: Around,
): Steps<ReadItems> {
  const { rest, standing } = yield* withoutStanding(network, whole);
  for (const { id, name } of standing) {
    review.add('unchanged', { file: file.at, line: 1, person: name.full, contact: id, detail: 'unchanged' });
  }
  const items = new WaitingItems(context.packing);
  let at = 0;
  for (const item of peopleOfWhole(rest)) {
    items.add(item);
    at += 1;
    if (at % inOneGo === 0) yield;
  }
  sayFindings(file, items, review);
  return items;
}

function sayFindings(file: PlannedFile, { findings }: ReadItems, review: Review): void {
  for (const { level, line, reason, intended, count } of findings) {
    review.add(level, {
      ...{ file: file.at, line, person: '', detail: reason },
      ...(intended === true ? { intended } : {}),
      ...(count === undefined ? {} : { count }),
    });
  }
}

/** Records for the people whom ties name and no row describes. */
function* namedByTies(
  file: PlannedFile,
  ties: Listed<TieRecord>,
  people: People,
): Steps<Listed<ContactRecord>> {
  const records = new Map<string, ContactRecord>();
  let at = 0;
  for (const { a, b, line } of ties) {
    at += 1;
    if (at % inOneGo === 0) yield;
    for (const identifier of [a, b]) {
      const name = exactName(identifier);
      if (name === '' || records.has(name) || people.identified(file, name) !== undefined) continue;
      records.set(name, recordOfName(name, line));
    }
  }
  return [...records.values()];
}

function recordOfName(name: string, line: number): ContactRecord {
  const isMail = /^[^\s@]+@[^\s@]+$/.test(name);
  return {
    kind: 'contact',
    line,
    key: name,
    id: name,
    identity: [name],
    fields: { name: { full: name.slice(0, 1_000) }, ...(isMail ? { emails: [{ value: name }] } : {}) },
    notes: [],
    relations: [],
    ...(isMail ? { nameGuessed: true } : {}),
  };
}

/** What tables will hold, one after the other. */
class StagedChanges implements Changes {
  readonly #tables: readonly StagedTable[];
  #length = 0;

  constructor(tables: readonly StagedTable[]) {
    this.#tables = tables;
  }

  get length(): number {
    return this.#length;
  }

  /** To be called once nothing is written any more. */
  *count(): Steps<void> {
    for (const table of this.#tables) this.#length += yield* table.count();
  }

  *[Symbol.iterator](): Generator<Patch, void, undefined> {
    for (const table of this.#tables) yield* table.patches();
  }
}

interface StagedTable {
  count(): Steps<number>;
  patches(): Iterable<Patch>;
}

function labelOf(names: readonly string[]): string {
  const [first = 'Import', ...more] = names;
  const label = more.length === 0 ? first : `${first.slice(0, 900)} and ${more.length} more`;
  return label.slice(0, 1_000).trim() || 'Import';
}
