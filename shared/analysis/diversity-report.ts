/**
 * Variety and gaps of some people, attribute by attribute: whose value is known, who they are, how even that is,
 * whether they keep to their own kind, where people are missing and who could lead there.
 *
 * Some of the people are held against everybody. Everybody has nobody to be held against: there only the user's
 * targets make gaps. A value that nobody has and nobody asked for cannot be missed; what a plan asks for and nobody
 * has is listed as asked for, without a number.
 */
import {
  type Attribute,
  attributeKey,
  attributesOf,
  type AttributeName,
  byText,
  type Person,
  type TagGroup,
  tagGroupsOf,
  valueKey,
} from './attributes';
import { type Chunked, scaled } from './chunked';
import {
  attentionEvenness,
  evenness,
  type Evenness,
  leastKnown,
  type Tally,
  tally,
  type TooFew,
} from './diversity';
import { type Shortfall, shortfall } from './gaps';
import { type Graph, subgraph } from './graph';
import { type Lead, leadIndex, type LeadIndex, whoCouldLead } from './lead-there';
import { type Mixing, mixing, type MixingOptions } from './mixing';

/** A share of people with a value that the user would like to reach. */
export interface Target {
  readonly id: string;
  readonly attribute: string;
  readonly value: string;
  readonly share: number;
}

/** Something that a plan asks for. */
export interface Wish {
  readonly attribute: string;
  readonly value: string;
}

export interface DiversityInput {
  /** Everybody who counts; person i is person i of the graph. */
  readonly people: readonly Person[];
  readonly graph: Graph;
  /** How alive my tie with each person is, 0..1; null: unknown. */
  readonly warmth: readonly (number | null)[];
  /** Contact days of each person in the last 180 days. */
  readonly recent: ArrayLike<number>;
  /** Whose variety: null is everybody. */
  readonly part: DiversityPart | null;
  readonly targets: readonly Target[];
  readonly wishes: readonly Wish[];
  /** Groups of tags that the user names, besides those that the tags themselves name. */
  readonly tagGroups: readonly TagGroup[];
  /** People named for a gap. Default 12. */
  readonly mostLeads?: number;
  readonly mixing?: MixingOptions;
}

export interface DiversityPart {
  readonly people: Int32Array;
  /** What chose the people, and is therefore the same for all of them. */
  readonly chosenBy: AttributeName | null;
}

export interface DiversityReport {
  readonly people: number;
  readonly attributes: readonly AttributeVariety[];
  /** How evenly my contact days of the last 180 went to those who had any; null for fewer than two. */
  readonly attention: { readonly people: number; readonly evenness: number | null };
}

export interface AttributeVariety {
  readonly attribute: string;
  /** People whose value is known, of all. */
  readonly known: number;
  readonly people: number;
  /** Most people first; values with a target and nobody are there too. */
  readonly values: readonly ValueShare[];
  readonly evenness: Evenness | TooFew;
  /** `fromTies`: clusters are made of ties, which then lie inside them by themselves. */
  readonly mixing: Mixing | TooFew | { readonly kind: 'fromTies' };
  /** Likeliest to be no chance first. */
  readonly gaps: { readonly kind: 'counted'; readonly list: readonly Gap[] } | TooFew;
  /** What plans ask for and nobody here has. */
  readonly asked: readonly { readonly value: string; readonly lead: readonly Lead[] }[];
}

export interface ValueShare {
  readonly value: string;
  /** A person with k values counts 1/k for each. */
  readonly count: number;
  /** People who have the value at all. */
  readonly people: number;
  /** Of `count` among those whose value is known; null where nobody's is. */
  readonly share: number | null;
  /** The same of everybody; null where everybody is looked at, or nobody's is known. */
  readonly base: number | null;
  readonly target: { readonly id: string; readonly share: number } | null;
}

export interface Gap extends Shortfall {
  readonly value: string;
  readonly against: 'target' | 'base';
  readonly lead: readonly Lead[];
}

export function* diversityReport(input: DiversityInput): Chunked<DiversityReport> {
  const { people, part, recent } = input;
  // In the order of ids, so that the numbers of people do not matter to the exchanges at random.
  const scope = (part === null ? Int32Array.from(people.keys()) : part.people.slice()).sort((a, b) =>
    byText(people[a]!.id, people[b]!.id),
  );
  const attributes = yield* scaled(attributesOf(people, allTagGroups(input)), 0, 0.05);
  const index = yield* scaled(leadIndex(people, input.graph, input.warmth, attributes), 0.05, 0.05);
  const graph = subgraph(input.graph, scope).graph;
  const reports: AttributeVariety[] = [];
  for (const [i, attribute] of attributes.entries()) {
    const share = 0.9 / attributes.length;
    reports.push(yield* scaled(variety(input, attribute, scope, graph, index), 0.1 + i * share, share));
  }
  const attention = [...scope].map((person) => recent[person]!);
  return {
    people: scope.length,
    attributes: reports,
    attention: {
      people: attention.filter((days) => days > 0).length,
      evenness: attentionEvenness(attention),
    },
  };
}

