/**
 * GEXF (gexf.net) of versions 1.0 to 1.3, as Gephi, NetworkX and this app write it: nodes become contacts with their
 * attributes, edges become ties. How things are drawn is left alone. Read as a stream.
 */
import type { Attribute } from './attributes';
import { attributeOf, type GexfAttribute, intervalsIn, saysAnything, timesIn } from './gexf-values';
import { noteAt } from './findings';
import { exportCreator } from './graphml-keys';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine } from './text';
import type { XmlAttributes } from './xml-file';
import { type GraphTags, XmlGraph } from './xml-graph';

const mostAttributes = 1_000;
const mostTimes = 10_000;
const longestTimes = 100_000;
/** What `type` says of an edge where it is no word for what two are to each other. */
const directions = /^(?:directed|undirected|mutual|)$/i;

/** A node or an edge that the parser is in. */
interface Open {
  readonly line: number;
  readonly tag: 'node' | 'edge';
  readonly attributes: XmlAttributes;
  readonly values: Map<string, string>;
  readonly starts: string[];
  readonly ends: string[];
  readonly times: string[];
  /** The name of the node in which it stands. */
  within: string;
}

class GexfTags implements GraphTags {
  readonly #graph: XmlGraph;
  /** Declared attributes of nodes and of edges, by their ids. */
  readonly #declared = { node: new Map<string, GexfAttribute>(), edge: new Map<string, GexfAttribute>() };
  readonly #open: Open[] = [];
  readonly #said = new Set<string>();
  #scope: 'node' | 'edge' | undefined;
  #attribute: GexfAttribute | undefined;

  constructor(graph: XmlGraph) {
    this.#graph = graph;
  }

  opened(name: string, attributes: XmlAttributes): void {
    const open = this.#open.at(-1);
    if (name === 'node' || name === 'edge') this.#begin(name, attributes);
    else if (name === 'attributes') {
      const { class: scope } = attributes;
      this.#scope = scope === 'node' || scope === 'edge' ? scope : undefined;
    } else if (name === 'attribute') this.#declare(attributes);
    else if (name === 'creator' || name === 'default') this.#graph.keepText();
    else if (name === 'attvalue' && open !== undefined) this.#value(open, attributes);
    else if ((name === 'spell' || name === 'slice') && open !== undefined) this.#spell(open, attributes);
    else if (name === 'parent' && open !== undefined) this.#within(open, attributes['for'] ?? '');
  }

  closed(name: string): void {
    if (name === 'node' || name === 'edge') {
      const done = this.#open.pop();
      if (done !== undefined) this.#graph.give(name === 'edge' ? this.#tie(done) : this.#contact(done));
    } else if (name === 'creator') {
      if (this.#graph.takeText().trim() === exportCreator) this.#graph.people.separator = /\n/;
    } else if (name === 'default') {
      const text = this.#graph.takeText().trim();
      if (this.#attribute !== undefined) this.#attribute.default = text;
    } else if (name === 'attribute') this.#attribute = undefined;
    else if (name === 'attributes') this.#scope = undefined;
  }

  #declare({ id = '', title = '', type = 'string' }: XmlAttributes): void {
    if (this.#scope === undefined) return;
    const declared = this.#declared[this.#scope];
    if (declared.size >= mostAttributes) this.#graph.refuse('declares too many attributes');
    const name = oneLine(title) === '' ? oneLine(id) : oneLine(title);
    this.#attribute = { name, type: type.toLowerCase() };
    declared.set(id, this.#attribute);
  }

  #begin(tag: 'node' | 'edge', attributes: XmlAttributes): void {
    const around = this.#open.at(-1);
    const within = tag === 'node' && around?.tag === 'node' ? nameOf(around) : '';
    const { line } = this.#graph;
    const open: Open = {
      line,
      tag,
      attributes,
      within,
      values: new Map(),
      starts: [],
      ends: [],
      times: [],
    };
    this.#open.push(open);
    this.#spell(open, attributes);
    if (tag === 'edge') return;
    this.#graph.people.remember(attributes['id'] ?? '', nameOf(open));
    if (within === '') this.#within(open, attributes['pid'] ?? '');
  }

  #within(open: Open, id: string): void {
    if (id === '' || open.within !== '') return;
    const name = this.#graph.people.nameOf(id);
    if (name !== undefined) open.within = name;
    else this.#note('Some nodes stand within a node that does not come before them; that was not read.');
  }

  #value(open: Open, { for: named, id = '', value = '' }: XmlAttributes): void {
    const key = named ?? id;
    const attribute = this.#declared[open.tag].get(key) ?? { type: 'string' };
    if (!saysAnything(attribute, value.trim())) return;
    if (open.values.has(key)) {
      this.#note('Some attributes change over time in this file; of each the last value was read.');
    } else if (open.values.size >= mostAttributes) return;
    open.values.set(key, value.trim());
  }

