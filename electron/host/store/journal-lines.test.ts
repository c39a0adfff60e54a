import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeader, encodeLine, scanJournal } from './journal-lines';

const encoder = new TextEncoder();
const line = (seq: number, more: object = {}): string =>
  encodeLine({ seq, at: '2026-05-04T09:00:00.000Z', by: 'w', name: 'x', label: 'X', patches: [], ...more });
const journal = (...lines: readonly string[]): Uint8Array =>
  encoder.encode(new TextDecoder().decode(encodeHeader(1, 10)) + lines.join(''));

describe('a journal', () => {
  it('is read as it was written', async () => {
    const patches = [
      { table: 'contacts', id: 'ana', before: null, after: { id: 'ana', name: { full: '王 "\\ \u2028' } } },
    ];
    const scan = await scanJournal(journal(line(11, { patches }), line(12, { undoes: 11, extra: true })));
    expect(scan).toMatchObject({ end: 'whole', settledLines: 2, unfinished: false, highest: 12 });
    expect(scan.lines).toMatchObject([
      { seq: 11, patches },
      { seq: 12, undoes: 11, extra: true },
    ]);
  });

  it('that breaks off anywhere holds every whole line before, and never half of a batch', async () => {
    const lines = [
      line(11),
      line(12, { batch: 'b', mark: 'begin' }),
      line(13, { batch: 'b' }),
      line(14, { batch: 'b', mark: 'commit' }),
      line(15),
    ];
    const bytes = journal(...lines);
    const header = encodeHeader(1, 10).length;
    const ends = lines.map((_, i) => header + encoder.encode(lines.slice(0, i + 1).join('')).length);
    for (let cut = header; cut <= bytes.length; cut++) {
      const scan = await scanJournal(bytes.subarray(0, cut));
      const whole = ends.filter((end) => end - 1 <= cut).length;
      expect(scan.settledLines).toBe([0, 1, 1, 1, 4, 5][whole]);
      expect(['whole', 'torn', 'unclosed']).toContain(scan.end);
      expect(scan.unfinished).toBe(whole === 2 || whole === 3);
    }
  });

  it('with any one changed bit holds at most what is before it, or the same', async () => {
    const bytes = journal(line(11), line(12), line(13), line(14));
    const whole = (await scanJournal(bytes)).lines;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = bytes.slice();
        const at = bit >> 3;
        changed[at] = changed[at]! ^ (1 << (bit & 7));
        const { lines, settledLines, end } = await scanJournal(changed);
        expect(lines).toEqual(whole.slice(0, lines.length));
        if (settledLines < 4) expect(['bad', 'torn']).toContain(end);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a number left out', [line(11), line(13)], 1],
    ['a number twice', [line(11), line(11)], 1],
    ['a batch that ends before it begins', [line(11), line(12, { batch: 'b', mark: 'commit' })], 1],
    [
      'a batch in a batch',
      [line(11, { batch: 'b', mark: 'begin' }), line(12, { batch: 'c', mark: 'begin' })],
      0,
    ],
    ['a line of nobody in a batch', [line(11, { batch: 'b', mark: 'begin' }), line(12)], 0],
    ['a line that is no edit', [line(11), encodeLine({ seq: 12 })], 1],
  ])('is bad from %s on', async (_what, lines, settled) => {
    expect(await scanJournal(journal(...lines))).toMatchObject({ end: 'bad', settledLines: settled });
  });

  it('knows the highest number that was ever given', async () => {
    expect((await scanJournal(journal(line(11), 'garbage\n', line(40), 'x\n'))).highest).toBe(41);
    expect((await scanJournal(encoder.encode(line(30)))).highest).toBe(30);
  });

  it('without its first line is none', async () => {
    for (const text of [
      '',
      'hello\n',
      line(1),
      encodeLine({ format: 'other', schemaVersion: 1, after: 0 }),
    ]) {
      expect((await scanJournal(encoder.encode(text))).header).toBeUndefined();
    }
  });
});