function* variety(
  input: DiversityInput,
  attribute: Attribute,
  scope: Int32Array,
  graph: Graph,
  index: LeadIndex,
): Chunked<AttributeVariety> {
  const here = tally(attribute, scope);
  const whole = input.part === null ? null : tally(attribute, input.people.keys());
  const rows = rowsOf(input, attribute, here, whole);
  const held = [...scope].map((person) => attribute.held[person]!);
  const lead = (value: string): Lead[] => whoCouldLead(index, attribute, value, input.mostLeads ?? 12);
  return {
    attribute: attribute.name,
    known: here.known,
    people: scope.length,
    values: rows.filter(({ share }) => share.people > 0 || share.target !== null).map(({ share }) => share),
    evenness: evenness(here),
    mixing: attribute.name === 'cluster' ? { kind: 'fromTies' } : yield* mixing(graph, held, input.mixing),
    gaps:
      here.known < leastKnown
        ? { kind: 'tooFew', of: 'people', have: here.known, need: leastKnown }
        : { kind: 'counted', list: yield* gapsOf(rows, here.known, lead) },
    asked: wishesOf(input, attribute, here).map((value) => ({ value, lead: lead(value) })),
  };
}

interface Row {
  readonly key: string;
  readonly share: ValueShare;
  /** Share of everybody who has the value at all; null where that is no measure. */
  readonly usual: number | null;
}

/** Every value that somebody anywhere has or that has a target; most people here first. */
function rowsOf(
  { part, targets }: DiversityInput,
  attribute: Attribute,
  here: Tally,
  whole: Tally | null,
): Row[] {
  const wanted = new Map(
    targets
      .filter((target) => attributeKey(target.attribute) === attribute.name)
      .map((target) => [valueKey(attribute.name, target.value), target]),
  );
  const target = (key: string): ValueShare['target'] => {
    const found = wanted.get(key);
    return found === undefined ? null : { id: found.id, share: found.share };
  };
  const comparable = whole !== null && whole.known > 0;
  const rows = attribute.values.map(({ key, label }, value): Row => {
    return {
      key,
      share: {
        value: label,
        count: here.counts[value]!,
        people: here.holders[value]!,
        share: here.known === 0 ? null : Math.min(1, here.counts[value]! / here.known),
        base: comparable ? Math.min(1, whole.counts[value]! / whole.known) : null,
        target: target(key),
      },
      usual: comparable && part?.chosenBy !== attribute.name ? whole.holders[value]! / whole.known : null,
    };
  });
  const held = new Set(rows.map(({ key }) => key));
  for (const [key, { value }] of wanted) {
    if (held.has(key)) continue;
    const share = {
      value,
      count: 0,
      people: 0,
      share: here.known === 0 ? null : 0,
      base: comparable ? 0 : null,
      target: target(key),
    };
    rows.push({ key, share, usual: null });
  }
  return rows.sort((a, b) => b.share.count - a.share.count || byText(a.key, b.key));
}

function* gapsOf(rows: readonly Row[], known: number, lead: (value: string) => Lead[]): Chunked<Gap[]> {
  const gaps: Gap[] = [];
  for (const { share, usual } of rows) {
    const { value, people, target } = share;
    const wanted = target?.share ?? usual;
    const found = wanted === null ? null : shortfall(people, known, wanted);
    if (found === null) continue;
    gaps.push({ ...found, value, against: target === null ? 'base' : 'target', lead: lead(value) });
    yield 1;
  }
  return gaps.sort((a, b) => a.chance - b.chance || b.short - a.short);
}

function wishesOf({ wishes }: DiversityInput, { name, values }: Attribute, here: Tally): string[] {
  const there = new Set(values.filter((_, value) => here.holders[value]! > 0).map(({ key }) => key));
  const asked = new Map<string, string>();
  for (const { attribute, value } of wishes) {
    const key = valueKey(name, value);
    if (attributeKey(attribute) === name && key !== '' && !there.has(key) && !asked.has(key))
      asked.set(key, value);
  }
  return [...asked].sort((a, b) => byText(a[0], b[0])).map(([, value]) => value);
}

/** Groups by the tags' own prefixes, those that the user names, and those that targets speak of. */
function allTagGroups({ people, tagGroups, targets }: DiversityInput): TagGroup[] {
  const groups = new Map<string, Set<string>>();
  const add = (spelling: string, tags: readonly string[]): void => {
    const name = attributeKey(`tag:${spelling}`).slice(4);
    const own = groups.get(name) ?? new Set<string>();
    groups.set(name, own);
    for (const tag of tags) own.add(tag);
  };
  for (const { name, tags } of [...tagGroupsOf(people), ...tagGroups]) add(name, tags);
  for (const { attribute, value } of targets) {
    if (attribute.startsWith('tag:')) add(attribute.slice(4), [value]);
  }
  return [...groups].sort((a, b) => byText(a[0], b[0])).map(([name, tags]) => ({ name, tags: [...tags] }));
}
