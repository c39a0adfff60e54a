/**
 * GraphML (graphml.graphdrawing.org), as Gephi, yEd, igraph, NetworkX and this app write it: nodes become
 * contacts with their attributes, edges become ties. Read as a stream; nothing outside the file is ever fetched.
 */
import { type Attribute, meaningOf } from './attributes';
import { GraphPeople } from './graph-people';
import { GraphTies } from './graph-ties';
import { exportPrefix } from './graphml-keys';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine } from './text';
import { type XmlAttributes, XmlFile } from './xml-file';

const mostKeys = 1_000;
/** Longest text of an attribute. */
const longestText = 300_000;

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

class GraphMLReader implements RecordReader {
  readonly #file: XmlFile;
  readonly #keys = new Map<string, Key>();
  readonly #people = new GraphPeople();
  readonly #ties: GraphTies;
  #seenGraph = false;
  /** Nodes and edges around the place where the parser is; nodes may hold graphs. */
  readonly #open: Open[] = [];
  #text: string | undefined;
  #key: string | undefined;
  #items: ImportItem[] = [];

  constructor(options: ReadOptions) {
    this.#ties = new GraphTies(options);
    this.#file = new XmlFile(options.fileName, 'GraphML', {
      opened: (name, attributes) => this.#opened(name, attributes),
      closed: (name) => this.#closed(name),
      said: (text) => {
        if (this.#text !== undefined && this.#text.length < longestText) this.#text += text;
      },
    });
  }

  push(bytes: Uint8Array): ImportItem[] {
    this.#file.push(bytes);
    return this.#taken();
  }

  end(): ImportItem[] {
    this.#file.end();
    if (!this.#seenGraph) this.#file.refuse('holds no graph');
    this.#items.push(...this.#people.release(), ...this.#ties.end());
    return this.#taken();
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #opened(name: string, attributes: XmlAttributes): void {
    if (name === 'graph') this.#seenGraph = true;
    else if (name === 'key') this.#openKey(attributes);
    else if (name === 'node' || name === 'edge') {
      this.#open.push({ line: this.#file.line, tag: name, attributes, data: new Map(), label: '' });
    } else if (name === 'hyperedge') this.#note('Edges between more than two nodes are not read.');
    else if (name === 'data' || name === 'default') {
      this.#key = name === 'data' ? attributes['key'] : this.#key;
      this.#text = '';
    } else if (name === 'NodeLabel' || name === 'EdgeLabel') this.#text = '';
  }

  #openKey(attributes: XmlAttributes): void {
    const id = attributes['id'] ?? '';
    this.#key = id;
    if (this.#keys.size >= mostKeys) this.#file.refuse('declares too many attributes');
    if (id.startsWith(exportPrefix)) this.#people.separator = /\n/;
    const name = oneLine(attributes['attr.name'] ?? attributes['yfiles.type'] ?? id);
    this.#keys.set(id, { name, scope: attributes['for'] ?? 'all' });
  }

  #closed(name: string): void {
    const open = this.#open.at(-1);
    if (name === 'data' && open !== undefined && this.#key !== undefined) {
      const text = (this.#text ?? '').trim();
      if (text !== '' && open.data.size < mostKeys) open.data.set(this.#key, text);
      this.#text = undefined;
    } else if (name === 'default' && this.#key !== undefined) {
      const key = this.#keys.get(this.#key);
      if (key !== undefined) key.default = (this.#text ?? '').trim();
      this.#text = undefined;
    } else if ((name === 'NodeLabel' || name === 'EdgeLabel') && open !== undefined) {
      if (open.label === '') open.label = oneLine(this.#text ?? '');
      this.#text = '';
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
    this.#items.push(...(done.tag === 'edge' ? this.#tie(done) : this.#contact(done)));
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
    return this.#people.add({ id, line, attributes });
  }

  #tie({ attributes: { source = '', target = '' }, data, label, line }: Open): ImportItem[] {
    const values = [...data].map(([key, value]) => ({ name: this.#nameOf(key), value }));
    return this.#ties.read({ line, a: source, b: target, values, kind: label });
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
    this.#items.push({ kind: 'finding', line: this.#file.line, level: 'note', reason });
  }
}

/** @throws KithmapError `bad-file` where the file is no well-formed GraphML or has a document type. */
export function graphmlReader(options: ReadOptions): RecordReader {
  return new GraphMLReader(options);
}
