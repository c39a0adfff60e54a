import { describe, expect, it } from 'vitest';
import { type Capture, understood } from '../../shared/capture/capture';
import { examples } from '../../shared/capture/captures.testing';
import { castContext } from '../../shared/capture/cast.testing';
import { logArguments } from '../../shared/capture/log';
import { parseCapture } from '../../shared/capture/parse';
import { companyOf, type Row, rowsOf } from './rows';
import { hindrance, sayChip, sayLogged } from './say';

const context = castContext();
const calendar = { today: context.today, locale: 'en-GB' };

function read(text: string): { capture: Capture; rows: Row[]; args: ReturnType<typeof logArguments> } {
  const capture = parseCapture(text, context);
  const args = logArguments(understood(capture), context.today);
  return { capture, args, rows: rowsOf(capture, args, companyOf(capture)) };
}

const shown = (text: string): string[] =>
  read(text).rows.map(({ label, chips }) => {
    const words = chips.map(({ at, said }) => {
      const span = { from: 0, to: 0 };
      return at === undefined
        ? `(${sayChip({ ...said, span }, calendar)})`
        : sayChip({ ...said, span }, calendar);
    });
    return `${label}: ${words.join(' | ')}`;
  });

describe('the rows of chips', () => {
  it('show also what is written without being said', () => {
    expect(shown('@ana told me about her lab')).toEqual([
      'With: Ana Silva',
      'How: (Met in person)',
      'When: (Today)',
    ]);
    expect(shown('call 20 min, I owe @ana slides by Fri')).toEqual([
      'With: (Ana Silva)',
      'How: Called | 20 minutes',
      'When: (Today)',
      'You promised: slides, to Ana Silva, by Friday 8 May',
    ]);
  });

  it('show nobody as met where only something was promised', () => {
    expect(shown('I owe @ana slides, @ben owes me lunch')).toEqual([
      'When: (Today)',
      'You promised: slides, to Ana Silva',
      'Promised to you: lunch, from Ben Okoro',
    ]);
  });

  it('say of a day ahead that it is planned', () => {
    expect(shown('lunch @ana next Fri')).toEqual([
      'With: Ana Silva',
      'How: Had a meal',
      'Planned: Friday 15 May',
    ]);
  });

  it('hold every chip of every example, and count what is written', () => {
    for (const { text } of examples) {
      const { capture, rows, args } = read(text);
      const places = rows.flatMap(({ chips }) => chips.flatMap(({ at }) => (at === undefined ? [] : [at])));
      expect(new Set(places).size, text).toBe(places.length);
      // Who is named twice, and what is confidential twice, is shown once.
      const others = capture.chips.filter(({ kind }) => kind !== 'person' && kind !== 'confidential');
      for (const chip of others) expect(places, text).toContain(capture.chips.indexOf(chip));
      const people = rows.find(({ kind }) => kind === 'person')?.chips ?? [];
      expect(people.length, text).toBe(args.interaction?.with.length ?? 0);
    }
  });
});

describe('what is said of it', () => {
  const nameOf = (id: string): string => context.people.person(id)?.name ?? '';
  const logged = (text: string): string => sayLogged(understood(read(text).capture), read(text).args, nameOf);

  it('names people and counts, and tells no text', () => {
    expect(logged('call @ana @zed, her test was bad, I owe @ana and @ben a visit !confidential')).toBe(
      'Noted with Ana Silva and zed: 2 promises. New: zed',
    );
    expect(logged('I owe @ana slides')).toBe('Kept: 1 promise');
    expect(logged('tea @ana tomorrow')).toBe('Planned with Ana Silva');
  });

  it('asks first for one of several, then for who is new', () => {
    const meant = understood(read('call @jo @zed').capture);
    expect(hindrance(meant, [])).toBe('Say first who “jo” is.');
    const zed = understood(read('call @zed').capture);
    expect(hindrance(zed, [])).toBe('Say first who “zed” is.');
    expect(hindrance(zed, ['zed'])).toBeUndefined();
  });
});
