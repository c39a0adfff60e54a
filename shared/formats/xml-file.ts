/**
 * Reading a graph in XML as a stream: letters, sizes and depth are watched, nothing outside the file is ever fetched,
 * and a document type, which may hide a bomb, is refused.
 */
import { SaxesParser } from 'saxes';
import { KithmapError } from '../errors';
import { detectEncoding } from './text';
import { type Letters, TextStream } from './text-stream';

const deepest = 100;
/** Longest run of bytes without a tag. */
const longestSilence = 4 * 1024 * 1024;

export type XmlAttributes = Readonly<Record<string, string>>;

/** What whoever reads the file does with what stands in it; names are without their prefix. */
export interface XmlEvents {
  readonly opened: (name: string, attributes: XmlAttributes) => void;
  readonly closed: (name: string) => void;
  readonly said: (text: string) => void;
}

export class XmlFile {
  readonly #fileName: string;
  readonly #format: string;
  readonly #events: XmlEvents;
  readonly #parser = new SaxesParser();
  readonly #text = new TextStream((head) => this.#lettersOf(head));
  #silence = 0;
  #depth = 0;

  /** @param format as sentences call it */
  constructor(fileName: string, format: string, events: XmlEvents) {
    this.#fileName = fileName;
    this.#format = format;
    this.#events = events;
    // Line and column in front are those of the slice that was being read; the line is said anyway.
    this.#parser.on('error', ({ message }) => {
      const what = message.replace(/^\d+:\d+: /, '');
      // Text outside of the root is noticed at the end of a slice, wherever in it it stands.
      const where = what.startsWith('text data outside') ? '' : this.#near();
      this.#refuse(`is not well-formed (${what})`, where);
    });
    this.#parser.on('doctype', () => this.refuse('has a document type, which may hide a bomb'));
    this.#parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes));
    this.#parser.on('closetag', ({ name }) => {
      this.#silence = 0;
      this.#depth -= 1;
      this.#events.closed(localName(name));
    });
    this.#parser.on('text', (text) => this.#said(text));
    this.#parser.on('cdata', (text) => this.#said(text));
  }

  /** Where the parser is, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  push(bytes: Uint8Array): void {
    this.#silence += bytes.length;
    if (this.#silence > longestSilence) this.refuse('holds a text that is too long');
    this.#write(this.#text.push(bytes));
  }

  end(): void {
    this.#write(this.#text.end());
    this.#parser.close();
  }

  /** @throws KithmapError `bad-file` with this sentence about the file, and where in it that is */
  refuse(why: string): never {
    return this.#refuse(why, this.#near());
  }

  #refuse(why: string, where: string): never {
    throw new KithmapError(
      'bad-file',
      `${this.#fileName} ${why}${where}. Export it again as plain ${this.#format}.`,
    );
  }

  #near(): string {
    return `, near line ${this.#parser.line}`;
  }

  #opened(name: string, attributes: XmlAttributes): void {
    this.#silence = 0;
    this.#depth += 1;
    if (this.#depth > deepest) this.refuse('is nested too deeply');
    this.#events.opened(localName(name), attributes);
  }

  #said(text: string): void {
    this.#silence = 0;
    this.#events.said(text);
  }

  #write(text: string): void {
    // An XML 1.0 file is refused for these; programs write them all the same.
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    this.#parser.write(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
  }

  #lettersOf(head: Uint8Array): Letters {
    const { encoding, markLength } = detectEncoding(head);
    const start = new TextDecoder('windows-1252').decode(head.subarray(markLength, markLength + 200));
    const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
    const named = encoding === 'utf-8' && markLength === 0 ? declared : undefined;
    try {
      return { encoding: new TextDecoder(named ?? encoding).encoding, markLength };
    } catch {
      return this.refuse(`is in an encoding that is not known (${(named ?? '').slice(0, 40)})`);
    }
  }
}

/** `y:NodeLabel` as `NodeLabel`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
