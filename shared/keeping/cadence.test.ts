import { describe, expect, it } from 'vitest';
import { cadenceOf, chosenCadence } from './cadence';
import { TestNetwork } from './keeping.testing';
import { rulesOf } from './rules';

function cadence(
  fields: Record<string, unknown>,
  everInTouch = true,
  settings: Record<string, unknown> = {},
): unknown {
  const test = new TestNetwork();
  test.settings(settings);
  test.contact('ana', fields);
  return cadenceOf(test.network.get('contacts', 'ana')!, rulesOf(test.network), everInTouch);
}

describe('cadence', () => {
  const tagCadences = [
    { tag: 'choir', days: 60 },
    { tag: 'Mentors', days: 45 },
  ];

  it('is the contact’s own, else its circle’s, else its tag’s, else 180 days', () => {
    const all = { cadenceDays: 20, circle: 'close', tags: ['choir'] };
    expect(cadence(all, true, { tagCadences })).toMatchObject({ days: 20, from: 'contact' });
    expect(cadence({ ...all, cadenceDays: undefined }, true, { tagCadences })).toMatchObject({
      days: 30,
      from: 'circle',
      name: 'Close',
    });
    expect(cadence({ tags: ['choir'] }, true, { tagCadences })).toMatchObject({
      days: 60,
      from: 'tag',
      name: 'choir',
    });
    expect(cadence({})).toMatchObject({ days: 180, from: 'default' });
  });

  it('takes the shortest of several tags, whatever their case', () => {
    expect(cadence({ tags: ['Choir', 'mentors'] }, true, { tagCadences })).toMatchObject({
      days: 45,
      name: 'Mentors',
    });
  });

  it('follows the names and days of circles as the user has them', () => {
    const circles = [{ id: 'band', name: 'The band', days: 10 }];
    expect(cadence({ circle: 'band' }, true, { circles })).toMatchObject({ days: 10, name: 'The band' });
    expect(cadence({ circle: 'gone' }, false, { circles })).toBeUndefined();
  });

  it('is none for somebody with whom there was no contact and for whom nothing was chosen', () => {
    expect(cadence({}, false)).toBeUndefined();
    expect(cadence({ circle: 'wider' }, false)).toMatchObject({ days: 180, from: 'circle' });
  });

  it('began when it was set, else when the contact was written down', () => {
    const test = new TestNetwork();
    const since = (fields: Record<string, unknown>, id: string): string | undefined => {
      test.contact(id, fields);
      return chosenCadence(test.network.get('contacts', id)!, rulesOf(test.network))?.since;
    };
    test.settings({ tagCadences: [{ tag: 'choir', days: 60, since: '2020-01-11' }] });
    expect(since({ circle: 'close' }, 'a')).toBe('2020-01-01');
    expect(since({ circle: 'close', cadenceSince: '2020-01-06' }, 'b')).toBe('2020-01-06');
    expect(since({ tags: ['choir'] }, 'c')).toBe('2020-01-11');
  });
});
