/** Files whose letters are in a code page that nothing in them names: finding that out, and reading them by the one that is chosen. */
import type { CodePage } from './read-how';
import type { Chunks, FormatName } from './record';
import { detectEncoding, LineDecoder, LineSplitter, western } from './text';

/** These say in which code page they are, or are always in UTF-8. */
const certain: readonly (FormatName | undefined)[] = [
  'mail',
  'graphml',
  'gexf',
  'cytoscape',
  'kithmap',
  'monica',
];

/** Whether the bytes are in a code page that nothing names. */
export function lettersAreOpen(head: Uint8Array, format?: FormatName): boolean {
  if (certain.includes(format) || detectEncoding(head).encoding !== 'utf-8') return false;
  const splitter = new LineSplitter();
  const decoder = new LineDecoder();
  // The last line may be cut off in the middle of a letter.
  const lines = [...splitter.push(head), ...splitter.end()].slice(0, -1);
  return lines.some(({ bytes, number }) => {
    if (format === 'vcard' && /CHARSET=/i.test(decoder.decode(bytes.subarray(0, 300), number))) return false;
    return isOpen(bytes);
  });
}

function isOpen(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 127)) return false;
  const decoder = new LineDecoder();
  decoder.decode(bytes, 1);
  return decoder.takeFindings().some(({ reason }) => reason.includes('windows-1252'));
}

/** A text by its code page. */
export function lettersBy(page: CodePage, bytes: Uint8Array): string {
  const text = new TextDecoder(page).decode(bytes);
  return page === 'windows-1252' ? western(text) : text;
}

/** The bytes of a file in a code page as UTF-8. */
export async function* inUtf8(chunks: Chunks, page: CodePage): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(page);
  const encoder = new TextEncoder();
  const spelt = (text: string): Uint8Array => encoder.encode(page === 'windows-1252' ? western(text) : text);
  for await (const chunk of chunks) yield spelt(decoder.decode(chunk, { stream: true }));
  yield spelt(decoder.decode());
}
