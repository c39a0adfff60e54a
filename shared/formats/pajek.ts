/**
 * Files of Pajek (mrvar.fdv.uni-lj.si/pajek): networks (.net) and projects (.paj), as Pajek, NetworkX and igraph write
 * them. Ties come as they are read; who is named comes last, since a project describes people behind their networks.
 */
import { KithmapError } from '../errors';
import type { Attribute } from './attributes';
import { noteAt, skippedAt } from './findings';
import { GraphPeople } from './graph-people';
import { GraphTies } from './graph-ties';
import {
  headerOf,
  type Header,
  intervalsOf,
  listOf,
  objectName,
  relationOf,
  tieOf,
  vertexOf,
} from './pajek-lines';
import { type Cell, PajekMatrix } from './pajek-matrix';
import { PajekNetwork, type Person } from './pajek-network';
import type { Finding, ImportItem, ReadOptions, RecordReader } from './record';
import { type TextLine, TextLines } from './text';

const longestLine = 4 * 1024 * 1024;
const mostPeople = 1_000_000;
const mostRelations = 10_000;
/** What stands for no value. */
const missing = /^9{4,}[78]$/;

/** A column of values for the people of a network: a partition or a vector. */
interface Column {
  readonly line: number;
  readonly name: string;
  count: number;
  readonly after: number;
  readonly values: string[];
}

type Section =
  | { readonly kind: 'vertices' | 'ties' | 'lists' | 'unread' }
  | { readonly kind: 'matrix'; readonly matrix: PajekMatrix }
  | { readonly kind: 'column'; readonly column: Column };

