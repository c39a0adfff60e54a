import { describe, expect, it } from 'vitest';
import { Desk, file, mail, person, tie } from './importing.testing';

const counts = {
  new: 0,
  met: 0,
  changed: 0,
  unchanged: 0,
  kept: 0,
  keptBesides: 0,
  possibleDuplicates: 0,
  intended: 0,
  skipped: 0,
  ties: 0,
  others: 0,
  interactions: 0,
};

describe('who a row is', () => {
  it('finds the contact of the row again, whatever it is called now', () => {
    const desk = new Desk();
    const cards = file('vcard', [person('Ana', {}, { key: 'uid-1' })]);
    desk.import(cards);
    desk.do('contact.edit', { id: desk.named('Ana').id, name: { full: 'Ana Silva' } });
    const { plan } = desk.import(cards);
    expect(plan.counts).toEqual({ ...counts, kept: 1 });
    expect(desk.named('Ana Silva').name.full).toBe('Ana Silva');
  });

  it('keeps namesakes apart and says that they may be one', () => {
    const desk = new Desk();
    const { plan } = desk.import(
      file('linkedin', [
        person('Jo Park', {}, { key: 'linkedin.com/in/jo' }),
        person('Jó Park', {}, { key: 'linkedin.com/in/jo-2' }),
      ]),
    );
    expect(plan.counts).toEqual({ ...counts, new: 2, possibleDuplicates: 1 });
    expect(plan.rows[0]).toMatchObject({ kind: 'possible', contact: desk.named('Jo Park').id });
  });

  it('tells equal rows without a key apart by their place', () => {
    const desk = new Desk();
    const rows = file('linkedin', [person('Jo Park'), person('Jo Park')]);
    expect(desk.import(rows).plan.counts.new).toBe(2);
    expect([...desk.network.all('sources')].map(({ key }) => key.endsWith('#2'))).toEqual([false, true]);
    expect(desk.import(rows).plan.counts).toEqual({ ...counts, unchanged: 2 });
  });

  it('takes two rows with one key for one person, and a mail address that two names share for two', () => {
    const desk = new Desk();
    const rows = file('vcard', [
      person('Ana Silva', mail('silva@example.org'), { key: 'silva@example.org' }),
      person('ana silva', { place: 'Porto' }, { key: 'silva@example.org' }),
      person('Rui Silva', mail('silva@example.org'), { key: 'silva@example.org' }),
    ]);
    const { plan } = desk.import(rows);
    expect(plan.counts).toEqual({ ...counts, new: 2, possibleDuplicates: 1 });
    expect(desk.named('Ana Silva').place).toBe('Porto');
    expect(desk.import(rows).plan).toMatchObject({ counts: { ...counts, unchanged: 2 }, changes: [] });
  });

  it('meets the one contact with the same mail address or profile in another format', () => {
    const desk = new Desk();
    desk.import(
      file('linkedin', [
        person(
          'Ana Silva',
          { urls: [{ value: 'https://www.linkedin.com/in/ana' }] },
          { key: 'linkedin.com/in/ana', connectedOn: '2021-03-12' },
        ),
      ]),
    );
    const card = file('vcard', [
      person(
        'Ana M. Silva',
        {
          urls: [{ value: 'http://pt.linkedin.com/in/ANA/' }],
          phones: [{ value: '+351 1' }],
          birthday: '--02-03',
        },
        { key: 'uid' },
      ),
    ]);
    const { plan } = desk.import(card);
    expect(plan.counts).toEqual({ ...counts, changed: 1, keptBesides: 1 });
    expect(desk.named('Ana Silva')).toMatchObject({
      phones: [{ value: '+351 1' }],
      urls: [{ value: 'https://www.linkedin.com/in/ana' }],
      birthday: '--02-03',
      howMet: { text: 'connected on LinkedIn', on: '2021-03-12' },
    });
    expect(desk.network.count('sources')).toBe(2);
    expect(desk.network.count('interactions')).toBe(0);
    expect(desk.import(card).plan).toMatchObject({ counts: { ...counts, kept: 1 }, changes: [] });
  });

  it('meets whoever has the number, in its international form, and the name as well', () => {
    const desk = new Desk();
    const phone = (value: string): object => ({ phones: [{ value }] });
    desk.import(
      file('vcard', [
        person('Ana Núñez', phone('+41 79 123 45 67')),
        person('Ben', phone('+41 79 123 45 67')),
      ]),
    );
    const book = file('book', [
      person('Ana Nunez', { ...phone('0041791234567'), place: 'Bern' }),
      person('Cy', phone('0041791234567')),
      person('Ben', phone('079 123 45 67')),
    ]);
    expect(desk.import(book).plan.counts).toMatchObject({ new: 2, changed: 1 });
    expect(desk.named('Ana Núñez').place).toBe('Bern');
    expect(desk.plan([book]).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, kept: 1 });
  });

  it('makes nobody one where two contacts have the address, or the page is that of a firm', () => {
    const desk = new Desk();
    const firm = { urls: [{ value: 'https://example.com' }] };
    desk.import(
      file('linkedin', [
        person('A A', mail('x@example.org')),
        person('B B', mail('x@example.org')),
        person('C C', firm),
      ]),
    );
    const { plan } = desk.import(
      file('vcard', [person('X', mail('x@example.org'), { key: 'u' }), person('D D', firm, { key: 'v' })]),
    );
    expect(plan.counts).toEqual({ ...counts, new: 2, possibleDuplicates: 1 });
  });

  it('gives a shared address to whoever has the name too, and to no second row of the file', () => {
    const desk = new Desk();
    desk.import(file('linkedin', [person('Ana Silva', mail('silva@example.org'))]));
    const { plan } = desk.import(
      file('vcard', [
        person('Rui Silva', mail('silva@example.org'), { key: 'r' }),
        person('Ana Silva', mail('silva@example.org'), { key: 'a' }),
      ]),
    );
    expect(plan.counts).toMatchObject({ new: 1, changed: 1, possibleDuplicates: 1 });
    expect(desk.contacts().map(({ name }) => name.full)).toEqual(['Ana Silva', 'Rui Silva']);
  });

  it('takes a card with one of my addresses for me', () => {
    const desk = new Desk();
    desk.do('me.set', { addresses: [{ kind: 'email', value: 'Me@Example.org' }] });
    const card = file('vcard', [
      person('Ida Me', { ...mail('me@example.org'), place: 'Oslo' }, { key: 'u' }),
    ]);
    const { plan } = desk.import(card);
    expect(plan.counts).toEqual({ ...counts, changed: 1 });
    expect(desk.named('Ida Me')).toMatchObject({ place: 'Oslo' });
    expect(desk.network.count('contacts')).toBe(1);
    expect(desk.import(card).plan).toMatchObject({ counts: { ...counts, unchanged: 1 }, changes: [] });
  });

  it('knows within one import whom an earlier file brought', () => {
    const desk = new Desk();
    const { plan } = desk.import(
      file('linkedin', [person('Ana Silva', mail('a@example.org'))]),
      file('vcard', [person('Ana Silva', { ...mail('A@example.org'), place: 'Porto' }, { key: 'u' })]),
    );
    expect(plan.counts).toMatchObject({ new: 1, changed: 1 });
    expect(desk.contacts()).toHaveLength(1);
  });
});

