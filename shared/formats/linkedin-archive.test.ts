import { describe, expect, it } from 'vitest';
import { invitationsReader, messagesReader } from './linkedin-archive';
import { bytesOf, options, type Read, readAll } from './reading.testing';
import { recognise } from './recognise';

const header =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER';
const [ana, bo, cem] = ['ana', 'bo', 'cem'].map((name) => `https://www.linkedin.com/in/${name}`);
const messages = (...rows: readonly string[]): Read =>
  readAll(messagesReader(options), [header, ...rows, ''].join('\n'));
const invitations = (...rows: readonly string[]): Read =>
  readAll(
    invitationsReader(options),
    ['From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl', ...rows, ''].join('\n'),
  );

describe('messages.csv', () => {
  it('says who wrote to whom and when, and nothing of what was written', () => {
    const { items } = messages(
      `2-x,,Ana Silva,${ana},Bo Berg,${bo},2026-03-10 23:22:31 UTC,Lunch,"Dear Bo,\n${'line\n'.repeat(80)}secret",INBOX`,
    );
    expect(items).toEqual([
      {
        kind: 'encounter',
        line: 2,
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        sort: 'message',
        channel: 'message',
        day: '2026-03-11',
        at: '2026-03-10T23:22:31.000Z',
        title: 'Lunch',
        participants: [
          { role: 'from', name: 'Ana Silva', url: ana },
          { role: 'to', name: 'Bo Berg', url: bo },
        ],
      },
    ]);
  });

  it('tells several recipients apart by their profiles, whatever commas their names hold', () => {
    const to = (names: string, urls: string): unknown =>
      messages(
        `1,,Ana,${ana},"${names}","${urls}",2026-03-10 10:00:00 UTC,,x,INBOX`,
      ).encounters[0]?.participants.slice(1);
    expect(to('Bo,Cem', `${bo},${cem}`)).toMatchObject([
      { name: 'Bo', url: bo },
      { name: 'Cem', url: cem },
    ]);
    expect(to('Bo, MBA,Cem', `${bo},${cem}`)).toEqual([
      { role: 'to', url: bo },
      { role: 'to', url: cem },
    ]);
    expect(to('Bo, MBA', bo ?? '')).toEqual([{ role: 'to', name: 'Bo, MBA', url: bo }]);
    expect(to('Bo,LinkedIn Member', '')).toEqual([{ role: 'to', name: 'Bo' }]);
  });

  it('marks what was sponsored, and leaves drafts, spam and what has no date or nobody out with the reason', () => {
    const more = `${header},IS MESSAGE DRAFT`;
    const at = '2026-03-10 10:00:00 UTC';
    const rows = [
      `1,Sponsored Conversation,Shop,,Ana,${ana},${at},Buy,x,INBOX,No`,
      `2,,Ana,${ana},Bo,${bo},${at},,x,INBOX,Yes`,
      `3,,Ana,${ana},Bo,${bo},${at},,x,SPAM,No`,
      `4,,Ana,${ana},Bo,${bo},soon,,x,INBOX,No`,
      `5,,LinkedIn Member,,,,${at},,x,INBOX,No`,
    ];
    const found = readAll(messagesReader(options), [more, ...rows].join('\r\n'));
    expect(found.encounters).toMatchObject([{ line: 2, bulk: true }]);
    expect(found.skipped.map(({ reason }) => reason)).toEqual([
      'The message is a draft and was not sent.',
      'The message lies in the folder for spam.',
      '"soon" is not a date that can be read.',
      'The message names nobody who wrote it or had it.',
    ]);
  });

  it('loses no message to a quotation mark that is never closed', () => {
    const good = `1,,Ana,${ana},Bo,${bo},2026-03-10 10:00:00 UTC,,fine,INBOX`;
    const { encounters, skipped } = messages(good.replace('fine', '"open'), good, good);
    expect([encounters.length, skipped.length]).toEqual([2, 1]);
  });
});

describe('Invitations.csv', () => {
  it('says who invited whom on which day, in the order of month and day that the file shows', () => {
    const { encounters, findings } = invitations(
      `Ana Silva,Bo Berg,"3/4/26, 9:26 AM",Hello,OUTGOING,${ana},${bo}`,
      `"Cem, PhD",Ana Silva,"3/14/26, 9:26 AM",,INCOMING,${cem},${ana}`,
      'Ana Silva,,"3/15/26, 9:26 AM",,OUTGOING,,',
    );
    expect(encounters.map(({ day, participants }) => [day, ...participants])).toEqual([
      ['2026-03-04', { role: 'from', name: 'Ana Silva', url: ana }, { role: 'to', name: 'Bo Berg', url: bo }],
      [
        '2026-03-14',
        { role: 'from', name: 'Cem, PhD', url: cem },
        { role: 'to', name: 'Ana Silva', url: ana },
      ],
    ]);
    expect(findings).toMatchObject([{ line: 4, level: 'skipped' }]);
  });
});

it('both are known by their headers', () => {
  expect(recognise(bytesOf(`${header}\n`))).toEqual({ format: 'linkedin-messages' });
  const invited = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n';
  expect(recognise(bytesOf(invited))).toEqual({ format: 'linkedin-invitations' });
});
