import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailReader } from './mail';
import { bundleMark } from './mail-bundle';
import { beside, options, type Read, readAll } from './reading.testing';
import { fitsBundle, recognise } from './recognise';
import type { EncounterRecord } from './record';

const read = (
  text: string | Uint8Array,
  cuts: readonly number[] = [],
  more = {},
): Read & { mails: EncounterRecord[]; meetings: EncounterRecord[] } => {
  const found = readAll(mailReader({ ...options, ...more }), text, cuts);
  const all = found.items.filter((item) => item.kind === 'encounter');
  return {
    ...found,
    mails: all.filter(({ sort }) => sort === 'mail'),
    meetings: all.filter(({ sort }) => sort === 'meeting'),
  };
};
const titles = (text: string | Uint8Array): (string | undefined)[] =>
  read(text).mails.map(({ title }) => title);

/** A mail of a mailbox; what is not given is plain. */
function mail(
  subject: string,
  more: { head?: string; body?: string; from?: string; separator?: string } = {},
): string {
  const {
    head = '',
    body = 'Hello.\n',
    from = 'Ana Silva <ana@x.org>',
    separator = 'From ana@x.org Mon Mar  2 09:30:00 2026',
  } = more;
  return `${separator}\nFrom: ${from}\nTo: Bo <bo@x.org>\nDate: Mon, 2 Mar 2026 10:30:00 +0100\nSubject: ${subject}\n${head}\n${body}\n`;
}

