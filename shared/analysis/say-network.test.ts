import { describe, expect, it } from 'vitest';
import type { AnswerTo } from './questions';
import { sayAgreement, sayAttention, sayCoolingThere, sayPieces, sayScope, sayWhatIf } from './say-network';

const summary: AnswerTo<'summary'> = {
  kind: 'summary',
  asOf: '2026-05-04',
  people: 312,
  ties: 840,
  guessed: 0,
  guessedLeftOut: 0,
  withMe: false,
  pieces: 1,
  largestPiece: 312,
  isolates: 0,
  spokenWith: 200,
};

describe('what a list is of', () => {
  it('counts people and ties, and says which guesses are in and which are not', () => {
    expect(sayScope(summary)).toBe('312 people and 840 ties; as far as you have recorded');
    expect(sayScope({ ...summary, guessed: 12, guessedLeftOut: 1, withMe: true })).toBe(
      '312 people and 840 ties, 12 of them guessed; 1 guessed tie left out; you are counted; as far as you have recorded',
    );
  });

  it('says pieces and people without a tie, and neither where there is none', () => {
    expect(sayPieces(summary)).toBe('');
    expect(sayPieces({ ...summary, pieces: 2, largestPiece: 300, isolates: 1 })).toBe(
      'Your network lies in 2 pieces that no tie joins; the largest has 300 people. Of 1 person no tie is recorded.',
    );
    // Where there is no tie at all, that is said instead.
    expect(sayPieces({ ...summary, ties: 0, pieces: 0, isolates: 312 })).toBe('');
  });
});

describe('how a group stands', () => {
  it('is clear, soft or hardly one, and never sure before it was looked for again', () => {
    const word = (agreement: number | null) => sayAgreement({ agreement, basis: 'ties' }).word;
    expect([0.75, 0.74, 0.5, 0.49, null].map(word)).toEqual([
      'clear',
      'soft',
      'soft',
      'hardly a group',
      'not tried yet',
    ]);
    expect(sayAgreement({ agreement: null, basis: 'trait' }).word).toBe('by what they share');
  });

  it('holds attention against people, and says nothing where too little is known', () => {
    expect(
      sayAttention({
        attention: {
          kind: 'counted',
          days: 3,
          allDays: 88,
          spokenWith: 2,

          shareOfDays: 0.034,
          shareOfPeople: 0.12,
          neglected: true,
        },
      }),
    ).toBe('3.4 % of your contact days in the last 180, for 12 % of your people.');
    expect(sayAttention({ attention: { kind: 'tooFew', of: 'days', have: 3, need: 20 } })).toBe('');
    expect(sayCoolingThere({ cooling: ['a'] })).toBe('1 person there is cooling or gone quiet.');
    expect(sayCoolingThere({ cooling: [] })).toBe('');
  });
});

