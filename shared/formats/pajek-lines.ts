/** The lines of Pajek's files: headers of sections, vertices, ties, and when things were there. */
import { type Attribute, meaningOf } from './attributes';
import { oneLine } from './text';

export interface Header {
  /** In lower case, without its asterisk. */
  readonly keyword: string;
  readonly rest: string;
}

export function headerOf(line: string): Header | undefined {
  const match = /^\s*\*\s*([a-z]+)(.*)$/i.exec(line);
  return match === null
    ? undefined
    : { keyword: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** The sections with which a file of Pajek's begins, and no other text does. */
export function beginsLikePajek(line: string): boolean {
  const { keyword = '', rest = '' } = headerOf(line) ?? {};
  if (keyword === 'vertices') return /^\d+/.test(rest);
  if (keyword === 'network' || keyword === 'partition' || keyword === 'vector') return true;
  return /^(?:arcs|edges|arcslist|edgeslist|matrix)$/.test(keyword) && (rest === '' || /^[:\d]/.test(rest));
}

/** `:2 "advice"` behind the keyword of a section of ties. */
export function relationOf(rest: string): { readonly number: number; readonly name: string } | undefined {
  const match = /^(?::\s*(\d+)|(\d+)\s*:)\s*(.*)$/.exec(rest);
  if (match === null) return undefined;
  const name = unescaped((match[3] ?? '').replace(/^"([^"]*)".*$/, '$1'));
  return { number: Number(match[1] ?? match[2]), name };
}

/** The name of a network, partition or vector, without the file and the size that Pajek puts behind it. */
export function objectName(rest: string): string {
  return oneLine(
    rest.replace(/^"([^"]*)".*$/, '$1').replace(/(?:\.(?:net|clu|vec|paj))?\s*(?:\(\d+\))?\s*$/i, ''),
  );
}

interface Token {
  readonly text: string;
  readonly kind: 'word' | 'quoted' | 'time';
}

function tokensOf(line: string): Token[] {
  return [...line.matchAll(/"([^"]*)(?:"|$)|\[([^\]]*)(?:\]|$)|[^\s"]+/g)].map(([whole, quoted, time]) => {
    if (quoted !== undefined) return { text: quoted, kind: 'quoted' };
    return time === undefined ? { text: whole, kind: 'word' } : { text: time, kind: 'time' };
  });
}

const isNumber = ({ text, kind }: Token): boolean =>
  kind === 'word' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);

const shapes = ['ellipse', 'box', 'diamond', 'triangle', 'cross', 'empty', 'house', 'man', 'woman', 'circle'];
const vertexLooks = /^(?:s_size|size|x_fact|y_fact|phi|r|q|ic|bc|bw|lc|la|lr|lphi|fos|font|hooks?)$/i;
const tieLooks = /^(?:w|c|p|s|a|ap|lp|lr|lphi|lc|la|fos|font|[hak][12])$/i;

export interface Vertex {
  readonly number: number;
  readonly label: string;
  readonly attributes: readonly Attribute[];
}

/** A vertex: its number, its label, coordinates, a shape, and what else is said of it; undefined for no such line. */
export function vertexOf(line: string): Vertex | undefined {
  const [first, ...behind] = tokensOf(line);
  if (first === undefined || !/^\d{1,9}$/.test(first.text)) return undefined;
  const times = behind.filter(({ kind }) => kind === 'time').map(({ text }) => text);
  const rest = behind.filter(({ kind }) => kind !== 'time');
  const label = takeLabel(rest);
  for (let taken = 0; taken < 3 && rest[0] !== undefined && isNumber(rest[0]); taken += 1) rest.shift();
  // An odd word is a shape or a colour of its own.
  if (rest[0] !== undefined && (shapes.includes(rest[0].text.toLowerCase()) || rest.length % 2 === 1))
    rest.shift();
  const attributes = pairsOf(rest)
    .filter(({ name }) => !vertexLooks.test(name))
    .map(({ name, value }): Attribute => ({ name, value, meaning: meaningOf(name) }));
  if (times.length > 0) attributes.push({ name: 'time', value: times.join(', '), meaning: undefined });
  return { number: Number(first.text), label: unescaped(label), attributes };
}