describe('fields', () => {
  it('marks names that are doubtful, until a better one comes', () => {
    const desk = new Desk();
    const rows = (name: string, guessed: boolean) =>
      file('vcard', [person(name, mail('a@example.org'), { key: 'u', nameGuessed: guessed })]);
    desk.import(rows('a@example.org', true));
    expect(desk.named('a@example.org').nameDoubt).toBe('guessed');
    expect(desk.import(rows('a@example.org', true)).plan.changes).toEqual([]);
    desk.import(rows('Ana', false));
    expect(desk.named('Ana').nameDoubt).toBeUndefined();
    expect(desk.import(rows('a@example.org', true)).plan.changes).toEqual([]);
  });

  it('takes a name that was given by hand for certain', () => {
    const desk = new Desk();
    const rows = (name: string, guessed: boolean) =>
      file('vcard', [person(name, {}, { key: 'u', nameGuessed: guessed })]);
    desk.import(rows('ana@example.org', true));
    desk.do('contact.edit', { id: desk.named('ana@example.org').id, name: { full: 'Ana' } });
    expect(desk.named('Ana').nameDoubt).toBeUndefined();
    expect(desk.import(rows('Another', false)).plan.counts).toMatchObject({ changed: 0, kept: 1 });
    expect(desk.named('Ana').name.full).toBe('Ana');
  });

  it('says what is too long to keep, and keeps the rest', () => {
    const desk = new Desk();
    const { plan } = desk.import(
      file('vcard', [person('Ana', { place: 'x'.repeat(5_000), tags: ['', 'ok'] })]),
    );
    expect(desk.named('Ana').place).toHaveLength(1_000);
    expect(desk.named('Ana').tags).toEqual(['ok']);
    expect(plan.rows.find(({ kind }) => kind === 'note')?.detail).toMatch(/shortened: place, tags/);
  });

  it('brings a note once: not again when it was edited or removed', () => {
    const desk = new Desk();
    const rows = file('vcard', [person('Ana', {}, { key: 'u', notes: ['Likes tea', 'Likes tea'] })]);
    desk.import(rows);
    const [note] = desk.network.all('notes');
    expect(note?.text).toBe('Likes tea');
    desk.do('note.remove', { id: note?.id });
    expect(desk.import(rows).plan.changes).toEqual([]);
  });

  it('leaves a field alone that was edited while the import ran', () => {
    const desk = new Desk();
    const rows = (place: string) => file('vcard', [person('Ana', { place }, { key: 'u' })]);
    desk.import(rows('Porto'));
    const plan = desk.plan([rows('Lisbon')]);
    desk.do('contact.edit', { id: desk.named('Ana').id, place: 'Faro' });
    for (const { table, id, before, after } of plan.changes) {
      if (table === 'contacts') expect({ id, before, after }).toMatchObject({ before: { place: 'Porto' } });
    }
    desk.do('import.begin', { ...plan.batch });
    desk.do('import.apply', { batch: plan.batch.id, changes: plan.changes });
    expect(desk.named('Ana').place).toBe('Faro');
  });
});

