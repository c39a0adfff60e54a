/** Calendars that real programs wrote, beside the project: what each must become. */
import { describe, expect, it } from 'vitest';
import { calendarReader } from './calendar';
import { beside, options, type Read, readAll } from './reading.testing';

const read = (text: string | Uint8Array, cuts: readonly number[] = []): Read =>
  readAll(calendarReader(options), text, cuts);
const people = ['ORGANIZER;CN=Ana:mailto:ana@example.org', 'ATTENDEE;CN=Bo:mailto:bo@example.org'];
const reasons = ({ findings }: Read): string => findings.map(({ reason }) => reason).join(' ');

interface Expected {
  readonly meetings: number;
  readonly said: RegExp;
}

/** What each file of real programs must give: none of them was written for this project. */
const fixtures: Readonly<Record<string, Expected>> = {
  collective__icalendar__bom_calendar: { meetings: 0, said: /^$/ },
  collective__icalendar__issue_104_broken_calendar: {
    meetings: 0,
    said: /1 line is no part.*1 event names nobody/,
  },
  collective__icalendar__issue_165_missing_event: { meetings: 0, said: /1 event names nobody/ },
  collective__icalendar__issue_348_exception_parsing_value: {
    meetings: 0,
    said: /^1 task.* left out.*2 lines are no part.*1 event names nobody/,
  },
  collective__icalendar__multiple_calendar_components: { meetings: 0, said: /3 events name nobody/ },
  collective__icalendar__parsing_error: { meetings: 0, said: /2 events name nobody/ },
  'mozilla__releases-comm-central__cancel-single-event.extracted': {
    meetings: 0,
    said: /1 event was called off/,
  },
  'mozilla__releases-comm-central__importLatin1': { meetings: 0, said: /windows-1252.*4 events name nobody/ },
  'mozilla__releases-comm-central__meet-meeting-invite.extracted': { meetings: 1, said: /^$/ },
  'mozilla__releases-comm-central__teams-meeting-invite.extracted': { meetings: 1, said: /^$/ },
  'py-vobject__vobject__ms_tzid': { meetings: 0, said: /1 event names nobody/ },
  'py-vobject__vobject__radicale-0827': { meetings: 0, said: /1 event names nobody/ },
  'py-vobject__vobject__tzid_8bit': { meetings: 0, said: /1 event names nobody/ },
};

describe('files of other programs', () => {
  const files = beside('fixtures/ics');
  const open = (name: string): string => new TextDecoder().decode(files.read(`${name}.ics`));
  /** With two people in each event, so that its times can be seen. */
  const peopled = (name: string): Read =>
    read(open(name).replace(/BEGIN:VEVENT\r?\n/g, (begin) => `${begin}${people.join('\n')}\n`));
  const at = ({ encounters }: Read): string[] => encounters.map((one) => one.at?.slice(0, 16) ?? one.day);

  it.skipIf(!files.there).each(Object.keys(fixtures))('%s', (name) => {
    const found = read(files.read(`${name}.ics`));
    expect(found.encounters).toHaveLength(fixtures[name]?.meetings ?? -1);
    expect(reasons(found)).toMatch(fixtures[name]?.said ?? /never/);
    expect(found.skipped.filter(({ intended }) => intended !== true)).toEqual([]);
    expect(read(files.read(`${name}.ics`), [1, 7, 100, 101, 500]).items).toEqual(found.items);
  });

  it.skipIf(!files.there)('are all looked at', () => {
    expect(files.files.map((name) => name.replace(/\.ics$/, '')).toSorted()).toEqual(Object.keys(fixtures));
  });

  it.skipIf(!files.there)(
    'invite by video, in a zone of Windows, with folds in names and addresses in texts',
    () => {
      const teams = read(open('mozilla__releases-comm-central__teams-meeting-invite.extracted'))
        .encounters[0];
      expect(teams).toMatchObject({ channel: 'video', at: '2020-12-02T17:00:00.000Z', minutes: 120 });
      expect(teams?.participants.map(({ email }) => email)).toEqual([
        'marge@example.com',
        'bart@example.com',
        'homer@example.com',
      ]);
      const meet = read(open('mozilla__releases-comm-central__meet-meeting-invite.extracted')).encounters[0];
      expect(meet).toMatchObject({ channel: 'video', title: 'Meeeeet me HTML' });
      expect(meet?.participants).toEqual([
        { role: 'organiser', email: 'example@gmail.com' },
        { role: 'attendee', email: 'homer@example.com' },
      ]);
    },
  );

  it.skipIf(!files.there)('come back, are called off, and name zones of their own', () => {
    const sprint = peopled('collective__icalendar__issue_165_missing_event').encounters;
    expect(sprint).toHaveLength(14); // Monday to Friday, 3 to 22 July 2015
    expect(sprint[0]?.at).toBe('2015-07-03T08:00:00.000Z');
    const course = at(peopled('py-vobject__vobject__radicale-0827'));
    // 37 Mondays from 9 October to 18 June, 9 left out, 2 called off.
    expect(course).toHaveLength(26);
    expect(course.filter((one) => /2018-(03-26|04-30|04-09)|2017-10-23/.test(one))).toEqual([]);
    expect(at(peopled('collective__icalendar__parsing_error'))).toHaveLength(40);
    expect(at(peopled('py-vobject__vobject__ms_tzid'))).toEqual(['2008-05-30T05:00']);
    expect(at(peopled('py-vobject__vobject__tzid_8bit'))).toEqual(['2008-05-30T09:00']);
    expect(at(peopled('collective__icalendar__multiple_calendar_components'))).toEqual([
      '2003-12-25',
      '2003-05-01',
      '2003-12-25',
    ]);
  });
});
