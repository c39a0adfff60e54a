import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk, file as fileOf } from '../imports/importing.testing';
import { pajekReader } from './pajek';
import { bytesOf, mutated, mutations, options, outcomeOf, readAll } from './reading.testing';
import type { ReadOptions } from './record';

const read = (text: string | Uint8Array, cuts: readonly number[] = [], more: Partial<ReadOptions> = {}) =>
  readAll(pajekReader({ ...options, ...more }), text, cuts);
const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`;
const pairs = (text: string) =>
  read(text).ties.map(({ a, b, weight, tieKind }) =>
    [a, b, weight, tieKind].filter((one) => one !== undefined).join(' '),
  );

const club = lines(
  '% a club',
  '*Network The club.net (6)',
  '*Vertices 6',
  ' 1 "Ana &#8364; Silva"   0.1020  0.3226 0.5 ellipse ic Blue s_size 2 place Bern',
  '2 "Bo\\nOh" 0.5 0.5 box',
  '% between',
  '3 Cy 0.1 0.2 0.3 Red',
  '4 Dee Dee Ray',
  '5 "Bo\\nOh" [1990-1995,1997-*]',
  '*Arcs :1 "asks for advice"',
  '1 2 2.5 w 3 c Blue p Dashed',
  '2 3',
  '*Edges :2',
  '3 4 -1 l "rivals"',
  '4 6 1 [1987-*] since 2001',
  '1 1 1',
  '77 1 1',
  'nonsense',
  '2 5 1 [1990-1995]',
);

it('reads people with what is said of them, and ties with relations, weights and times', () => {
  const { contacts, ties, findings } = read(club);
  expect(contacts.map(({ id, fields }) => [id, fields.name?.full, fields.place, fields.other])).toEqual([
    ['Ana € Silva', 'Ana € Silva', 'Bern', []],
    ['Bo Oh', 'Bo Oh', undefined, []],
    ['Cy', 'Cy', undefined, []],
    ['Dee Dee Ray', 'Dee Dee Ray', undefined, []],
    [
      'Bo Oh (2)',
      'Bo Oh',
      undefined,
      [
        { name: 'id', value: 'Bo Oh (2)' },
        { name: 'time', value: '1990-1995,1997-*' },
      ],
    ],
  ]);
  expect(ties).toEqual([
    { kind: 'tie', line: 11, a: 'Ana € Silva', b: 'Bo Oh', weight: 2.5, tieKind: 'asks for advice' },
    { kind: 'tie', line: 12, a: 'Bo Oh', b: 'Cy', tieKind: 'asks for advice' },
    { kind: 'tie', line: 14, a: 'Cy', b: 'Dee Dee Ray', tieKind: 'rivals' },
    { kind: 'tie', line: 15, a: 'Dee Dee Ray', b: '6', weight: 1, tieKind: 'relation 2', since: '1987' },
    { kind: 'tie', line: 19, a: 'Bo Oh', b: 'Bo Oh (2)', weight: 1, tieKind: 'relation 2', since: '1990' },
  ]);
  expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
    [16, 'The edge ties Ana € Silva to itself.'],
    [17, 'There is no vertex 77.'],
    [18, 'The line does not begin with two numbers of vertices.'],
    [14, 'One tie has no weight above 0; it was left out.'],
    [19, expect.stringMatching(/^One tie has an end/)],
  ]);
});

it('reads lists, with relations by the line, and numbers without a list of vertices', () => {
  const file = lines(
    '*Vertices 5',
    '*Arcslist :1 "likes"',
    '1 2 -3',
    '*Edgeslist',
    '2: 4 5',
    '*Arcs :2 "helps"',
    '1: 3 4',
  );
  expect(pairs(file)).toEqual(['1 2 likes', '1 3 likes', '4 5 relation 2', '3 4 likes']);
  expect(pairs(lines('*Arcs', '8 9 2'))).toEqual(['8 9 2']);
  expect(read(lines('*Arcslist', '1 x', '1 2')).skipped).toMatchObject([{ line: 2 }]);
});

it('says how many vertices are neither listed nor tied', () => {
  const { findings } = read(lines('*Vertices 6 5', '1 "Ana"', '6 "Choir"', '*Edges', '1 2', '2 3'));
  expect(findings.map(({ line, reason }) => [line, reason]).slice(2)).toEqual([
    [1, 'Groups that nobody is in, which were left out: 1.'],
    [1, 'Vertices without a label and without a tie, which were left out: 2.'],
  ]);
});

it('tells a vertex without a label from one whose label is its number', () => {
  expect(pairs(lines('*Vertices 3', '1 "3"', '2 0.25 0.75', '*Edges', '1 2', '1 3'))).toEqual([
    '3 2',
    '3 vertex 3',
  ]);
});

describe('a matrix', () => {
  it('says each pair once, however its halves say it', () => {
    const file = lines('*Vertices 3', '1 a', '2 b', '3 c', '*Matrix', '0 2 1', '2 0 0', ' 3 0 1', '9 9');
    expect(pairs(file)).toEqual(['a b 2', 'a c 4']);
    expect(read(file).skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [8, 'The edge ties c to itself.'],
      [9, 'This is no row 4 of the matrix.'],
    ]);
  });

  it('that breaks off gives what its upper half said', () => {
    expect(pairs(lines('*Vertices 3', '*Matrix :1 "knows"', '0 1 1', '*Edges', '2 3'))).toEqual([
      '1 2 1 knows',
      '1 3 1 knows',
      '2 3',
    ]);
  });
});

describe('two modes', () => {
  const file = lines(
    ...['*Vertices 6 4', '1 "Ana"', '2 "Bo"', '3 "Cy"', '4 "Dee"', '5 "Choir"', '6 "Chess"'],
    ...['*Matrix', '1 1', '1 1', '1 0', '0 0', '*Edges', '1 4 2', '5 6'],
  );

  it('are people and what they have in common, which makes tags and guesses', () => {
    const { contacts, ties, findings } = read(file);
    expect(contacts.map(({ id, fields }) => [id, fields.tags])).toEqual([
      ['Ana', ['Choir', 'Chess']],
      ['Bo', ['Choir', 'Chess']],
      ['Cy', ['Choir']],
      ['Dee', []],
    ]);
    expect(ties.map(({ a, b, weight, confidence }) => [a, b, weight, confidence])).toEqual([
      ['Ana', 'Dee', 2, undefined],
      ['Ana', 'Bo', 1.5, 0.625],
      ['Ana', 'Cy', 0.5, 0.25],
      ['Bo', 'Cy', 0.5, 0.25],
    ]);
    expect(findings.map(({ level }) => level)).toEqual(['skipped', 'note', 'note']);
  });

  it('in lists of ties are the same, and large groups say nothing of who knows whom', () => {
    const people = Array.from({ length: 13 }, (_, i) => `${i + 1} "P${i}"`);
    const all = Array.from({ length: 13 }, (_, i) => `${i + 1} 14`);
    const { contacts, ties, findings } = read(
      lines('*Vertices 15 13', ...people, '14 "All hands"', '15 "Lunch"', '*Edges', ...all, '15 1', '2 15'),
    );
    expect(contacts[5]?.fields.tags).toEqual(['All hands']);
    expect(ties.map(({ a, b, confidence }) => [a, b, confidence])).toEqual([['P0', 'P1', 0.5]]);
    expect(findings[2]?.reason).toBe('Groups of more than 12, which speak for no ties: 1.');
  });

  it('keep pairs back that have little in common', () => {
    const people = Array.from({ length: 8 }, (_, i) => `${i + 1} 9`);
    const { ties, findings } = read(lines('*Vertices 9 8', '*Edges', ...people));
    expect(ties).toEqual([]);
    expect(findings[2]?.reason).toMatch(/too little in common to be guessed: 28\./);
  });
});

describe('a project', () => {
  const file = lines(
    ...['*Partition before.clu', '*Vertices 3', '1', '1', '1'],
    ...['*Network one', '*Vertices 3', '1 "Ana"', '2 "Bo"', '3 "Cy"', '*Arcs', '1 2'],
    ...['*Network two', '*Vertices 2', '1 "Cy"', '2 "Dee"', '*Edges', '1 2'],
    ...[
      '*Partition Team.clu (3)',
      '*Vertices 3',
      '1',
      '1',
      '9999998',
      '*Vector Age',
      '*Vertices 2',
      '41.5',
      '33',
    ],
    ...['*Vector lost', '*Vertices 7', '1', '*Permutation p', '*Vertices 3', '3', '2', '1'],
  );

  it('holds networks of the same people, and what partitions and vectors say of them', () => {
    const { contacts, ties, findings } = read(file);
    expect(contacts.map(({ id, fields }) => [id, fields.tags, fields.other])).toEqual([
      ['Ana', ['before: 1', 'Team: 1'], []],
      ['Bo', ['before: 1', 'Team: 1'], []],
      ['Cy', ['before: 1'], [{ name: 'Age', value: '41.5' }]],
      ['Dee', [], [{ name: 'Age', value: '33' }]],
    ]);
    expect(ties.map(({ a, b }) => [a, b])).toEqual([
      ['Ana', 'Bo'],
      ['Cy', 'Dee'],
    ]);
    expect(findings.map(({ level, reason }) => [level, reason])).toEqual([
      ['note', 'The part permutation was not read; it is about no people and ties.'],
      ['skipped', '“lost” is about 7 vertices, and no network here has so many.'],
    ]);
  });
});

it('reads letters in UTF-8 with a mark, in UTF-16, and else as Western European', () => {
  const text = lines('*Vertices 2', '1 "Müller"', '2 "Böger"', '*Edges', '1 2');
  const expected = [['Müller', 'Böger']];
  const ends = (bytes: Uint8Array) => read(bytes).ties.map(({ a, b }) => [a, b]);
  expect(ends(bytesOf(`\ufeff${text}`))).toEqual(expected);
  expect(ends(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(expected);
  expect(ends(new Uint8Array(Buffer.from(text, 'latin1')))).toEqual(expected);
  expect(read(new Uint8Array(Buffer.from(text, 'latin1'))).findings[0]?.reason).toMatch(/windows-1252/);
});

describe('what is no network', () => {
  it.each([
    ['a partition alone', lines('*Vertices 3', '1', '1', '2')],
    ['nothing', lines('*Vertices 0')],
    ['a header alone', '*Network'],
  ])('%s is refused with a sentence', (_, text) => {
    expect(() => read(text)).toThrow(/names nobody/);
  });

  it('numbers beyond measure make nobody', () => {
    const { contacts, ties, skipped } = read(
      lines(
        '*Vertices 999999999',
        '1 "__proto__"',
        '0 "x"',
        '1 "y"',
        'z',
        '*Edges',
        '1 999999998',
        '*Matrix',
        '0 1',
        'x',
      ),
    );
    expect([contacts.length, ties.length]).toEqual([1, 1]);
    expect(skipped.map(({ line }) => line)).toEqual([3, 4, 5, 9, 10]);
    expect(read(lines('1 2', '*Edges', '1 2')).skipped).toMatchObject([{ line: 1 }]);
  });
});

it('that comes in again changes nothing', () => {
  const twoModes = lines('*Vertices 4 3', '1 "Ana"', '2 "Bo"', '4 "Choir"', '*Edges', '1 4', '2 4', '3 4');
  for (const text of [club, twoModes]) {
    const some = fileOf('pajek', read(text).items);
    const desk = new Desk();
    expect(desk.import(some).plan.counts.new).toBeGreaterThan(2);
    const again = desk.plan([some]);
    expect(again.changes).toEqual([]);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, ties: 0 });
  }
});

it('says of times that count from nowhere, and reads them by their unit', () => {
  const file = lines('*Vertices 2', '*Edges', '1 2 1 [5-10,12]');
  expect(read(file).findings[1]?.reason).toMatch(/count from an unknown start/);
  expect(read(file, [], { timeUnit: 'days', timeOrigin: '2020-01-01' }).ties).toMatchObject([
    { since: '2020-01-06' },
  ]);
});

it('reads the same however the bytes are sliced, whatever the damage', () => {
  const file = bytesOf(club);
  fc.assert(
    fc.property(fc.array(fc.nat(file.length), { maxLength: 40 }), mutations, (cuts, changes) => {
      const damaged = mutated(file, changes);
      expect(outcomeOf(pajekReader(options), damaged, cuts)).toBe(
        outcomeOf(pajekReader(options), damaged, []),
      );
    }),
    { numRuns: 100 },
  );
});
