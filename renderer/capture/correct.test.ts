import { describe, expect, it } from 'vitest';
import { type Capture, understood, type Who, whoKey } from '../../shared/capture/capture';
import { examples } from '../../shared/capture/captures.testing';
import { castContext, castIndex } from '../../shared/capture/cast.testing';
import { habitsOf } from '../../shared/capture/habits';
import { parseCapture } from '../../shared/capture/parse';
import { peopleOf } from '../../shared/capture/resolve';
import { withChip, withMore, withPerson } from './correct';

const context = castContext();
const read = (text: string): Capture => parseCapture(text, context);
const at = (capture: Capture, kind: string): number => capture.chips.findIndex((chip) => chip.kind === kind);
const dana: Who = { state: 'known', id: 'dana', name: 'Dana Weiss' };

describe('a line after a chip was corrected', () => {
  it('keeps every other word as it was typed', () => {
    const capture = read('coffee with @ana yesterday, loved her lab, I owe @ana slides by Fri');
    const day = { kind: 'day', day: '2026-05-01', planned: false } as const;
    expect(withChip(capture, at(capture, 'day'), day, context)).toBe(
      'coffee with @ana 2026-05-01, loved her lab, I owe @ana slides by Fri',
    );
    expect(withChip(capture, at(capture, 'promise'), undefined, context)).toBe(
      'coffee with @ana yesterday, loved her lab',
    );
  });

  it('says a promise anew in its own place, with a day that was said apart', () => {
    const capture = read('call @ana, I owe her slides, by Fri, she is well');
    const promise = {
      kind: 'promise',
      by: 'them',
      who: [dana],
      text: 'two, or three',
      due: '2026-06-01',
    } as const;
    const line = withChip(capture, at(capture, 'promise'), promise, context);
    expect(understood(read(line)).promises).toEqual([{ ...promise, kind: undefined }]);
    expect(read(line).rest).toBe('she is well');
  });

  it('means somebody else wherever the same words stood for them', () => {
    const capture = read('call @jo, @jo told me about her lab, I owe @jo slides');
    const [jo] = capture.chips.flatMap(peopleOf);
    const line = jo === undefined ? '' : withPerson(capture, jo, dana, context);
    expect(line).toBe('call @Dana Weiss, @Dana Weiss told me about her lab, I owe @Dana Weiss slides');
  });

  it('names whom “her” stands for', () => {
    const capture = read('lunch with @ana and @ben, I owe her slides');
    const her = capture.chips.flatMap(peopleOf).find((who) => who.state === 'several');
    const line = her === undefined ? '' : withPerson(capture, her, dana, context);
    expect(understood(read(line)).promises).toMatchObject([{ who: [dana], text: 'slides' }]);
    expect(understood(read(line)).participants).toHaveLength(2);
  });

  it('leaves a day that is not in the calendar for the person to mend', () => {
    const capture = read('coffee @ana on 31 Feb #lab');
    const line = withChip(capture, at(capture, 'tag'), undefined, context);
    expect(line).toBe('coffee @ana on 31 Feb');
  });

  it('says what was not said yet', () => {
    const line = withMore(read('@ana told me of her lab'), { kind: 'channel', channel: 'call' }, context);
    expect(understood(read(line))).toMatchObject({
      channel: { channel: 'call' },
      rest: 'ana told me of her lab',
    });
    expect(withMore(read('coffee @ana'), { kind: 'person', who: dana }, context)).toBe(
      'coffee @ana @Dana Weiss',
    );
  });
});

describe('in every example of a capture', () => {
  const readable = examples.filter(({ refused }) => refused === undefined);
  it.each(readable.map((example) => [example.text, example] as const))('%s', (text, { today, locale }) => {
    const own = {
      ...context,
      today: today ?? context.today,
      habits: habitsOf(locale ?? 'en-GB'),
      people: castIndex(),
    };
    const capture = parseCapture(text, own);
    for (const [i, chip] of capture.chips.entries()) {
      // What goes is gone, and nothing else with it; but "her" may stand for one alone, once the other is gone.
      const left = capture.chips.filter((_, other) => other !== i);
      const without = parseCapture(withChip(capture, i, undefined, own), own);
      const isAsked = left
        .flatMap(peopleOf)
        .some((who) => who.state === 'several' && /^(him|she)$/.test(who.name));
      if (!isAsked) expect(understood(without)).toEqual(understood({ chips: left, rest: capture.rest }));
      // Whoever is chosen is meant from then on, and whom they replaced is not.
      for (const who of peopleOf(chip)) {
        if (whoKey(who) === whoKey(dana)) continue;
        const swapped = parseCapture(withPerson(capture, who, dana, own), own);
        const keys = swapped.chips.flatMap(peopleOf).map(whoKey);
        expect(keys).toContain(whoKey(dana));
        expect(keys).not.toContain(whoKey(who));
      }
    }
  });
});