class PajekReader implements RecordReader {
  readonly #fileName: string;
  readonly #lines = new TextLines(longestLine);
  readonly #ties: GraphTies;
  readonly #networks: PajekNetwork[] = [];
  readonly #people = new Map<string, Person>();
  readonly #columns: Column[] = [];
  readonly #relations = new Map<number, string>();
  #relation: number | undefined;
  #section: Section | undefined;
  /** What the next list of vertices is of, where it is of no network. */
  #pending: Column | 'unread' | undefined;
  #says = false;
  #line = 1;

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
    this.#ties = new GraphTies(options);
  }

  push(bytes: Uint8Array): ImportItem[] {
    return this.#lines.push(bytes).flatMap((line) => this.#read(line));
  }

  end(): ImportItem[] {
    const items = this.#lines.end().flatMap((line) => this.#read(line));
    items.push(...this.#endSection());
    if (!this.#says) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} names nobody: a partition or a vector alone says nothing without its network. Save them in one project (.paj).`,
      );
    }
    for (const network of this.#networks) if (network.hasTwoModes) items.push(...network.guesses());
    for (const column of this.#columns) items.push(...this.#assign(column));
    items.push(...this.#networks.flatMap(({ leftOut }) => leftOut));
    return [...items, ...this.#contacts(), ...this.#ties.end()];
  }

  #read({ number, text, findings }: TextLine): ImportItem[] {
    this.#line = number;
    if (text.trim() === '' || text.trimStart().startsWith('%')) return [...findings];
    const header = headerOf(text);
    return [...findings, ...(header === undefined ? this.#row(text) : this.#begin(header))];
  }

  #begin(header: Header): ImportItem[] {
    const items = this.#endSection();
    const { keyword, rest } = header;
    if (keyword === 'network') this.#pending = undefined;
    else if (keyword === 'vertices') this.#beginVertices(rest);
    else if (keyword === 'partition' || keyword === 'vector') this.#beginColumn(keyword, rest);
    else if (/^(?:arcs|edges|arcslist|edgeslist|matrix)$/.test(keyword)) this.#beginTies(keyword, rest);
    else {
      this.#section = { kind: 'unread' };
      this.#pending = 'unread';
      items.push(
        noteAt(this.#line, `The part ${keyword.slice(0, 30)} was not read; it is about no people and ties.`),
      );
    }
    return items;
  }

  #beginVertices(rest: string): void {
    const [count = 0, first = count] = (rest.match(/\d{1,9}/g) ?? []).map(Number);
    const column = this.#pending;
    this.#pending = undefined;
    if (column === 'unread') {
      this.#section = { kind: 'unread' };
      return;
    }
    if (column !== undefined) {
      column.count = count;
      this.#columns.push(column);
      this.#section = { kind: 'column', column };
      return;
    }
    // A first mode that is nobody, or larger than all, is a mistake.
    const people = first > 0 && first < count ? first : count;
    this.#networks.push(new PajekNetwork(this.#line, count, people));
    this.#section = { kind: 'vertices' };
    this.#relation = undefined;
    this.#relations.clear();
  }

  #beginColumn(keyword: string, rest: string): void {
    const base = objectName(rest) || keyword;
    const same = this.#columns.filter(({ name }) => name === base || name.startsWith(`${base} (`)).length;
    const name = same === 0 ? base : `${base} (${same + 1})`;
    this.#pending = { line: this.#line, name, count: 0, after: this.#networks.length, values: [] };
    this.#section = undefined;
  }

  #beginTies(keyword: string, rest: string): void {
    const relation = relationOf(rest);
    this.#relation = relation?.number;
    if (relation !== undefined && relation.name !== '' && this.#relations.size < mostRelations) {
      this.#relations.set(relation.number, relation.name);
    }
    if (keyword === 'matrix') {
      const { people, count } = this.#network;
      this.#section = { kind: 'matrix', matrix: new PajekMatrix(people, count) };
    } else this.#section = { kind: keyword.endsWith('list') ? 'lists' : 'ties' };
  }

  /** The network that ties are of; one of its own where the file lists no vertices. */
  get #network(): PajekNetwork {
    const last = this.#networks.at(-1);
    if (last !== undefined) return last;
    const network = new PajekNetwork(this.#line, Infinity, Infinity);
    this.#networks.push(network);
    return network;
  }

  #endSection(): ImportItem[] {
    const section = this.#section;
    this.#section = undefined;
    if (section?.kind !== 'matrix') return [];
    return [...section.matrix.rest(this.#line)].flatMap((cell) => this.#cell(cell));
  }

  #row(text: string): ImportItem[] {
    const section = this.#section;
    switch (section?.kind) {
      case 'vertices':
        return this.#vertex(text);
      case 'ties':
        return this.#tieLine(text);
      case 'lists':
        return this.#listLine(text);
      case 'matrix': {
        const cells = section.matrix.add(text, this.#line);
        if (cells === undefined)
          return [this.#skipped(`This is no row ${section.matrix.next} of the matrix.`)];
        return cells.flatMap((cell) => this.#cell(cell));
      }
      case 'column':
        section.column.values.push(text.trim().slice(0, 1_000));
        return [];
      case 'unread':
        return [];
      default:
        return [this.#skipped('The line belongs to no part of the file.')];
    }
  }

  #vertex(text: string): ImportItem[] {
    const vertex = vertexOf(text);
    if (vertex === undefined) return [this.#skipped('The line does not begin with the number of a vertex.')];
    const { number, label, attributes } = vertex;
    const network = this.#network;
    if (number < 1 || number > network.count) return [this.#skipped(`There is no vertex ${number}.`)];
    if (network.isListed(number)) {
      return [this.#skipped(`The vertex ${number} is listed twice; the first time counts.`)];
    }
    this.#says ||= label !== '';
    if (network.isGroup(number)) network.addGroup(number, label);
    else {
      const id = network.add(number, label);
      const person = this.#person(id, label);
      const known = new Set(person.attributes.map(({ name }) => name));
      person.attributes.push(...attributes.filter(({ name }) => !known.has(name)));
    }
    return [];
  }

  #person(id: string, label = ''): Person {
    const known = this.#people.get(id);
    if (known !== undefined) return known;
    if (this.#people.size >= mostPeople) {
      throw new KithmapError('bad-file', `${this.#fileName} lists more people than can be read at once.`);
    }
    const person = { line: this.#line, label, attributes: [], groups: new Set<string>() };
    this.#people.set(id, person);
    return person;
  }

  #tieLine(text: string): ImportItem[] {
    const tie = tieOf(text);
    if (tie === undefined) return [this.#skipped('The line does not begin with two numbers of vertices.')];
    const { starts, hasEnd } = intervalsOf(tie.times);
    return this.#tie(tie.a, tie.b, { values: tie.values, relation: tie.relation, starts, hasEnd });
  }

  #listLine(text: string): ImportItem[] {
    const list = listOf(text);
    if (list === undefined) return [this.#skipped('The line is no list of numbers of vertices.')];
    const [from = 0, ...others] = list.numbers;
    return others.flatMap((to) => this.#tie(from, to, { relation: list.relation }));
  }

  #cell({ a, b, value }: Cell): ImportItem[] {
    return this.#tie(a, b, { values: [{ name: 'weight', value: String(value) }] });
  }

  #tie(
    a: number,
    b: number,
    said: {
      values?: readonly { name: string; value: string }[];
      relation?: number | undefined;
      starts?: readonly string[];
      hasEnd?: boolean;
    },
  ): ImportItem[] {
    const network = this.#network;
    const unknown = [a, b].find((number) => number < 1 || number > network.count);
    if (unknown !== undefined) return [this.#skipped(`There is no vertex ${unknown}.`)];
    this.#says = true;
    if (network.isGroup(a) && network.isGroup(b)) {
      return [this.#skipped('The line ties two of the second mode, of whom none is a person.')];
    }
    if (network.isGroup(a) || network.isGroup(b)) {
      const [person, group] = network.isGroup(a) ? [b, a] : [a, b];
      const id = network.idOf(person);
      this.#person(id).groups.add(network.join(group, id));
      return [];
    }
    const { values = [], relation = this.#relation, starts = [], hasEnd = false } = said;
    return this.#ties.read({
      line: this.#line,
      a: network.idOf(a),
      b: network.idOf(b),
      values,
      kind: this.#relationName(relation),
      starts,
      hasEnd,
    });
  }

  #relationName(number: number | undefined): string {
    const name = number === undefined ? '' : this.#relations.get(number);
    // The first is most often the only one, and then its number says nothing.
    return name ?? (number === 1 || number === 0 ? '' : `relation ${number}`);
  }

  /** Gives the people of a network what a column says of them. */
  #assign(column: Column): ImportItem[] {
    const { line, name, count, after, values } = column;
    const before = this.#networks.slice(0, after).reverse();
    const network = [...before, ...this.#networks.slice(after)].find((one) => one.count === count);
    if (network === undefined) {
      return [
        skippedAt(
          line,
          `“${name.slice(0, 60)}” is about ${count} vertices, and no network here has so many.`,
        ),
      ];
    }
    for (const [at, value] of values.slice(0, network.people).entries()) {
      if (value === '' || missing.test(value)) continue;
      const { attributes } = this.#person(network.idOf(at + 1));
      if (!attributes.some((one) => one.name === name)) attributes.push({ name, value, meaning: undefined });
    }
    return [];
  }

  #contacts(): ImportItem[] {
    const graph = new GraphPeople();
    const items = [...this.#people].flatMap(([id, { line, label, attributes, groups }]) => {
      const own: Attribute[] = [...attributes];
      if (label !== '' && label !== id) own.unshift({ name: 'label', value: label, meaning: 'name' });
      const all = [...groups];
      if (all.length > 0) own.unshift({ name: 'tags', value: all.join('; '), meaning: 'tags', items: all });
      return graph.add({ id, line, attributes: own });
    });
    return [...items, ...graph.release()];
  }

  #skipped(reason: string): Finding {
    return skippedAt(this.#line, reason);
  }
}

/** @throws KithmapError `bad-file` where the file lists too many people, or from `end` where it names nobody. */
export function pajekReader(options: ReadOptions): RecordReader {
  return new PajekReader(options);
}
