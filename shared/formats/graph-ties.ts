/**
 * The edges of a graph as ties, whatever the form of the file. What has no place in a tie is not dropped silently: it
 * is counted, and said once at the end.
 */
import { noteAt, skippedAt } from './findings';
import { GraphTimes } from './graph-times';
import type { Finding, ImportItem, ReadOptions, TieRecord } from './record';
import { oneLine } from './text';

const meanings = {
  weight: /^weight$/,
  kind: /^(?:kind|type|relation|relationship|label|interaction)$/,
  since: /^(?:since|start)$/,
  time: /^(?:time|timestamp|date|day)$/,
  state: /^state$/,
  confidence: /^confidence$/,
} as const;
type Meaning = keyof typeof meanings;
const meaningNames = Object.keys(meanings).filter((name): name is Meaning => name in meanings);

/** Names of attributes that are told. */
const told = 10;
/** Times of one edge that become contacts between the two. */
const mostDays = 10_000;

export interface GraphEdge {
  readonly line: number;
  readonly a: string;
  readonly b: string;
  /** Its attributes; the first of a meaning counts. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** What the two are to each other, where no attribute says it. */
  readonly kind?: string;
  /** From when on it was there. */
  readonly starts?: readonly string[];
  /** When it was seen. */
  readonly times?: readonly string[];
  /** Whether it was over at some time, for which a tie has no place. */
  readonly hasEnd?: boolean;
}

interface Tally {
  readonly line: number;
  count: number;
}

export class GraphTies {
  readonly #times: GraphTimes;
  readonly #tallies = new Map<'weight' | 'time' | 'end', Tally>();
  readonly #unread = new Map<string, number>();
  readonly #known = new Map<string, Meaning | undefined>();

  constructor(options: ReadOptions) {
    this.#times = new GraphTimes(options);
  }

  read(edge: GraphEdge): ImportItem[] {
    const { line } = edge;
    const [a, b] = [oneLine(edge.a), oneLine(edge.b)];
    if (a === '' || b === '') return [skippedAt(line, 'The edge names only one end of a tie.')];
    if (a === b) return [skippedAt(line, `The edge ties ${a.slice(0, 60)} to itself.`)];
    const said = this.#meant(edge);
    const weight = this.#weight(line, said.get('weight'));
    const confidence = Number(said.get('confidence') ?? '');
    const kind = said.get('kind') ?? oneLine(edge.kind ?? '');
    const starts = [...(said.has('since') ? [said.get('since') ?? ''] : []), ...(edge.starts ?? [])];
    const times = [...(said.has('time') ? [said.get('time') ?? ''] : []), ...(edge.times ?? [])];
    if (edge.hasEnd === true) this.#count('end', line);
    const { since, days } = this.#when(line, starts, times);
    const guess = said.get('state') === 'inferred' && confidence > 0 && confidence <= 1 ? { confidence } : {};
    const record: TieRecord = {
      kind: 'tie',
      line,
      a,
      b,
      ...(weight === undefined ? {} : { weight }),
      ...guess,
      ...(kind === '' ? {} : { tieKind: kind }),
      ...(since === undefined ? {} : { since }),
    };
    const [first, ...others] = days;
    if (first === undefined) return [record];
    return [
      { ...record, day: first },
      // What the rows of a pair say adds up, so that the others say nothing but their day.
      ...others.map((day): TieRecord => ({ kind: 'tie', line, a, b, ...guess, day })),
    ];
  }

  /** What there is to say of all edges. */
  end(): Finding[] {
    const sentences = {
      weight: 'no weight above 0; it was left out.',
      time: 'times that count from an unknown start; say what they count to have them read.',
      end: 'an end; only the beginning was read.',
    };
    const findings = [...this.#tallies].map(([what, { line, count }]) =>
      noteAt(line, `${count === 1 ? 'One tie has' : `${count} ties have`} ${sentences[what]}`),
    );
    const [firstUnread] = this.#unread.values();
    if (firstUnread !== undefined) {
      const names = [...this.#unread.keys()].slice(0, told).map((name) => oneLine(name).slice(0, 40));
      const more = this.#unread.size > told ? ' and more' : '';
      findings.push(
        noteAt(firstUnread, `Attributes of ties that were not read: ${names.join(', ')}${more}.`),
      );
    }
    return findings;
  }

  #meant({ line, values }: GraphEdge): Map<Meaning, string> {
    const said = new Map<Meaning, string>();
    for (const { name, value } of values) {
      const text = oneLine(value);
      if (text === '') continue;
      const meaning = this.#meaningOf(name);
      if (meaning !== undefined) {
        if (!said.has(meaning)) said.set(meaning, text);
      } else if (this.#unread.size <= told && !this.#unread.has(name)) this.#unread.set(name, line);
    }
    return said;
  }

  /** The same few names come with every edge. */
  #meaningOf(name: string): Meaning | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    const folded = oneLine(name).toLowerCase();
    const meaning = meaningNames.find((one) => meanings[one].test(folded));
    if (this.#known.size < 1_000) this.#known.set(name, meaning);
    return meaning;
  }

  #weight(line: number, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    const weight = Number(text);
    if (Number.isFinite(weight) && weight > 0) return weight;
    this.#count('weight', line);
    return undefined;
  }

  #when(
    line: number,
    starts: readonly string[],
    times: readonly string[],
  ): { since: string | undefined; days: string[] } {
    const read = starts.map((text) => this.#times.since(text));
    const days: string[] = [];
    for (const text of times.slice(0, mostDays)) {
      const day = this.#times.day(text);
      if (day !== undefined) days.push(day);
      // A year alone is no day of a contact, but says that it was there by then.
      else read.push(this.#times.since(text));
    }
    if (read.includes(undefined)) this.#count('time', line);
    const [since] = read.filter((one) => one !== undefined).sort();
    return { since, days };
  }

  #count(what: 'weight' | 'time' | 'end', line: number): void {
    const tally = this.#tallies.get(what);
    if (tally === undefined) this.#tallies.set(what, { line, count: 1 });
    else tally.count += 1;
  }
}
