/**
 * vCard 2.1, 3.0 and 4.0 as programs really write them. One tolerant reader of our own: strict libraries refuse
 * half of the files that phones and mail programs export.
 */
import { KithmapError } from '../errors';
import type { Finding, ImportItem, ReadOptions, RecordReader } from './record';
import { type ByteLine, LineDecoder, LineSplitter } from './text';
import { type Card, recordOf } from './vcard-card';
import { type Property, PropertyLines, type StrayLine } from './vcard-lines';
import { rawText } from './vcard-values';

const mostProperties = 5_000;
const deepest = 4;

interface OpenCard {
  readonly line: number;
  readonly properties: Property[];
  readonly agents: Card[];
}

class VCardReader implements RecordReader {
  readonly #fileName: string;
  readonly #splitter = new LineSplitter();
  readonly #properties = new PropertyLines();
  readonly #decoder = new LineDecoder();
  /** The card being read, and above it those that stand inside it. */
  readonly #open: OpenCard[] = [];
  readonly #leftOut = new Map<string, { line: number; cards: number }>();
  #cards = 0;
  #firstLine = '';
  #outside = false;
  #items: ImportItem[] = [];

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
  }

  push(bytes: Uint8Array): ImportItem[] {
    for (const line of this.#splitter.push(bytes)) this.#line(line);
    return this.#taken();
  }

  end(): ImportItem[] {
    for (const line of this.#splitter.end()) this.#line(line);
    for (const property of this.#properties.end()) this.#take(property);
    if (this.#cards === 0) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} holds no card: no line in it says BEGIN:VCARD${this.#firstLine === '' ? '' : ` (it begins with "${this.#firstLine}")`}. Export it again from the program it came from.`,
      );
    }
    this.#abandon('The file ends in the middle of this card; what was there of it was read.');
    for (const [name, { line, cards }] of this.#leftOut) {
      const what = cards === 1 ? 'one card' : `${cards} cards`;
      this.#note(line, `${name} of ${what} was left out: Kithmap keeps no pictures, sounds or keys.`);
    }
    return this.#taken();
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #line(line: ByteLine): void {
    for (const property of this.#properties.push(line)) this.#take(property);
  }

  #take(property: Property | StrayLine): void {
    const card = this.#open.at(-1);
    if ('stray' in property) {
      if (card !== undefined)
        this.#note(property.line, 'This line is no part of a card that can be read; it was left out.');
      return;
    }
    const { name, line } = property;
    if (name === 'BEGIN' || name === 'END') {
      const value = rawText(property, this.#decoder).trim();
      if (this.#firstLine === '') this.#firstLine = `${name}:${value}`.slice(0, 40);
      if (/^vcard$/i.test(value)) {
        if (name === 'BEGIN') this.#begin(line);
        else this.#close();
        return;
      }
    }
    if (card === undefined) this.#takeOutside(line);
    else if (card.properties.length < mostProperties) card.properties.push(property);
    else if (card.properties.length === mostProperties) {
      card.properties.push(property);
      this.#note(line, `The card has more than ${mostProperties} lines; the rest of them were left out.`);
    }
  }

  #begin(line: number): void {
    this.#outside = false;
    const last = this.#open.at(-1)?.properties.at(-1);
    const inside = last?.name === 'AGENT' && last.value.length === 0 && this.#open.length < deepest;
    if (!inside) this.#abandon('This card has no END:VCARD; it was read up to where the next one begins.');
    this.#cards += 1;
    this.#open.push({ line, properties: [], agents: [] });
  }

  #close(): void {
    const card = this.#open.pop();
    if (card === undefined) return;
    const outer = this.#open.at(-1);
    if (outer === undefined) this.#emit(card);
    else {
      outer.agents.push(card);
      // So that a second card inside needs an AGENT of its own.
      const agent = outer.properties.pop();
      if (agent !== undefined) outer.properties.push({ ...agent, value: new Uint8Array([32]) });
    }
  }

  /** Ends the cards that are open, and says so. */
  #abandon(reason: string): void {
    const [outermost] = this.#open;
    if (outermost === undefined) return;
    while (this.#open.length > 0) this.#close();
    this.#note(outermost.line, reason);
  }

  #emit(card: Card): void {
    const { record, findings, leftOut } = recordOf(card, this.#decoder);
    this.#items.push(...this.#decoder.takeFindings());
    if (record !== undefined) this.#items.push(record);
    this.#items.push(...findings);
    for (const name of new Set(leftOut)) {
      const before = this.#leftOut.get(name);
      this.#leftOut.set(name, { line: before?.line ?? card.line, cards: (before?.cards ?? 0) + 1 });
    }
  }

  #takeOutside(line: number): void {
    if (!this.#outside) {
      this.#items.push({
        kind: 'finding',
        line,
        level: 'skipped',
        reason: 'What stands here is in no card: the line BEGIN:VCARD above it is missing or damaged.',
      });
    }
    this.#outside = true;
  }

  #note(line: number, reason: string): void {
    const finding: Finding = { kind: 'finding', line, level: 'note', reason };
    this.#items.push(finding);
  }
}

/** @throws KithmapError `bad-file` from `end` where the file has no card at all. */
export function vcardReader(options: ReadOptions): RecordReader {
  return new VCardReader(options);
}
