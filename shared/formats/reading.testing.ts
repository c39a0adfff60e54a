/** Feeding readers in tests: whole, in slices, from text or files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { KithmapError } from '../errors';
import type {
  ContactRecord,
  EncounterRecord,
  Finding,
  ImportItem,
  ReadOptions,
  RecordReader,
  TieRecord,
} from './record';

export const options: ReadOptions = { fileName: 'test file', today: '2026-05-01', zone: 'Europe/Zurich' };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Read {
  readonly items: readonly ImportItem[];
  readonly contacts: readonly ContactRecord[];
  readonly ties: readonly TieRecord[];
  readonly encounters: readonly EncounterRecord[];
  readonly findings: readonly Finding[];
  readonly skipped: readonly Finding[];
}

/** Everything a reader makes of the bytes, fed in slices that end at the given places. */
export function readAll(
  reader: RecordReader,
  bytes: Uint8Array | string,
  cuts: readonly number[] = [],
): Read {
  const all = typeof bytes === 'string' ? bytesOf(bytes) : bytes;
  const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, all.length)), all.length])];
  places.sort((a, b) => a - b);
  const items: ImportItem[] = [];
  places.slice(1).forEach((to, i) => {
    // A buffer that is wiped afterwards, as one that is reused for the next slice would be.
    const slice = all.slice(places[i], to);
    for (const item of reader.push(slice)) items.push(item);
    slice.fill(0x58);
  });
  items.push(...reader.end());
  const findings = items.filter((item) => item.kind === 'finding');
  return {
    items,
    contacts: items.filter((item) => item.kind === 'contact'),
    ties: items.filter((item) => item.kind === 'tie'),
    encounters: items.filter((item) => item.kind === 'encounter'),
    findings,
    skipped: findings.filter((finding) => finding.level === 'skipped'),
  };
}

/** All that a reader makes of the bytes as one text, or that it refused them, which it may do in one way alone. */
export function outcomeOf(reader: RecordReader, bytes: Uint8Array, cuts: readonly number[]): string {
  try {
    return JSON.stringify(readAll(reader, bytes, cuts).items);
  } catch (error) {
    if (error instanceof KithmapError && error.code === 'bad-file') return 'refused';
    throw error;
  }
}

/** A folder of the data that lies beside the project; tests skip by name where it is absent. */
export function beside(folder: string): { there: boolean; files: string[]; read(name: string): Uint8Array } {
  const path = join(process.cwd(), '..', 'shared', folder);
  const there = existsSync(path);
  return {
    there,
    files: there ? readdirSync(path) : [],
    read: (name) => new Uint8Array(readFileSync(join(path, name))),
  };
}

/** A change to bytes: one overwritten, some inserted, some removed. */
export const mutations = fc.array(
  fc.record({
    at: fc.nat(100_000),
    what: fc.constantFrom('set' as const, 'insert' as const, 'remove' as const),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc
        .constantFrom('"', '\r', '\n', '=\r\n', ':', ';', ',', '\\', 'BEGIN:VCARD\r\n', '<', '&x;', '\0')
        .map(bytesOf),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

export function mutated(
  bytes: Uint8Array,
  changes: readonly { at: number; what: 'set' | 'insert' | 'remove'; bytes: Uint8Array }[],
): Uint8Array {
  let now = bytes;
  for (const { at, what, bytes: put } of changes) {
    const place = at % (now.length + 1);
    const before = now.slice(0, place);
    const after = now.slice(what === 'insert' ? place : place + put.length);
    now = new Uint8Array(Buffer.concat([before, ...(what === 'remove' ? [] : [put]), after]));
  }
  return now;
}
