import { beforeEach, describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import { atOnce } from '../steps';
import type { HelpAnswer } from './answers';
import { whoCanHelp } from './who-can-help';

let net: TestNetwork;

beforeEach(() => {
  net = new TestNetwork();
  net.contact('mara', { canHelpWith: ['tenancy law'] });
  net.settings({ me: 'mara' });
});

function help(need: string, limit = 30): HelpAnswer {
  return atOnce(whoCanHelp({ network: net.network, today: '2026-05-04', locale: 'en-GB' }, need, limit));
}
const ids = (need: string): string[] => help(need).people.map(({ id }) => id);

describe('who can help', () => {
  it('finds the words of the need in offers, work, tags, interests and notes, and says where', () => {
    net.contact('offer', { canHelpWith: ['Tenancy law'] });
    net.contact('title', { organisations: [{ name: 'Kranz', title: 'Tenancy lawyer' }] });
    net.contact('past', { organisations: [{ name: 'Kranz', title: 'Tenancy lawyer', to: '2020' }] });
    net.contact('tag', { tags: ['tenancy'] });
    net.contact('note');
    net.put('notes', {
      contact: 'note',
      text: 'Won her case about tenancies; private matters besides',
      day: '2026-03-02',
      at: '2026-03-02T09:00:00.000Z',
    });
    net.contact('other', { tags: ['choir'] });
    const answer = help('My landlord! Who knows about a tenancy?');
    expect(answer.words).toEqual(['landlord', 'tenancy']);
    expect(answer.total).toBe(5);
    const why = new Map(answer.people.map(({ id, why: text }) => [id, text]));
    expect(why.get('offer')).toBe('Can help with “Tenancy law”.');
    expect(why.get('title')).toBe('Works as “Tenancy lawyer”.');
    expect(why.get('past')).toBe('Once worked as “Tenancy lawyer”.');
    expect(why.get('tag')).toBe('You tagged Tag “tenancy”.');
    expect(why.get('note')).toBe('Your note of March 2026 says “tenancies”.');
    expect(JSON.stringify(answer)).not.toContain('private');
    expect(answer.people[0]).toMatchObject({ id: 'offer', words: ['Tenancy'] });
  });

  it('weighs a rare word more than a common one, and more words more than one', () => {
    for (let i = 0; i < 20; i++) net.contact(`c${i}`, { tags: ['music'] });
    net.contact('rare', { tags: ['harpsichord'] });
    net.contact('both', { tags: ['harpsichord', 'music'] });
    expect(ids('music for harpsichord').slice(0, 2)).toEqual(['both', 'rare']);
  });

  it('takes a word that begins alike for a weaker match', () => {
    net.contact('exact', { canHelpWith: ['translating'] });
    net.contact('alike', { canHelpWith: ['translatings of poems', 'carp'] });
    net.contact('short', { canHelpWith: ['carpentry'] });
    expect(ids('translating')).toEqual(['alike', 'exact'].sort());
    expect(ids('carp')).toEqual(['alike']);
    net.contact('grants', { canHelpWith: ['granting'] });
    expect(ids('a grant')).toEqual(['grants']);
  });

  it('puts whoever may be asked more easily first among those who match alike', () => {
    for (const id of ['anselm', 'berta']) {
      net.contact(id, { canHelpWith: ['welding'] });
      for (const day of ['2026-03-01', '2026-04-20']) net.call(id, day);
    }
    expect(ids('welding')).toEqual(['anselm', 'berta']);
    net.put('requests', { contact: 'anselm', text: 'x', askedOn: '2026-05-01' });
    expect(help('welding').people).toMatchObject([
      { id: 'berta', moment: 'good' },
      { id: 'anselm', moment: 'not-yet' },
    ]);
  });

  it('leaves out me, whoever is archived, and everything confidential', () => {
    net.contact('old', { canHelpWith: ['tenancy'], archived: true });
    net.contact('secret');
    net.put('confidential', { id: 'text', text: 'tenancy' });
    net.put('notes', {
      contact: 'secret',
      confidential: 'text',
      day: '2026-03-02',
      at: '2026-03-02T09:00:00.000Z',
    });
    expect(help('tenancy')).toMatchObject({ total: 0, people: [] });
  });

  it('answers nothing to a need without a telling word, and counts those beyond the limit', () => {
    for (const id of ['one', 'two', 'three']) net.contact(id, { tags: ['choir'] });
    expect(help('of the and')).toEqual({ words: [], people: [], total: 0 });
    expect(help('choir', 2)).toMatchObject({ total: 3, people: [{}, {}] });
    expect(help('__proto__ constructor').total).toBe(0);
  });
});
