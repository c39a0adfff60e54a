import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import { atOnce } from '../steps';
import { type PathsAnswer, PathsQuestion } from './answers';
import { Paths } from './paths';

const today = '2026-05-04';
let net: TestNetwork;
let paths: Paths;

beforeEach(() => {
  net = new TestNetwork();
  paths = new Paths(net.network, 'en-GB');
  net.onPatches = (patches) => paths.changed(patches);
  for (const id of ['ana', 'ben', 'cem', 'dana']) net.contact(id);
});

function ask(to: string | JsonObject, more: JsonObject = {}): PathsAnswer {
  const target = typeof to === 'string' ? { kind: 'contact', id: to } : to;
  return atOnce(paths.answer(PathsQuestion.parse({ to: target, ...more }), today));
}

function tie(a: string, b: string, more: JsonObject = {}): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  const createdAt = '2026-01-01T00:00:00.000Z';
  return net.put('ties', {
    id: `${first}-${second}`,
    a: first,
    b: second,
    state: 'known',
    createdAt,
    ...more,
  });
}

const through = (answer: PathsAnswer): string[] =>
  answer.paths.map(({ contacts }) => contacts.map(({ name }) => name).join(' > '));

describe('warm paths', () => {
  it('lead from me over whom I am in touch with, each step with what it rests on', () => {
    net.call('ben', '2026-04-25');
    tie('ben', 'ana', { kind: 'colleague' });
    net.put('evidence', { tie: 'ana-ben', kind: 'meeting', day: '2026-04-24', size: 3, count: 2 });
    const {
      paths: [path],
      none,
      fewestHands,
    } = ask('ana');
    expect(path).toMatchObject({
      contacts: [{ name: 'You' }, { id: 'ben', name: 'Ben' }, { id: 'ana', name: 'Ana' }],
      hands: 1,
      ties: [
        { known: true, text: 'You and Ben: last in touch 9 days ago', last: '2026-04-25' },
        {
          known: true,
          text: 'Ben and Ana: colleague; both were in 2 meetings, the last 10 days ago',
          last: '2026-04-24',
        },
      ],
    });
    expect(path?.why).toBe(
      'Through Ben. You and Ben: last in touch 9 days ago. Ben and Ana: colleague; both were in 2 meetings, the last 10 days ago. The weakest step is that of Ben and Ana.',
    );
    expect([none, fewestHands]).toEqual([null, null]);
  });

  it('weigh each tie against the median of all, and every handover by 0.4', () => {
    tie('ben', 'ana', { weight: 3 });
    tie('ben', 'cem', { weight: 1 });
    tie('cem', 'dana', { weight: 2 });
    const [path] = ask('dana', { from: 'ana' }).paths;
    const s = [3, 1, 2].map((b) => 1 - Math.exp(-b / 2));
    path?.ties.forEach(({ strength }, at) => expect(strength).toBeCloseTo(s[at] ?? 0, 12));
    expect(path?.warmth).toBeCloseTo((s[0] ?? 0) * (s[1] ?? 0) * (s[2] ?? 0) * 0.4 ** 2, 12);
  });

  it('take a known tie without anything for 0.1, and a guess by its confidence', () => {
    net.change('contacts', 'ben', {}, { circle: 'close' });
    tie('ben', 'ana', { state: 'inferred', weight: 5, confidence: 0.6 });
    const [path] = ask('ana').paths;
    expect(path?.ties.map(({ strength, known }) => [strength, known])).toEqual([
      [0.1, true],
      [(1 - Math.exp(-1)) * 0.6, false],
    ]);
    expect(path?.ties[1]?.text).toBe('Ben and Ana: a guess');
    expect(ask('ana', { onlyKnown: true })).toMatchObject({
      paths: [],
      none: 'No path leads from you to Ana with at most three people between. There is one over a guessed tie, which you left out: through Ben.',
      remedy: { kind: 'guessed' },
    });
    net.change('ties', 'ana-ben', { confidence: 0.6 }, { confidence: 0.3 });
    expect(ask('ana').paths).toEqual([]);
  });

  it('show a direct tie first, then others by another first person each', () => {
    net.call('ana', '2020-01-01');
    net.call('ben', '2026-05-01');
    net.call('cem', '2026-03-01');
    tie('ben', 'ana');
    tie('ben', 'dana');
    tie('dana', 'ana');
    tie('cem', 'ana');
    expect(through(ask('ana'))).toEqual(['You > Ana', 'You > Ben > Ana', 'You > Cem > Ana']);
    expect(through(ask('ana', { k: 6 }))).toEqual([
      'You > Ana',
      'You > Ben > Ana',
      'You > Cem > Ana',
      'You > Ben > Dana > Ana',
    ]);
    expect(through(ask('ana', { avoid: ['ben'] }))).toEqual(['You > Ana', 'You > Cem > Ana']);
  });

  it('say how it stands between me and whom I would ask', () => {
    net.call('ben', '2026-05-01');
    tie('ben', 'ana');
    expect(ask('ana').paths[0]?.ask).toMatchObject({ id: 'ben', lastAsked: null, openPromise: false });
    net.put('requests', { contact: 'ben', text: 'a word', askedOn: '2026-04-04', answer: 'yes' });
    net.put('commitments', { contact: 'ben', by: 'me', text: 'the slides', madeOn: '2026-05-01' });
    const { ask: asking } = ask('ana').paths[0] ?? {};
    expect(asking).toMatchObject({ lastAsked: '2026-04-04', openPromise: true });
    expect(asking?.asked).toContain('a word');
    expect(asking?.promises).toContain('the slides');
    expect(ask('ana', { from: 'cem' }).paths).toEqual([]);
  });

  it('lead to whoever is nearest of an organisation, a place, an industry, a tag', () => {
    net.call('ben', '2026-05-01');
    tie('ben', 'ana');
    tie('ben', 'cem', { weight: 9 });
    for (const id of ['ana', 'cem', 'dana']) {
      const fields = { place: 'Basel, Switzerland', industry: 'Biotech', tags: ['choir'] };
      net.change('contacts', id, {}, { ...fields, organisations: [{ name: 'Novartis' }] });
    }
    net.change('contacts', 'ben', {}, { organisations: [{ name: 'Novartis', to: '2019' }] });
    for (const [kind, value] of [
      ['organisation', 'novartis'],
      ['place', 'basel'],
      ['industry', 'biotech'],
      ['tag', 'Choir'],
    ]) {
      const answer = ask({ kind, value });
      expect(answer.to.people).toBe(3);
      expect(through(answer)).toEqual(['You > Ben > Cem', 'You > Ben > Ana']);
    }
    expect(ask({ kind: 'organisation', value: 'novartis' }).to.name).toBe('Novartis');
    expect(() => ask({ kind: 'organisation', value: 'Novart' })).toThrow('Did you mean “Novartis”?');
  });

  it('show fewest hands beside the warmest', () => {
    net.call('ben', '2026-05-01');
    net.call('dana', '2016-05-01');
    tie('ben', 'cem', { weight: 50 });
    tie('cem', 'ana', { weight: 50 });
    tie('dana', 'ana', { weight: 0.01 });
    const answer = ask('ana');
    expect(through(answer)[0]).toBe('You > Ben > Cem > Ana');
    expect(answer.fewestHands?.contacts.map(({ name }) => name)).toEqual(['You', 'Dana', 'Ana']);
  });

  it('put whoever was asked as often as is wanted behind others, and say so', () => {
    net.call('ben', '2026-05-01');
    net.call('dana', '2025-05-01');
    tie('ben', 'ana');
    tie('dana', 'ana');
    expect(through(ask('ana', { k: 1 }))).toEqual(['You > Ben > Ana']);
    net.put('requests', { contact: 'ben', askedOn: '2026-05-01', answer: 'open' });
    expect(through(ask('ana', { k: 1 }))).toEqual(['You > Dana > Ana']);
    const [, behind] = ask('ana').paths;
    expect(behind?.ask).toMatchObject({
      id: 'ben',
      freeFrom: '2026-05-31',
      load: expect.stringMatching(/as often as you want to ask one person/) as string,
    });
    expect(through(ask('ben', { k: 1 }))).toEqual(['You > Ben']);
    net.put('settings', { id: 'settings', askLimit: 3 });
    expect(through(ask('ana', { k: 1 }))).toEqual(['You > Ben > Ana']);
  });

  it('where there is none, say which tie would make one', () => {
    const none = (): string => ask('ana').none ?? '';
    expect(none()).toMatch(
      /It is not said yet who you are, nor whom you know: choose yourself in the settings/,
    );
    expect(ask('ana').remedy).toEqual({ kind: 'me' });
    net.contact('mara');
    net.settings({ me: 'mara' });
    expect(none()).toBe(
      'No path leads from you to Ana with at most three people between. Nobody is on record whom you could ask: a tie with Ana would make one.',
    );
    expect(ask('ana').remedy).toMatchObject({ kind: 'tie', from: { id: 'mara' }, to: { id: 'ana' } });
    net.call('ben', '2026-05-01');
    expect(none()).toMatch(/A tie between Ben and Ana would make one, if they know each other\.$/);
    tie('ana', 'cem');
    net.call('dana', '2016-05-01');
    for (const id of ['cem', 'dana'])
      net.change('contacts', id, {}, { organisations: [{ name: 'Novartis' }] });
    expect(none()).toMatch(/A tie between Dana and Cem would make one: both are at Novartis, and may know/);
    expect(ask('ana').remedy).toMatchObject({ kind: 'tie', from: { id: 'dana' }, to: { id: 'cem' } });
    tie('ana', 'ben');
    const avoiding = ask('ana', { avoid: ['ben'] });
    expect(avoiding.none).toMatch(/There is one through Ben, whom you left out\.$/);
    expect(avoiding.remedy).toEqual({ kind: 'let-in', people: [{ id: 'ben', name: 'Ben' }] });
    expect(ask('ana').remedy).toBeNull();
  });

  it('never run through people who are archived or out of measures', () => {
    net.call('ben', '2026-05-01');
    tie('ben', 'ana');
    net.change('contacts', 'ben', {}, { noMeasures: true });
    expect(ask('ana').paths).toEqual([]);
    expect(through(ask('ben'))).toEqual(['You > Ben']);
    net.change('contacts', 'ben', { noMeasures: true }, { archived: true });
    expect(ask('ana').paths).toEqual([]);
    expect(() => ask('ben')).toThrow('Ben is archived. Bring them back');
  });

  it('refuse oneself and who cannot be reached, with a sentence', () => {
    net.settings({ me: 'dana' });
    expect(() => ask('dana')).toThrow('That is you.');
    expect(() => ask('ana', { from: 'ana' })).toThrow('A path leads to somebody else.');
    expect(() => ask('ana', { avoid: ['ana'] })).toThrow('Ana cannot be avoided and reached at once.');
    expect(() => ask('gone')).toThrow('no longer in your network');
    expect(() => ask('ana', { from: 'gone' })).toThrow('no longer in your network');
  });

  it('follow every edit as if all were worked out anew, and work out nothing else', () => {
    net.settings({ me: 'dana' });
    net.call('ben', '2026-04-01');
    tie('ben', 'ana');
    ask('ana');
    const edits: (() => void)[] = [
      () => net.call('cem', '2026-05-01'),
      () => tie('cem', 'ana', { weight: 4 }),
      () => net.put('evidence', { id: 'met', tie: 'ana-ben', kind: 'meeting', day: '2026-05-01', size: 2 }),
      () => net.contact('eli'),
      () => tie('eli', 'ana', { closeness: 5 }),
      () => tie('dana', 'eli', { weight: 9 }),
      () => net.put('pauses', { contact: 'ben', from: '2026-04-10' }),
      () => net.remove('evidence', 'met'),
      () => net.change('contacts', 'ben', {}, { cadenceDays: 7 }),
      () => net.remove('ties', 'ana-cem'),
      () => net.remove('ties', 'dana-eli'),
      () =>
        net.put('sources', {
          contact: 'eli',
          format: 'linkedin',
          key: 'eli',
          values: {},
          at: `${today}T00:00:00.000Z`,
        }),
    ];
    for (const edit of edits) {
      edit();
      const anew = new Paths(net.network, 'en-GB');
      const question = PathsQuestion.parse({ to: { kind: 'contact', id: 'ana' }, k: 5 });
      expect(ask('ana', { k: 5 })).toEqual(atOnce(anew.answer(question, today)));
    }
    expect(paths.builds).toBe(1);
    net.settings({ me: 'cem' });
    expect(through(ask('ana'))[0]).not.toContain('Dana >');
    expect(paths.builds).toBe(2);
  });
});
