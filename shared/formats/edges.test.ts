import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeReader } from './edges';
import { nodeReader } from './nodes';
import { beside, bytesOf, mutated, mutations, options, readAll } from './reading.testing';
import type { ReadOptions } from './record';

const read = (text: string | Uint8Array, more: Partial<ReadOptions> = {}, cuts: readonly number[] = []) =>
  readAll(edgeReader({ ...options, ...more }), text, cuts);
const ends = (text: string | Uint8Array) => read(text).ties.map((tie) => `${tie.a}-${tie.b}`);

describe('columns', () => {
  it.each([
    ['source,target\nAna,Bo\n'],
    ['from\tto\nAna\tBo\n'],
    ['id_1;id_2\nAna;Bo\n'],
    ['i j\nAna Bo\n'],
    ['"Source","Target"\n"Ana","Bo"\n'],
    ['weight,b,a\n2,Bo,Ana\n'],
    ['Ana,Bo\n'],
    ['Ana Bo\n'],
    ['# made by hand\n% two columns\n\nAna\tBo\n'],
    ['"Ana" "Bo"\n'],
  ])('%j', (text) => {
    expect(ends(text)).toEqual(['Ana-Bo']);
  });

  it('reads weight, kind, since and time under any of their names and in any order', () => {
    const { ties, findings } = read(
      'time,relation,strength,to,from,since\n2021-03-12T23:30:00Z,friend,2.5,Bo,Ana,2014\n,,"1,5",Cy,Ana,12 Mar 2014\n',
    );
    expect(ties).toEqual([
      {
        kind: 'tie',
        line: 2,
        a: 'Ana',
        b: 'Bo',
        weight: 2.5,
        tieKind: 'friend',
        since: '2014',
        day: '2021-03-13',
      },
      { kind: 'tie', line: 3, a: 'Ana', b: 'Cy', weight: 1.5, since: '2014-03-12' },
    ]);
    expect(findings).toEqual([]);
  });

  it('makes out columns without headers', () => {
    expect(read('1 2 3.5\n2 3 1\n').ties[0]).toMatchObject({ a: '1', b: '2', weight: 3.5 });
    expect(read('1,2,1262454010\n2,3,1262454011\n').ties[0]).toMatchObject({
      a: '1',
      b: '2',
      day: '2010-01-02',
    });
    expect(read('1 2 1 1262454010\n2 3 1 1262454011\n').ties[0]).toMatchObject({
      weight: 1,
      day: '2010-01-02',
    });
    expect(read('Ana,Bo,friend\nBo,Cy,friend\nCy,Ana,kin\n').ties[0]).toMatchObject({ tieKind: 'friend' });
    const log = Array.from({ length: 30 }, (_, i) => `${28820 + i * 20} ${400 + (i % 5)} ${401 + (i % 5)}`);
    expect(read(log.join('\n')).ties[1]).toMatchObject({ a: '401', b: '402', day: '1970-01-01' });
    expect(ends('left hand,right hand\n1,2\n3,4\n5,6\n')).toEqual(['1-2', '3-4', '5-6']);
  });

  it('says of rows that bring no tie why, and of values that cannot be read', () => {
    const { ties, findings } = read(
      'source,target,weight,note\nA,A,1,x\nA,,1,x\nA,B,heavy,x\nB,C,0,x\n"D,E,1\n',
      {},
    );
    expect(ties.map((tie) => [tie.a, tie.b, tie.weight])).toEqual([
      ['A', 'B', undefined],
      ['B', 'C', undefined],
    ]);
    expect(findings.map(({ line, level, reason }) => [line, level, reason.slice(0, 30)])).toEqual([
      [1, 'note', 'Columns that were not read: no'],
      [2, 'skipped', 'The row ties A to itself.'],
      [3, 'skipped', 'The row names only one end of '],
      [4, 'note', '"heavy" is no weight above 0; '],
      [5, 'note', '"0" is no weight above 0; the '],
      [6, 'skipped', 'A quotation mark in this row i'],
    ]);
  });

  it.each([
    ['prose', 'From Ana to Bob\nwith love and more\nand so on\n'],
    ['a table of people', 'id,club\n0,Red\n1,Red\n2,Blue\n3,Red\n4,Blue\n5,Red\n'],
    ['one column', 'id\n1\n2\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(/is no list of ties/);
  });
});

describe('times', () => {
  const days = (unit: Partial<ReadOptions>, ...times: (string | number)[]) => {
    const { ties, findings } = read(`a,b,time\n${times.map((time) => `1,2,${time}`).join('\n')}\n`, unit);
    return { days: ties.map((tie) => tie.day), said: findings.map((finding) => finding.reason).join(' ') };
  };

  it('are moments in the zone of the user', () => {
    expect(days({ zone: 'Pacific/Kiritimati' }, 1262340000).days).toEqual(['2010-01-02']);
    expect(days({ zone: 'America/St_Johns' }, 1262314800).days).toEqual(['2009-12-31']);
    expect(days({}, '2010-01-01T23:30:00Z', '2010-01-01 23:30', '2010-01-01').days).toEqual([
      '2010-01-02',
      '2010-01-01',
      '2010-01-01',
    ]);
  });

  it('have a unit that is guessed, and said', () => {
    expect(days({}, 1262340000, 1262350000)).toEqual({
      days: ['2010-01-01', '2010-01-01'],
      said: expect.stringMatching(/seconds since 1970/),
    });
    expect(days({}, 1262340000000).said).toMatch(/milliseconds since 1970/);
    expect(days({}, 28820, 115220).days).toEqual(['1970-01-01', '1970-01-02']);
    expect(days({}, 28820, 115220).said).toMatch(/seconds since a start .* from 1970-01-01/);
    expect(days({}, 1, 2, 3)).toMatchObject({ days: ['1970-01-02', '1970-01-03', '1970-01-04'] });
    expect(days({}, 20210312, 20210313)).toEqual({ days: ['2021-03-12', '2021-03-13'], said: '' });
  });

  it('or one that is given', () => {
    expect(days({ timeUnit: 'hours', timeOrigin: '2013-06-24' }, 1, 25)).toEqual({
      days: ['2013-06-24', '2013-06-25'],
      said: '',
    });
    expect(days({ timeUnit: 'unix' }, 86400).days).toEqual(['1970-01-02']);
  });
});

describe('a table of people', () => {
  const people = (text: string) => readAll(nodeReader(options), text);

  it('fills fields, makes groups into tags and keeps the rest', () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i},P${i},${i % 2 ? 'Red' : 'Blue'},Basel,Acme,Boss,p${i}@x.org,a;b,${i * 7}`,
    );
    const { contacts } = people(`id,name,club,city,company,title,email,tags,age\n${rows.join('\n')}\n`);
    expect(contacts).toHaveLength(30);
    expect(contacts[1]).toMatchObject({
      id: '1',
      line: 3,
      fields: {
        name: { full: 'P1' },
        place: 'Basel',
        organisations: [{ name: 'Acme', title: 'Boss' }],
        emails: [{ value: 'p1@x.org' }],
        tags: ['a', 'b', 'club: Red'],
        other: [
          { name: 'id', value: '1' },
          { name: 'age', value: '7' },
        ],
      },
    });
  });

  it('takes the id for the name where there is no other', () => {
    const { contacts } = people('id\nAna\n"Bo, Cy"\n');
    expect(contacts.map((one) => [one.id, one.fields.name?.full])).toEqual([
      ['Ana', 'Ana'],
      ['Bo, Cy', 'Bo, Cy'],
    ]);
  });
});

describe('whatever the bytes', () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `P${i},"Q ""${i}""",${i + 1},12${String(i).padStart(8, '0')}`,
  );
  const file = bytesOf(`# ties\nsource,target,weight,time\n${rows.join('\r\n')}\n`);

  it('reads the same however the bytes are sliced', () => {
    const whole = read(file).items;
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 60 }), (cuts) => {
        expect(read(file, {}, cuts).items).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('survives broken bytes and loses only rows that were touched', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const text = mutated(file, changes);
        let items;
        try {
          items = read(text).items;
        } catch (error) {
          expect(String(error)).toMatch(/no list of ties/);
          return;
        }
        expect(JSON.stringify(read(text, {}, [9, 1100, 1101, 1400]).items)).toBe(JSON.stringify(items));
        const header = text.slice(0, 40).join() === file.slice(0, 40).join();
        const kept = items.filter((item) => item.kind === 'tie').length;
        if (header) expect(kept).toBeGreaterThanOrEqual(40 - changes.length * 3);
      }),
      { numRuns: 300 },
    );
  });
});

