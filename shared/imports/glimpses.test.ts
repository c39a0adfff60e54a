import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasMailBefore } from './glimpses';
import { mailBefore } from '../forgetting/what-goes';
import type { EncounterRecord } from '../formats/record';
import { Desk, file, mail, person, type TestFile } from './importing.testing';
import { letter, meeting } from './encounters.testing';

const me = 'me@x.org';
const everybody = Array.from({ length: 12 }, (_, at) => `p${at}@x.org`);
const some = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => everybody[(from + at) % everybody.length] ?? '');
const of = (...items: readonly EncounterRecord[]): TestFile => file('kithmap', items, 'a file of mine');

/** Somebody who knows everybody’s address already. */
function known(): Desk {
  const desk = new Desk();
  desk.do('me.set', { addresses: [{ kind: 'email', value: me }] });
  desk.import(
    file(
      'vcard',
      everybody.map((address) => person(address, mail(address))),
    ),
  );
  return desk;
}

/** A meeting of ten says less than a tenth of any two of them; two of those say more. */
const large = (day: string): TestFile => of(meeting(day, [me, ...some(0, 9)], { key: `meeting ${day}` }));

let desk: Desk;
beforeEach(() => {
  desk = known();
});
const guesses = (): number => desk.network.count('ties');

describe('pairs who were seen together too little', () => {
  it('are guessed once several files say enough of them, with all that they said', () => {
    const first = desk.import(large('2026-03-02'));
    expect([guesses(), desk.network.count('glimpses')]).toEqual([0, 8]);
    expect(first.plan.rows.some(({ detail }) => detail.includes('It counts once more comes to it'))).toBe(
      true,
    );
    expect(desk.import(large('2026-03-02')).plan.changes).toEqual([]);
    desk.import(large('2026-03-09'));
    expect(guesses()).toBe(36);
    const [tie] = [...desk.network.all('ties')];
    expect(tie?.confidence).toBeCloseTo(1 - (1 - 0.5 / 9) ** 2, 3);
    const evidence = [...desk.network.all('evidence')].filter((piece) => piece.tie === tie?.id);
    expect(evidence.map(({ kind, day, size }) => [kind, day, size])).toEqual([
      ['meeting', '2026-03-02', 10],
      ['meeting', '2026-03-09', 10],
    ]);
    for (const day of ['2026-03-09', '2026-03-02']) expect(desk.import(large(day)).plan.changes).toEqual([]);
  });

  it('bring it along where a card says that they are related', () => {
    desk.import(large('2026-03-02'));
    const [a = '', b = ''] = everybody;
    const card = person(a, mail(a), { relations: [{ name: b, kind: 'sister' }] });
    desk.import(file('vcard', [card]));
    expect(guesses()).toBe(1);
    expect(desk.import(large('2026-03-02')).plan.changes).toEqual([]);
  });

  it('go with the import that saw them, and with whoever goes', () => {
    const before = desk.network.toData();
    const first = desk.import(large('2026-03-02'));
    const second = desk.import(of(meeting('2026-03-03', [me, ...some(3, 9)])));
    expect(desk.undo(first.patches).kept).toEqual([]);
    expect([...desk.network.all('glimpses')].every(({ batch }) => batch !== first.plan.batch.id)).toBe(true);
    const id = desk.named('p5@x.org').id;
    desk.do('contact.remove', { id });
    expect(JSON.stringify([...desk.network.all('glimpses')])).not.toContain(`"${id}"`);
    desk.undo(second.patches);
    expect(desk.network.toData()['glimpses']).toEqual({});
    expect(Object.keys(before['glimpses'] ?? {})).toEqual([]);
  });

  it('keep nobody back whom an earlier import brought and that is taken back', () => {
    desk = new Desk();
    desk.do('me.set', { addresses: [{ kind: 'email', value: me }] });
    const cards = desk.import(
      file(
        'vcard',
        everybody.map((address) => person(address, mail(address))),
      ),
    );
    const seen = desk.import(
      of(letter('2026-03-02', everybody[0] ?? '', everybody.slice(1, 11), { key: 'round' })),
    );
    expect(seen.plan.changes.map(({ table }) => table)).toContain('glimpses');
    desk.undo(cards.patches);
    expect(desk.contacts().filter(({ name }) => name.full.startsWith('p'))).toEqual([]);
    for (const glimpse of desk.network.all('glimpses')) expect(glimpse.with).toEqual([]);
  });

  it('follow whoever becomes one with another, and are split again', () => {
    desk.import(large('2026-03-02'));
    const before = desk.network.toData()['glimpses'];
    const [into, gone] = [desk.named('p11@x.org').id, desk.named('p2@x.org').id];
    desk.do('contact.merge', { into, gone });
    expect(desk.import(large('2026-03-02')).plan.changes.filter(({ table }) => table === 'glimpses')).toEqual(
      [],
    );
    desk.do('contact.split', { merge: [...desk.network.all('merges')][0]?.id });
    expect(desk.network.toData()['glimpses']).toEqual(before);
  });

  it('are forgotten with the mails before a day', () => {
    desk.import(of(letter('2026-03-02', everybody[0] ?? '', [me, ...everybody.slice(1, 10)])));
    expect(mailBefore(desk.network, '2026-03-02').ids).toEqual(
      expect.not.arrayContaining([...desk.network.all('glimpses')].map(({ id }) => id)),
    );
    expect(mailBefore(desk.network, '2026-03-03').ids).toEqual(
      expect.arrayContaining([...desk.network.all('glimpses')].map(({ id }) => id)),
    );
    expect(hasMailBefore('2026-01-01m4 2026-02-01l9x2n3 nonsense 2026-01-01x2', '2026-02-01')).toBe(false);
    expect(hasMailBefore('2026-01-01m4 2026-02-01l9x2n3', '2026-02-02')).toBe(true);
  });
});

