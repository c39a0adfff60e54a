/** What Monica's export becomes in a network. */
import { beforeEach, describe, expect, it } from 'vitest';
import { monicaReader } from '../formats/monica';
import { contactOf, exported, of, some } from '../formats/monica.testing';
import { options, readAll } from '../formats/reading.testing';
import { withoutForgotten } from '../forgetting/left-out';
import { atOnce } from '../steps';
import { Desk, file, mail, person, type TestFile } from './importing.testing';
import { itemsOf, WaitingItems } from './read-items';

const at = (day: string): string => `${day}T00:00:00.000000Z`;
const met = { first_met_date: { date: at('2019-05-01') }, first_met_through: 'b' };

const account = [
  some(
    'contact',
    contactOf('me', { first_name: 'Me', job: 'Baker' }),
    contactOf(
      'a',
      { first_name: 'Ana', last_name: 'Silva', ...met },
      some('contact_field', of({ data: 'ana@x.org', type: '' })),
      some('note', of({ body: 'Likes tea' }, 'n1')),
      some('call', of({ called_at: at('2026-04-20'), content: 'On the move', contact_called: true }, 'k1')),
      some('activity', 'x1'),
    ),
    contactOf(
      'b',
      { first_name: 'Bo' },
      some('contact_field', of({ data: 'bo@x.org' })),
      some('activity', 'x1'),
    ),
    contactOf('k', { first_name: 'Kid', is_partial: true }),
  ),
  some(
    'relationship',
    of({ type: 'colleague', contact_is: 'a', of_contact: 'b' }),
    of({ type: 'child', contact_is: 'a', of_contact: 'k' }),
  ),
  some('activity', of({ summary: 'Dinner', description: 'At Rosa’s', happened_at: at('2026-04-22') }, 'x1')),
];
const files = (): TestFile[] => [file('monica', readAll(monicaReader(options), exported(account)).items)];

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.do('me.set', { name: { full: 'Myself' }, addresses: [{ kind: 'email', value: 'me@x.org' }] });
});

describe('Monica’s export in a network', () => {
  it('is people, notes by their days, known ties, and what happened with me', () => {
    const { plan } = desk.import(...files());
    expect(plan.counts).toMatchObject({ new: 3, skipped: 0, ties: 3, interactions: 2 });
    const [ana, bo, kid] = [desk.named('Ana Silva'), desk.named('Bo'), desk.named('Kid')];
    expect(ana.howMet).toEqual({ on: '2019-05-01', through: bo.id });
    expect(kid.stub).toBe(true);
    expect([...desk.network.all('notes')]).toMatchObject([
      { contact: ana.id, text: 'Likes tea', day: '2020-03-04' },
    ]);
    const ties = [...desk.network.all('ties')];
    expect(ties.every(({ state, confidence }) => state === 'known' && confidence === undefined)).toBe(true);
    expect(ties.map(({ kind, kindOf }) => [kind, kindOf]).sort()).toEqual([
      ['child', kid.id],
      ['colleague', undefined],
    ]);
    expect([...desk.network.all('interactions')]).toMatchObject([
      { day: '2026-04-20', channel: 'call', direction: 'theirs', with: [ana.id], summary: 'On the move' },
      { day: '2026-04-22', direction: 'both', with: [ana.id, bo.id].sort(), summary: 'Dinner\nAt Rosa’s' },
    ]);
    const me = desk.network.get('settings', 'settings')?.me ?? '';
    expect(desk.network.get('contacts', me)?.organisations).toEqual([{ name: '', title: 'Baker' }]);
  });

  it('that comes again changes nothing, and brings back no tie that was removed', () => {
    desk.import(...files());
    expect(desk.plan(files()).changes).toEqual([]);
    const tie = [...desk.network.all('ties')].find(({ kind }) => kind === 'child');
    desk.do('tie.remove', { id: tie?.id ?? '' });
    expect(desk.plan(files()).changes).toEqual([]);
  });

  it('settles a guess, and is a guess itself where its ties are to count as such', () => {
    const relations = [{ kind: 'friend', email: 'bo@x.org' }];
    const cards = [person('Ana', mail('ana@x.org'), { relations }), person('Bo', mail('bo@x.org'))];
    desk.import(file('vcard', cards));
    const states = (): unknown[] => [...desk.network.all('ties')].map(({ state, kind }) => [state, kind]);
    expect(states()).toEqual([['inferred', 'friend']]);
    desk.import(...files());
    expect(states()).toEqual([
      ['known', 'friend'],
      ['known', 'child'],
    ]);
    const { changes } = new Desk().plan(files(), 'inferred');
    const made = changes.filter(({ table }) => table === 'ties').map(({ after }) => after?.['state']);
    expect(made).toEqual(['inferred', 'inferred']);
  });

  it('brings up to date through whom we met, and says so', () => {
    const people = (by?: string) => [
      contactOf('a', { first_name: 'Ana', ...(by === undefined ? {} : { first_met_through: by }) }),
      contactOf('b', { first_name: 'Bo' }),
    ];
    const tie = some('relationship', of({ type: 'friend', contact_is: 'a', of_contact: 'b' }));
    const saying = (by?: string): TestFile =>
      file('monica', readAll(monicaReader(options), exported([some('contact', ...people(by)), tie])).items);
    desk.import(saying());
    const { plan } = desk.import(saying('b'));
    expect(plan.rows.filter(({ kind }) => kind === 'tie')).toMatchObject([
      { detail: 'how you met: through Bo' },
    ]);
    expect(desk.named('Ana').howMet?.through).toBe(desk.named('Bo').id);
    expect(desk.plan([saying('b')]).changes).toEqual([]);

    // What the user says of it is theirs.
    desk.do('contact.edit', { id: desk.named('Ana').id, howMet: { text: 'at the choir' } });
    desk.import(saying('b'));
    expect(desk.named('Ana').howMet).toEqual({ text: 'at the choir' });
  });

  it('does not believe that people were met through each other in a circle', () => {
    const through = (id: string, by: string) => contactOf(id, { first_name: id, first_met_through: by });
    const round = exported([
      some('contact', through('a', 'b'), through('b', 'c'), through('c', 'a'), through('d', 'd')),
    ]);
    const { plan } = desk.import(file('monica', readAll(monicaReader(options), round).items));
    expect(plan.counts).toMatchObject({ new: 4, ties: 3 });
    const met = desk.contacts().filter(({ howMet }) => howMet?.through !== undefined);
    expect(met.map(({ name }) => name.full)).toEqual(['b', 'a']);
  });

  it('leaves out of what happened whoever was forgotten', () => {
    const [{ items } = { items: [] }] = files();
    const left = new WaitingItems();
    const forgotten = {
      isForgotten: (keys: readonly string[]) => keys.includes('row:monica a'),
      mailBefore: undefined,
    };
    const leftOut = atOnce(withoutForgotten('monica', itemsOf(items), forgotten, left));
    expect(leftOut).toMatchObject([{ person: 'Ana Silva' }]);
    const people = [...left.encounters].flatMap(({ participants }) => participants);
    expect(people.map(({ id }) => id)).not.toContain('a');
    expect(people.map(({ id }) => id)).toContain('b');
  });
});
