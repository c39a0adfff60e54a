import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { channels } from '../model/entities/happening';
import { Consent, type Introduction, stages } from '../model/entities/introduction';
import { Network } from '../model/network';
import type { Patch } from '../model/patch';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

interface Desk {
  readonly network: Network;
  readonly done: (readonly Patch[])[];
  give(name: string, args: JsonObject): JsonObject;
  undoLast(): void;
}

function desk(): Desk {
  const network = new Network();
  const context = { ...testContext(), locale: 'en-GB' };
  const done: (readonly Patch[])[] = [];
  const made: Desk = {
    network,
    done,
    give(name, args) {
      const { patches, answer } = run(network, commandNamed(name), args, context);
      network.apply(patches);
      done.push(patches);
      return answer;
    },
    undoLast() {
      const { patches, kept } = revert(network, done.pop() ?? []);
      expect(kept).toEqual([]);
      network.apply(patches);
    },
  };
  for (const [id, full] of [
    ['ana', 'Ana Silva'],
    ['ben', 'Ben Okoro'],
    ['cy', 'Cy Wong'],
  ] as const) {
    made.give('contact.add', { id, name: { full } });
  }
  made.give('me.set', { name: { full: 'Mara' } });
  return made;
}

/** The network as text, the same however it came about. */
function written(network: Network): string {
  const data = network.toData();
  return JSON.stringify(
    Object.entries(data).map(([table, rows]) => [
      table,
      Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
}

let here: Desk;
let me: string;
const give = (name: string, args: JsonObject): JsonObject => here.give(name, args);
const intro = (id = 'i'): Introduction | undefined => here.network.get('introductions', id);
const start = (fields: JsonObject = {}): JsonObject =>
  give('introduction.start', { id: 'i', a: 'ana', b: 'ben', ...fields });
const consent = (side: 'a' | 'b', answer: string, fields: JsonObject = {}): JsonObject =>
  give('introduction.consent', { id: 'i', side, consent: answer, ...fields });
const move = (stage: string, fields: JsonObject = {}): JsonObject =>
  give('introduction.move', { id: 'i', stage, ...fields });

beforeEach(() => {
  here = desk();
  me = here.network.get('settings', 'settings')?.me ?? '';
});

describe('an introduction', () => {
  it('begins as an idea with its reason and its day', () => {
    start({ why: ' Both sail. ', day: '2026-05-02' });
    expect(intro()).toMatchObject({
      stage: 'idea',
      why: 'Both sail.',
      consentA: 'not-asked',
      consentB: 'not-asked',
      history: [{ day: '2026-05-02', stage: 'idea' }],
    });
    here.undoLast();
    expect(here.network.count('introductions')).toBe(0);
  });

  it('keeps each side’s answer with its day, and is agreed by itself once both said yes', () => {
    start();
    consent('a', 'asked', { day: '2026-05-01' });
    expect(intro()).toMatchObject({ stage: 'asked', consentA: 'asked', consentB: 'not-asked' });
    consent('a', 'yes', { day: '2026-05-02', note: 'gladly' });
    expect(intro()?.stage).toBe('asked');
    consent('b', 'asked', { day: '2026-05-02' });
    consent('b', 'yes', { day: '2026-05-03' });
    expect(intro()).toMatchObject({ stage: 'agreed', consentA: 'yes', consentB: 'yes' });
    expect(intro()?.history.slice(1)).toEqual([
      { day: '2026-05-01', stage: 'asked', side: 'a', consent: 'asked' },
      { day: '2026-05-02', stage: 'asked', side: 'a', consent: 'yes', note: 'gladly' },
      { day: '2026-05-02', stage: 'asked', side: 'b', consent: 'asked' },
      { day: '2026-05-03', stage: 'agreed', side: 'b', consent: 'yes' },
    ]);
  });

  it.each([
    ['no', 'declined'],
    ['not-now', 'not-now'],
  ])('ends where one side says %s, and a later yes opens it again', (answer, stage) => {
    start();
    move('asked');
    consent('b', answer, { note: 'too busy' });
    expect(intro()).toMatchObject({ stage, consentA: 'asked', consentB: answer });
    expect(intro()?.history.at(-1)).toMatchObject({ stage, note: 'too busy' });
    consent('b', 'yes');
    expect(intro()?.stage).toBe('asked');
    consent('a', 'yes');
    expect(intro()?.stage).toBe('agreed');
  });

  it('that happened makes a known tie with that evidence and an interaction with both, as one step', () => {
    start();
    move('agreed');
    const before = written(here.network);
    const { tie, interaction } = move('introduced', {
      day: '2026-05-03',
      channel: 'message',
      text: 'Ana, meet Ben.',
    });
    expect(intro()).toMatchObject({ stage: 'introduced', day: '2026-05-03', channel: 'message' });
    expect(here.network.get('ties', String(tie))).toMatchObject({
      a: 'ana',
      b: 'ben',
      state: 'known',
      since: '2026-05-03',
    });
    expect([...here.network.all('evidence')]).toMatchObject([
      { tie, kind: 'introduction', day: '2026-05-03' },
    ]);
    expect(here.network.get('interactions', String(interaction))).toMatchObject({
      with: ['ana', 'ben'],
      direction: 'mine',
      channel: 'message',
      summary: 'Introduced Ana Silva and Ben Okoro',
    });
    here.undoLast();
    expect(written(here.network)).toBe(before);
  });

  it('of two who know each other adds the evidence alone, and confirms a guess', () => {
    give('tie.add', { id: 't', a: 'ana', b: 'ben', closeness: 4 });
    start({ sure: true });
    move('introduced');
    expect(here.network.count('ties')).toBe(1);
    expect([...here.network.all('evidence')].map(({ kind }) => kind)).toEqual(['said', 'introduction']);
    give('introduction.back', { id: 'i' });
    expect(here.network.get('ties', 't')).toMatchObject({ state: 'known', closeness: 4 });
    expect(here.network.count('evidence')).toBe(1);

    give('tie.add', { id: 'g', a: 'ana', b: 'cy', state: 'inferred', confidence: 0.4 });
    give('introduction.start', { id: 'j', a: 'ana', b: 'cy' });
    give('introduction.move', { id: 'j', stage: 'introduced' });
    expect(here.network.get('ties', 'g')).toMatchObject({ state: 'known' });
    give('introduction.back', { id: 'j' });
    expect(here.network.get('ties', 'g')).toMatchObject({ state: 'inferred', confidence: 0.4 });
  });

  it('by a contact is theirs with me, or theirs alone', () => {
    start({ a: me, b: 'ana', by: 'ben', stage: 'introduced', day: '2026-04-01', channel: 'call' });
    expect(intro()).toMatchObject({ consentA: 'yes', history: [{ day: '2026-04-01', stage: 'introduced' }] });
    expect([...here.network.all('interactions')]).toMatchObject([
      {
        with: ['ben', 'ana'],
        direction: 'theirs',
        channel: 'call',
        summary: 'Ben Okoro introduced me to Ana Silva',
      },
    ]);
    expect(here.network.index.tieBetween(me, 'ana')).toBeDefined();
    give('introduction.start', { a: 'ana', b: 'cy', by: 'ben', stage: 'introduced' });
    expect(here.network.count('interactions')).toBe(1);
  });

  it('to me is agreed once the other side said yes', () => {
    start({ a: 'ana', b: me, by: 'ben' });
    expect(intro()).toMatchObject({ stage: 'idea', consentB: 'yes' });
    move('asked');
    expect(intro()?.history.at(-1)).toMatchObject({ side: 'a', consent: 'asked' });
    consent('a', 'yes');
    expect(intro()?.stage).toBe('agreed');
    expect(() => consent('b', 'no')).toThrow(/^This side is you/);
  });

  it('goes on to its outcome and thanks, and back again a stage at a time', () => {
    start();
    move('asked', { day: '2026-04-01' });
    consent('a', 'yes');
    consent('b', 'yes');
    move('introduced');
    move('met');
    move('outcome', { outcome: 'They sail together.' });
    move('thanked');
    const seen: unknown[] = [];
    for (let times = 0; times < 6; times++) {
      give('introduction.back', { id: 'i' });
      const { stage, consentA, consentB, outcome } = intro() ?? {};
      seen.push([stage, consentA, consentB, outcome, here.network.count('ties')]);
    }
    expect(seen).toEqual([
      ['outcome', 'yes', 'yes', 'They sail together.', 1],
      ['met', 'yes', 'yes', 'They sail together.', 1],
      ['introduced', 'yes', 'yes', undefined, 1],
      ['agreed', 'yes', 'yes', undefined, 0],
      ['asked', 'yes', 'asked', undefined, 0],
      ['idea', 'not-asked', 'not-asked', undefined, 0],
    ]);
    expect(here.network.count('interactions')).toBe(0);
    expect(intro()?.history).toHaveLength(1);
    expect(() => give('introduction.back', { id: 'i' })).toThrow(/^It began at “Idea”\. Remove it/);
  });

  it('moves back over several stages, and keeps what was said of the tie and the talk meanwhile', () => {
    start();
    const { tie, interaction } = move('introduced');
    give('tie.edit', { id: tie, closeness: 3 });
    give('interaction.edit', { id: interaction, summary: 'Tea with both' });
    move('met');
    move('asked');
    expect(intro()).toMatchObject({ stage: 'asked', consentA: 'asked', consentB: 'asked' });
    expect(intro()).not.toHaveProperty('made');
    expect(here.network.count('ties')).toBe(1);
    expect(here.network.count('interactions')).toBe(1);
    expect(here.network.count('evidence')).toBe(0);
  });

  it('that was withdrawn is taken up where it stood, with the word that was said', () => {
    start();
    move('agreed');
    move('withdrawn', { note: 'She moves away' });
    expect(intro()?.history.at(-1)).toEqual({
      day: '2026-05-04',
      stage: 'withdrawn',
      note: 'She moves away',
    });
    expect(() => consent('a', 'no')).toThrow('Take it up again first');
    give('introduction.back', { id: 'i' });
    expect(intro()).toMatchObject({ stage: 'agreed', consentA: 'yes' });
    expect(intro()?.history.map(({ stage }) => stage)).toContain('withdrawn');
  });

  it('keeps what is confidential apart, one text with what is said later below it', () => {
    start({ confidentialText: 'He looks for work.' });
    consent('a', 'asked', { confidentialText: ' She hesitates. ' });
    move('agreed', { confidentialText: 'Salary: open' });
    move('introduced', { text: 'Ana, meet Ben.' });
    const [secret, ...others] = [...here.network.all('confidential')];
    expect(others).toEqual([]);
    expect(secret?.text).toBe('He looks for work.\n\nShe hesitates.\n\nSalary: open');
    expect(intro()).toMatchObject({ confidential: secret?.id, text: 'Ana, meet Ben.' });
    expect(JSON.stringify(intro())).not.toContain('hesitates');
    for (let times = 0; times < 3; times++) here.undoLast();
    expect([...here.network.all('confidential')].map(({ text }) => text)).toEqual(['He looks for work.']);
    here.undoLast();
    expect(here.network.count('confidential')).toBe(0);
  });

  it('has one draft for each occasion and whoever it goes to, as it was left last', () => {
    start();
    const keep = (fields: JsonObject): JsonObject =>
      give('draft.keep', { introduction: 'i', use: 'ask', contact: 'ana', body: 'Hi', ...fields });
    const first = keep({});
    expect(keep({ subject: 'Ben', body: 'Hello' })).toEqual(first);
    keep({ contact: 'ben' });
    give('draft.keep', { introduction: 'i', use: 'introduce', body: 'Meet.' });
    expect([...here.network.all('drafts')].map(({ contact, use, body }) => [contact, use, body])).toEqual([
      ['ana', 'ask', 'Hello'],
      ['ben', 'ask', 'Hi'],
      [undefined, 'introduce', 'Meet.'],
    ]);
    expect(() => keep({ contact: 'cy' })).toThrow('goes to nobody of that introduction');
    for (let times = 0; times < 4; times++) here.undoLast();
    expect(here.network.count('drafts')).toBe(0);
    keep({});
    give('introduction.remove', { id: 'i' });
    expect(here.network.count('drafts')).toBe(0);
  });

  it('written down by the story or a capture makes the tie as well', () => {
    give('introduction.add', { id: 'i', a: 'ana', b: 'ben', stage: 'introduced', day: '2026-03-01' });
    expect([...here.network.all('ties')]).toMatchObject([{ a: 'ana', b: 'ben', since: '2026-03-01' }]);
    expect(here.network.count('interactions')).toBe(0);
    give('introduction.edit', { id: 'i', stage: 'met' });
    expect(here.network.count('evidence')).toBe(1);
    expect(() => give('introduction.edit', { id: 'i', b: 'cy' })).toThrow('brought together already');
    give('introduction.edit', { id: 'i', stage: 'idea' });
    expect(here.network.count('ties')).toBe(0);
  });

  it('of which only the end is on record goes back as far as one likes', () => {
    const fields = {
      a: 'ana',
      b: 'ben',
      day: '2026-03-01',
      history: [{ day: '2026-03-01', stage: 'thanked' }],
    };
    give('introduction.add', { id: 'i', ...fields, stage: 'thanked' });
    expect(() => give('introduction.back', { id: 'i' })).toThrow(/^It began at “Thanked”/);
    move('met');
    expect(intro()?.stage).toBe('met');
    expect(here.network.count('ties')).toBe(1);
    move('agreed');
    expect(intro()).toMatchObject({ stage: 'agreed', consentA: 'yes', consentB: 'yes' });
    expect(here.network.count('ties')).toBe(0);
  });

  it('to me stays without contact where whoever introduced is gone', () => {
    start({ a: me, b: 'ana', by: 'ben' });
    give('contact.remove', { id: 'ben' });
    move('introduced');
    expect(here.network.index.tieBetween(me, 'ana')).toBeDefined();
    expect(here.network.count('interactions')).toBe(0);
  });

  it('stays without its tie when that is removed', () => {
    start();
    const { tie } = move('introduced');
    give('tie.remove', { id: tie });
    give('introduction.back', { id: 'i' });
    expect(intro()?.stage).toBe('idea');
  });
});

describe('what cannot be', () => {
  it.each<[string, JsonObject, RegExp]>([
    ['oneself', { b: 'ana' }, /^An introduction needs two different people\. Choose another/],
    ['one of the two as the one who introduces', { by: 'ana' }, /^Whoever introduces is a third person/],
    ['somebody unknown', { b: 'zoe' }, /no longer in your network|not in your network/],
    ['a day to come', { day: '2026-05-05' }, /^This day has not come yet\. Choose today/],
    ['a stage beyond', { stage: 'met' }, /Start an introduction: stage/],
    ['a channel for an idea', { channel: 'call' }, /belongs to “Introduced”\. Move it there/],
  ])('is %s', (_what, fields, says) => {
    const before = written(here.network);
    expect(() => start(fields)).toThrow(says);
    expect(written(here.network)).toBe(before);
  });

  it('is me without whoever introduces me', () => {
    expect(() => start({ a: me })).toThrow('Say who is to introduce you to Ben Okoro.');
    start({ by: me });
    expect(intro()).not.toHaveProperty('by');
  });

  it('is an archived contact', () => {
    give('contact.bulk', { ids: ['ben'], archived: true });
    expect(() => start()).toThrow('Ben Okoro is in the archive. Bring Ben Okoro back first');
  });

  it('is the same two already under way, with the stage', () => {
    start({ day: '2026-05-01' });
    expect(() => give('introduction.start', { a: 'ben', b: 'ana' })).toThrow(
      'Ben Okoro and Ana Silva are under way already: “Idea”, since Friday 1 May. Go on with that introduction.',
    );
    move('not-now');
    expect(() => give('introduction.start', { a: 'ana', b: 'ben' })).toThrow(
      'Take that introduction up again',
    );
    move('introduced');
    expect(() => give('introduction.start', { a: 'ana', b: 'ben' })).toThrow('were brought together already');
    give('introduction.start', { a: 'ana', b: 'ben', sure: true });
  });

  it('is people who know each other, or of whom it was decided never', () => {
    give('tie.add', { a: 'ana', b: 'ben' });
    expect(() => start()).toThrow('know each other already. Choose somebody whom one of them does not know');
    start({ sure: true });
    give('pair-decision.add', { a: 'ana', b: 'cy', kind: 'never-introduce' });
    expect(() => give('introduction.start', { a: 'ana', b: 'cy', sure: true })).toThrow(
      'Take that back first',
    );
  });

  it.each([
    ['idea', 'met', 'What comes next is “Asked”, “Both agreed” or “Introduced”.'],
    ['idea', 'idea', 'This is “Idea”, since today already.'],
    ['introduced', 'declined', 'They were introduced already'],
    ['thanked', 'thanked', 'It has come to its end.'],
  ])('is, after %s, the stage %s', (from, to, says) => {
    start();
    for (const stage of from === 'idea' ? [] : ['introduced', from]) {
      if (intro()?.stage !== stage) move(stage);
    }
    const before = written(here.network);
    expect(() => move(to)).toThrow(says);
    expect(written(here.network)).toBe(before);
  });

  it('is an answer where it changes nothing, or words where they do not belong', () => {
    start();
    consent('a', 'yes');
    expect(() => consent('a', 'yes')).toThrow('The answer of Ana Silva is “yes” already.');
    expect(() => move('asked', { channel: 'call' })).toThrow(KithmapError);
    expect(() => move('introduced', { outcome: 'x' })).toThrow('belongs to “Met” and later');
    move('introduced');
    expect(() => consent('b', 'no')).toThrow('were introduced already');
  });
});

const someText = fc.option(fc.string({ maxLength: 5 }), { nil: undefined });
const moves = fc.array(
  fc.oneof(
    fc.record({
      name: fc.constant('introduction.start'),
      a: fc.constantFrom('ana', 'ben', 'cy', 'n0'),
      b: fc.constantFrom('ana', 'ben', 'cy'),
      by: fc.constantFrom(undefined, 'cy', 'ben'),
      stage: fc.constantFrom('idea', 'introduced'),
      sure: fc.boolean(),
      why: someText,
    }),
    fc.record({
      name: fc.constant('introduction.consent'),
      nth: fc.nat(5),
      side: fc.constantFrom('a', 'b'),
      consent: fc.constantFrom(...Consent.options),
      note: someText,
    }),
    fc.record({
      name: fc.constant('introduction.move'),
      nth: fc.nat(5),
      stage: fc.constantFrom(...stages),
      channel: fc.option(fc.constantFrom(...channels), { nil: undefined }),
      outcome: someText,
    }),
    fc.record({ name: fc.constant('introduction.back'), nth: fc.nat(5) }),
  ),
  { minLength: 5, maxLength: 30, size: 'large' },
);

describe('any moves', () => {
  it('undone one by one give the first state byte for byte, and on the way every record holds together', () => {
    let taken = 0;
    fc.assert(
      fc.property(moves, (sequence) => {
        const { network, done, give: tell, undoLast } = desk();
        tell('tie.add', { a: 'ben', b: 'cy', state: 'inferred', confidence: 0.3 });
        const [first, from] = [written(network), done.length];
        const self = network.get('settings', 'settings')?.me;
        tell('introduction.start', { a: 'ana', b: 'ben' });
        tell('introduction.start', { a: self, b: 'cy', by: 'ben' });
        for (const { name, ...step } of sequence) {
          const { nth = 0, ...rest } = { nth: undefined, ...step };
          const ids = [...network.all('introductions')].map(({ id }) => id);
          const id = ids[nth % Math.max(ids.length, 1)] ?? 'none';
          const args = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
          try {
            tell(name, name === 'introduction.start' ? args : { ...args, id });
            taken++;
          } catch (error) {
            if (!(error instanceof KithmapError)) throw error;
            expect(error.message).toMatch(/\.$/);
          }
          for (const { stage, history, consentA, consentB, made } of network.all('introductions')) {
            expect(history.at(-1)?.stage).toBe(stage);
            if (stage === 'declined' || stage === 'not-now') continue;
            if (stage === 'agreed') expect([consentA, consentB]).toEqual(['yes', 'yes']);
            expect(made !== undefined).toBe(['introduced', 'met', 'outcome', 'thanked'].includes(stage));
          }
        }
        while (done.length > from) undoLast();
        expect(written(network)).toBe(first);
      }),
      { numRuns: 120 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});
