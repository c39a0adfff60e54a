import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import type { Introduction } from '../model/entities';
import { stages } from '../model/entities/introduction';
import { cardLine } from './card';
import { lettersFor } from './letters';
import { asTemplate, fill, placeholders, sayEmpty, sayUnknown, unknownIn, valuesFor } from './placeholders';
import type { SpeakingOfMe } from './say';
import { stuckOf } from './stuck';

const today = '2026-05-04';
let test: TestNetwork;
let speaking: SpeakingOfMe;

beforeEach(() => {
  test = new TestNetwork();
  for (const id of ['ana', 'ben', 'cy', 'mara']) test.contact(id);
  test.settings({ me: 'mara' });
  speaking = { network: test.network, today, locale: 'en-GB', me: 'mara' };
});

const put = (fields: JsonObject): Introduction => {
  const id = test.put('introductions', { id: 'i', a: 'ana', b: 'ben', ...fields });
  const introduction = test.network.get('introductions', id);
  if (introduction === undefined) throw new Error('It is not there.');
  return introduction;
};
const letters = (fields: JsonObject): string[] =>
  lettersFor(speaking, put(fields)).map(({ use, to, text }) => `${use} ${to.join('+')}: ${text}`);

describe('the letters of an introduction', () => {
  it('ask whoever is not asked, and remind whoever has not answered', () => {
    expect(letters({ stage: 'asked', consentA: 'asked' })).toEqual([
      'ask ben: Dear Ben,\n\nMay I put you in touch with Ana? If now is not the time, a no is fine.\n\nMara',
      'remind ana: Dear Ana,\n\nSome time ago I asked whether I may put you in touch with Ben. There is no hurry, and a no is fine; a word either way would help me.\n\nMara',
    ]);
  });

  it('introduce both, ask after it, and thank each', () => {
    expect(letters({ stage: 'agreed', consentA: 'yes', consentB: 'yes' })).toEqual([
      'introduce ana+ben: Dear Ana, dear Ben,\n\nAna, this is Ben. Ben, this is Ana. I leave the rest to you.\n\nMara',
    ]);
    expect(letters({ stage: 'introduced' })).toEqual([
      'remind ana+ben: Dear Ana, dear Ben,\n\nI hope you have found each other. If something came of it, I should like to hear; if not, that is fine, too.\n\nMara',
    ]);
    expect(letters({ stage: 'outcome' }).map((letter) => letter.split('.')[0])).toEqual([
      'thank ana: Dear Ana,\n\nThank you for taking the time to meet Ben',
      'thank ben: Dear Ben,\n\nThank you for taking the time to meet Ana',
    ]);
    expect(letters({ stage: 'thanked' })).toEqual([]);
  });

  it('take a no with grace, and never say who said it', () => {
    const [toAna = '', toBen = ''] = letters({ stage: 'declined', consentA: 'no', consentB: 'yes' });
    expect(toAna).toContain('Thank you for telling me so plainly.');
    expect(toBen).toContain('it does not come about just now. Thank you for being open to it.');
    expect(toBen).not.toMatch(/said no|declined/);
    expect(letters({ stage: 'not-now', consentA: 'not-now' })).toHaveLength(1);
    expect(letters({ stage: 'withdrawn' })).toEqual([]);
  });

  it('go to whoever introduces, where it is not me', () => {
    const to = (stage: string): string[] =>
      letters({ a: 'mara', b: 'ana', by: 'ben', stage, history: [{ day: today, stage: 'asked' }] });
    expect(to('idea')).toEqual([
      'ask ben: Dear Ben,\n\nWould you introduce me to Ana? Please ask them first; if it does not suit, a no is fine.\n\nMara',
    ]);
    expect(to('asked')[0]).toContain('remind ben: Dear Ben,\n\nSome time ago I asked whether you would');
    expect(to('met')[0]).toContain('Thank you for introducing me to Ana. We have met, and I am glad of it.');
    expect(to('declined')[0]).toContain(
      'decline ben: Dear Ben,\n\nThank you for thinking of introducing me to Ana.',
    );
  });

  it('hold nothing confidential at any stage, whoever introduces', () => {
    test.put('confidential', { id: 's', text: 'xyzzy' });
    for (const stage of stages) {
      for (const by of [undefined, 'cy']) {
        const fields = { stage, confidential: 's', consentA: 'yes', consentB: 'asked' };
        const all = letters({ ...fields, ...(by === undefined ? {} : { by }) });
        expect(JSON.stringify(all)).not.toContain('xyzzy');
      }
    }
    const values = valuesFor(speaking, put({ stage: 'idea', confidential: 's' }), {
      use: 'ask',
      to: ['ana'],
    });
    expect(values.why).toBe('');
  });

  it('are as the user left them, each its own', () => {
    const draft = { use: 'ask', introduction: 'i', editedAt: '2026-05-01T08:00:00.000Z' };
    put({ stage: 'idea' });
    test.put('drafts', { ...draft, id: 'd', contact: 'ana', subject: 'Ben', body: 'Do you know Ben?' });
    test.put('drafts', { ...draft, id: 'e', use: 'introduce', body: 'Meet.' });
    const [ana, ben] = lettersFor(speaking, put({ stage: 'idea' }));
    expect(ana).toMatchObject({ subject: 'Ben', text: 'Do you know Ben?', draft: { id: 'd' } });
    expect(ben).toMatchObject({ subject: 'May I introduce Ana to you?', draft: undefined });
    expect(lettersFor(speaking, put({ stage: 'agreed' }))[0]).toMatchObject({ subject: '', text: 'Meet.' });
  });
});