describe('relations', () => {
  const couple = file('vcard', [
    person(
      'Ana Silva',
      {},
      {
        key: 'a',
        relations: [
          { kind: 'spouse', name: 'Rui Silva' },
          { kind: 'child', name: 'Eva' },
        ],
      },
    ),
    person('Rui Silva', {}, { key: 'r', relations: [{ kind: 'spouse', uid: 'a' }] }),
  ]);

  it('become guessed ties with their evidence, to the contact of that name or to a new name', () => {
    const desk = new Desk();
    const { plan } = desk.import(couple);
    expect(plan.counts).toEqual({ ...counts, new: 2, ties: 2 });
    expect(plan.hasTies).toBe(true);
    const eva = desk.named('Eva');
    expect(eva.stub).toBe(true);
    const ana = desk.named('Ana Silva').id;
    const tieTo = (other: string) =>
      desk.network.get('ties', desk.network.index.tieBetween(ana, other) ?? '');
    expect(tieTo(desk.named('Rui Silva').id)).toMatchObject({
      state: 'inferred',
      confidence: 0.95,
      kind: 'spouse',
    });
    expect(tieTo(eva.id)).toMatchObject({ kind: 'child', kindOf: eva.id });
    expect([...desk.network.all('evidence')].map(({ kind, label }) => ({ kind, label }))).toEqual([
      { kind: 'relation', label: 'spouse' },
      { kind: 'relation', label: 'child' },
    ]);
    expect(desk.import(couple).plan).toMatchObject({ counts: { ...counts, unchanged: 2 }, changes: [] });
  });

  it('that were removed do not come back', () => {
    const desk = new Desk();
    desk.import(couple);
    desk.do('contact.remove', { id: desk.named('Eva').id });
    expect(desk.import(couple).plan.changes).toEqual([]);
  });

  it('of a name that several have make a new name and say so', () => {
    const desk = new Desk();
    const { plan } = desk.import(
      file('vcard', [
        person('Rui Silva', {}, { key: 'r1' }),
        person('Rui Silva', {}, { key: 'r2' }),
        person(
          'Ana Silva',
          {},
          {
            key: 'a',
            relations: [
              { kind: 'spouse', name: 'Rui Silva' },
              { kind: 'friend', uid: 'nowhere' },
            ],
          },
        ),
      ]),
    );
    expect(plan.counts).toMatchObject({ new: 3, possibleDuplicates: 2, ties: 1 });
    expect(desk.contacts().filter(({ stub }) => stub)).toHaveLength(1);
    expect(plan.rows.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('to a first name on two cards are two people, to a full name one', () => {
    const desk = new Desk();
    const card = (name: string, ...names: string[]) =>
      person(name, {}, { key: name, relations: names.map((other) => ({ kind: 'friend', name: other })) });
    desk.import(file('vcard', [card('A A', 'Maria', 'Alice Boss'), card('B B', 'Maria', 'Alice Boss')]));
    expect(
      desk
        .contacts()
        .map(({ name }) => name.full)
        .toSorted(),
    ).toEqual(['A A', 'Alice Boss', 'B B', 'Maria', 'Maria']);
  });
});

describe('listed ties', () => {
  it('add up by pair, and make the people they name', () => {
    const desk = new Desk();
    const edges = file('edges', [
      tie('Ana', 'Ben', { weight: 2 }),
      tie('Ben', 'Ana', { weight: 3 }),
      tie('Ben', 'Cy'),
      tie('Cy', 'Ben'),
      tie('Cy', 'Dee', { tieKind: 'friend', since: '2019' }),
      tie('Dee', 'Dee'),
      tie('Ana', 'Dee', { weight: 0 }),
    ]);
    const { plan } = desk.import(edges);
    expect(plan.counts).toEqual({ ...counts, new: 4, ties: 3, skipped: 2 });
    expect(
      [...desk.network.all('ties')].map(({ state, weight, kind, since }) => ({ state, weight, kind, since })),
    ).toEqual([
      { state: 'known', weight: 5 },
      { state: 'known', weight: 2 },
      { state: 'known', kind: 'friend', since: '2019' },
    ]);
    expect(desk.import(edges).plan).toMatchObject({
      counts: { ...counts, unchanged: 4, skipped: 2 },
      changes: [],
    });
  });

  it('keep every way in which two are tied, in whatever order a file says them', () => {
    const desk = new Desk();
    const rows = [
      tie('Ana', 'Ben', { tieKind: 'friend' }),
      tie('Ben', 'Ana', { tieKind: 'advice' }),
      tie('Ana', 'Ben', { tieKind: 'friend' }),
    ];
    desk.import(file('pajek', rows));
    expect([...desk.network.all('ties')].map(({ kind, weight }) => [kind, weight])).toEqual([
      ['advice, friend', 3],
    ]);
    expect(desk.plan([file('pajek', rows.toReversed())]).changes).toEqual([]);
  });

  it('take a new weight from a newer file unless I changed mine', () => {
    const desk = new Desk();
    const edges = (weight: number) => file('edges', [tie('Ana', 'Ben', { weight })]);
    desk.import(edges(2));
    expect(desk.import(edges(3)).plan.counts).toMatchObject({ unchanged: 2, ties: 1 });
    const [known] = desk.network.all('ties');
    expect(known?.weight).toBe(3);
    desk.do('tie.edit', { id: known?.id, weight: 9 });
    expect(desk.import(edges(4)).plan).toMatchObject({
      counts: { unchanged: 2, kept: 1, ties: 0 },
      changes: [],
    });
  });

  it('with days become evidence, one entry a pair and day, and no interaction', () => {
    const desk = new Desk();
    const sent = (a: string, b: string, day: string) => tie(a, b, { day, evidenceKind: 'mail' });
    const log = [sent('1', '2', '2010-01-02'), sent('2', '1', '2010-01-02'), sent('1', '2', '2010-01-03')];
    desk.import(file('edges', log));
    const entries = () =>
      [...desk.network.all('evidence')].map(({ kind, day, count }) => ({ kind, day, count }));
    expect(entries()).toEqual([
      { kind: 'mail', day: '2010-01-02', count: 2 },
      { kind: 'mail', day: '2010-01-03', count: 1 },
    ]);
    expect(desk.import(file('edges', log)).plan.changes).toEqual([]);
    const more = file('edges', [...log, sent('1', '2', '2010-01-03'), sent('1', '2', '2010-01-04')]);
    expect(desk.import(more).plan.counts).toEqual({ ...counts, unchanged: 2, ties: 1 });
    expect(entries().map(({ count }) => count)).toEqual([2, 2, 1]);
    expect(desk.network.count('interactions')).toBe(0);
  });

  it('mean the one contact of exactly that name, or of that mail address', () => {
    const desk = new Desk();
    desk.import(
      file('vcard', [
        person('Ana Silva', mail('ana@example.org'), { key: 'a' }),
        person('Jo Park', {}, { key: 'j1' }),
        person('Jo Park', {}, { key: 'j2' }),
      ]),
    );
    const edges = file('edges', [tie('Ana Silva', 'Jo Park'), tie('ANA@example.org', 'Zoe')]);
    const { plan } = desk.import(edges);
    expect(plan.counts).toMatchObject({ new: 3, possibleDuplicates: 2, ties: 2 });
    expect(desk.import(edges).plan.changes).toEqual([]);
  });

  it('take attributes from a companion file, before or after it', () => {
    for (const nodesFirst of [true, false]) {
      const desk = new Desk();
      const edges = file('edges', [tie('0', '1')], 'edges.csv');
      const nodes = file(
        'edges',
        [person('Andre', { tags: ['A'] }, { id: '0', key: '0' }), person('Fay', {}, { id: '2', key: '2' })],
        'nodes.csv',
      );
      const { plan } = desk.import(...(nodesFirst ? [nodes, edges] : [edges, nodes]));
      expect(plan.counts).toEqual({ ...counts, new: 3, ties: 1 });
      expect(desk.named('Andre').tags).toEqual(['A']);
      expect(desk.import(edges).plan).toMatchObject({ counts: { ...counts, unchanged: 2 }, changes: [] });
      expect(desk.import(nodes, edges).plan.changes).toEqual([]);
    }
  });

  it('confirm a guess when they are said to be known, and are guesses when they are said to be', () => {
    const desk = new Desk();
    desk.import(
      file('vcard', [person('Ana Silva', {}, { key: 'a', relations: [{ kind: 'friend', name: 'Ben Oh' }] })]),
    );
    const edges = file('edges', [tie('Ana Silva', 'Ben Oh')]);
    expect(desk.plan([edges], 'inferred').changes.filter(({ table }) => table === 'ties')).toEqual([]);
    desk.import(edges);
    expect([...desk.network.all('ties')]).toMatchObject([{ state: 'known', kind: 'friend' }]);
    const guess = desk.plan([file('graphml', [tie('Q', 'R', { confidence: 0.7 })])]);
    expect(guess.rows.find(({ kind }) => kind === 'tie')?.detail).toBe('may know R');
    const listed = guess.changes;
    expect(listed.find(({ table }) => table === 'ties')?.after).toMatchObject({ confidence: 0.7 });
    const guesses = desk.plan([file('edges', [tie('Q', 'R')])], 'inferred').changes;
    expect(guesses.find(({ table }) => table === 'ties')?.after).toMatchObject({
      state: 'inferred',
      confidence: 0.5,
    });
  });
});

describe('a batch', () => {
  it('names its files and counts, and is not made for nothing', () => {
    const desk = new Desk();
    const rows = file('vcard', [person('Ana')], 'a.vcf');
    const { plan } = desk.import(rows, file('vcard', [], 'b.vcf'));
    expect([...desk.network.all('batches')]).toMatchObject([
      {
        id: plan.batch.id,
        label: 'a.vcf and 1 more',
        format: 'vcard',
        files: ['a.vcf', 'b.vcf'],
        counts: { new: 1 },
      },
    ]);
    desk.import(rows);
    expect(desk.network.count('batches')).toBe(1);
  });

  it('is written in slices of at most 500 changes', () => {
    const desk = new Desk();
    const people = Array.from({ length: 600 }, (_, at) => person(`Person ${at}`));
    const { patches } = desk.import(file('vcard', people));
    expect(desk.network.count('contacts')).toBe(600);
    desk.undo(patches);
    expect(desk.network.count('contacts')).toBe(0);
  });

  it('refuses what would go beyond an import', () => {
    const desk = new Desk();
    desk.do('import.begin', { id: 'b', label: 'x', format: 'vcard', files: [], counts: {} });
    const change = (table: string, before: unknown, after: unknown) => ({ table, id: 'x', before, after });
    for (const bad of [
      change('settings', null, { id: 'settings' }),
      change('contacts', { id: 'x' }, null),
      change('contacts', { place: 'a' }, { place: 'b' }),
    ]) {
      expect(() => desk.do('import.apply', { batch: 'b', changes: [bad] })).toThrow();
    }
    expect(() =>
      desk.do('import.apply', { batch: 'none', changes: [change('contacts', null, { id: 'x' })] }),
    ).toThrow();
  });
});