/** In quotes; else the first word, and what follows it up to a number. */
function takeLabel(rest: Token[]): string {
  const [first, second] = rest;
  if (first === undefined) return '';
  const isPlace = (token: Token | undefined): boolean =>
    token !== undefined && isNumber(token) && token.text.includes('.');
  if (isPlace(first) && isPlace(second)) return '';
  rest.shift();
  if (first.kind === 'quoted' || isNumber(first)) return first.text;
  const words = [first.text];
  for (let next = rest[0]; next !== undefined; next = rest[0]) {
    if (next.kind === 'quoted' || isNumber(next) || shapes.includes(next.text.toLowerCase())) break;
    if (vertexLooks.test(next.text)) break;
    words.push(next.text);
    rest.shift();
  }
  return words.join(' ');
}

function pairsOf(tokens: readonly Token[]): { name: string; value: string }[] {
  const pairs: { name: string; value: string }[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    pairs.push({ name: oneLine(tokens[at]?.text ?? ''), value: unescaped(tokens[at + 1]?.text ?? '') });
  }
  return pairs;
}

export interface TieLine {
  /** The number of its relation, where the line names one. */
  readonly relation: number | undefined;
  readonly a: number;
  readonly b: number;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly times: string;
}

/** Two vertices, a value, and what else is said of the tie; undefined for no such line. */
export function tieOf(line: string): TieLine | undefined {
  const { relation, rest } = relationBefore(tokensOf(line));
  const times = rest.filter(({ kind }) => kind === 'time').map(({ text }) => text);
  const [a, b, ...more] = rest.filter(({ kind }) => kind !== 'time');
  const [from, to] = [numberOf(a), numberOf(b)];
  if (from === undefined || to === undefined) return undefined;
  const values: { name: string; value: string }[] = [];
  const [weight] = more;
  if (weight !== undefined && isNumber(weight)) {
    values.push({ name: 'weight', value: weight.text });
    more.shift();
  }
  for (const { name, value } of pairsOf(more)) {
    if (name === 'l') values.push({ name: 'label', value });
    else if (!tieLooks.test(name)) values.push({ name, value });
  }
  return { relation, a: from, b: to, values, times: times.join(',') };
}

/** One vertex and all those it is tied to; undefined for no such line. */
export function listOf(line: string): { relation: number | undefined; numbers: number[] } | undefined {
  const { relation, rest } = relationBefore(tokensOf(line));
  const numbers = rest.map(numberOf);
  const all = numbers.filter((number) => number !== undefined);
  return all.length === numbers.length && all.length > 0 ? { relation, numbers: all } : undefined;
}

/** `3: 10 11 1` is of the third relation. */
function relationBefore(tokens: readonly Token[]): { relation: number | undefined; rest: Token[] } {
  const [first, ...rest] = tokens;
  const number = /^(\d{1,9}):$/.exec(first?.text ?? '')?.[1];
  return number === undefined
    ? { relation: undefined, rest: [...tokens] }
    : { relation: Number(number), rest };
}

/** Lists mark one end of a line by a minus, which says nothing of who it is. */
function numberOf(token: Token | undefined): number | undefined {
  const digits = /^[+-]?(\d{1,9})$/.exec(token?.text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** `5-10,12-*`: when something began, and whether it was over at some time. */
export function intervalsOf(text: string): { readonly starts: string[]; readonly hasEnd: boolean } {
  const starts: string[] = [];
  let hasEnd = false;
  for (const part of text.split(',').slice(0, 10_000)) {
    const [start = '', end = ''] = part.split('-').map((one) => one.trim());
    if (start !== '' && start !== '*') starts.push(start);
    hasEnd ||= end !== '' && end !== '*';
  }
  return { starts, hasEnd };
}

/** Pajek writes letters beyond its code page as numbers, and line breaks in labels as `\n`. */
function unescaped(text: string): string {
  const letters = text.replace(/&#(\d{1,7});/g, (whole, digits: string) => {
    const code = Number(digits);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
  return oneLine(letters.replaceAll('\\n', ' ')).normalize('NFC');
}
