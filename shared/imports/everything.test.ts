/**
 * Every file beside the project into one network, in any order: what comes again is no news, of people, ties and what
 * happened with me alike.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KithmapError } from '../errors';
import { beside } from '../formats/reading.testing';
import { recordsOf } from './answers';
import { Desk, read, type TestFile } from './importing.testing';

const folders = ['vcf', 'csv-linkedin', 'csv-google', 'csv-outlook-tb', 'ics', 'eml', 'mbox'];
const there = folders.every((folder) => beside(`fixtures/${folder}`).there);

/** What can be read; a file that is refused is for the tests of its format. */
async function allFiles(): Promise<{ readonly file: TestFile; readonly bytes: Uint8Array }[]> {
  const files: { readonly file: TestFile; readonly bytes: Uint8Array }[] = [];
  for (const folder of folders) {
    const { files: names, read: bytesOf } = beside(`fixtures/${folder}`);
    for (const name of names) {
      try {
        const bytes = bytesOf(name);
        files.push({ file: await read(name, bytes), bytes });
      } catch (error) {
        if (!(error instanceof KithmapError)) throw error;
      }
    }
  }
  return files;
}

/** How many records a file holds, counted without any reader of ours. */
function recordsIn(name: string, bytes: Uint8Array): number {
  const wide = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : undefined;
  const text = new TextDecoder(wide ?? (bytes[0] === 0 ? 'utf-16be' : 'latin1'))
    .decode(bytes)
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (name.endsWith('.vcf')) return count(/^BEGIN:VCARD/gim);
  // Exceptions of a series are told by the identifier of the series.
  if (name.endsWith('.ics')) {
    const events = text.match(/^BEGIN:(VEVENT|VTODO|VJOURNAL|VFREEBUSY)\n[^]*?^END:\1/gm) ?? [];
    return new Set(events.map((event, at) => /^UID:.*/m.exec(event)?.[0].concat(event.slice(0, 16)) ?? at))
      .size;
  }
  if (name.endsWith('.mbox')) return count(/^From (?:.*\d{4})?\n[\w-]+:/gm);
  // An invitation is a mail and a meeting.
  if (name.endsWith('.eml')) return 1 + Math.min(1, count(/^Content-Type: text\/calendar/gim));
  const rows = [...text.matchAll(/(?:"(?:[^"]|"")*"|[^"\n])+/g)].map(([row]) => row);
  const preamble = rows.findIndex((row) => row.includes('First Name') && row.includes('Connected On'));
  return rows.length - 1 - Math.max(0, preamble);
}

describe('every fixture', { timeout: 240_000 }, () => {
  it.skipIf(!there)(
    'is told to the last record: what is new, changed, unchanged, kept, left out',
    async () => {
      const files = await allFiles();
      fc.assert(
        fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (some) => {
          const desk = new Desk();
          for (const { file, bytes } of [...some, ...some]) {
            const { counts } = desk.import(file).plan;
            expect([file.name, recordsOf(counts)]).toEqual([file.name, recordsIn(file.name, bytes)]);
          }
        }),
        { numRuns: 2 },
      );
    },
  );

  it.skipIf(!there)('twice and in any order: the second time nothing is new or changed', async () => {
    const files = (await allFiles()).map(({ file }) => file);
    expect(files.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(files, { minLength: files.length }),
        fc.shuffledSubarray(files, { minLength: files.length }),
        (first, second) => {
          const desk = new Desk();
          for (const file of first) desk.import(file);
          const before = desk.network.count('contacts');
          for (const file of second) {
            const { plan } = desk.import(file);
            expect([file.name, plan.counts]).toMatchObject([file.name, { new: 0, changed: 0 }]);
          }
          // What was too little for a guess may join a tie that another file made since; then it comes to rest.
          for (const file of first) {
            const { plan } = desk.import(file);
            expect([file.name, plan.counts]).toMatchObject([
              file.name,
              { new: 0, changed: 0, interactions: 0 },
            ]);
          }
          for (const file of second) expect([file.name, desk.plan([file]).changes]).toEqual([file.name, []]);
          expect(desk.network.count('contacts')).toBe(before);
        },
      ),
      { numRuns: 3 },
    );
  });
});