describe('the same files once more, in whatever order', () => {
  const record = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    from: fc.nat(11),
    count: fc.integer({ min: 2, max: 10 }),
    isMail: fc.boolean(),
    nth: fc.integer({ min: 1, max: 4 }),
    part: fc.nat(2),
  });

  it('say nothing new of who knows whom', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 25 }),
        fc.nat(5),
        fc.nat(5),
        (all, one, other) => {
          const parts: EncounterRecord[][] = [[], [], []];
          for (const [at, { day, from, count, isMail, nth, part }] of all.entries()) {
            const date = `2026-04-${String(day).padStart(2, '0')}`;
            const [first = '', ...rest] = some(from, count);
            const more = { key: `record ${at}`, ...(isMail ? {} : { nth }) };
            parts[part]?.push(
              isMail ? letter(date, first, rest, more) : meeting(date, [first, ...rest], more),
            );
          }
          const files = parts.map((items) => of(...items));
          const desk = known();
          for (const at of orders[one] ?? []) desk.import(files[at] ?? of());
          for (const at of orders[other] ?? []) {
            expect(desk.import(files[at] ?? of()).plan.changes).toEqual([]);
          }
          const turned = known();
          for (const at of orders[other] ?? []) turned.import(files[at] ?? of());
          expect(said(turned)).toEqual(said(desk));
        },
      ),
      { numRuns: 40 },
    );
  });
});

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** Who is guessed to know whom, how surely, and from what. */
function said({ network }: Desk): string[] {
  const name = (id: string): string => network.get('contacts', id)?.name.full ?? '';
  return [...network.all('ties')]
    .map(({ id, a, b, confidence }) => {
      const rests = [...network.all('evidence')]
        .filter((piece) => piece.tie === id)
        .map(({ kind, day, size, count, nth }) => [kind, day, size, count, nth ?? 1].join(' '));
      return [[name(a), name(b)].sort().join(' '), confidence, ...rests.sort()].join(', ');
    })
    .sort();
}
