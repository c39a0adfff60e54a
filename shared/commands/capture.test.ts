/** What logging a capture writes, as one edit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understood } from '../capture/capture';
import { examples } from '../capture/captures.testing';
import { habitsOf } from '../capture/habits';
import { logArguments, openQuestions } from '../capture/log';
import { parseCapture } from '../capture/parse';
import { PeopleIndex } from '../capture/people';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

function desk(): {
  network: Network;
  give: (name: string, args: JsonObject) => JsonObject;
  log: (text: string) => JsonObject;
  undoLast: () => void;
} {
  const network = new Network();
  const context = testContext();
  let last: ReturnType<typeof run>['patches'] = [];
  const give = (name: string, args: JsonObject): JsonObject => {
    const { patches, answer } = run(network, commandNamed(name), args, context);
    network.apply(patches);
    last = patches;
    return answer;
  };
  const log = (text: string): JsonObject => {
    const people = new PeopleIndex();
    for (const contact of network.all('contacts')) people.put(contact);
    const capture = parseCapture(text, { today: context.today, habits: habitsOf('en-GB'), people });
    expect(capture.problems).toEqual([]);
    return give('capture.log', { ...logArguments(understood(capture), context.today) });
  };
  for (const name of ['Ana Silva', 'Ben Okoro', 'Dana Weiss']) {
    give('contact.add', { id: name.slice(0, 3).toLowerCase(), name: { full: name } });
  }
  return { network, give, log, undoLast: () => network.apply(revert(network, last).patches) };
}

describe('capture.log', () => {
  it('writes everything a line says, and undo takes all of it back at once', () => {
    const { network, log, undoLast } = desk();
    const before = network.toData();
    const answer = log(
      'coffee @ana @ben yesterday 45 min re: grant, I owe @ana slides by Fri, @ben gave me a tip, +intro @ben to @dan about grants, warm welcome #biotech',
    );
    const [commitment, exchange, introduction] = ['commitments', 'exchanges', 'introductions'].map(
      (kind) => (answer[kind] as string[])[0] ?? '',
    );
    const interaction = String(answer['interaction']);
    expect(network.get('interactions', interaction)).toMatchObject({
      day: '2026-05-03',
      channel: 'meal',
      direction: 'both',
      minutes: 45,
      with: ['ana', 'ben'],
      summary: 'grant. warm welcome',
      tags: ['biotech'],
    });
    expect(network.get('interactions', interaction)).not.toHaveProperty('planned');
    expect(network.get('commitments', commitment ?? '')).toMatchObject({
      contact: 'ana',
      by: 'me',
      text: 'slides',
      due: '2026-05-08',
      madeOn: '2026-05-03',
      interaction,
    });
    expect(network.get('exchanges', exchange ?? '')).toMatchObject({
      contact: 'ben',
      direction: 'received',
      kind: 'information',
      day: '2026-05-03',
      interaction,
    });
    const [stub] = answer['stubs'] as { id: string; name: string }[];
    expect(network.get('introductions', introduction ?? '')).toMatchObject({
      a: 'ben',
      b: stub?.id,
      stage: 'idea',
      why: 'grants',
      history: [{ day: '2026-05-03', stage: 'idea' }],
    });
    expect(network.get('contacts', stub?.id ?? '')).toMatchObject({ name: { full: 'dan' }, stub: true });
    expect(network.get('contacts', 'ana')?.tags).toEqual(['biotech']);
    expect(network.get('contacts', 'dan')?.tags).toEqual([]);
    undoLast();
    expect(network.toData()).toEqual(before);
  });

  it('keeps a day ahead as planned, with promises made today', () => {
    const { network, log } = desk();
    const answer = log('lunch @ana tomorrow, I owe her slides by Fri');
    expect(network.get('interactions', String(answer['interaction']))).toMatchObject({
      day: '2026-05-05',
      planned: true,
    });
    expect(network.index.summary('ana')).toEqual({ count: 0 });
    expect([...network.all('commitments')]).toMatchObject([{ madeOn: '2026-05-04' }]);
  });

  it('makes no contact of a promise alone, and loses nothing that stands beside it', () => {
    const { network, log } = desk();
    expect(log('I owe @ana slides, the budget, by Fri #work')).not.toHaveProperty('interaction');
    expect([...network.all('commitments')]).toMatchObject([
      { text: 'slides (the budget)', due: '2026-05-08' },
    ]);
    expect(network.get('contacts', 'ana')?.tags).toEqual(['work']);
    expect(log('call, I owe @ana a visit')).toMatchObject({
      contacts: ['ana'],
      interaction: expect.any(String),
    });
    log('+intro @ana to @ben, both sail');
    expect([...network.all('introductions')]).toMatchObject([{ why: 'both sail' }]);
    expect(network.count('interactions')).toBe(1);
  });

  it('gives each of several a promise of their own, and one stub to a name however often it stands', () => {
    const { network, log } = desk();
    const answer = log('coffee @Zoë @ana, I owe them slides, @zoe owes me lunch');
    expect(answer['stubs']).toMatchObject([{ name: 'Zoë' }]);
    expect([...network.all('commitments')].map(({ by }) => by)).toEqual(['me', 'me', 'them']);
    expect(network.count('contacts')).toBe(4);
  });

  it('keeps every text of a confidential one in the table for these alone', () => {
    const { network, log } = desk();
    log(
      'coffee @ana re: xyzzy, I owe her xyzzy, she gave me xyzzy, +intro @ana to @ben about xyzzy, xyzzy !confidential',
    );
    const { confidential, ...rest } = network.toData();
    expect(Object.keys(confidential ?? {})).toHaveLength(4);
    expect(JSON.stringify(rest)).not.toContain('xyzzy');
  });

  it('moves an introduction that is under way on, and makes no second one of it', () => {
    const { network, give, log } = desk();
    const first = log('+intro @ben to @dana');
    expect(log('+intro @dana to @ben')).toMatchObject({ introductions: first['introductions'] });
    log('introduced @dana to @ben yesterday');
    expect([...network.all('introductions')]).toMatchObject([
      { stage: 'introduced', day: '2026-05-03', history: [{ stage: 'idea' }, { stage: 'introduced' }] },
    ]);
    expect(log('+intro @ben to @dana')['introductions']).not.toEqual(first['introductions']);
    give('pair-decision.add', { a: 'ana', b: 'ben', kind: 'never-introduce' });
    expect(() => log('+intro @ben to @ana')).toThrow('never to introduce these two');
  });

  it('is written once, however often it is asked for by one name', () => {
    const { network, give } = desk();
    const interaction = { with: [{ name: 'Zed' }, { id: 'ana' }], channel: 'call', summary: 'hello' };
    for (const confidential of [false, true]) {
      const args = { id: `log-${String(confidential)}`, interaction, confidential };
      expect(give('capture.log', args)).toMatchObject({ contacts: [expect.any(String), 'ana'] });
      const once = network.toData();
      expect(give('capture.log', args)).toEqual({ repeated: true });
      expect(network.toData()).toEqual(once);
    }
    expect(network.count('interactions')).toBe(2);
  });

  it('refuses, as a whole, a promise due before it was made, an unknown id, nobody, and me', () => {
    const { network, give } = desk();
    const { me } = give('me.set', { name: { full: 'Mia' } });
    const before = network.toData();
    const commitment = { by: 'me', who: [{ id: 'ana' }], text: 'slides', due: '2026-05-01' };
    const interaction = { with: [{ name: 'Zed' }], channel: 'call' };
    const log = (args: JsonObject) => () => give('capture.log', args);
    expect(log({ interaction, commitments: [commitment] })).toThrow('before it was promised');
    expect(log({ day: '2026-05-01', commitments: [commitment] })).not.toThrow();
    expect(log({ interaction: { ...interaction, with: [{ id: 'gone' }] } })).toThrow(
      'no longer in your network',
    );
    expect(log({})).toThrow('Nobody is named');
    expect(log({ interaction: { ...interaction, with: [{ id: me }] } })).toThrow('You are part of it anyway');
    expect(log({ interaction: { ...interaction, with: [] } })).toThrow();
    expect(Object.keys(network.toData().contacts ?? {})).toEqual(Object.keys(before.contacts ?? {}));
  });

  it('takes any capture that leaves no question, and undo gives the network back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...examples.map(({ text }) => text)), { maxLength: 4 }),
        (lines) => {
          const { network, give, undoLast } = desk();
          for (const text of lines) {
            const people = new PeopleIndex();
            for (const contact of network.all('contacts')) people.put(contact);
            const context = { today: '2026-05-04', habits: habitsOf('en-GB'), people };
            const capture = parseCapture(text, context);
            const meant = understood(capture);
            if (capture.problems.length > 0 || openQuestions(meant).unclear.length > 0) continue;
            const before = network.toData();
            give('capture.log', { ...logArguments(meant, context.today) });
            undoLast();
            expect(network.toData()).toEqual(before);
            give('capture.log', { ...logArguments(meant, context.today) });
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
