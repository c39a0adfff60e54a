import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from './reading.testing';
import { detectEncoding, freeText, LineSplitter, oneLine, TextLines } from './text';

function linesOf(bytes: Uint8Array, cuts: readonly number[] = []): { number: number; text: string }[] {
  const lines = new TextLines();
  const places = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b);
  const read = places.slice(1).flatMap((to, i) => lines.push(bytes.slice(places[i], to)));
  return [...read, ...lines.end()].map(({ number, text }) => ({ number, text }));
}
const texts = (bytes: Uint8Array | string): string[] =>
  linesOf(typeof bytes === 'string' ? bytesOf(bytes) : bytes).map((line) => line.text);

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('encodings', () => {
  const text = 'FN:Ľda Monté\nNOTE:小明 and 🙂\n';
  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16LE with a mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16BE with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16LE without one', utf16(text, true)],
    ['UTF-16BE without one', utf16(text, false)],
  ])('finds %s', (_, bytes) => {
    expect(texts(bytes)).toEqual(['FN:Ľda Monté', 'NOTE:小明 and 🙂']);
    expect(linesOf(bytes, [...bytes.keys()]).map((line) => line.text)).toEqual(texts(bytes));
  });

  it('reads lines that are not UTF-8 as windows-1252 and says where, once', () => {
    const lines = new TextLines();
    const bytes = new Uint8Array([...bytesOf('é\n'), 0xe9, 0x80, 10, 0xe8, 10]);
    const read = [...lines.push(bytes), ...lines.end()];
    expect(read.map((line) => line.text)).toEqual(['é', 'é€', 'è']);
    expect(read.map((line) => line.findings.length)).toEqual([0, 1, 0]);
    expect(read[1]?.findings[0]).toMatchObject({ line: 2, level: 'note' });
  });

  it('keeps a line of UTF-8 with one damaged byte in UTF-8, and says so', () => {
    const lines = new TextLines();
    const read = [...lines.push(new Uint8Array([...bytesOf('Zoë é'), 0xc3, 10])), ...lines.end()];
    expect(read.map((line) => line.text)).toEqual(['Zoë é\ufffd']);
    expect(read[0]?.findings).toEqual([expect.objectContaining({ line: 1, level: 'note' })]);
  });

  it('does not take short or binary files for UTF-16', () => {
    expect(detectEncoding(bytesOf('a')).encoding).toBe('utf-8');
    expect(detectEncoding(new Uint8Array(1024)).encoding).toBe('utf-8');
  });
});

describe('lines', () => {
  it('ends them at CRLF, LF, CR CR LF and lone CR, and counts each once', () => {
    expect(texts('a\r\nb\nc\r\r\nd\re')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(texts('a\r\n\r\nb\n\nc\r\r\n\r\r\nd\r\re')).toEqual(['a', '', 'b', '', 'c', '', 'd', '', 'e']);
    expect(texts('a\r')).toEqual(['a']);
    expect(texts('a\r\r\r\nb')).toEqual(['a', '', 'b']);
    expect(texts('')).toEqual([]);
  });

  it('are the same however the bytes are sliced', () => {
    const piece = fc.constantFrom('\r', '\n', '\r\n', '\r\r\n', 'a', 'é', '小', '\0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(80)), (pieces, cuts) => {
        const bytes = bytesOf(pieces.join(''));
        const within = cuts.filter((cut) => cut < bytes.length);
        expect(linesOf(bytes, within)).toEqual(linesOf(bytes));
      }),
    );
  });

  it('are cut at the bound and no longer in memory', () => {
    const splitter = new LineSplitter(10);
    const lines = [...splitter.push(bytesOf('short\n')), ...splitter.push(bytesOf('x'.repeat(5_000)))];
    lines.push(...splitter.push(bytesOf(`${'y'.repeat(5_000)}\nnext`)), ...splitter.end());
    expect(lines.map(({ number, bytes, cut }) => [number, bytes.length, cut])).toEqual([
      [1, 5, false],
      [2, 10, true],
      [3, 4, false],
    ]);
  });
});

it('cleans text without halving characters', () => {
  expect(oneLine(' a\u0000b\r\n c ')).toBe('a b c');
  expect([' a', 'a  b', 'a ', 'a b'].map(oneLine)).toEqual(['a', 'a b', 'a', 'a b']);
  expect(oneLine(`${'x'.repeat(999)}🙂`)).toBe('x'.repeat(999));
  expect(freeText('a\r\nb\u0007\tc\r')).toBe('a\nb\tc');
});
