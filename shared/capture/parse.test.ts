/** The grammar of quick capture, by examples. */
import { describe, expect, it } from 'vitest';
import { understood } from './capture';
import { examples } from './captures.testing';
import { castContext, chipInExamples } from './cast.testing';
import { parseCapture } from './parse';
import { writeCapture } from './write';

describe('a capture', () => {
  it.each(
    examples.map(
      (example) =>
        [JSON.stringify(example.text), example.today ?? '', example.locale ?? '', example] as const,
    ),
  )('%s %s %s', (_text, _today, _locale, { text, chips, rest, today, locale, refused }) => {
    const capture = parseCapture(text, castContext(today, locale));
    expect({ chips: capture.chips.map(chipInExamples).join(' | '), rest: capture.rest }).toEqual({
      chips,
      rest,
    });
    const sentences = capture.problems.map(({ sentence }) => sentence);
    if (refused === undefined) expect(sentences).toEqual([]);
    else expect(sentences.join(' ')).toContain(refused);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*\.$/su);
  });

  it.each(examples.map((example) => [JSON.stringify(example.text), example] as const))(
    '%s says the same when it is written out again',
    (_text, { text, today, locale }) => {
      const context = castContext(today, locale);
      const meant = understood(parseCapture(text, context));
      expect(understood(parseCapture(writeCapture(meant, context), context))).toEqual(meant);
    },
  );

  it.each([
    ['one word', 'a'.repeat(10_000)],
    ['one name', `@${'a'.repeat(9_999)}`],
    ['names', '@ana '.repeat(2_000)],
    ['signs', '@'.repeat(10_000)],
    ['quotation marks', '"'.repeat(10_000)],
    ['open quotation marks', '"a '.repeat(3_333)],
    ['promises', 'I owe @ana a and '.repeat(588)],
    ['dates', '3 May '.repeat(1_666)],
    ['digits', '1'.repeat(10_000)],
    ['blanks', `@ana${' '.repeat(9_995)}x`],
    ['blanks and marks', ' ,'.repeat(5_000)],
    ['flags', '!confidential #a '.repeat(588)],
    ['slashes', '/'.repeat(10_000)],
    ['script without blanks', `@${'王'.repeat(9_999)}`],
    ['introductions', '+intro @ana to '.repeat(666)],
    ['joiners', `@ana${' and @ben'.repeat(1_110)}`],
  ])('of ten thousand characters, all %s, is read and written alike', (_what, text) => {
    const context = castContext();
    const meant = understood(parseCapture(text, context));
    expect(understood(parseCapture(writeCapture(meant, context), context))).toEqual(meant);
  });

  it('of more than it can hold is refused, not cut', () => {
    const { problems, chips, rest } = parseCapture(`@ana ${'x'.repeat(20_000)}`, castContext());
    expect({ chips, rest }).toEqual({ chips: [], rest: '' });
    expect(problems[0]?.sentence).toContain('Keep it as a note');
  });

  it('says of each chip where it stands, in the order of the text', () => {
    for (const { text, today, locale } of examples) {
      const { chips } = parseCapture(text, castContext(today, locale));
      let last = 0;
      for (const { kind, span } of chips) {
        expect(span.from, `${text} ${kind}`).toBeGreaterThanOrEqual(last);
        expect(span.to, `${text} ${kind}`).toBeGreaterThan(span.from);
        expect(text.slice(span.from, span.to).trim(), `${text} ${kind}`).toBe(text.slice(span.from, span.to));
        last = span.from;
      }
      const people = chips.filter(({ kind }) => kind === 'person');
      for (const { span } of people) expect(text.charAt(span.from)).toBe('@');
    }
  });

  it('is given by two hundred examples at least', () => {
    expect(examples.length).toBeGreaterThanOrEqual(200);
  });
});
