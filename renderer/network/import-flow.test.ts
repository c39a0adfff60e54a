import { beforeEach, describe, expect, it } from 'vitest';
import type { Hello, Host } from '../../shared/contract';
import { bundleMark } from '../../shared/formats/mail-bundle';
import type { ImportItem } from '../../shared/formats/record';
import { ImportFlow } from './import-flow';
import type { ReadFiles } from './read-files';

const item: ImportItem = { kind: 'finding', line: 1, level: 'note', reason: 'x' };
const mail = (subject: string): string => `From: ana@x.org\nSubject: ${subject}\n\nHello\n`;

let calls: string[] = [];
let rests = 0;
let read: { file: File; take: (items: readonly ImportItem[]) => Promise<void> }[] = [];
let flow: ImportFlow;
let around: () => ConstructorParameters<typeof ImportFlow>[0];

beforeEach(() => {
  rests = 0;
  calls = [];
  read = [];
  const counts = {
    new: 0,
    met: 0,
    changed: 0,
    unchanged: 0,
    kept: 0,
    keptBesides: 0,
    possibleDuplicates: 0,
    skipped: 0,
    ties: 0,
    interactions: 0,
    others: 0,
  };
  const host = {
    call: (name: string) => {
      calls.push(name);
      return Promise.resolve(
        name === 'importOpen' ? { import: 'i' } : { counts, rows: [], total: 0, hasTies: false },
      );
    },
  } as unknown as Host;
  const readFiles: ReadFiles = {
    rest: () => (rests += 1),
    recognise: (file) => Promise.resolve({ files: [{ file, format: 'mail' }] }),
    // Two pieces, each taken before the next comes.
    read: async (file, { onProgress }, take) => {
      read.push({ file, take });
      await take([item]);
      onProgress(1);
      await take([item]);
    },
  };
  const hello = { client: 'c', today: '2026-05-01', zone: 'UTC' } as unknown as Hello;
  around = () => ({ host, hello, subscribe: () => () => undefined });
  flow = new ImportFlow(around(), readFiles);
});

const state = () => flow.store.getState();
const when = (kind: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (state().kind === kind) resolve();
    };
    flow.store.subscribe(look);
    look();
  });

describe('reading', () => {
  it('waits while it is paused, and goes on', async () => {
    const stopped = flow.store.subscribe(() => {
      const now = state();
      if (now.kind === 'reading' && now.done === 1 && !now.paused) flow.setPaused(true);
    });
    const added = flow.add([new File(['x'], 'a.mbox')]);
    await when('reading');
    while (!(calls.includes('importAdd') && state().kind === 'reading' && read.length > 0))
      await Promise.resolve();
    for (let i = 0; i < 50; i++) await Promise.resolve();
    expect(state()).toMatchObject({ kind: 'reading', done: 1, paused: true });
    expect(calls.filter((name) => name === 'importAdd')).toHaveLength(1);
    stopped();
    flow.setPaused(false);
    await added;
    expect(calls.filter((name) => name === 'importAdd')).toHaveLength(2);
    expect(state().kind).toBe('review');
  });

  it('that waits can be given up, and nothing more is sent', async () => {
    flow.store.subscribe(() => {
      const now = state();
      if (now.kind === 'reading' && now.done === 1 && !now.paused) flow.setPaused(true);
    });
    const added = flow.add([new File(['x'], 'a.mbox')]);
    for (let i = 0; i < 50; i++) await Promise.resolve();
    await flow.cancel();
    await added;
    expect(calls.filter((name) => name === 'importAdd')).toHaveLength(1);
    expect(calls.at(-1)).toBe('importCancel');
    expect(state()).toEqual({ kind: 'idle' });
  });
});

describe('many files of one mail each', () => {
  it('are read as one, and others as they are', async () => {
    const box = `From a@b.c Mon Mar  2 09:30:00 2026\n${mail('boxed')}`;
    await flow.add([
      new File([mail('One')], '1.eml'),
      new File(['source,target\n'], 'ties.csv'),
      new File([Buffer.from(`\ufeff${mail('Two')}`, 'utf16le')], '2.eml'),
      new File([box], 'small.mbox'),
      new File([box, 'x'.repeat(300_000)], 'large.mbox'),
    ]);
    expect(read.map(({ file }) => file.name)).toEqual(['ties.csv', 'large.mbox', '3 mails']);
    const text = await read.at(-1)?.file.text();
    expect(text).toBe(
      [
        bundleMark('1.eml'),
        mail('One'),
        bundleMark('2.eml'),
        mail('Two'),
        bundleMark('small.mbox'),
        box,
      ].join(''),
    );
  });
});

describe('more files than one import takes', () => {
  it('are read up to there, and the rest is said', async () => {
    const files = Array.from({ length: 1_003 }, (_, at) => new File(['x'], `${at}.vcf`));
    await flow.add(files);
    expect(read).toHaveLength(1_000);
    expect(state()).toMatchObject({
      refused: [
        {
          name: '1000.vcf',
          reason: 'One import takes 1,000 files: 1000.vcf and 2 more are left for the next one.',
        },
      ],
    });
    expect(rests).toBe(1);
  });
});

describe('an archive of single mails', () => {
  it('is one file, beside what else is in it', async () => {
    const inside = [
      { file: new File([mail('One')], '1.eml'), format: 'mail' as const },
      { file: new File(['x'], 'a.vcf'), format: 'vcard' as const },
      { file: new File([mail('Two')], '2.eml'), format: 'mail' as const },
    ];
    flow = new ImportFlow(around(), {
      rest: () => undefined,
      recognise: () => Promise.resolve({ files: inside }),
      read: () => Promise.resolve(),
    });
    await flow.add([new File(['x'], 'a.zip')]);
    const now = state();
    if (now.kind !== 'review') throw new Error(now.kind);
    expect(now.files.map(({ file, format }) => [file.name, format])).toEqual([
      ['a.vcf', 'vcard'],
      ['2 mails', 'mail'],
    ]);
  });
});

describe('a file that does not say how it is to be read', () => {
  it('is asked about, also when others come meanwhile, and read as was said', async () => {
    const question = { head: new Uint8Array(0), lettersOpen: false, key: 'k' };
    const how = { letters: 'windows-1250' } as const;
    const hows: unknown[] = [];
    const readFiles: ReadFiles = {
      rest: () => undefined,
      recognise: (file) =>
        Promise.resolve(
          file.name === 'a.csv' ? { files: [], question } : { files: [{ file, format: 'book' }] },
        ),
      read: (_, options) => {
        hows.push(options.how);
        return Promise.resolve();
      },
    };
    flow = new ImportFlow(around(), readFiles);
    const first = flow.add([new File(['x'], 'a.csv')]);
    await when('asking');
    const second = flow.add([new File(['y'], 'b.csv')]);
    await first;
    await when('reading');
    await when('asking');
    flow.answer(how);
    await second;
    const now = state();
    if (now.kind !== 'review') throw new Error(now.kind);
    expect(now.files.map(({ file, asBefore }) => [file.name, asBefore])).toEqual([
      ['a.csv', false],
      ['b.csv', undefined],
    ]);
    expect(hows).toEqual([how, undefined]);
  });
});
