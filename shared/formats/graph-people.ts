/** The nodes of a graph as contacts, once enough of them were seen to judge which of their attributes are groups. */
import { type Attribute, contactOf, type Leftover, leftoverOf } from './attributes';
import { skippedAt } from './findings';
import type { ImportItem } from './record';
import { oneLine } from './text';

/** Nodes held back to judge by. */
const judged = 1_000;
/** Nodes whose names are known to those that stand within them. */
const mostNames = 100_000;
/** When a node was there: tells nobody apart, and makes no group. */
const lifetimes = ['start', 'end', 'time', 'timestamp'];

export interface GraphNode {
  readonly line: number;
  readonly id: string;
  readonly attributes: readonly Attribute[];
}

export class GraphPeople {
  #held: GraphNode[] | undefined = [];
  #leftovers: ReadonlyMap<string, Leftover> = new Map();
  readonly #names = new Map<string, string>();
  /** What separates the items of a list that is written as text; the usual signs where it is undefined. */
  separator: RegExp | undefined;

  add(node: GraphNode): ImportItem[] {
    if (oneLine(node.id) === '') {
      return [skippedAt(node.line, 'The node has no id.')];
    }
    if (this.#held === undefined) return [this.#contact(node)];
    this.#held.push(node);
    return this.#held.length >= judged ? this.release() : [];
  }

  /** Judges the attributes by the nodes held back, and lets these go. */
  release(): ImportItem[] {
    const held = this.#held;
    if (held === undefined) return [];
    this.#held = undefined;
    const values = new Map<string, string[]>();
    for (const { attributes } of held) {
      for (const { name, value } of attributes) {
        const before = values.get(name);
        if (before === undefined) values.set(name, [value]);
        else before.push(value);
      }
    }
    this.#leftovers = new Map([...values].map(([name, all]) => [name, leftoverOf(all)]));
    return held.map((node) => this.#contact(node));
  }

  /** What a node is called, for those that stand within it. */
  remember(id: string, name: string): void {
    if (this.#names.size < mostNames) this.#names.set(id, name === '' ? id : name);
  }

  /** The name of a node that came before; undefined for one that did not. */
  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }

  #contact({ id, line, attributes }: GraphNode): ImportItem {
    const leftover = (name: string): Leftover =>
      lifetimes.includes(name) ? 'other' : (this.#leftovers.get(name) ?? 'other');
    return contactOf(oneLine(id), line, attributes, leftover, this.separator);
  }
}
