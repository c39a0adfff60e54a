/**
 * The JSON of Cytoscape (.cyjs) and Cytoscape.js (`cy.json()`, or its elements alone), as these, NetworkX and this app
 * write it: nodes become contacts with their data, edges become ties. Read as a stream, element by element.
 */
import { KithmapError } from '../errors';
import { isObject, type JsonObject } from '../json';
import { type Attribute, meaningOf } from './attributes';
import { noteAt, skippedAt } from './findings';
import { GraphPeople } from './graph-people';
import { GraphTies } from './graph-ties';
import { exportCreator } from './graphml-keys';
import { type JsonListener, JsonValues } from './json-values';
import type { Finding, ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine } from './text';

const wanted = [
  '.elements.nodes.*',
  '.elements.edges.*',
  '.elements.*',
  '.nodes.*',
  '.edges.*',
  '.*',
  '.generated_by',
];
/** Where elements stand. */
const lists = ['.elements', '.elements.nodes', '.elements.edges', '.nodes', '.edges'];
const mostData = 1_000;
const longestValue = 200_000;
/** What programs keep there for themselves. */
const ownData = /^(?:id|suid|parent|selected|__.*)$/i;
const ownEdgeData = /^(?:id|suid|source|target|selected|name|shared[ _]name|shared[ _]interaction|__.*)$/i;
/** What Cytoscape writes where nobody said what two are to each other. */
const saysNothing = /^(?:interacts with|-)$/i;

/** Whether JSON that begins so is a network of Cytoscape's, whole or its elements alone. */
export function saysCytoscape(beginning: string): boolean {
  return signs.some((sign) => sign.test(beginning));
}
const signs = [
  /^.{0,4096}"target_cytoscapejs_version"\s*:/s,
  /"elements"\s*:\s*(?:\{\s*"(?:nodes|edges)"\s*:\s*)?\[\s*(?:\]|\{\s*"(?:data|group|position|classes)"\s*:)/,
  /^\s*\{\s*"(?:nodes|edges)"\s*:\s*\[\s*\{\s*"data"\s*:\s*\{/,
  /^\s*\[\s*\{\s*(?:"group"\s*:\s*"(?:nodes|edges)"|"data"\s*:\s*\{)/,
];

class CytoscapeReader implements RecordReader, JsonListener {
  readonly #fileName: string;
  readonly #json = new JsonValues(this);
  readonly #people = new GraphPeople();
  readonly #ties: GraphTies;
  #items: ImportItem[] = [];
  #seenList = false;
  #noteOfParents = false;

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
    this.#ties = new GraphTies(options);
  }

  push(bytes: Uint8Array): ImportItem[] {
    this.#json.push(bytes);
    return this.#taken();
  }

  end(): ImportItem[] {
    const brokenAt = this.#json.end();
    if (!this.#seenList) {
      const what =
        brokenAt === undefined ? 'is no network of Cytoscape’s' : `is damaged near line ${brokenAt}`;
      throw new KithmapError('bad-file', `${this.#fileName} ${what}. Export it again as Cytoscape.js JSON.`);
    }
    const items = [...this.#taken(), ...this.#people.release(), ...this.#ties.end()];
    if (brokenAt !== undefined) {
      items.push(skippedAt(brokenAt, 'The file is damaged here or breaks off; nothing behind it was read.'));
    }
    return items;
  }

  wants(place: string): boolean {
    this.#seenList ||= lists.includes(place);
    return wanted.includes(place);
  }

  take(place: string, value: unknown, line: number): void {
    if (place === '.generated_by') {
      if (value === exportCreator) this.#people.separator = /\n/;
      return;
    }
    this.#seenList = true;
    this.#items.push(...this.#element(place, value, line));
  }

  damaged(place: string, line: number): void {
    if (place === '.generated_by') return;
    this.#items.push(
      skippedAt(line, 'The element is damaged, or too large or too deeply nested to be read.'),
    );
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #element(place: string, value: unknown, line: number): ImportItem[] {
    if (!isObject(value)) return [skippedAt(line, 'The element is no node and no edge.')];
    const data = isObject(value['data']) ? value['data'] : value;
    const isEdge =
      place.endsWith('.edges.*') || value['group'] === 'edges' || ('source' in data && 'target' in data);
    return isEdge ? this.#edge(line, data) : this.#node(line, value, data);
  }

  #node(line: number, element: JsonObject, data: JsonObject): ImportItem[] {
    const id = wordOf(data['id']);
    const attributes: Attribute[] = [];
    // What goes by a name of Cytoscape's own comes behind what people call it.
    const shared: Attribute[] = [];
    for (const [name, value] of Object.entries(data).slice(0, mostData)) {
      const attribute = ownData.test(name) ? undefined : attributeOf(name, value);
      if (attribute === undefined) continue;
      // networkx says who it is a second time.
      if (name === 'value' && attribute.value === id) continue;
      if (/^shared[ _]name$/i.test(name)) shared.push({ ...attribute, meaning: 'name' });
      else attributes.push(attribute);
    }
    const classes = element === data ? undefined : element['classes'];
    const marks = typeof classes === 'string' ? classes.split(/\s+/) : classes;
    const marked = attributeOf('classes', marks);
    const own = [...attributes, ...shared];
    const called = own.find(({ meaning, value }) => meaning === 'name' && oneLine(value) !== id);
    this.#people.remember(id, oneLine(called?.value ?? ''));
    const within = this.#within(line, wordOf(data['parent']));
    if (marked !== undefined) own.push(marked);
    return [
      ...within.findings,
      ...this.#people.add({ id, line, attributes: [...own, ...within.attributes] }),
    ];
  }

  /** The group in which a node stands. */
  #within(line: number, parent: string): { attributes: Attribute[]; findings: Finding[] } {
    if (parent === '') return { attributes: [], findings: [] };
    const name = this.#people.nameOf(parent);
    if (name !== undefined) {
      return { attributes: [{ name: 'within', value: name, meaning: undefined }], findings: [] };
    }
    if (this.#noteOfParents) return { attributes: [], findings: [] };
    this.#noteOfParents = true;
    const reason = 'Some nodes stand within a node that does not come before them; that was not read.';
    return { attributes: [], findings: [noteAt(line, reason)] };
  }

  #edge(line: number, data: JsonObject): ImportItem[] {
    const values = Object.entries(data)
      .slice(0, mostData)
      .flatMap(([name, value]) => {
        const attribute = ownEdgeData.test(name) ? undefined : attributeOf(name, value);
        const isEmpty = name === 'interaction' && saysNothing.test(attribute?.value ?? '');
        return attribute === undefined || isEmpty ? [] : [attribute];
      });
    return this.#ties.read({ line, a: wordOf(data['source']), b: wordOf(data['target']), values });
  }
}

/** What identifies an element: a text or a number. */
function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

function attributeOf(name: string, value: unknown): Attribute | undefined {
  const meaning = meaningOf(name);
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    const items = all
      .slice(0, mostData)
      .map(textOf)
      .filter((item) => item !== '');
    return items.length === 0 ? undefined : { name, value: items.join(', '), meaning, items };
  }
  const text = textOf(value);
  return text === '' ? undefined : { name, value: text, meaning };
}

/** Of a value that JSON was read into. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.trim().slice(0, longestValue);
}

/** @throws KithmapError `bad-file` from `end` where the file holds no elements. */
export function cytoscapeReader(options: ReadOptions): RecordReader {
  return new CytoscapeReader(options);
}
