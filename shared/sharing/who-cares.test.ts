import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import { atOnce } from '../steps';
import type { WhoCaresAnswer } from './answers';
import { Matter } from './matter';
import { whoCares } from './who-cares';

const today = '2026-05-04';
const birding = { title: 'A spring of birding', tags: ['birding'] };

function ask(test: TestNetwork, matter: JsonObject = birding, shareable?: string): WhoCaresAnswer {
  const asking = { matter: Matter.parse(matter), today, locale: 'en-GB', limit: 50 };
  return atOnce(whoCares(test.network, { ...asking, ...(shareable === undefined ? {} : { shareable }) }));
}
const names = ({ people }: WhoCaresAnswer): string[] => people.map(({ id }) => id);
const note = (test: TestNetwork, contact: string, fields: JsonObject): string =>
  test.put('notes', { contact, at: '2026-03-02T09:00:00.000Z', day: '2026-03-02', ...fields });

/** Somebody for each place in which it may stand, and two for whom nothing does. */
function everywhere(): TestNetwork {
  const test = new TestNetwork();
  test.contact('ana', { interests: ['Birding', 'chess'] });
  test.contact('ben', { lookingFor: ['a birding club'] });
  test.contact('cy', { tags: ['birding'] });
  test.contact('dee', { organisations: [{ name: 'Birding World', title: 'Editor' }] });
  test.contact('eli', { industry: 'Birding' });
  test.contact('fay', { canHelpWith: ['birding trips'] });
  test.contact('gus');
  note(test, 'gus', { text: 'Spoke about BIRDING, and about his divorce.' });
  test.contact('hal', { interests: ['chess'] });
  test.contact('ivy', { organisations: [{ name: 'Birding World', to: '2020' }] });
  return test;
}

describe('who might care', () => {
  it('is found by interests, needs, tags, work, offers and notes, each with the reason', () => {
    const { people, total, nobody } = ask(everywhere());
    expect(Object.fromEntries(people.map(({ id, why }) => [id, why]))).toEqual({
      ana: 'Likes Birding.',
      ben: 'Is looking for a birding club.',
      cy: 'Has your tag “birding”.',
      dee: 'Is at Birding World.',
      eli: 'Works in Birding.',
      fay: 'Can help with birding trips.',
      gus: 'Your note of March says “BIRDING”.',
    });
    expect(total).toBe(7);
    expect(nobody).toBeUndefined();
  });

  it('begins with what they like; of a note only the matching words are told', () => {
    const answer = ask(everywhere());
    expect(names(answer)[0]).toBe('ana');
    expect(JSON.stringify(answer)).not.toContain('divorce');
  });

  it('takes a rare word for more than a common one', () => {
    const test = new TestNetwork();
    for (let at = 0; at < 20; at++) test.contact(`c${at}`, { interests: ['music'] });
    test.contact('zoe', { interests: ['theremin'] });
    expect(names(ask(test, { title: 'Music for theremin' }))[0]).toBe('zoe');
  });

  it('among equals begins with whom one was not in touch with for longest, and ends with those never', () => {
    const test = new TestNetwork();
    for (const id of ['never', 'lately', 'long-ago']) test.contact(id, { interests: ['birding'] });
    test.call('lately', '2026-05-01');
    test.call('long-ago', '2025-01-10');
    const answer = ask(test);
    expect(names(answer)).toEqual(['long-ago', 'lately', 'never']);
    expect(answer.people.map(({ last }) => last)).toEqual([
      'Last in touch in January 2025.',
      'Last in touch 3 days ago.',
      'No contact is on record.',
    ]);
  });

  it('needs more than one common word of a long text in a note', () => {
    const test = new TestNetwork();
    for (const id of ['one', 'two']) test.contact(id);
    note(test, 'one', { text: 'Bought a telescope.' });
    note(test, 'two', { text: 'A telescope in the harbour.' });
    const text = 'In the harbour stood a telescope.';
    expect(names(ask(test, { title: 'Read this', text }))).toEqual(['two']);
  });

  it('never looks at what is confidential', () => {
    const test = new TestNetwork();
    test.contact('ana');
    test.put('confidential', { id: 'secret', text: 'birding' });
    note(test, 'ana', { confidential: 'secret' });
    note(test, 'ana', { confidential: 'secret', text: 'birding' });
    expect(ask(test)).toMatchObject({
      people: [],
      leftOut: [],
      nobody: expect.stringMatching(/shares a word/),
    });
  });

  it('leaves me out, and with a reason those who are archived', () => {
    const test = new TestNetwork();
    for (const id of ['me', 'ana', 'ben']) test.contact(id, { interests: ['birding'] });
    test.contact('cy', { interests: ['birding'], archived: true });
    test.contact('dee', { interests: ['birding'], neverRemind: true, noMeasures: true });
    test.settings({ me: 'me' });
    const answer = ask(test);
    expect(names(answer).sort()).toEqual(['ana', 'ben', 'dee']);
    expect(answer.leftOut).toEqual([{ id: 'cy', name: 'Cy', why: 'Archived.' }]);
  });

  it('says nobody where there is no word to go by', () => {
    const test = everywhere();
    for (const title of ['', 'of the and', '2026', '🙂'])
      expect(names(ask(test, { title })), title).toEqual([]);
  });
});