const networks = beside('networks');
describe.skipIf(!networks.there)('real networks', () => {
  it.each([
    ['karate/edges.csv', 34, 78],
    ['florentine/edges_marriage.csv', 15, 20],
    ['florentine/edges_business.csv', 11, 15],
    ['krackhardt_kite/edges.csv', 10, 18],
    ['krackhardt_hightech/edges_advice.csv', 21, 190],
    ['krackhardt_hightech/edges_friends.csv', 21, 102],
    ['krackhardt_hightech/edges_reports.csv', 21, 20],
    ['lesmis/edges.csv', 77, 254],
    ['arenas_email/edges.csv', 1_133, 5_451],
    ['ego_facebook/facebook_combined.txt', 4_039, 88_234],
    ['ego_facebook/0.edges', 333, 5_038],
    ['musae_facebook/edges.csv', 22_470, 171_002],
    ['sp_workplace2013/contacts.csv', 92, 9_827],
    ['eu_core_temporal_dept3/messages.csv', 89, 12_216],
  ])('%s: %i people, %i rows', (name, people, rows) => {
    const { ties, skipped } = read(networks.read(name));
    expect(new Set(ties.flatMap((tie) => [tie.a, tie.b])).size).toBe(people);
    expect(ties.length + skipped.length).toBe(rows);
    expect(skipped.every(({ reason }) => reason.includes('to itself'))).toBe(true);
  });

  it('radoslaw_email: every mail but those to oneself, dated', () => {
    const { ties, skipped } = read(networks.read('radoslaw_email/messages.csv'));
    expect([ties.length, skipped.length]).toEqual([82_876, 51]);
    expect(new Set(ties.map((tie) => tie.day?.slice(0, 7))).size).toBe(10);
    expect(ties.every((tie) => tie.day !== undefined)).toBe(true);
  });

  it('sp_workplace2013: ten days of contacts', () => {
    const { ties } = read(networks.read('sp_workplace2013/contacts.csv'));
    expect(ties[0]).toMatchObject({ a: '492', b: '938', day: '1970-01-01' });
    expect(new Set(ties.map((tie) => tie.day)).size).toBe(10);
  });

  it.each([
    ['karate', 34, { tags: ['club: Mr. Hi'] }],
    ['krackhardt_hightech', 21, { organisations: [{ name: '4' }] }],
    ['krackhardt_kite', 10, { name: { full: 'A' } }],
    ['sp_workplace2013', 92, { organisations: [{ name: 'DISQ' }], tags: ['department: DISQ'] }],
    ['lesmis', 77, { name: { full: 'Napoleon' } }],
    [
      'musae_facebook',
      22_470,
      { name: { full: 'The Voice of China 中国好声音' }, tags: ['page_type: tvshow'] },
    ],
  ])('%s: %i people with what is known of them', (name, count, first) => {
    const { contacts, skipped } = readAll(nodeReader(options), networks.read(`${name}/nodes.csv`));
    expect([contacts.length, skipped.length]).toEqual([count, 0]);
    expect(contacts[0]?.fields).toMatchObject(first);
  });
});
