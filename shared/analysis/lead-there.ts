/**
 * Who could lead to where there is nobody: contacts who know somebody there, worked or lived there, or care about it;
 * the warmest first. Somebody who is there already is not listed.
 */
import { queryTerms, textTerms } from '../search/terms';
import { type Attribute, byText, type PastJob, type Person, valueKey } from './attributes';
import type { Chunked } from './chunked';
import type { Graph } from './graph';

/** People go by index. */
export type LeadReason =
  | ({ readonly kind: 'pastJob' } & PastJob)
  | { readonly kind: 'knows'; readonly people: readonly number[] }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'interest'; readonly interest: string }
  | { readonly kind: 'tag'; readonly tag: string };

export interface Lead {
  readonly person: number;
  /** In the order of `LeadReason`; never empty. */
  readonly reasons: readonly LeadReason[];
}

interface Mention {
  readonly person: number;
  readonly terms: ReadonlySet<string>;
  readonly reason: LeadReason;
}

/** Everything that people say of themselves, by word. */
export interface LeadIndex {
  readonly people: readonly Person[];
  readonly graph: Graph;
  /** How alive my tie with each person is, 0..1; null: unknown. */
  readonly warmth: readonly (number | null)[];
  readonly byTerm: ReadonlyMap<string, readonly Mention[]>;
  /** Past jobs by the key of the industry of their organisation. */
  readonly jobsIn: ReadonlyMap<string, readonly Mention[]>;
}

const peoplePerChunk = 250;
/** An organisation is taken to be of an industry if so many people there are, and more than half. */
const leastColleagues = 2;

/** @param attributes those of the people; industry and organisation are looked at */
export function* leadIndex(
  people: readonly Person[],
  graph: Graph,
  warmth: readonly (number | null)[],
  attributes: readonly Attribute[],
): Chunked<LeadIndex> {
  const byTerm = new Map<string, Mention[]>();
  const jobsIn = new Map<string, Mention[]>();
  const industryOf = industries(attributes);
  const add = (person: number, text: string, reason: LeadReason): Mention => {
    const mention = { person, terms: new Set(textTerms(text)), reason };
    for (const term of mention.terms) put(byTerm, term, mention);
    return mention;
  };
  for (const [index, person] of people.entries()) {
    for (const job of person.pastJobs) {
      const mention = add(index, `${job.organisation} ${job.title ?? ''}`, { kind: 'pastJob', ...job });
      const industry = industryOf.get(valueKey('organisation', job.organisation));
      if (industry !== undefined) put(jobsIn, industry, mention);
    }
    for (const place of person.otherPlaces) add(index, place, { kind: 'place', place });
    for (const interest of person.interests) add(index, interest, { kind: 'interest', interest });
    for (const tag of person.tags) add(index, tag, { kind: 'tag', tag });
    if (index % peoplePerChunk === peoplePerChunk - 1) yield index / people.length;
  }
  return { people, graph, warmth, byTerm, jobsIn };
}

function put<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The industry of an organisation by those who are there now; both as keys. */
function industries(attributes: readonly Attribute[]): Map<string, string> {
  const organisation = attributes.find(({ name }) => name === 'organisation');
  const industry = attributes.find(({ name }) => name === 'industry');
  const result = new Map<string, string>();
  if (organisation === undefined || industry === undefined) return result;
  const there = organisation.values.map(() => new Map<number, number>());
  organisation.held.forEach((own, person) => {
    const [value] = industry.held[person]!;
    if (value === undefined) return;
    for (const one of own) there[one]!.set(value, (there[one]!.get(value) ?? 0) + 1);
  });
  there.forEach((counts, one) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [value, count] of counts) {
      if (count >= leastColleagues && count > all / 2)
        result.set(organisation.values[one]!.key, industry.values[value]!.key);
    }
  });
  return result;
}

/** What speaks for a person, by what is missing. Nobody leads into a circle: that is between them and me. */
const telling: Readonly<Record<string, readonly LeadReason['kind'][]>> = {
  industry: ['pastJob', 'knows', 'interest', 'tag'],
  place: ['knows', 'place', 'interest', 'tag'],
  organisation: ['pastJob', 'knows', 'interest', 'tag'],
  generation: ['knows'],
  circle: [],
  cluster: ['knows'],
};
const tellingForTags: readonly LeadReason['kind'][] = ['pastJob', 'knows', 'interest', 'tag'];

/**
 * @param label the value that is missing or thin
 * @param most how many to return at most
 */
export function whoCouldLead(index: LeadIndex, attribute: Attribute, label: string, most: number): Lead[] {
  const kinds = telling[attribute.name] ?? tellingForTags;
  const key = valueKey(attribute.name, label);
  const value = attribute.values.findIndex((other) => other.key === key);
  const isThere = (person: number): boolean => value >= 0 && attribute.held[person]!.includes(value);

  const spoken = new Map<number, LeadReason[]>();
  const jobs = attribute.name === 'industry' ? (index.jobsIn.get(key) ?? []) : [];
  for (const { person, reason } of new Set([...mentions(index, label), ...jobs])) {
    if (kinds.includes(reason.kind)) put(spoken, person, reason);
  }
  const known = kinds.includes('knows')
    ? knownThere(index.graph, attribute, value)
    : new Map<number, number[]>();
  const order = byWarmth(index);
  const reasonsOf = (person: number): LeadReason[] => {
    const there = known.get(person);
    const knows: LeadReason[] = there === undefined ? [] : [{ kind: 'knows', people: there.sort(order) }];
    return [...knows, ...(spoken.get(person) ?? [])].sort(
      (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    );
  };
  return [...new Set([...spoken.keys(), ...known.keys()])]
    .filter((person) => !isThere(person))
    .sort(order)
    .slice(0, most)
    .map((person) => ({ person, reasons: reasonsOf(person) }));
}

/** Mentions of every word of a text. */
function mentions({ byTerm }: LeadIndex, text: string): Mention[] {
  const terms = queryTerms(text);
  if (terms.length === 0) return [];
  const lists = terms.map((term) => byTerm.get(term) ?? []);
  const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least));
  return shortest.filter((mention) => terms.every((term) => mention.terms.has(term)));
}

function knownThere(graph: Graph, { held }: Attribute, value: number): Map<number, number[]> {
  const known = new Map<number, number[]>();
  if (value < 0) return known;
  for (let there = 0; there < graph.size; there++) {
    if (!held[there]!.includes(value)) continue;
    for (let slot = graph.offsets[there]!; slot < graph.offsets[there + 1]!; slot++) {
      put(known, graph.neighbours[slot]!, there);
    }
  }
  return known;
}

/** Warmest first, unknown last. */
function byWarmth({ warmth, people }: LeadIndex): (a: number, b: number) => number {
  return (a, b) => (warmth[b] ?? -1) - (warmth[a] ?? -1) || byText(people[a]!.id, people[b]!.id);
}
