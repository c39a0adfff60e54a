/**
 * GraphML (graphml.graphdrawing.org), as Gephi, yEd, igraph, NetworkX and this app write it: nodes become
 * contacts with their attributes, edges become ties. Read as a stream; nothing outside the file is ever fetched.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { KithmapError } from '../errors';
import { type Attribute, contactOf, type Leftover, leftoverOf, meaningOf } from './attributes';
import { DayReader, partialDate } from './days';
import { TimeReader } from './edge-times';
import { exportPrefix } from './graphml-keys';
import type { ImportItem, ReadOptions, RecordReader, TieRecord } from './record';
import { detectEncoding, joined, oneLine } from './text';

const deepest = 100;
/** Longest run of bytes without a tag. */
const longestText = 4 * 1024 * 1024;
const mostKeys = 1_000;
/** Nodes held back to judge which attributes are groups. */
const judged = 1_000;

interface Key {
  readonly name: string;
  readonly scope: string;
  default?: string;
}
interface Open {
  readonly line: number;
  readonly tag: 'node' | 'edge';
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Map<string, string>;
  label: string;
}

class GraphMLReader implements RecordReader {
  readonly #options: ReadOptions;
  readonly #parser = new SaxesParser();
  readonly #keys = new Map<string, Key>();
  readonly #days = new DayReader();
  readonly #times: TimeReader;
  #head: Uint8Array | undefined = new Uint8Array(0);
  #decoder = new TextDecoder('utf-8');
  #silence = 0;
  #depth = 0;
  #seenGraph = false;
  /** Nodes and edges around the place where the parser is; nodes may hold graphs. */
  readonly #open: Open[] = [];
  #text: string | undefined;
  #key: string | undefined;
  #held: Open[] | undefined = [];
  #leftovers: ReadonlyMap<string, Leftover> = new Map();
  #items: ImportItem[] = [];

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#times = new TimeReader(options.timeUnit ?? 'unix', options.zone, options.timeOrigin);
    // Line and column in front are those of the slice that was being read; the line is said anyway.
    this.#parser.on('error', ({ message }) => {
      const what = message.replace(/^\d+:\d+: /, '');
      // Text outside of the root is noticed at the end of a slice, wherever in it it stands.
      const where = what.startsWith('text data outside') ? '' : this.#near();
      this.#refuse(`is not well-formed (${what})`, where);
    });
    this.#parser.on('doctype', () => this.#refuse('has a document type, which may hide a bomb'));
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', (tag) => this.#closed(tag));
    this.#parser.on('text', (text) => this.#said(text));
    this.#parser.on('cdata', (text) => this.#said(text));
  }

  push(bytes: Uint8Array): ImportItem[] {
    if (this.#head !== undefined) {
      this.#head = joined([this.#head, bytes.slice()]);
      if (this.#head.length >= 1024) this.#begin(this.#head);
    } else this.#feed(bytes);
    return this.#taken();
  }

  end(): ImportItem[] {
    if (this.#head !== undefined) this.#begin(this.#head);
    this.#write(this.#decoder.decode());
    this.#parser.close();
    if (!this.#seenGraph) this.#refuse('holds no graph');
    this.#release();
    return this.#taken();
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #begin(head: Uint8Array): void {
    this.#head = undefined;
    const { encoding, markLength } = detectEncoding(head);
    const rest = head.subarray(markLength);
    const start = new TextDecoder('windows-1252').decode(rest.subarray(0, 200));
    const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
    const named = encoding === 'utf-8' && markLength === 0 ? declared : undefined;
    try {
      this.#decoder = new TextDecoder(named ?? encoding);
    } catch {
      this.#refuse(`is in an encoding that is not known (${(named ?? '').slice(0, 40)})`);
    }
    this.#feed(rest);
  }

  #feed(bytes: Uint8Array): void {
    this.#silence += bytes.length;
    if (this.#silence > longestText) this.#refuse('holds a text that is too long');
    this.#write(this.#decoder.decode(bytes, { stream: true }));
  }

  #write(text: string): void {
    // An XML 1.0 file is refused for these; programs write them all the same.
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    this.#parser.write(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
  }

  #near(): string {
    return `, near line ${this.#parser.line}`;
  }

  #refuse(why: string, where = this.#near()): never {
    throw new KithmapError(
      'bad-file',
      `${this.#options.fileName} ${why}${where}. Export it again as plain GraphML.`,
    );
  }

  #opened(tag: SaxesTagPlain): void {
    this.#silence = 0;
    this.#depth += 1;
    if (this.#depth > deepest) this.#refuse('is nested too deeply');
    const name = localName(tag.name);
    const attributes = tag.attributes;
    if (name === 'graph') this.#seenGraph = true;
    else if (name === 'key') this.#openKey(attributes);
    else if (name === 'node' || name === 'edge') {
      this.#open.push({ line: this.#parser.line, tag: name, attributes, data: new Map(), label: '' });
    } else if (name === 'hyperedge') this.#note('Edges between more than two nodes are not read.');
    else if (name === 'data' || name === 'default') {
      this.#key = name === 'data' ? attributes['key'] : this.#key;
      this.#text = '';
    } else if (name === 'NodeLabel' || name === 'EdgeLabel') this.#text = '';
  }

  #openKey(attributes: Readonly<Record<string, string>>): void {
    const id = attributes['id'] ?? '';
    this.#key = id;
    if (this.#keys.size >= mostKeys) this.#refuse('declares too many attributes');
    const name = oneLine(attributes['attr.name'] ?? attributes['yfiles.type'] ?? id);
    this.#keys.set(id, { name, scope: attributes['for'] ?? 'all' });
  }

  #said(text: string): void {
    this.#silence = 0;
    if (this.#text !== undefined && this.#text.length < 300_000) this.#text += text;
  }

  #closed(tag: SaxesTagPlain): void {
    this.#silence = 0;
    this.#depth -= 1;
    const name = localName(tag.name);
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
    if (done.tag === 'edge') {
      this.#items.push(...this.#tie(done));
    } else if (this.#held === undefined) this.#items.push(this.#contact(done));
    else {
      this.#held.push(done);
      if (this.#held.length >= judged) this.#release();
    }
  }

  /** Judges the attributes by the nodes held back, and lets these go. */
  #release(): void {
    const held = this.#held;
    if (held === undefined) return;
    this.#held = undefined;
    this.#leftovers = new Map(
      [...this.#keys].map(([id, key]) => [key.name, leftoverOf(held.map((node) => node.data.get(id) ?? ''))]),
    );
    for (const node of held) this.#items.push(this.#contact(node));
  }

  #contact(node: Open): ImportItem {
    const id = oneLine(node.attributes['id'] ?? '');
    if (id === '') {
      return { kind: 'finding', line: node.line, level: 'skipped', reason: 'The node has no id.' };
    }
    const attributes: Attribute[] = [];
    let own = false;
    for (const [key, value] of node.data) {
      const name = this.#keys.get(key)?.name ?? key;
      own ||= key.startsWith(exportPrefix);
      attributes.push({ name, value, meaning: meaningOf(name) });
    }
    if (node.label !== '') attributes.push({ name: 'label', value: node.label, meaning: 'name' });
    const leftover = (name: string): Leftover => this.#leftovers.get(name) ?? 'other';
    return contactOf(id, node.line, attributes, leftover, own ? /\n/ : undefined);
  }

  #tie(edge: Open): ImportItem[] {
    const skipped = (reason: string): ImportItem[] => [
      { kind: 'finding', line: edge.line, level: 'skipped', reason },
    ];
    const [a, b] = [oneLine(edge.attributes['source'] ?? ''), oneLine(edge.attributes['target'] ?? '')];
    if (a === '' || b === '') return skipped('The edge names only one end of a tie.');
    if (a === b) return skipped(`The edge ties ${a.slice(0, 60)} to itself.`);
    const of = (pattern: RegExp): string => {
      for (const [key, value] of edge.data) {
        if (pattern.test((this.#keys.get(key)?.name ?? key).trim().toLowerCase())) return oneLine(value);
      }
      return '';
    };
    const [weight, confidence] = [Number(of(/^weight$/)), Number(of(/^confidence$/))];
    const kind = of(/^(kind|type|relation|relationship|label)$/) || edge.label;
    const since = of(/^(since|start)$/);
    const time = of(/^(time|timestamp|date|day)$/);
    const record: TieRecord = {
      kind: 'tie',
      line: edge.line,
      a,
      b,
      ...(Number.isFinite(weight) && weight > 0 ? { weight } : {}),
      ...(of(/^state$/) === 'inferred' && confidence > 0 && confidence <= 1 ? { confidence } : {}),
      ...(kind === '' ? {} : { tieKind: kind }),
    };
    const sinceDate = partialDate(since) ?? this.#days.read(since, 'month-first');
    const day = time === '' ? undefined : this.#times.read(time);
    return [
      {
        ...record,
        ...(sinceDate === undefined ? {} : { since: sinceDate }),
        ...(day === undefined ? {} : { day }),
      },
    ];
  }

  #note(reason: string): void {
    this.#items.push({ kind: 'finding', line: this.#parser.line, level: 'note', reason });
  }
}

/** `y:NodeLabel` as `NodeLabel`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** @throws KithmapError `bad-file` where the file is no well-formed GraphML or has a document type. */
export function graphmlReader(options: ReadOptions): RecordReader {
  return new GraphMLReader(options);
}
