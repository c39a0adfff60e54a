import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import { writeDatesCalendar } from './write-dates-calendar';

const time = { today: '2026-05-06', now: new Date('2026-05-06T09:00:00Z'), locale: 'en-GB' };

function read({ network }: TestNetwork): { events: string[]; texts: string; findings: readonly string[] } {
  const pieces = writeDatesCalendar(network, time);
  let texts = '';
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) texts += next.value;
  const events = ICAL.Component.fromString(texts).getAllSubcomponents('vevent');
  const said = (event: ICAL.Component, name: string): string =>
    String(event.getFirstPropertyValue(name) ?? '');
  return {
    texts,
    findings: next.value,
    events: events.map((event) =>
      [said(event, 'dtstart'), said(event, 'rrule'), said(event, 'summary')]
        .filter((part) => part !== '')
        .join(' '),
    ),
  };
}

describe('a calendar of people’s days', () => {
  it('holds birthdays and other dates every year from the next on, and planned meetings once', () => {
    const test = new TestNetwork();
    test.contact('me', { birthday: '--05-07' });
    test.settings({ me: 'me' });
    test.contact('ana', {
      name: { full: 'Ana Sea' },
      birthday: '1980-05-05',
      dates: [
        { label: 'Wedding', date: '2010-06-01' },
        { label: 'Began', date: '2012' },
      ],
      emails: [{ value: 'ana@example.org' }],
    });
    test.contact('leo', { name: { full: 'Leo Leap' }, birthday: '--02-29' });
    test.contact('old', { birthday: '--06-06', archived: true });
    const meeting = { channel: 'meal', planned: true, summary: 'the secret plan' };
    test.call('ana', '2026-05-20', { ...meeting, with: ['ana', 'leo'] });
    test.call('ana', '2026-05-01', meeting);
    const { events, texts, findings } = read(test);
    expect(events).toEqual([
      '2027-05-05 FREQ=YEARLY Ana Sea’s birthday',
      '2026-06-01 FREQ=YEARLY Wedding: Ana Sea',
      '2027-02-28 FREQ=YEARLY Leo Leap’s birthday',
      '2026-05-20 Meal with Ana Sea and Leo Leap',
    ]);
    expect(texts).toContain('Mail: ana@example.org');
    expect(texts).not.toContain('secret');
    expect(findings).toEqual([]);
  });

  it('says that there is none, in a file that calendars still take', () => {
    const { events, findings } = read(new TestNetwork());
    expect(events).toEqual([]);
    expect(findings).toEqual([expect.stringMatching(/calendar is empty\.$/)]);
  });
});
