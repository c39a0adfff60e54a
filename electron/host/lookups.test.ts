import { describe, expect, it } from 'vitest';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { Network } from '../../shared/model/network';
import type { TableName } from '../../shared/model/table-names';
import { details, evidence, interactions, reveal } from './lookups';

const moment = (day: string): string => `${day}T09:00:00.000Z`;

function networkOf(rows: readonly (readonly [TableName, JsonObject & { id: string }])[]): Network {
  const network = new Network();
  for (const id of ['ana', 'ben']) {
    network.load('contacts', id, { id, name: { full: id }, createdAt: moment('2026-01-01') });
  }
  for (const [table, row] of rows) network.load(table, row.id, row);
  return network;
}

const interaction = (
  id: string,
  day: string,
  at?: string,
): readonly [TableName, JsonObject & { id: string }] => [
  'interactions',
  { id, day, channel: 'call', with: ['ana'], ...(at === undefined ? {} : { at }) },
];

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof KithmapError ? [error.code, error.message] : error;
  }
};

describe('the details of a contact', () => {
  it('are what is kept about it alone, by table, newest first, undated last', () => {
    const network = networkOf([
      ['notes', { id: 'n1', contact: 'ana', text: 'Old', day: '2026-01-02', at: moment('2026-01-02') }],
      ['notes', { id: 'n2', contact: 'ana', text: 'New', day: '2026-03-02', at: moment('2026-03-02') }],
      ['notes', { id: 'n3', contact: 'ben', text: 'Other', day: '2026-02-02', at: moment('2026-02-02') }],
      ['facts', { id: 'f1', contact: 'ana', kind: 'job', text: 'Once' }],
      ['facts', { id: 'f2', contact: 'ana', kind: 'job', text: 'Since', from: '2020-01-01' }],
    ]);
    const tables = new Map(
      details(network, 'ana').tables.map(({ table, rows }) => [table, rows.map(({ id }) => id)]),
    );
    expect(tables.get('notes')).toEqual(['n2', 'n1']);
    expect(tables.get('facts')).toEqual(['f2', 'f1']);
    expect(tables.get('commitments')).toEqual([]);
  });

  it('are refused for somebody who is not there', () => {
    expect(refusal(() => details(networkOf([]), 'zoe'))).toEqual([
      'not-found',
      'This contact is no longer in your network.',
    ]);
  });
});

describe('interactions', () => {
  const days = networkOf([
    interaction('b', '2026-01-02'),
    interaction('a', '2026-01-02'),
    interaction('late', '2026-01-02', moment('2026-01-02')),
    interaction('new', '2026-02-01'),
    interaction('old', '2025-12-01'),
  ]);

  it('come in pages, newest first, each once, also within a day', () => {
    const seen: string[] = [];
    let before: string | undefined;
    for (;;) {
      const page = interactions(days, 'ana', before, 2);
      expect(page.total).toBe(5);
      expect(page.interactions.length).toBeLessThanOrEqual(2);
      seen.push(...page.interactions.map(({ id }) => String(id)));
      before = page.next;
      if (before === undefined) break;
    }
    expect(seen).toEqual(['new', 'late', 'b', 'a', 'old']);
  });

  it('have no next page where this one is the last, or where there are none', () => {
    expect(interactions(days, 'ana', undefined, 5).next).toBeUndefined();
    expect(interactions(days, 'ben', undefined, 5)).toEqual({ interactions: [], total: 0 });
  });
});

describe('evidence and confidential texts', () => {
  it('are those of this tie, newest first, and this text', () => {
    const network = networkOf([
      ['ties', { id: 't', a: 'ana', b: 'ben', state: 'known', createdAt: moment('2026-01-01') }],
      ['evidence', { id: 'e1', tie: 't', kind: 'said', day: '2026-01-01', strength: 1 }],
      ['evidence', { id: 'e2', tie: 't', kind: 'said', day: '2026-02-01', strength: 1 }],
      ['confidential', { id: 's', text: 'Whispered' }],
    ]);
    expect(evidence(network, 't').evidence.map(({ id }) => id)).toEqual(['e2', 'e1']);
    expect(reveal(network, 's')).toEqual({ text: 'Whispered' });
    expect(refusal(() => evidence(network, 'none'))).toEqual([
      'not-found',
      'This tie is no longer in your network.',
    ]);
    expect(refusal(() => reveal(network, 'none'))).toEqual([
      'not-found',
      'This text is no longer in your network.',
    ]);
  });
});