describe('one mail', () => {
  it('is an encounter of who wrote to whom, and when', () => {
    const { items } = read(
      [
        'Message-ID: <1@x.org>',
        'Date: Sat, 7 Mar 2026 23:30:00 -0500',
        'From: =?utf-8?Q?Jos=C3=A9?= <Jose@X.org>',
        'To: "Silva, Ana" <ana@x.org>, Team: bo@x.org, Cy <cy@x.org>;, undisclosed-recipients:;',
        'Cc: ana@x.org,',
        '\tdee@x.org',
        'Bcc: Eve <eve@x.org>',
        'Subject: Re: AW: Fwd[2]: =?iso-8859-1?Q?Gr=FC=DFe?=',
        ' aus Bern',
        '',
        'To: nobody@x.org',
        'From nobody to nobody',
      ].join('\r\n'),
    );
    expect(items).toEqual([
      {
        kind: 'encounter',
        line: 1,
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        sort: 'mail',
        channel: 'mail',
        day: '2026-03-08', // in Zurich
        at: '2026-03-08T04:30:00.000Z',
        title: 'Grüße aus Bern',
        participants: [
          { role: 'from', name: 'José', email: 'jose@x.org' },
          { role: 'to', name: 'Silva, Ana', email: 'ana@x.org' },
          { role: 'to', email: 'bo@x.org' },
          { role: 'to', name: 'Cy', email: 'cy@x.org' },
          { role: 'cc', email: 'dee@x.org' },
          { role: 'to', name: 'Eve', email: 'eve@x.org' },
        ],
      },
    ]);
  });

  it.each([
    ['Fri, 23 May 2014 19:44:50 +0200', '2014-05-23T17:44:50.000Z'],
    ['23 May 14 19:44 EST', '2014-05-24T00:44:00.000Z'],
    ['Fri May 23 19:44:50 2014', '2014-05-23T19:44:50.000Z'],
    ['Fri May 23 19:44:50 +0200 2014', '2014-05-23T17:44:50.000Z'],
    ['Fri, 23 May 2014 19:44:50 +0200 (CEST)', '2014-05-23T17:44:50.000Z'],
    ['2014-05-23T19:44:50Z', '2014-05-23T19:44:50.000Z'],
  ])('knows the date %s', (date, at) => {
    expect(read(`From: ana@x.org\nSubject: x\nDate: ${date}\n\n`).mails[0]?.at).toBe(at);
  });

  it.each([
    ['', 'no date'],
    ['Date: soon\n', 'no date'],
    ['Date: Tue, 19 Jan 2038 03:14:07 +0000\n', 'dated 2038-01-19, which is still to come'],
    ['Date: Thu, 1 Jan 1970 00:00:00 +0000\n', 'before there was mail'],
    ['Date: Mon, 31 Feb 2025 00:00:00 +0000\n', 'no date'],
  ])('says why it is skipped: %s', (date, why) => {
    const { items } = read(`From: ana@x.org\nSubject: x\n${date}\nHello\n`);
    expect(items).toEqual([
      { kind: 'finding', line: 1, level: 'skipped', reason: expect.stringContaining(why) },
    ]);
  });

  it('without a date of its own is dated by when it came, and that is said', () => {
    const came =
      'Received: from a by b; Mon, 2 Mar 2026 10:30:00 +0000\nReceived: from z by a; Sun, 1 Mar 2026 10:30:00 +0000\n';
    const { mails, findings } = read(
      `${came}From: ana@x.org\nSubject: x\nDate: Tue, 19 Jan 2038 03:14:07 +0000\n\n`,
    );
    expect(mails[0]?.day).toBe('2026-03-02');
    expect(findings.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('dated by when it arrived'),
    ]);
  });

  it.each([
    ['a list', 'List-Id: <friends.x.org>\n'],
    ['a newsletter', 'List-Unsubscribe: <https://x.org/u>\n'],
    ['a program', 'Auto-Submitted: auto-replied\n'],
    ['old lists', 'Precedence: bulk\n'],
    ['a notice of failure', 'Return-Path: <>\n'],
    ['a robot behind a person', 'Sender: Calendar <calendar-notification@x.org>\n'],
  ])('from %s is bulk', (_, head) => {
    expect(read(mail('x', { head })).mails[0]?.bulk).toBe(true);
  });

  it.each([
    ['no-reply@shop.org', true],
    ['MAILER-DAEMON@x.org', true],
    ['reply+7@noreply.code.org', true],
    ['ana.alertson@x.org', undefined],
    ['rootsy@x.org', undefined],
    ['info@x.org', undefined],
  ])('from %s: bulk %s', (from, bulk) => {
    expect(read(mail('x', { from })).mails[0]?.bulk).toBe(bulk);
  });

  it('that says it is answered by a person is none', () => {
    expect(read(mail('x', { head: 'Auto-Submitted: no\nPrecedence: normal\n' })).mails[0]?.bulk).toBe(
      undefined,
    );
  });

  it('that is private keeps its subject to itself', () => {
    expect(titles(mail('My health', { head: 'Sensitivity: Private\n' }))).toEqual([undefined]);
  });

  it('to more than are kept is bulk, and it says so', () => {
    const to = Array.from({ length: 700 }, (_, i) => `p${i}@x.org`).join(',\n ');
    const { mails, findings } = read(`From: ana@x.org\nTo: ${to}\nDate: 2 Mar 2026 10:30 +0000\n\n`);
    expect(mails[0]?.participants).toHaveLength(501);
    expect(mails[0]?.bulk).toBe(true);
    expect(findings[0]?.reason).toContain('200 more');
  });

  it('names people in their script', () => {
    const shiftJis = Buffer.concat([
      Buffer.from('From: '),
      Buffer.from([0x8a, 0x69, 0x96, 0xec]),
      Buffer.from(' <k@x.jp>\nDate: 2 Mar 2026 10:30 +0900\nContent-Type: text/plain; charset=Shift_JIS\n\n'),
    ]);
    expect(read(new Uint8Array(shiftJis)).mails[0]?.participants[0]?.name).toBe('格野');
    const switched = 'From: \u001b$BF|K\\\u001b(B <n@x.jp>\nDate: 2 Mar 2026 10:30 +0900\n\n';
    expect(read(switched).mails[0]?.participants[0]?.name).toBe('日本');
  });

  it('lets no subject or name bring control characters, and no header be without bound', () => {
    const huge = `X-Junk: ${'x'.repeat(400_000)}\nSubject: ${'y'.repeat(400_000)}\n`;
    const evil = `From: =?utf-8?B?${Buffer.from('A\r\nBcc: eve@x.org\0').toString('base64')}?= <a@x.org>\n`;
    const { mails, findings } = read(`Date: 2 Mar 2026 10:30 +0000\n${evil}${huge}\nHello\n`);
    expect(mails[0]?.participants).toEqual([{ role: 'from', name: 'A Bcc: eve@x.org', email: 'a@x.org' }]);
    expect(mails[0]?.title).toHaveLength(1_000);
    expect(findings.map(({ reason }) => reason).join()).toContain('too long');
  });
});