describe('what would be', () => {
  const answer: AnswerTo<'whatIf'> = {
    kind: 'whatIf',
    before: { connectedPairs: 2926, pieces: 1, efficiency: 0.4353, sample: null },
    after: { connectedPairs: 1875, pieces: 7, efficiency: 0.2895, sample: null },
    cutOff: ['a', 'b'],
    changed: { people: 1, added: 0, removed: 0 },
    twoSteps: {
      before: 2000,
      after: 1200,
      gained: { count: 0, list: [] },
      lost: { count: 12, list: [] },
    },
    mine: null,
    cutPeople: { newly: [], noLonger: [] },
    bridges: [],
  };
  const unchanged: AnswerTo<'whatIf'> = {
    ...answer,
    after: answer.before,
    cutOff: [],
    twoSteps: { ...answer.twoSteps, lost: { count: 0, list: [] } },
  };
  const naming = { person: (id: string) => id.toUpperCase(), cluster: (id: string) => `the ${id}` };

  it('without somebody says pairs, pieces, ways, who is near whom and who is cut off', () => {
    expect(sayWhatIf(answer, ['Valjean'])).toEqual([
      '2,926 pairs of people have some way to each other; without Valjean it would be 1,875.',
      'The others would lie in 7 pieces; with them it is 1.',
      'Ways would be longer on average: an efficiency of 0.2895 beside 0.4353.',
      '12 pairs of people would no longer be within two steps of each other.',
      '2 people would be cut off from the rest.',
    ]);
  });

  it('says that nothing comes apart where nothing does, and that nothing is different where nothing was changed', () => {
    const same = { ...unchanged, after: { ...answer.before, connectedPairs: 2850 } };
    expect(sayWhatIf(same, ['Toussaint'])).toEqual([
      '2,926 pairs of people have some way to each other; without Toussaint it would be 2,850.',
      'Nobody else would be cut off.',
    ]);
    expect(sayWhatIf({ ...unchanged, changed: { people: 0, added: 0, removed: 0 } }, [])).toEqual([
      'Nothing would be different: that is how it is, as far as you have recorded.',
    ]);
  });

  it('never gives an estimate as a count', () => {
    const sample = { people: 2000, of: 6000 };
    const estimated = {
      ...answer,
      before: { ...answer.before, sample },
      after: { ...answer.after, sample: { people: 1999, of: 5999 } },
    };
    expect(sayWhatIf(estimated, ['Valjean'])).toContain(
      'Ways would be longer on average: an efficiency of 0.29 beside 0.44, both estimated from the ways of 2,000 of 6,000 people.',
    );
  });

  it('with other ties says whom they bring near, and what no longer hangs on one person or newly does', () => {
    const ties: AnswerTo<'whatIf'> = {
      ...unchanged,
      changed: { people: 0, added: 2, removed: 1 },
      twoSteps: { ...unchanged.twoSteps, gained: { count: 1, list: [] } },
      mine: { before: 9, after: 12, gained: { count: 3, list: [] }, lost: { count: 0, list: [] } },
      through: [
        { contact: 'ana', before: 40.4, preview: 12.2 },
        { contact: 'cy', before: 3, preview: 3.2 },
      ],
      cutPeople: {
        newly: [{ contact: 'ben', fallsOff: 4 }],
        noLonger: [{ contact: 'ana', fallsOff: 2 }],
      },
      bridges: [
        { from: 'club', to: 'choir', before: 1, after: 2, hungOn: 'ana', hangsOn: null },
        { from: 'choir', to: 'club', before: 3, after: 1, hungOn: null, hangsOn: 'ben' },
        { from: 'choir', to: 'office', before: 0, after: 1, hungOn: null, hangsOn: 'ben' },
        { from: 'office', to: 'club', before: 2, after: 0, hungOn: null, hangsOn: null },
      ],
    };
    expect(sayWhatIf(ties, [], naming)).toEqual([
      '2,926 pairs of people have some way to each other; that would stay so.',
      '1 pair of people would come within two steps of each other.',
      'You would reach 3 people within two steps whom you do not now.',
      'Nobody would be cut off.',
      'By a first look, about 12 pairs would reach each other most directly through ANA; now it is 40.',
      '4 people would then have no way to the rest but through BEN.',
      'Nobody would be cut off any longer without ANA.',
      'Nobody in the office would know anyone in the club any longer.',
      'The bridge from the choir into the club would hang on BEN alone.',
      'There would be a bridge from the choir into the office, by BEN alone.',
      'The bridge from the club into the choir would no longer hang on ANA alone.',
    ]);
    const more = { ...ties, after: { ...ties.after, connectedPairs: 3000, pieces: 2 }, cutOff: [] };
    expect(sayWhatIf(more, []).slice(0, 2)).toEqual([
      '2,926 pairs of people have some way to each other; with 2 ties more and 1 tie less it would be 3,000.',
      'Your network would lie in 2 pieces; now it is 1.',
    ]);
  });
});
