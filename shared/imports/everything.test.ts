/**
 * Every file beside the project into one network, in any order: what comes again is no news, of people, ties and what
 * happened with me alike.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KithmapError } from '../errors';
import { beside } from '../formats/reading.testing';
import { Desk, read, type TestFile } from './importing.testing';

const folders = ['vcf', 'csv-linkedin', 'csv-google', 'csv-outlook-tb', 'ics', 'eml', 'mbox'];
const there = folders.every((folder) => beside(`fixtures/${folder}`).there);

/** What can be read; a file that is refused is for the tests of its format. */
async function allFiles(): Promise<TestFile[]> {
  const files: TestFile[] = [];
  for (const folder of folders) {
    const { files: names, read: bytesOf } = beside(`fixtures/${folder}`);
    for (const name of names) {
      try {
        files.push(await read(name, bytesOf(name)));
      } catch (error) {
        if (!(error instanceof KithmapError)) throw error;
      }
    }
  }
  return files;
}

describe('every fixture', { timeout: 240_000 }, () => {
  it.skipIf(!there)('twice and in any order: the second time nothing is new or changed', async () => {
    const files = await allFiles();
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