  #spell(open: Open, attributes: XmlAttributes): void {
    const { start, startopen, end, endopen, timestamp, timestamps = '', intervals = '' } = attributes;
    const spans = [
      { start: start ?? startopen ?? '', end: end ?? endopen ?? '' },
      ...intervalsIn(intervals.slice(0, longestTimes)),
    ];
    if (open.starts.length + open.times.length >= mostTimes) return;
    for (const span of spans) {
      if (isTime(span.start)) open.starts.push(span.start);
      if (isTime(span.end)) open.ends.push(span.end);
    }
    open.times.push(...(timestamp === undefined ? [] : [timestamp]));
    open.times.push(...timesIn(timestamps.slice(0, longestTimes)));
  }

  /** The values of a node or an edge, with what is declared for those it does not say. */
  #values(open: Open): { attribute: Pick<GexfAttribute, 'name' | 'type'>; value: string }[] {
    const declared = this.#declared[open.tag];
    const values = [...open.values].map(([key, value]) => ({
      attribute: declared.get(key) ?? { name: oneLine(key), type: 'string' },
      value,
    }));
    for (const [key, attribute] of declared) {
      const { default: value = '' } = attribute;
      if (!open.values.has(key) && saysAnything(attribute, value)) values.push({ attribute, value });
    }
    return values;
  }

  #contact(open: Open): ImportItem[] {
    const { id = '', label = '' } = open.attributes;
    const plain = (name: string, values: readonly string[]): Attribute[] =>
      values.length === 0 ? [] : [{ name, value: values.slice(0, 20).join(', '), meaning: undefined }];
    const attributes: Attribute[] = [
      ...(oneLine(label) === '' ? [] : [{ name: 'label', value: label, meaning: 'name' as const }]),
      ...this.#values(open).map(({ attribute, value }) => attributeOf(attribute, value)),
      ...plain('within', open.within === '' ? [] : [open.within]),
      ...plain('start', open.starts),
      ...plain('end', open.ends),
      ...plain('timestamp', open.times),
    ];
    return this.#graph.people.add({ id, line: open.line, attributes });
  }

  #tie({ attributes, ...open }: Open): ImportItem[] {
    const { source = '', target = '', weight = '', kind = '', label = '', type = '' } = attributes;
    const named = this.#values({ attributes, ...open });
    return this.#graph.ties.read({
      line: open.line,
      a: source,
      b: target,
      values: [
        { name: 'weight', value: weight },
        ...named.map(({ attribute, value }) => ({ name: attribute.name, value })),
      ],
      kind: [kind, label, directions.test(type) ? '' : type].find((one) => oneLine(one) !== '') ?? '',
      starts: open.starts,
      times: open.times,
      hasEnd: open.ends.length > 0,
    });
  }

  /** Said once a file, where it first shows. */
  #note(reason: string): void {
    if (this.#said.has(reason)) return;
    this.#said.add(reason);
    this.#graph.give([noteAt(this.#graph.line, reason)]);
  }
}

function nameOf({ attributes: { id = '', label = '' } }: Pick<Open, 'attributes'>): string {
  return oneLine(label) === '' ? oneLine(id) : oneLine(label);
}

/** Whether a limit of a time says anything; Gephi writes endless ones, too. */
function isTime(text: string): boolean {
  return text.trim() !== '' && !/^[+-]?inf(?:inity)?$/i.test(text.trim());
}

/** @throws KithmapError `bad-file` where the file is no well-formed GEXF or has a document type. */
export function gexfReader(options: ReadOptions): RecordReader {
  return new XmlGraph(options, 'GEXF', (graph) => new GexfTags(graph));
}