describe('who is spared', () => {
  it('had it already', () => {
    const test = new TestNetwork();
    for (const id of ['ana', 'ben']) test.contact(id, { interests: ['birding'] });
    const sent = [{ contact: 'ana', day: '2026-05-02' }];
    const id = test.put('shareables', { ...birding, addedOn: '2026-05-01', sent });
    const answer = ask(test, birding, id);
    expect(names(answer)).toEqual(['ben']);
    expect(answer.leftOut).toEqual([{ id: 'ana', name: 'Ana', why: 'Had it 2 days ago.' }]);
  });

  it('had three things from me in the last thirty days, not two, and not before', () => {
    const test = new TestNetwork();
    for (const id of ['ana', 'ben', 'cy']) test.contact(id, { interests: ['birding'] });
    const give = (contact: string, day: string, direction = 'given'): void =>
      void test.put('exchanges', { contact, day, direction, kind: 'information' });
    for (const day of ['2026-04-05', '2026-04-20', '2026-05-03']) give('ana', day);
    for (const day of ['2026-04-04', '2026-04-20', '2026-05-03']) give('ben', day);
    for (const day of ['2026-04-06', '2026-04-07', '2026-04-08']) give('cy', day, 'received');
    const answer = ask(test);
    expect(names(answer).sort()).toEqual(['ben', 'cy']);
    expect(answer.leftOut).toMatchObject([
      { id: 'ana', why: 'Had 3 things from you in the last 30 days, the last yesterday.' },
    ]);
  });

  it('counts once what was both marked as sent and noted as given', () => {
    const test = new TestNetwork();
    test.contact('ana', { interests: ['birding'] });
    const send = (title: string, day: string): void => {
      test.put('shareables', { title, addedOn: day, sent: [{ contact: 'ana', day }] });
      test.put('exchanges', { contact: 'ana', day, direction: 'given', kind: 'information', text: title });
    };
    send('One', '2026-05-01');
    send('Two', '2026-05-01');
    expect(names(ask(test))).toEqual(['ana']);
    send('Three', '2026-05-02');
    const { leftOut, nobody } = ask(test);
    expect(leftOut).toMatchObject([
      { why: 'Had 3 things from you in the last 30 days, the last 2 days ago.' },
    ]);
    expect(nobody).toMatch(/enough from you lately/);
  });
});

describe('the draft', () => {
  const draftOf = (test: TestNetwork, matter: JsonObject): { subject: string; text: string } | undefined =>
    ask(test, matter).people[0]?.draft;

  it('says why they would care and when one last spoke, and is signed', () => {
    const test = new TestNetwork();
    test.contact('me', { name: { full: 'Mara Lindqvist', given: 'Mara' } });
    test.settings({ me: 'me' });
    test.contact('ana', { interests: ['birding'] });
    test.call('ana', '2026-04-20');
    expect(draftOf(test, { ...birding, url: 'https://example.org/b' })).toEqual({
      subject: 'A spring of birding',
      text:
        'Dear Ana,\n\nI came across “A spring of birding” and thought of you, as you care for birding:\n' +
        'https://example.org/b\n\nWe last spoke 14 days ago. How are you?\n\nMara',
    });
  });

  it('tells them none of my tags, notes and texts', () => {
    const test = new TestNetwork();
    test.contact('ana', { tags: ['birding', 'difficult'] });
    note(test, 'ana', { text: 'Overdoes it with birding.' });
    const text = draftOf(test, { ...birding, text: 'Weak on birding.' })?.text;
    expect(text).toBe('Dear Ana,\n\nI came across “A spring of birding” and thought of you.\n\nHow are you?');
  });
});

describe('hostile texts', () => {
  it('are texts: names of an object’s own, markup, a megabyte', () => {
    const test = new TestNetwork();
    test.contact('ana', { interests: ['constructor', '<img src=x onerror=alert(1)>'] });
    test.contact('ben', { interests: ['__proto__'] });
    note(test, 'ben', { text: `${'lorem <script> '.repeat(13_000)} theremin` });
    const text = 'x '.repeat(500_000);
    expect(names(ask(test, { title: 'constructor __proto__ hasOwnProperty' })).sort()).toEqual([
      'ana',
      'ben',
    ]);
    expect(names(ask(test, { title: 'Theremin' }))).toEqual(['ben']);
    expect(names(ask(test, { title: '<img src=x onerror=alert(1)>' }))).toEqual(['ana']);
    const asking = { matter: { title: 'theremin', text, tags: [] }, today, locale: 'en-GB', limit: 5 };
    let steps = 0;
    for (const each = whoCares(test.network, asking); each.next().done !== true;) steps++;
    expect(steps).toBeGreaterThan(200);
  });
});
