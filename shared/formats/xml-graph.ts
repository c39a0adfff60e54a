/** A graph in XML that is being read: what its tags bring, until it is handed on. */
import { GraphPeople } from './graph-people';
import { GraphTies } from './graph-ties';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { type XmlAttributes, XmlFile } from './xml-file';

/** Longest text of a tag. */
const longestText = 300_000;

/** What a format makes of its tags. */
export interface GraphTags {
  opened(name: string, attributes: XmlAttributes): void;
  closed(name: string): void;
}

export class XmlGraph implements RecordReader {
  readonly people = new GraphPeople();
  readonly ties: GraphTies;
  readonly #file: XmlFile;
  #seenGraph = false;
  #text: string | undefined;
  #items: ImportItem[] = [];

  constructor(options: ReadOptions, format: string, tagsOf: (graph: XmlGraph) => GraphTags) {
    this.ties = new GraphTies(options);
    const tags = tagsOf(this);
    this.#file = new XmlFile(options.fileName, format, {
      opened: (name, attributes) => {
        this.#seenGraph ||= name === 'graph';
        tags.opened(name, attributes);
      },
      closed: (name) => tags.closed(name),
      said: (text) => {
        if (this.#text !== undefined && this.#text.length < longestText) this.#text += text;
      },
    });
  }

  /** Where the file is being read, from 1. */
  get line(): number {
    return this.#file.line;
  }

  push(bytes: Uint8Array): ImportItem[] {
    this.#file.push(bytes);
    return this.#taken();
  }

  end(): ImportItem[] {
    this.#file.end();
    if (!this.#seenGraph) this.refuse('holds no graph');
    this.give([...this.people.release(), ...this.ties.end()]);
    return this.#taken();
  }

  give(items: readonly ImportItem[]): void {
    this.#items.push(...items);
  }

  /** @throws KithmapError `bad-file` */
  refuse(why: string): never {
    return this.#file.refuse(why);
  }

  /** From here on texts are kept, until they are taken. */
  keepText(): void {
    this.#text = '';
  }

  takeText(): string {
    const text = this.#text ?? '';
    this.#text = undefined;
    return text;
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}
