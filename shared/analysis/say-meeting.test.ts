import { describe, expect, it } from 'vitest';
import type { AnswerTo } from './questions';
import { sayMeeting } from './say-meeting';

const reach = { connectedPairs: 20, pieces: 2, efficiency: 0.3, sample: null };
const nobody = { count: 0, list: [] };
const answer: AnswerTo<'whatIf'> = {
  kind: 'whatIf',
  before: reach,
  after: reach,
  cutOff: [],
  changed: { people: 0, added: 1, removed: 0 },
  twoSteps: { before: 10, after: 10, gained: nobody, lost: nobody },
  mine: null,
  cutPeople: { newly: [], noLonger: [] },
  bridges: [],
};
const naming = { person: (id: string) => id.toUpperCase(), cluster: (id: string) => `the ${id}` };
const say = (change: Partial<AnswerTo<'whatIf'>>): string[] =>
  sayMeeting({ ...answer, ...change }, ['ana', 'ben'], naming);

describe('if two meet', () => {
  it('says whom each would have within two steps, what is joined, and what hangs on one person no longer', () => {
    expect(
      say({
        after: { ...reach, pieces: 1 },
        ends: [
          { contact: 'ana', before: 3, after: 34 },
          { contact: 'ben', before: 8, after: 9 },
        ],
        twoSteps: { ...answer.twoSteps, gained: { count: 32, list: [] } },
        cutPeople: { newly: [], noLonger: [{ contact: 'cem', fallsOff: 4 }] },
        bridges: [{ from: 'club', to: 'choir', before: 1, after: 2, hungOn: 'cem', hangsOn: null }],
      }),
    ).toEqual([
      'ANA would reach 31 more people within two steps, and BEN 1.',
      'Two parts of your network that no tie joins would be one.',
      'Nobody would be cut off any longer without CEM.',
      'The bridge from the club into the choir would no longer hang on CEM alone.',
    ]);
  });

  it('says so where they move in one circle, and where nothing is counted', () => {
    expect(say({})).toEqual([
      'They move in the same circle already: nobody would come within reach who is not now.',
    ]);
    expect(say({ changed: { people: 0, added: 0, removed: 0 } })[0]).toContain('Nothing would be different');
  });
});
