/** What the bytes of a property's value say: charset, quoted-printable, escapes, lists, labels. */
import type { LineDecoder } from './text';
import type { Property } from './vcard-lines';

export function paramOf(property: Property, name: string): string | undefined {
  return property.params.find(([key]) => key === name)?.[1];
}

/** The types in lower case, without those that say nothing about what the value is for. */
export function typesOf(property: Property): string[] {
  const types = property.params.filter(([key]) => key === 'TYPE').map(([, value]) => value.toLowerCase());
  return [...new Set(types)].filter((type) => type !== '' && !mute.has(type));
}
const mute = new Set([
  'pref',
  'internet',
  'voice',
  'x400',
  'postal',
  'parcel',
  'intl',
  'dom',
  'uri',
  'other',
]);

/** True for pictures, sounds and keys given as bytes. */
export function isBinary(property: Property): boolean {
  return /^(?:b|base64)$/i.test(paramOf(property, 'ENCODING') ?? '');
}

/** The value as text, escapes still in it. */
export function rawText(property: Property, decoder: LineDecoder): string {
  const printable = /^quoted-printable$/i.test(paramOf(property, 'ENCODING') ?? '');
  const charset = paramOf(property, 'CHARSET');
  const bytes = printable ? fromQuotedPrintable(property.value) : property.value;
  // A file in UTF-16 has become UTF-8 on its way here, whatever its cards say.
  const wide = !printable && charset !== undefined && /^utf-?16/i.test(charset);
  return decoder.decode(bytes, property.line, wide ? undefined : charset);
}

/** RFC 2045, 6.7; an `=` that begins no code stays as it is. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const high = byte === 61 ? hexDigit(bytes[i + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(bytes[i + 2]);
    if (low >= 0) i += 2;
    out[size] = low < 0 ? byte : high * 16 + low;
    size += 1;
  }
  return out.subarray(0, size);
}

function hexDigit(byte: number | undefined): number {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
}

/** `\n`, `\,`, `\;`, `\\` and the `\:` and `\"` that some programs write; any other backslash stays. */
export function unescaped(text: string): string {
  return text.replace(/\\([nN,;:"\\])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark));
}

/** The parts between separators that are not escaped, still escaped themselves. */
export function partsOf(text: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === separator) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** `_$!<HomePage>!$_` as `homepage`; a label of the user's own as it is. */
export function plainLabel(text: string): string {
  const builtIn = /^_\$!<(.*)>!\$_$/s.exec(text.trim())?.[1];
  return builtIn === undefined ? text.trim() : builtIn.toLowerCase();
}

/** A UID as both cards and references to them give it: without `urn:uuid:`, in lower case. */
export function normaliseUid(text: string): string {
  return text
    .trim()
    .replace(/^urn:uuid:/i, '')
    .toLowerCase()
    .slice(0, 900);
}

/** The object without the keys whose value is missing or empty. */
export function filledOnly<T extends Readonly<Record<string, string | undefined>>>(
  object: T,
): { [K in keyof T]?: string } {
  const filled: { [K in keyof T]?: string } = {};
  for (const key in object) {
    const value = object[key];
    if (value !== undefined && value !== '') filled[key] = value;
  }
  return filled;
}
