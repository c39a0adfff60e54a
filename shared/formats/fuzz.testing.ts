/** Files of each format that are whole at the beginning and damaged behind, and what must hold of every reader then. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { KithmapError } from '../errors';
import { parseItems } from '../imports/items';
import { bookReader } from './book';
import { calendarReader } from './calendar';
import { cytoscapeReader } from './cytoscape';
import { edgeReader } from './edges';
import { gexfReader } from './gexf';
import { graphmlReader } from './graphml';
import { kithmapReader } from './kithmap';
import { linkedInReader } from './linkedin';
import { invitationsReader, messagesReader } from './linkedin-archive';
import { mailReader } from './mail';
import { monicaReader } from './monica';
import { networkOf } from './network.testing';
import { pajekReader } from './pajek';
import { bytesOf, options } from './reading.testing';
import { recognise, recognisedBytes } from './recognise';
import type { FormatName, ImportItem, ReadOptions, RecordReader } from './record';
import { vcardReader } from './vcard';
import { writeCytoscape } from './write-cytoscape';
import { writeGexf } from './write-gexf';
import { writeGraphML } from './write-graphml';
import { writeJson } from './write-json';

export interface FuzzedFormat {
  readonly reader: (options: ReadOptions) => RecordReader;
  /** The file up to where a record ends, and what comes then. */
  readonly whole: string;
  readonly damaged: string;
  /** What a record is known by, so that it is seen to be there; nothing for what may go with others. */
  readonly keyOf?: (item: ImportItem) => string | undefined;
  /** What turns one thing into another in this format. */
  readonly words: readonly string[];
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const join = (from: number, to: number, one: (i: number) => string): string =>
  numbers(from, to).map(one).join('');

const contactName = (item: ImportItem): string | undefined =>
  item.kind === 'contact' ? item.fields.name?.full : undefined;
const encounterKey = (item: ImportItem): string | undefined =>
  item.kind === 'encounter' ? item.key : undefined;

