/**
 * What an import would do to a network: the records of its files, compared with what is there, become changes,
 * counts and a review by rows. Nothing is written here; the same files again come out as no change at all.
 *
 *   records --match--> contacts --relations, tie rows--> ties --> changes in the order in which they can be written
 *   meetings, mails --> more contacts, interactions with me, guessed ties
 */
import { peopleOfWhole } from '../formats/kithmap';
import type { ContactRecord, EncounterRecord, ImportItem, TieRecord } from '../formats/record';
import type { ReadonlyNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import type { ImportRow } from '../contract';
import type { Steps } from '../steps';
import { withoutForgotten } from '../forgetting/left-out';
import { type ImportFile, type PlanContext, type PlannedFile, plannedFiles } from './context';
import { Encounters } from './encounters';
import { exactName } from './names';
import { introducersFirst } from './introducers';
import { Pairs } from './pairs';
import { People, type Placed } from './people';
import { withoutStanding } from './standing';
import { takeRelations } from './relations';
import { type Counts, Review } from './rows';
import { Ties } from './ties';
import type { WhoIsMe } from './who-is-me';

export interface ImportPlan {
  readonly batch: {
    readonly id: string;
    readonly label: string;
    readonly format: string;
    readonly files: readonly string[];
    readonly counts: Counts;
  };
  /** Additions and changes of fields, never removals; what an entity refers to comes before it. None: nothing to do. */
  readonly changes: readonly Patch[];
  readonly counts: Counts;
  readonly rows: readonly ImportRow[];
  /** Whether the files say anything about who knows whom. */
  readonly hasTies: boolean;
  /** Which addresses may be mine, where the files leave that open. */
  readonly asks?: WhoIsMe;
}

/** @param itemsByFile for each file what its reader yielded, in order. */
export function planImport(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  itemsByFile: readonly (readonly ImportItem[])[],
  context: PlanContext,
): ImportPlan {
  const steps = planningSteps(network, files, itemsByFile, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in small steps, for a caller with other things to do in between. The network must not change
 * meanwhile; begin anew if it did.
 */
export function* planningSteps(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  itemsByFile: readonly (readonly ImportItem[])[],
  context: PlanContext,
): Steps<ImportPlan> {
  const review = new Review();
  const people = new People(network, context, review);
  const ties = new Ties(network, context, people, review);
  yield;
  const planned = plannedFiles(files).map((file) => {
    const { items, standing } = withoutStanding(network, itemsByFile[file.at] ?? []);
    for (const { id, name } of standing) {
      const person = name.full;
      review.add('unchanged', { file: file.at, line: 1, person, contact: id, detail: 'unchanged' });
    }
    const left = leftIn(file, peopleOfWhole(items), context, review);
    return { file, ...sorted(file, left, review) };
  });

  const rows = planned.map(({ file, contacts }) => ({ file, rows: people.read(file, contacts) }));
  const placed: Placed[] = [];
  for (const { file, rows: some } of rows) for (const one of yield* people.take(file, some)) placed.push(one);
  // Rows of any file may describe whom a tie names, so the rest is known only now.
  for (const { file, ties: records } of planned) {
    yield* people.take(file, people.read(file, namedByTies(file, records, people), true));
  }
  const encounters = new Encounters({ network, context, people, ties, review });
  takeRelations(placed, people, ties, review);
  const pairs = new Pairs(people, review);
  for (const { file, ties: records } of planned) yield* pairs.take(file, records);
  yield* ties.take(pairs.all());
  yield* encounters.take(planned);
  people.remainDeclined();

  const changes: Patch[] = [];
  for (const patch of patchesOf(people, ties, encounters)) {
    changes.push(patch);
    if (changes.length % 1_000 === 0) yield;
  }
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
    rows: review.rows(),
    hasTies:
      encounters.saysTies ||
      planned.some(
        ({ contacts, ties: records }) =>
          records.length > 0 || contacts.some(({ relations }) => relations.length > 0),
      ),
    ...(encounters.asks === undefined ? {} : { asks: encounters.asks }),
  };
}

/** What an entity refers to comes before it. */
function* patchesOf(people: People, ties: Ties, encounters: Encounters): Generator<Patch> {
  yield* introducersFirst(people.contacts);
  yield* people.notePatches();
  yield* people.sources.patches();
  yield* ties.ties.patches();
  yield* ties.evidence.patches();
  yield* ties.glimpses.patches();
  yield* encounters.patches();
}

/** The items without whom and what was forgotten for good: left out, and said so. */
function leftIn(
  file: PlannedFile,
  items: readonly ImportItem[],
  { forgotten }: PlanContext,
  review: Review,
): readonly ImportItem[] {
  if (forgotten === undefined) return items;
  const left = withoutForgotten(file.format, items, forgotten);
  for (const { line, person, reason } of left.leftOut) {
    review.add('skipped', { file: file.at, line, person, detail: reason, intended: true });
  }
  return left.items;
}

function sorted(
  file: PlannedFile,
  items: readonly ImportItem[],
  review: Review,
): { contacts: ContactRecord[]; ties: TieRecord[]; encounters: EncounterRecord[] } {
  const contacts: ContactRecord[] = [];
  const ties: TieRecord[] = [];
  const encounters: EncounterRecord[] = [];
  for (const item of items) {
    if (item.kind === 'contact') contacts.push(item);
    else if (item.kind === 'tie') ties.push(item);
    else if (item.kind === 'encounter') encounters.push(item);
    else if (item.kind === 'finding')
      review.add(item.level, {
        ...{ file: file.at, line: item.line, person: '', detail: item.reason },
        ...(item.intended === true ? { intended: true } : {}),
      });
  }
  return { contacts, ties, encounters };
}

/** Records for the people whom ties name and no row describes. */
function namedByTies(file: PlannedFile, ties: readonly TieRecord[], people: People): ContactRecord[] {
  const records = new Map<string, ContactRecord>();
  for (const { a, b, line } of ties) {
    for (const identifier of [a, b]) {
      const name = exactName(identifier);
      if (name === '' || records.has(name) || people.identified(file, name) !== undefined) continue;
      const isMail = /^[^\s@]+@[^\s@]+$/.test(name);
      records.set(name, {
        kind: 'contact',
        line,
        key: name,
        id: name,
        identity: [name],
        fields: { name: { full: name.slice(0, 1_000) }, ...(isMail ? { emails: [{ value: name }] } : {}) },
        notes: [],
        relations: [],
        ...(isMail ? { nameGuessed: true } : {}),
      });
    }
  }
  return [...records.values()];
}

function labelOf(names: readonly string[]): string {
  const [first = 'Import', ...more] = names;
  const label = more.length === 0 ? first : `${first.slice(0, 900)} and ${more.length} more`;
  return label.slice(0, 1_000).trim() || 'Import';
}