describe('an invitation in a mail', () => {
  const calendar = (method: string, more = ''): string =>
    `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:u1\r\nDTSTART:20260310T090000Z\r\nDTEND:20260310T100000Z\r\nSUMMARY:Größe\r\n${more}ORGANIZER:mailto:ana@x.org\r\nATTENDEE:mailto:bo@x.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const letter = (part: string, coding: string, subject = 'Come'): string =>
    mail(subject, {
      head: 'Content-Type: multipart/alternative; boundary="b"\n',
      body: `--b\nContent-Type: text/plain\n\nBEGIN:VCALENDAR\n--b\nContent-Type: text/calendar;\n charset="utf-8"; method=REQUEST\nContent-Transfer-Encoding: ${coding}\n\n${part}\n--b--\n`,
    });
  const folded = (text: string): string => Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');

  it.each([
    ['8bit', calendar('REQUEST')],
    ['base64', folded(calendar('REQUEST'))],
    ['quoted-printable', calendar('REQUEST').replace('ö', '=C3=B6').replace('ß', '=C3=\n=9F')],
  ])('is the meeting, in %s', (coding, part) => {
    const { meetings, mails, findings } = read(mail('First') + letter(part, coding));
    expect(mails).toHaveLength(2);
    expect(meetings).toEqual([
      expect.objectContaining({ line: 9, day: '2026-03-10', minutes: 60, title: 'Größe' }),
    ]);
    expect(findings).toEqual([]);
  });

  it('is none where a later mail calls it off, and nothing else of a letter is looked at', () => {
    const called = calendar('CANCEL', 'SEQUENCE:1\r\n');
    expect(read(letter(calendar('REQUEST'), '8bit') + letter(called, '8bit', 'Off')).meetings).toEqual([]);
    expect(read(letter('Dear Bo,', '8bit')).meetings).toEqual([]);
    expect(read(mail('Text', { body: calendar('REQUEST') })).meetings).toEqual([]);
    expect(
      read(mail('All', { head: 'Content-Type: text/calendar\n', body: calendar('REQUEST') })).meetings,
    ).toHaveLength(1);
  });
});

describe('a mailbox', () => {
  it('in mboxrd: what is quoted separates nothing', () => {
    const body = 'Look:\n\n>From ana@x.org Mon Mar  2 09:30:00 2026\nSubject: quoted\n';
    expect(titles(mail('One', { body }) + mail('Two'))).toEqual(['One', 'Two']);
  });

  it('without quoting: a line that begins like a separator is none without a date and a header behind it', () => {
    const body =
      'Hello,\n\nFrom Monday on we meet at 10:30.\nNote: bring tea.\n\nFrom ana@x.org Mon Mar  2 09:30:00 2026\nand so on\n';
    expect(titles(mail('One', { body }) + mail('Two'))).toEqual(['One', 'Two']);
  });

  it('in mboxcl: what looks like a mail is none where the length shows it', () => {
    const body = `Forwarded:\n\n${mail('Quoted', { body: 'Hi\n' })}Bye\n`;
    const whole = mail('One', { body, head: `Content-Length: ${body.length}\n` }) + mail('Two');
    expect(titles(whole)).toEqual(['One', 'Two']);
    expect(
      titles(
        whole
          .replaceAll('\n', '\r\n')
          .replace(/(?<=Content-Length: )\d+/, String(body.replaceAll('\n', '\r\n').length)),
      ),
    ).toEqual(['One', 'Two']);
    // At the end of the file, too.
    expect(titles(mail('One', { body, head: `Content-Length: ${body.length}\n` }))).toEqual(['One']);
  });

  it.each([1, 100, 999_999])('believes no length that ends in the middle of a mail: %i', (length) => {
    const box = mail('One', { head: `Content-Length: ${length}\n` }) + mail('Two') + mail('Three');
    expect(titles(box)).toEqual(['One', 'Two', 'Three']);
  });

  it('keeps every mail after one that is damaged', () => {
    const damaged = 'From ana@x.org Mon Mar  2 09:30:00 2026\nFrom: \nTo: \0\n no end of the headers\n';
    const { mails, skipped } = read(mail('One') + damaged + mail('Two'));
    expect(mails.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(skipped).toEqual([
      expect.objectContaining({ line: 9, reason: 'The mail does not say who wrote it.' }),
    ]);
  });

  it('of which the first line is lost is still one', () => {
    expect(titles(mail('One').replace(/^.*\n/, '') + mail('Two'))).toEqual(['One', 'Two']);
  });

  it('from Gmail leaves out what was thrown away or never sent, and counts it', () => {
    const labelled = (subject: string, labels: string): string =>
      mail(subject, { head: `X-Gmail-Labels: ${labels}\n` });
    const { mails, findings } = read(
      labelled('Kept', 'Inbox,Important') +
        labelled('Sale', 'Spam') +
        labelled('Old', 'Papierkorb,"Geöffnet"') +
        labelled('Later', '=?UTF-8?Q?Entw=C3=BCrfe?=') +
        labelled('Hi', 'Chat') +
        labelled('Ads', 'Inbox,Category Promotions'),
    );
    expect(mails.map(({ title, bulk }) => [title, bulk])).toEqual([
      ['Kept', undefined],
      ['Ads', true],
    ]);
    expect(findings).toEqual([
      {
        kind: 'finding',
        line: 10,
        level: 'skipped',
        intended: true,
        count: 4,
        reason:
          '4 mails are left out: 1 in Spam, 1 in the Trash, 1 among the drafts, 1 of chats. This is the first.',
      },
    ]);
  });

  it('from Thunderbird leaves out what is deleted', () => {
    const box =
      mail('Gone', { head: 'X-Mozilla-Status: 0009\n' }) + mail('Here', { head: 'X-Mozilla-Status: 0001\n' });
    expect(titles(box)).toEqual(['Here']);
  });

  it('tells mails of one Message-ID apart by sender and moment, and counts a copy once', () => {
    const id = 'Message-ID: <same@x.org>\n';
    const box =
      mail('One', { head: id }) + mail('Two', { head: id, from: 'bo@x.org' }) + mail('One', { head: id });
    const { mails, findings } = read(box);
    expect(mails.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(2);
    expect(findings.map(({ level, reason }) => [level, reason])).toEqual([
      ['skipped', 'The same mail stands in this file before: it counts once.'],
      ['note', expect.stringMatching(/^One mail is alike in Message-ID to one before/)],
    ]);
    // The key is the same in every file and slicing.
    expect(
      read(mail('Other') + box)
        .mails.slice(1)
        .map(({ key }) => key),
    ).toEqual(mails.map(({ key }) => key));
  });

  it('is refused where it holds none', () => {
    expect(() => read('\n\n')).toThrow(/holds no mail/);
  });

  it('is read the same however it is sliced, and in other encodings', () => {
    const box =
      mail('Größe', { head: 'Content-Length: 7\n' }) + mail('Two', { head: 'List-Id: x\n' }) + mail('Three');
    const whole = read(box).items;
    fc.assert(
      fc.property(fc.array(fc.nat(box.length), { maxLength: 8 }), (cuts) => {
        expect(read(box, cuts).items).toEqual(whole);
      }),
      { numRuns: 50 },
    );
    expect(read(new Uint8Array(Buffer.from(`\ufeff${box}`, 'utf16le'))).items).toEqual(whole);
    expect(read(box.replaceAll('\n', '\r')).items).toEqual(whole);
  });
});

describe('files of other programs', () => {
  const boxes = beside('fixtures/mbox');
  const letters = beside('fixtures/eml');

  it.skipIf(!boxes.there).each([
    ['mozilla__releases-comm-central__mbox_mboxrd', ['Sample message 1', 'Sample message 2'], 1],
    ['mozilla__releases-comm-central__mbox_modern', ['Sample message 1', 'Sample message 2'], 0],
    ['mozilla__releases-comm-central__mbox_unquoted', ['Sample message 1', 'Sample message 2'], 0],
    ['roundcube__roundcubemail__import', ['Import 1', 'Import 2', 'Import 3'], 1],
  ])('%s', (name, expected, notes) => {
    const found = read(boxes.read(`${name}.mbox`));
    expect(found.mails.map(({ title }) => title)).toEqual(expected);
    expect(found.findings).toHaveLength(notes);
    expect(new Set(found.mails.map(({ key }) => key)).size).toBe(expected.length);
  });

  it.skipIf(!letters.there).each([
    [
      'mozilla__releases-comm-central__badly-folded-headers',
      'Badly folded headers, one line with space between To and From',
    ],
    [
      'mozilla__releases-comm-central__cancel-single-event',
      'Cancellation: Single Event @ Wed, Mar 16 2022 11:00 AST',
    ],
    ['mozilla__releases-comm-central__iso-2022-jp-qp', 'ISO-2022-JP and quoted-printable'],
    ['mozilla__releases-comm-central__meet-meeting-invite', 'Meet invite (HTML)'],
    ['mozilla__releases-comm-central__teams-meeting-invite', 'Teams meeting'],
  ])('%s', (name, title) => {
    const found = read(letters.read(`${name}.eml`));
    expect(found.mails.map((one) => one.title)).toEqual([title]);
    expect(found.mails[0]?.participants.length).toBeGreaterThan(0);
    expect(found.findings.map(({ reason }) => reason)).toEqual(
      name.includes('cancel')
        ? [expect.stringMatching(/^One event was called off|^1 event was called off/)]
        : [],
    );
    const meetings: Readonly<Record<string, readonly [string, number]>> = {
      'mozilla__releases-comm-central__meet-meeting-invite': ['2021-03-22', 2],
      'mozilla__releases-comm-central__teams-meeting-invite': ['2020-12-02', 3],
    };
    const expected = meetings[name];
    expect(found.meetings.map(({ day, participants }) => [day, participants.length])).toEqual(
      expected === undefined ? [] : [expected],
    );
  });
});

describe('many files of one mail each, read as one', () => {
  const one = (subject: string, head = ''): string =>
    `From: ana@x.org\nDate: 2 Mar 2026 10:30 +0000\nSubject: ${subject}\n${head}\n\nFrom a@b.c Mon Mar  2 09:30:00 2026\nSubject: quoted\n`;

  it('are what they are alone, and what is said of one names it', () => {
    const bundle = [
      bundleMark('cur/1:2,S') + one('One', 'Content-Length: 5'),
      bundleMark('cur/2\n') + 'Subject: nobody wrote this\n\n',
      bundleMark('cur/3') + one('One'),
      bundleMark('box') + mail('Two') + mail('Three'),
    ].join('');
    const { mails, findings } = read(bundle);
    expect(mails.map(({ line, title }) => [line, title])).toEqual([
      [1, 'One'],
      [4, 'Two'],
      [4, 'Three'],
    ]);
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'cur/2 : The mail does not say who wrote it.'],
      [3, 'cur/3: The same mail stands among these before: it counts once.'],
    ]);
    expect(mails[0]?.key).toBe(read(one('One')).mails[0]?.key);
    expect(recognise(new TextEncoder().encode(bundle))).toEqual({ format: 'mail' });
  });

  it('take what is one mail, and of mailboxes the small ones', () => {
    const fits = (text: string, size = text.length): boolean =>
      fitsBundle(new TextEncoder().encode(text), size);
    expect([
      fits(one('One')),
      fits(one('One'), 1e9),
      fits(mail('One')),
      fits(mail('One'), 1e9),
      fits('a,b\n'),
    ]).toEqual([...[true, true, true, false, false]]);
  });
});
