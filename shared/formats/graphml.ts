/**
 * GraphML (graphml.graphdrawing.org), as Gephi, yEd, igraph, NetworkX and this app write it: nodes become
 * contacts with their attributes, edges become ties. Read as a stream; nothing outside the file is ever fetched.
 */
import { type Attribute, meaningOf } from './attributes';
import { noteAt } from './findings';
import { exportPrefix } from './graphml-keys';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine } from './text';
import type { XmlAttributes } from './xml-file';
import { type GraphTags, XmlGraph } from './xml-graph';

const mostKeys = 1_000;

interface Key {
  readonly name: string;
  readonly scope: string;
  default?: string;
}
interface Open {
  readonly line: number;
  readonly tag: 'node' | 'edge';
  readonly attributes: XmlAttributes;
  readonly data: Map<string, string>;
  label: string;
}

class GraphMLTags implements GraphTags {
  readonly #graph: XmlGraph;
  readonly #keys = new Map<string, Key>();
  /** Nodes and edges around the place where the parser is; nodes may hold graphs. */
  readonly #open: Open[] = [];
  #key: string | undefined;

  constructor(graph: XmlGraph) {
    this.#graph = graph;
  }

  opened(name: string, attributes: XmlAttributes): void {
    if (name === 'key') this.#openKey(attributes);
    else if (name === 'node' || name === 'edge') {
      this.#open.push({ line: this.#graph.line, tag: name, attributes, data: new Map(), label: '' });
    } else if (name === 'hyperedge') this.#note('Edges between more than two nodes are not read.');
    else if (name === 'data' || name === 'default') {
      this.#key = name === 'data' ? attributes['key'] : this.#key;
      this.#graph.keepText();
    } else if (name === 'NodeLabel' || name === 'EdgeLabel') this.#graph.keepText();
  }

  #openKey(attributes: XmlAttributes): void {
    const id = attributes['id'] ?? '';
    this.#key = id;
    if (this.#keys.size >= mostKeys) this.#graph.refuse('declares too many attributes');
    if (id.startsWith(exportPrefix)) this.#graph.people.separator = /\n/;
    const name = oneLine(attributes['attr.name'] ?? attributes['yfiles.type'] ?? id);
    this.#keys.set(id, { name, scope: attributes['for'] ?? 'all' });
  }

  closed(name: string): void {
    const open = this.#open.at(-1);
    if (name === 'data' && open !== undefined && this.#key !== undefined) {
      const text = this.#graph.takeText().trim();
      if (text !== '' && open.data.size < mostKeys) open.data.set(this.#key, text);
    } else if (name === 'default' && this.#key !== undefined) {
      const key = this.#keys.get(this.#key);
      const text = this.#graph.takeText().trim();
      if (key !== undefined) key.default = text;
    } else if ((name === 'NodeLabel' || name === 'EdgeLabel') && open !== undefined) {
      const text = oneLine(this.#graph.takeText());
      if (open.label === '') open.label = text;
      // What the label stands in ends with a text of its own.
      this.#graph.keepText();
    } else if (name === 'node' || name === 'edge') {
      const done = this.#open.pop();
      if (done !== undefined) this.#done(done);
    }
  }

  #done(done: Open): void {
    for (const [id, key] of this.#keys) {
      const fits = key.scope === 'all' || key.scope === done.tag;
      if (fits && key.default !== undefined && key.default !== '' && !done.data.has(id)) {
        done.data.set(id, key.default);
      }
    }
    this.#graph.give(done.tag === 'edge' ? this.#tie(done) : this.#contact(done));
  }

  #contact({ attributes: { id = '' }, data, label, line }: Open): ImportItem[] {
    const attributes: Attribute[] = [...data].map(([key, value]) => {
      const name = this.#nameOf(key);
      return { name, value, meaning: meaningOf(name) };
    });
    if (label !== '') attributes.push({ name: 'label', value: label, meaning: 'name' });
    const around = this.#open.at(-1);
    if (around?.tag === 'node') {
      attributes.push({ name: 'within', value: this.#called(around), meaning: undefined });
    }
    return this.#graph.people.add({ id, line, attributes });
  }

  #tie({ attributes: { source = '', target = '' }, data, label, line }: Open): ImportItem[] {
    const values = [...data].map(([key, value]) => ({ name: this.#nameOf(key), value }));
    return this.#graph.ties.read({ line, a: source, b: target, values, kind: label });
  }

  /** A node by what is known of it where another stands in it. */
  #called({ attributes: { id = '' }, data, label }: Open): string {
    const [named = id] = [...data].flatMap(([key, value]) =>
      meaningOf(this.#nameOf(key)) === 'name' ? [oneLine(value)] : [],
    );
    return label === '' ? named : label;
  }

  #nameOf(key: string): string {
    return this.#keys.get(key)?.name ?? key;
  }

  #note(reason: string): void {
    this.#graph.give([noteAt(this.#graph.line, reason)]);
  }
}

/** @throws KithmapError `bad-file` where the file is no well-formed GraphML or has a document type. */
export function graphmlReader(options: ReadOptions): RecordReader {
  return new XmlGraph(options, 'GraphML', (graph) => new GraphMLTags(graph));
}