const card = (i: number): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u${i}\r\nFN:Persón ${i}\r\nN:${i};Persón;;;\r\nEMAIL;TYPE=work:p${i}@x.org\r\nitem1.TEL:+41 44 668 18 ${i}\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=C3=A9=\r\n b\r\nEND:VCARD\r\n`;
/** No damage to one of the others makes a later copy of one of these. */
const meeting = (i: number): string =>
  `BEGIN:VEVENT\r\nUID:${i < 12 ? 'whole' : 'e'}${i}\r\nDTSTART;TZID=Europe/Zurich:202603${String(1 + (i % 28)).padStart(2, '0')}T090000\r\nDURATION:PT1H\r\n${i % 7 === 6 ? 'RRULE:FREQ=WEEKLY;COUNT=5\r\nEXDATE:20260308T080000Z\r\n' : ''}SUMMARY:Méeting ${i}\r\nORGANIZER;CN="A, ${i}":mailto:a${i}@x.org\r\nATTENDEE;CN=B;PARTSTAT=ACCEPTED:\r\n mailto:b${i}@x.org\r\nEND:VEVENT\r\n`;
const mail = (i: number): string =>
  `From p${i}@x.org Mon Mar  2 09:30:00 2026\nFrom: =?utf-8?Q?P=C3=A9?= ${i} <p${i}@x.org>\nTo: "Bo, B." <bo@x.org>,\n\tTeam: cy@x.org, dee@x.org;\nDate: Mon, 2 Mar 2026 10:30:${String(i % 60).padStart(2, '0')} +0100\nMessage-ID: <${i}@x.org>\nSubject: Re: About ${i}\n${i % 5 === 4 ? 'Content-Length: 12\n' : ''}${i % 6 === 5 ? 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar\n' : ''}\nHello\n>From x\n\n`;
const connection = (i: number): string =>
  `Perso\u0301n${i},"O'Neil, ""${i}""",https://www.linkedin.com/in/p${i},p${i}@x.org,Acme,Boss,${1 + (i % 28)} Mar 2021\n`;
const stamp = (i: number): string =>
  `2026-03-${String(1 + (i % 28)).padStart(2, '0')} 09:${10 + (i % 50)}:00 UTC`;
const message = (i: number): string =>
  `c${i},,Ana ${i},https://www.linkedin.com/in/a${i},"Bo, ""B""",https://www.linkedin.com/in/bo,${stamp(i)},,"Hello,\nhow are you ${i}?",INBOX\n`;
const invitation = (i: number): string =>
  `Ana ${i},Bo,"3/${1 + (i % 28)}/26, 9:10 AM",,INCOMING,https://www.linkedin.com/in/a${i},https://www.linkedin.com/in/bo\n`;
const monica = (i: number): string =>
  `                        {
                            "uuid": "${i < 12 ? 'whole' : 'c'}${i}",
                            "properties": {
                                "first_name": "Persón ${i}",
                                "birthdate": { "date": "1980-03-22T00:00:00.000000Z", "is_year_unknown": true }
                            },
                            "data": [
                                { "count": 1, "type": "call", "values": [{ "properties": { "called_at": "2020-05-01" } }] },
                                { "count": 1, "type": "pet", "values": [{ "properties": { "name": "R\\"ex" } }] }
                            ]
                        },
`;
const google = (i: number): string =>
  `Persón ${i},Persón,${i},* myContacts ::: Club,Home,p${i}@x.org,"Street ${i}\nBern",--0203,Spouse,Eve ${i}\n`;

const tieKey = (item: ImportItem): string | undefined =>
  item.kind === 'tie' ? `${item.a} ${item.b}` : undefined;
const arc = (i: number): string =>
  `${i + 1} ${i + 2} ${1 + (i % 3)} [1990-${2000 + i}] l "kind ${i % 4}"\r\n`;
const edge = (i: number): string =>
  `{"data":{"source":"p${i}","target":"q${i}","weight":${1 + (i % 3)},"interaction":"friend"}},\n`;

const network = networkOf({
  contacts: numbers(0, 12).map((i) => ({ id: `c${i}`, name: { full: `Persón ${i}` } })),
  ties: numbers(0, 11).map((i) => ({ id: `t${i}`, a: `c${i}`, b: `c${i + 1}`, state: 'known' })),
});

/** One of each format there is: a new one is not forgotten. */
export const fuzzedFormats: Readonly<Record<FormatName, FuzzedFormat>> = {
  linkedin: {
    reader: linkedInReader,
    whole: `Notes:\n"x, y"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n${join(0, 20, connection)}`,
    damaged: join(20, 32, connection),
    keyOf: contactName,
    words: ['"', '""', '",', ',', '\n', '"\n"', 'First Name,Last Name,Connected On'],
  },
  'linkedin-messages': {
    reader: messagesReader,
    whole: `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n${join(0, 20, message)}`,
    damaged: join(20, 32, message),
    keyOf: encounterKey,
    words: ['"', '""', '",', ',', '\n', '<p>', 'LinkedIn Member'],
  },
  'linkedin-invitations': {
    reader: invitationsReader,
    whole: `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n${join(0, 20, invitation)}`,
    damaged: join(20, 32, invitation),
    keyOf: (item) => (item.kind === 'encounter' ? `${item.participants[0]?.url}` : contactName(item)),
    words: ['"', '""', '",', ',', '\n', 'OUTGOING', '13/13/26'],
  },
  book: {
    reader: bookReader,
    whole: `Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Address 1 - Formatted,Birthday,Relation 1 - Type,Relation 1 - Value\n${join(0, 20, google)}`,
    damaged: join(20, 32, google),
    keyOf: contactName,
    words: ['"', '""', '",', ',', '\n', ' ::: ', '=cmd()', '\t'],
  },
  vcard: {
    reader: vcardReader,
    whole: join(0, 10, card),
    damaged: join(10, 20, card),
    keyOf: contactName,
    words: [
      'BEGIN:VCARD\r\n',
      'END:VCARD\r\n',
      'AGENT:\r\n',
      '=\r\n',
      ';BASE64:',
      '\\',
      '\r\n ',
      'CHARSET=',
      '^n',
    ],
  },
  edges: {
    reader: edgeReader,
    whole: `source,target,weight,time\n${join(0, 110, (i) => `P${i},Q${i},${1 + (i % 5)},2024-03-${10 + (i % 20)}\n`)}`,
    damaged: join(110, 140, (i) => `P${i},Q${i},${1 + (i % 5)},2024-03-${10 + (i % 20)}\n`),
    keyOf: tieKey,
    words: ['"', ',', '\n', '#', '1e999', '-1', ';'],
  },
  graphml: {
    reader: graphmlReader,
    whole: '',
    damaged: [...writeGraphML(network)].join(''),
    words: [
      '<',
      '</',
      '>',
      '&x;',
      '&#0;',
      '<!DOCTYPE x [',
      ']]>',
      '<![CDATA[',
      '"',
      '<graph>',
      '<node id="c1">',
      '--',
    ],
  },
  gexf: {
    reader: gexfReader,
    whole: '',
    damaged: [...writeGexf(network)].join(''),
    words: ['<', '/>', '&#10;', '"', '<node id="c1" pid="c0">', '<nodes>', ' timestamps="[1,2]"'],
  },
  pajek: {
    reader: pajekReader,
    whole: `% Fuzz\r\n*Vertices 40 35\r\n${join(0, 30, (i) => `${i + 1} "Persón ${i}" 0.1 0.2 ellipse\r\n`)}*Arcs :2 "knows"\r\n${join(0, 20, arc)}`,
    damaged: `${join(20, 28, arc)}*Edgeslist\r\n1 36 37\r\n2 36 38\r\n*Matrix\r\n0 1 0 2 1\r\n1 0 0 1 0\r\n*Partition Team\r\n*Vertices 40\r\n${'1\r\n2\r\n'.repeat(20)}`,
    keyOf: tieKey,
    words: ['"', '*Vertices 9 4\n', '*Matrix\n', '*Vector v\n', '[5-', ':1 ', '3: ', '%', '-1', '1e999'],
  },
  cytoscape: {
    reader: cytoscapeReader,
    whole: `{"generated_by":"cytoscape","elements":{"edges":[\n${join(0, 20, edge)}`,
    damaged: `${join(20, 30, edge)}{}],${[...writeCytoscape(network)].join('').replace(/^.*"nodes"/s, '"nodes"')}`,
    keyOf: tieKey,
    words: ['{', '}', '[', ']', '"', '\\', ':', ',', '"__proto__":', '"data":{', '"nodes":['],
  },
  kithmap: {
    reader: kithmapReader,
    whole: '',
    damaged: [...writeJson(network)].join(''),
    words: ['{', '}', '[', ']', '"', ':', ',', 'null', '1e999', '"__proto__":', '"id":', '\\u0000'],
  },
  monica: {
    reader: monicaReader,
    whole: `{
    "version": "1.0-preview.1",
    "app_version": "4.0.0",
    "account": {
        "data": [
            {
                "count": 24,
                "type": "contact",
                "values": [
${join(0, 12, monica)}`,
    damaged: `${join(12, 24, monica)}null]},{"type":"relationship","values":[{"properties":{"type":"child","contact_is":"c13","of_contact":"c14"}}]}]}}`,
    keyOf: (item) => (item.kind === 'contact' ? item.id : undefined),
    words: ['{', '}', '[', ']', '"', '\\', ':', ',', 'null', '1e999', '"__proto__":', '"type":', '\\u0000'],
  },
  calendar: {
    reader: calendarReader,
    whole: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${join(0, 12, meeting)}`,
    damaged: `${join(12, 24, meeting)}END:VCALENDAR\r\n`,
    keyOf: encounterKey,
    words: [
      'BEGIN:VEVENT\r\n',
      'END:VEVENT\r\n',
      'END:VCALENDAR\r\n',
      'RRULE:FREQ=SECONDLY\r\n',
      ';',
      ':',
      '\r\n ',
      'BEGIN:VALARM\r\n',
      'RDATE:',
      ',',
      'T',
      '99999999',
    ],
  },
  mail: {
    reader: mailReader,
    whole: join(0, 15, mail),
    damaged: join(15, 30, mail),
    keyOf: encounterKey,
    words: [
      'From ',
      '\n\n',
      '\nFrom a@b.c Mon Mar  2 09:30:00 2026\n',
      'Content-Length: 400\n',
      '=?utf-8?B?',
      '?=',
      '<',
      '(',
      ':',
      ';',
      ',',
      '\u001b$B',
      '\n ',
      '\nFrom \0x\n',
      '--b\n',
    ],
  },
};

/** One damage: bytes flipped, cut out, repeated, put elsewhere; words and signs put in; very long and very deep. */
const place = fc.nat(1_000_000);
function damage(words: readonly string[]): fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> {
  const signs = ['\0', '\r', '\n', '\ufeff', '\u2028', '\ud83d\ude00', '"', '\t', ...words];
  const range = fc.record({ at: place, length: fc.nat(300) });
  const put = (bytes: Uint8Array, at: number, what: Uint8Array): Uint8Array => {
    const where = at % (bytes.length + 1);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, where), what, bytes.subarray(where)]));
  };
  const piece = (bytes: Uint8Array, { at, length }: { at: number; length: number }): Uint8Array => {
    const from = at % (bytes.length + 1);
    return bytes.slice(from, from + length);
  };
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 4 }))
        .map(([at, what]) => (bytes: Uint8Array) => {
          const changed = bytes.slice();
          what.forEach((byte, i) => {
            if (changed.length > 0) changed[(at + i) % changed.length] = byte;
          });
          return changed;
        }),
    },
    {
      weight: 4,
      arbitrary: range.map(({ at, length }) => (bytes: Uint8Array) => {
        const from = at % (bytes.length + 1);
        return new Uint8Array(Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]));
      }),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(place, range).map(
        ([at, from]) =>
          (bytes: Uint8Array) =>
            put(bytes, at, piece(bytes, from)),
      ),
    },
    {
      weight: 5,
      arbitrary: fc.tuple(place, fc.constantFrom(...signs)).map(
        ([at, word]) =>
          (bytes: Uint8Array) =>
            put(bytes, at, bytesOf(word)),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(range, fc.integer({ min: 2, max: 40 })).map(
        ([from, times]) =>
          (bytes: Uint8Array) =>
            put(
              bytes,
              from.at,
              new Uint8Array(Buffer.concat(Array.from({ length: times }, () => piece(bytes, from)))),
            ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(place, fc.constantFrom(...signs, 'x'), fc.constantFrom(50, 2_000, 30_000)).map(
        ([at, sign, times]) =>
          (bytes: Uint8Array) =>
            put(bytes, at, bytesOf(sign.repeat(Math.ceil(times / sign.length)))),
      ),
    },
    {
      weight: 1,
      arbitrary: place.map((at) => (bytes: Uint8Array) => bytes.subarray(0, at % (bytes.length + 1))),
    },
  );
}

export interface FuzzedFile {
  readonly bytes: Uint8Array;
  readonly cuts: readonly number[];
}

export function fuzzedFile({ whole, damaged, words }: FuzzedFormat): fc.Arbitrary<FuzzedFile> {
  const before = bytesOf(whole);
  return fc
    .tuple(fc.array(damage(words), { minLength: 1, maxLength: 6 }), fc.array(place, { maxLength: 6 }))
    .map(([damages, cuts]) => {
      const after = damages.reduce((bytes, change) => change(bytes), bytesOf(damaged));
      const bytes = new Uint8Array(Buffer.concat([before, after]));
      return { bytes, cuts: cuts.map((cut) => cut % (bytes.length + 1)) };
    });
}

/** What a reader yielded until it was done or refused the file. */
function outcome(
  format: FuzzedFormat,
  { bytes, cuts }: FuzzedFile,
): { items: ImportItem[]; refused: string } {
  const reader = format.reader(options);
  const items: ImportItem[] = [];
  const places = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b);
  try {
    places.slice(1).forEach((to, i) => {
      for (const item of reader.push(bytes.slice(places[i], to))) items.push(item);
    });
    for (const item of reader.end()) items.push(item);
    return { items, refused: '' };
  } catch (error) {
    // Anything else is a fault of ours.
    if (!(error instanceof KithmapError)) throw error;
    expect(['bad-file', 'newer-version', 'too-large']).toContain(error.code);
    return { items, refused: error.message };
  }
}

/** How much may come of a byte: a series of meetings is many of a few. */
const mostOfByte = 400;

/** What the undamaged beginning of a format's file holds. */
export function wholeKeys(format: FuzzedFormat): readonly string[] {
  const { keyOf, whole } = format;
  if (keyOf === undefined) return [];
  const { items } = outcome(format, { bytes: bytesOf(whole), cuts: [] });
  return items.map(keyOf).filter((key) => key !== undefined);
}

/** @param whole what `wholeKeys` says of the format. */
export function checkLaws(format: FuzzedFormat, whole: readonly string[], file: FuzzedFile): void {
  const { items, refused } = outcome(format, file);
  const text = JSON.stringify(items);
  // The same however it was sliced.
  const atOnce = outcome(format, { ...file, cuts: [] });
  expect(atOnce.refused).toBe(refused);
  if (refused === '') expect(JSON.stringify(atOnce.items) === text).toBe(true);
  // Nothing beyond measure, and nothing that the host would refuse.
  expect(text.length).toBeLessThan(file.bytes.length * mostOfByte + 100_000);
  parseItems(JSON.parse(text) as unknown[]);
  // What it is, is said of any file.
  recognise(file.bytes.subarray(0, recognisedBytes));
  // Nothing that stands whole before the damage is lost.
  const there = new Set(items.map((item) => format.keyOf?.(item)));
  expect(whole.filter((key) => !there.has(key))).toEqual([]);
}
