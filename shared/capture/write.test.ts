/** What is shown as chips and rest, written out again, is read as the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '../model/entities/happening';
import { type Understood, understood, type Who } from './capture';
import { castContext } from './cast.testing';
import { parseCapture } from './parse';
import { tidy } from './text';
import { writeCapture } from './write';

const runs = Number(process.env['KITHMAP_RUNS'] ?? 1_000);

/** What people write in captures, to be strung together in any order. */
const fragments = [
  ...[
    'coffee',
    'called',
    'call',
    'mail from',
    'mail to',
    'zoom',
    'met',
    'lunch with',
    'for coffee',
    'called me',
  ],
  ...[
    '@ana',
    '@ben',
    '@jo',
    '@Roche',
    '@zed',
    '@"Zed Zulu"',
    '@王小明',
    "@O'Brien's",
    '@van der berg',
    '@{jo2}',
    '@{x}',
  ],
  ...[
    'yesterday',
    'last Tue',
    'on Monday',
    '3 May',
    '5/3',
    '31 Feb',
    'next Friday',
    'in 2 weeks',
    'tomorrow',
    '2026-05-01',
  ],
  ...[
    '20 min',
    '1h30',
    'for half an hour',
    're: grant',
    're: "a, b"',
    'about',
    'by Fri',
    'by 31 Feb',
    'before June',
    'by May',
  ],
  ...[
    'I owe',
    'I owe @ana slides',
    'owes me',
    '@ben owes me lunch',
    'she owes me',
    'I owe them',
    'promised',
    'they promised me',
  ],
  ...[
    'gave @ana a book',
    'got wine from @ben',
    '@ana gave me help',
    'gave',
    'got',
    '(help)',
    '(gift)',
    'an intro',
  ],
  ...[
    '+intro @ben to @dana',
    '+intro',
    'introduced @ana to @ben',
    'about grants',
    '#tag',
    '#"two words"',
    '#1',
    '!confidential',
  ],
  ...[
    '!mine',
    '!theirs',
    ',',
    ';',
    '.',
    '!',
    '?',
    ':',
    '-',
    '–',
    '//',
    '\n',
    '"',
    '“',
    '”',
    "'s",
    '(',
    ')',
    '\\',
    '&',
    'and',
    'with',
    'to',
  ],
  ...[
    'she moved',
    'slides',
    'nice',
    'to',
    'from',
    '24/7',
    '☕',
    '👨‍👩‍👧',
    '<b>',
    '@',
    '@@',
    '#',
    '+',
    '\u0000',
    '\u0001',
    '\u202e',
    'constructor',
  ],
];
const line = fc
  .array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom(' ', ' ', ' ', ' ', '', ', ')), {
    maxLength: 14,
  })
  .map((parts) => parts.flat().join(''));

const day = fc
  .integer({ min: 0, max: 400 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const text = fc
  .oneof(
    fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    fc.string(),
  )
  .map((words) => tidy(words.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')));
const words = text.filter((one) => one !== '');

const known: Who[] = [
  { state: 'known', id: 'ana', name: 'Ana Silva' },
  { state: 'known', id: 'jo1', name: 'Jo Park' },
  { state: 'known', id: 'jo2', name: 'Jo Park' },
  { state: 'known', id: 'oldtom', name: 'Tom Hardy' },
  { state: 'known', id: 'april', name: 'April May' },
  { state: 'known', id: 'dwayne', name: 'Dwayne "Rock" Johnson' },
  { state: 'known', id: 'fatima', name: 'فاطمة الزهراء' },
];
const who = fc.oneof(
  fc.constantFrom(...known),
  fc
    .constantFrom('Zed', 'Zed Zulu', '__proto__', 'Zoë "Z" Q', 'I owe', 'yesterday')
    .map((name): Who => ({ state: 'unknown', name })),
);
const several = fc.uniqueArray(who, {
  minLength: 1,
  maxLength: 3,
  selector: ({ name, ...one }) => ('id' in one ? one.id : name),
});

/** Chips as somebody may have corrected them, whatever was typed. */
const corrected: fc.Arbitrary<Understood> = fc.record({
  channel: fc.option(
    fc.oneof(
      fc.constantFrom(...channels).map((channel) => ({ channel })),
      fc.constant({ channel: 'meal' as const, word: 'coffee' }),
    ),
    { nil: undefined },
  ),
  direction: fc.option(fc.constantFrom('mine' as const, 'theirs' as const), { nil: undefined }),
  day: fc.option(day, { nil: undefined }),
  minutes: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
  participants: fc.oneof(fc.constant([]), several),
  topic: fc.option(words, { nil: undefined }),
  promises: fc.array(
    fc.record({
      by: fc.constantFrom('me' as const, 'them' as const),
      who: several,
      text: words,
      due: fc.option(day, { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  exchanges: fc.array(
    fc.record({
      direction: fc.constantFrom('given' as const, 'received' as const),
      exchange: fc.constantFrom('help' as const, 'gift' as const, 'other' as const),
      who: several,
      text: words,
    }),
    { maxLength: 2 },
  ),
  introductions: fc.array(
    fc.record({
      a: who,
      b: who,
      stage: fc.constantFrom('idea' as const, 'introduced' as const),
      why: fc.option(words, { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  tags: fc.uniqueArray(fc.constantFrom('biotech', 'two words', '日本', '1', 'a"b', 'x-y'), { maxLength: 3 }),
  confidential: fc.boolean(),
  rest: text,
});

describe('a capture written out again', () => {
  it('is read as the same, whatever was typed', () => {
    const context = castContext();
    fc.assert(
      fc.property(fc.oneof(line, fc.string({ unit: 'grapheme' })), (typed) => {
        const meant = understood(parseCapture(typed, context));
        expect(understood(parseCapture(writeCapture(meant, context), context))).toEqual(meant);
      }),
      { numRuns: runs },
    );
  });

  it('is read as the same, however its chips were corrected', () => {
    const context = castContext();
    fc.assert(
      fc.property(corrected, (meant) => {
        expect(understood(parseCapture(writeCapture(meant, context), context))).toEqual(meant);
      }),
      { numRuns: runs },
    );
  });

  it('is short where words alone say it', () => {
    const context = castContext();
    const again = (typed: string): string => writeCapture(understood(parseCapture(typed, context)), context);
    expect(again('coffee with @ana yesterday, I owe her slides by Fri, nice garden')).toBe(
      'coffee @Ana Silva 2026-05-03, I owe @Ana Silva slides by 2026-05-08, nice garden',
    );
    expect(again('mail from @jo2 // by Fri')).toBe('mail from @jo2, by Fri');
    expect(again('coffee @{jo2} // I owe @ana nothing')).toBe('coffee @{jo2} // I owe @ana nothing');
  });
});
