import { describe, expect, it } from 'vitest';
import type { ContactWarmth } from '../../shared/analysis/service-messages';
import { listed, whyConnector, whyCooling } from './why';

describe('whyConnector', () => {
  const names: Readonly<Record<string, string>> = { seoul: 'Seoul', porto: 'Porto' };
  it('says groups, pairs and what hangs on the person alone', () => {
    const connector = {
      contact: 'ana',
      ring: true,
      pairs: 4463,
      reaches: [
        { cluster: 'seoul', people: 2 },
        { cluster: 'porto', people: 1 },
      ],
      alone: ['porto'],
    };
    expect(whyConnector(connector, 'Ana', (id) => names[id])).toEqual([
      'Knows people in 2 other groups.',
      '4,463 pairs of your contacts reach each other most directly through Ana.',
      'Nobody else in the same group knows anyone in Porto.',
    ]);
  });

  it('leaves out what there is nothing to say about', () => {
    const connector = { contact: 'ana', ring: false, pairs: 1, reaches: [], alone: ['gone'] };
    expect(whyConnector(connector, 'Ana', () => undefined)).toEqual([
      'One pair of your contacts reaches each other most directly through Ana.',
    ]);
  });
});

describe('whyCooling', () => {
  const warmth: ContactWarmth = {
    contact: 'ana',
    step: 4,
    shown: 0.4,
    state: 'cooling',
    word: 'slipping',
    last: '2026-03-19',
    days: 20,
    meanGap: 26.2,
    silence: 46,
    rhythm: 'own',
    quietBy: '2026-06-15',
    order: 1,
  };
  it('holds the silence against the rhythm and names the day it goes quiet', () => {
    expect(whyCooling(warmth, '2026-05-04', 'en-GB')).toEqual([
      '46 days of silence; you two usually speak every 26.',
      'Quiet by mid-June.',
    ]);
  });

  it('says nothing without a record, and no date that is past', () => {
    expect(whyCooling({ ...warmth, silence: null }, '2026-05-04', 'en-GB')).toEqual([]);
    expect(whyCooling({ ...warmth, quietBy: '2026-05-01' }, '2026-05-04', 'en-GB')).toHaveLength(1);
  });
});

describe('listed', () => {
  it('joins a few and counts the rest', () => {
    expect(listed(['A'])).toBe('A');
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
    expect(listed(['A', 'B', 'C', 'D', 'E'])).toBe('A, B and 3 more');
  });
});
