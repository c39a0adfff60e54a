import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commitment, Exchange, Interaction } from '../model/entities';
import type { Kept, StoryKind } from './entry';
import { narrowed } from './narrow';
import { rowsOf, storyOf } from './story';

const nothing: Kept = {
  interactions: [],
  commitments: [],
  exchanges: [],
  introductions: [],
  requests: [],
  facts: [],
  notes: [],
};

function talk(id: string, day: string, more: Partial<Interaction> = {}): Interaction {
  return { id, day, channel: 'call', direction: 'both', with: ['ana'], tags: [], ...more };
}

function promise(id: string, more: Partial<Commitment> = {}): Commitment {
  return { id, contact: 'ana', by: 'me', text: 'the slides', madeOn: '2026-04-01', ...more };
}

function given(id: string, day: string): Exchange {
  return { id, contact: 'ana', direction: 'given', kind: 'help', day };
}

/** Headings and ids, as one reads them from the top. */
function lines(kept: Partial<Kept>, readUntil?: string): string[] {
  return rowsOf(storyOf({ ...nothing, ...kept }, readUntil), 'en-GB').map((row) =>
    row.type === 'heading' ? `# ${row.text}` : row.entry.id,
  );
}

describe('the story of a contact', () => {
  it('has what is to come on top, the soonest first, and what was below, newest first', () => {
    expect(
      lines({
        interactions: [talk('talk', '2026-03-01'), talk('plan', '2026-06-01', { planned: true })],
        commitments: [
          promise('someday'),
          promise('soon', { due: '2026-05-08' }),
          promise('kept', { due: '2026-04-20', doneOn: '2026-04-18' }),
        ],
        exchanges: [given('help', '2025-12-24')],
      }),
    ).toEqual(['# To come', 'soon', 'plan', 'someday', '# 2026', 'kept', 'talk', '# 2025', 'help']);
  });

  it('places a date without a month below the days of its year, and what has none at the end', () => {
    const fact = { contact: 'ana', kind: 'job' } as const;
    expect(
      lines({
        interactions: [talk('talk', '2024-01-02')],
        facts: [
          { ...fact, id: 'undated' },
          { ...fact, id: 'birthday', from: '--02-03' },
          { ...fact, id: 'year', from: '2024' },
          { ...fact, id: 'month', from: '2024-07' },
        ],
      }),
    ).toEqual(['# 2024', 'month', 'talk', 'year', '# Without a date', 'undated', 'birthday']);
  });

  it('tells a request on the day on which it was asked, whatever became of it', () => {
    const request = { contact: 'ana', text: 'a word' };
    expect(
      lines({
        requests: [
          { ...request, id: 'yes', askedOn: '2026-03-01', answer: 'yes', answeredOn: '2026-04-20' },
          { ...request, id: 'open', askedOn: '2026-04-01', answer: 'open' },
        ],
      }),
    ).toEqual(['# 2026', 'open', 'yes']);
  });

  it('is told by months where a year is full', () => {
    const days = Array.from({ length: 13 }, (_, i) => talk(`t${i}`, `2026-0${i < 7 ? 4 : 3}-1${i % 10}`));
    const headings = lines({ interactions: [...days, talk('old', '2025-01-01')] }).filter((line) =>
      line.startsWith('#'),
    );
    expect(headings).toEqual(['# April 2026', '# March 2026', '# 2025']);
  });

  it('holds back what is older than the interactions at hand', () => {
    const kept = { interactions: [talk('talk', '2026-03-01')], exchanges: [given('old', '2020-01-01')] };
    expect(lines(kept, '2026-03-01')).toEqual(['# 2026', 'talk']);
  });

  it('tells everything once, in the order of days, with one heading for each stretch', () => {
    const day = fc
      .record({ year: fc.integer({ min: 2019, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), fc.array(day, { maxLength: 20 }), (talks, gifts) => {
        const kept = {
          ...nothing,
          interactions: talks.map((on, i) => talk(`t${i}`, on)),
          exchanges: gifts.map((on, i) => given(`g${i}`, on)),
        };
        const rows = rowsOf(storyOf(kept), 'en');
        const days = rows.flatMap((row) => (row.type === 'entry' ? [row.entry.day ?? ''] : []));
        expect(days).toEqual([...talks, ...gifts].sort().reverse());
        const keys = rows.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('a story narrowed', () => {
  const story = storyOf({
    ...nothing,
    interactions: [talk('boat', '2026-03-01', { summary: 'About the Boats' }), talk('tea', '2026-02-01')],
    exchanges: [given('help', '2025-12-24')],
  });
  const ids = (kinds: readonly StoryKind[], text: string): string[] =>
    narrowed(story, { kinds: new Set(kinds), text }, (entry) =>
      entry.kind === 'interaction' ? (entry.interaction.summary ?? '') : 'help',
    ).past.map(({ id }) => id);

  it('keeps the kinds chosen; all, where none is', () => {
    expect(ids(['exchange'], '')).toEqual(['help']);
    expect(ids([], ' ')).toEqual(['boat', 'tea', 'help']);
  });

  it('keeps what has all of the words, whatever their case, marks and order', () => {
    expect(ids([], 'bóats ABOUT')).toEqual(['boat']);
    expect(ids([], 'boats trains')).toEqual([]);
    expect(ids(['exchange'], 'boats')).toEqual([]);
  });
});