describe('a template', () => {
  const values = (): ReturnType<typeof valuesFor> =>
    valuesFor(speaking, put({ stage: 'idea', why: 'Both sail' }), { use: 'ask', to: ['ana'] });

  it('is filled from what is on record, however its placeholders are spelled', () => {
    test.contact('ben', { organisations: [{ name: 'Acme', title: 'Engineer' }] });
    const text = 'Hi {first name}, {Other}, {about_other}: {why}. {MY NAME}';
    expect(fill(text, values())).toEqual({
      text: 'Hi Ana, Ben, Engineer, Acme: Both sail. Mara',
      unknown: [],
      empty: [],
    });
  });

  it('says what is no placeholder, and of what nothing is on record', () => {
    const { text, unknown, empty } = fill('{firstname} {about} {why}', { ...values(), why: '' });
    expect(text).toBe('{firstname}  ');
    expect(sayUnknown(unknown)).toBe('{firstname} is no placeholder, and stays as it is written.');
    expect(sayEmpty(empty)).toBe(
      'Nothing openly on record for {about} and {why}: look at that place before you send it.',
    );
    expect(unknownIn('{first name} {a} {b} {a}')).toEqual(['a', 'b']);
    expect(sayUnknown([])).toBeUndefined();
  });

  it('fills nothing of what it was filled with', () => {
    expect(fill('{why}', { ...values(), why: '{my name}' }).text).toBe('{my name}');
  });

  it('in a letter to both speaks of the second as the other', () => {
    const both = valuesFor(speaking, put({ stage: 'agreed' }), { use: 'introduce', to: ['ana', 'ben'] });
    expect(fill('Dear {first name}, dear {other first name}', both).text).toBe('Dear Ana, dear Ben');
    const through = valuesFor(speaking, put({ stage: 'idea', by: 'cy' }), { use: 'ask', to: ['cy'] });
    expect(fill('{first name}: {other}', through).text).toBe('Cy: Ana and Ben');
  });

  it('made of a letter gives the same letter again', () => {
    expect(asTemplate('Dear Ana, meet Ben. Anabel. Mara', values())).toBe(
      'Dear {first name}, meet {other first name}. Anabel. {my first name}',
    );
    const names = Object.keys(placeholders);
    const someValues = fc.record(
      Object.fromEntries(
        names.map((name) => [name, fc.string({ maxLength: 6 }).filter((one) => !/[{}]/.test(one))]),
      ),
    );
    fc.assert(
      fc.property(someValues, fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.nat(8))), (given, parts) => {
        const filled = { ...values(), ...given };
        const text = parts
          .map((part) => (typeof part === 'string' ? part : (Object.values(filled)[part] ?? '')))
          .join(' ')
          .replace(/[{}]/g, '');
        expect(fill(asTemplate(text, filled), filled).text).toBe(text);
      }),
    );
  });
});

describe('the line of a card', () => {
  const line = (fields: JsonObject): string => {
    const introduction = put(fields);
    const stuck = stuckOf(introduction, today, 'mara');
    const since = introduction.history.at(-1)?.day;
    const { text, isUrgent } = cardLine(speaking, { introduction, since, stuck });
    return `${isUrgent ? '! ' : ''}${text}`;
  };
  const asked = (side: string, day: string, consent = 'asked'): JsonObject => ({
    day,
    stage: 'asked',
    side,
    consent,
  });

  it.each<[string, JsonObject]>([
    ['Noted 3 days ago', { stage: 'idea', history: [{ day: '2026-05-01', stage: 'idea' }] }],
    ['Cy is to be asked', { stage: 'idea', by: 'cy' }],
    [
      'Both asked 3 days ago',
      {
        stage: 'asked',
        consentA: 'asked',
        consentB: 'asked',
        history: [asked('a', '2026-05-01'), asked('b', '2026-05-01')],
      },
    ],
    [
      'Ben said yes; Ana asked 3 days ago',
      { stage: 'asked', consentA: 'asked', consentB: 'yes', history: [asked('a', '2026-05-01')] },
    ],
    ['! Ana said yes; ask Ben', { stage: 'asked', consentA: 'yes' }],
    [
      '! Stuck: Ana asked 33 days ago; ask Ben',
      { stage: 'asked', consentA: 'asked', history: [asked('a', '2026-04-01')] },
    ],
    ['! Your turn: write the mail', { stage: 'agreed' }],
    [
      '! Stuck: both agreed 33 days ago',
      { stage: 'agreed', history: [{ day: '2026-04-01', stage: 'agreed' }] },
    ],
    ['Cy is to introduce', { stage: 'agreed', by: 'cy' }],
    ['Introduced 3 days ago, no word yet', { stage: 'introduced', day: '2026-05-01' }],
    ['Met today; what came of it?', { stage: 'met', history: [{ day: today, stage: 'met' }] }],
    ['! Thanks are still to be said', { stage: 'outcome' }],
    ['Ana and Ben said no', { stage: 'declined', consentA: 'no', consentB: 'no' }],
    ['Put off today', { stage: 'not-now', history: [{ day: today, stage: 'not-now' }] }],
  ])('says “%s”', (says, fields) => {
    expect(line(fields)).toBe(says);
  });
});
