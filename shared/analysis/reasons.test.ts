import { describe, expect, it } from 'vitest';
import type { ConnectorReason, CoolingReason, LeadReason } from './questions';
import {
  asOneSentence,
  asSentences,
  connectorReasons,
  sayConnector,
  sayCooling,
  sayLead,
  whyCooling,
} from './reasons';
import type { ContactWarmth } from './service-messages';

const names: Readonly<Record<string, string>> = {
  seoul: 'Seoul',
  porto: 'Porto',
  bo: 'Bo',
  cy: 'Cy',
  di: 'Di',
};
const name = (id: string) => names[id];
const moment = { today: '2026-05-04', locale: 'en-GB' };

describe('why somebody connects', () => {
  const told = {
    contact: 'ana',
    ring: true,
    pairs: 4463,
    reaches: [
      { cluster: 'seoul', people: 2 },
      { cluster: 'porto', people: 1 },
    ],
    alone: ['porto'],
  };

  it('says groups, pairs and what hangs on the person alone', () => {
    expect(asSentences(sayConnector(connectorReasons(told), 'Ana', name))).toEqual([
      'Knows people in 2 other groups.',
      '4,463 pairs of your contacts reach each other most directly through Ana.',
      'Nobody else in the same group knows anyone in Porto.',
    ]);
  });

  it('leaves out what there is nothing to say about', () => {
    const connector = { contact: 'ana', ring: false, pairs: 1, reaches: [], alone: ['gone'] };
    expect(sayConnector(connectorReasons(connector), 'Ana', name)).toEqual([
      'one pair of your contacts reaches each other most directly through Ana',
    ]);
    const nothing: ConnectorReason[] = [
      { kind: 'pairs', pairs: 0 },
      { kind: 'fallsOff', people: 0 },
    ];
    expect(asOneSentence(sayConnector(nothing, 'Ana', name))).toBe('');
  });

  it('makes one sentence of all reasons', () => {
    const reasons: ConnectorReason[] = [
      { kind: 'fallsOff', people: 1 },
      { kind: 'alone', clusters: ['seoul', 'porto'] },
    ];
    expect(asOneSentence(sayConnector(reasons, 'Ana', name))).toBe(
      '1 person would be cut off without Ana; nobody else in the same group knows anyone in Seoul and Porto.',
    );
  });
});

describe('why a tie cools', () => {
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
    expect(asSentences(whyCooling(warmth, moment))).toEqual([
      '46 days of silence; you two usually speak every 26.',
      'Quiet by mid-June.',
    ]);
  });

  it('says nothing without a record, and no date that is past', () => {
    expect(whyCooling({ ...warmth, silence: null }, moment)).toEqual([]);
    expect(whyCooling({ ...warmth, quietBy: '2026-05-01' }, moment)).toHaveLength(1);
  });

  it('does not call a silence long that is within the rhythm', () => {
    const byCadence: ContactWarmth = { ...warmth, rhythm: 'cadence', quietBy: null };
    expect(whyCooling(byCadence, moment)).toEqual([
      '46 days of silence; longer than the rhythm meant for you two',
    ]);
    expect(whyCooling({ ...byCadence, state: 'warm' }, moment)).toEqual(['46 days of silence']);
  });

  it('says first what the analysis puts first', () => {
    const reasons: CoolingReason[] = [
      { kind: 'onlyTieInto', cluster: 'seoul' },
      { kind: 'lastContact', day: '2026-04-03', silence: 31 },
      { kind: 'rhythm', own: false, days: 7 },
      { kind: 'quietBy', day: '2026-05-17' },
    ];
    expect(asOneSentence(sayCooling(reasons, moment, name))).toBe(
      'Your only tie into Seoul; 31 days of silence; the rhythm meant for you two is 7 days; quiet by mid-May.',
    );
  });
});

const leads: [LeadReason, string][] = [
  [
    { kind: 'pastJob', organisation: 'Klinik Basel', title: 'nurse', until: '2021-06' },
    'nurse at Klinik Basel until 2021',
  ],
  [
    { kind: 'pastJob', organisation: 'Klinik Basel', title: null, until: null },
    'worked at Klinik Basel before',
  ],
  [{ kind: 'knows', contacts: ['bo', 'gone', 'cy', 'di'] }, 'knows Bo and 2 more'],
  [{ kind: 'knows', contacts: ['gone'] }, 'knows people there'],
  [{ kind: 'place', place: 'Seoul' }, 'knows Seoul'],
  [{ kind: 'interest', interest: 'medicine' }, 'interested in medicine'],
  [{ kind: 'tag', tag: 'hospital' }, 'tagged hospital'],
];
it.each(leads)('says why somebody could lead there: %j', (reason, words) => {
  expect(sayLead(reason, name)).toBe(words);
});
