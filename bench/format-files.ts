/** Files of each format with any number of records, piece by piece, and the reader and the plain parser of each. */
import ICAL from 'ical.js';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { SaxesParser } from 'saxes';
import { bookReader } from '../shared/formats/book';
import { calendarReader } from '../shared/formats/calendar';
import { cytoscapeReader } from '../shared/formats/cytoscape';
import { edgeReader } from '../shared/formats/edges';
import { gexfReader } from '../shared/formats/gexf';
import { graphmlReader } from '../shared/formats/graphml';
import { kithmapReader } from '../shared/formats/kithmap';
import { linkedInReader } from '../shared/formats/linkedin';
import { mailReader } from '../shared/formats/mail';
import { monicaReader } from '../shared/formats/monica';
import { pajekReader } from '../shared/formats/pajek';
import type { ReadOptions, RecordReader } from '../shared/formats/record';
import { vcardReader } from '../shared/formats/vcard';

export interface MeasuredFormat {
  readonly reader: (options: ReadOptions) => RecordReader;
  readonly begin: string;
  readonly record: (i: number) => string;
  /** What stands between two records. */
  readonly between?: string;
  readonly end: string;
  /** The library that reads the same without asking what it means, and its name. */
  readonly library: string;
  /** Made anew for each file. Given pieces that end where a record ends, or at the end of the file. */
  readonly plain: () => (text: string, isLast: boolean) => unknown;
}

const two = (number: number): string => String(number).padStart(2, '0');
const csv = (): ((text: string) => unknown) => (text) => Papa.parse(text, { delimiter: ',', newline: '\n' });
const wholeJson: MeasuredFormat['plain'] = () => {
  let all = '';
  return (text, isLast) => {
    all += text;
    return isLast ? (JSON.parse(all) as unknown) : undefined;
  };
};
const wholeXml: MeasuredFormat['plain'] = () => {
  const parser = new SaxesParser();
  return (text, isLast) => {
    parser.write(text);
    if (isLast) parser.close();
  };
};
const body = 'What a letter says, line by line, for as long as letters are.\n'.repeat(32);

export const measuredFormats: Readonly<Record<string, MeasuredFormat>> = {
  LinkedIn: {
    reader: linkedInReader,
    begin: 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
    record: (i) =>
      `Given${i},Family${i},https://www.linkedin.com/in/p${i},p${i}@example.org,"Company, ${i % 999}",Engineer,${1 + (i % 28)} Mar 2021\n`,
    end: '',
    library: 'papaparse',
    plain: csv,
  },
  'address book': {
    reader: bookReader,
    begin: 'Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Notes,Birthday\n',
    record: (i) =>
      `Given Family${i},Given,Family${i},* myContacts ::: Club ${i % 9},Home,p${i}@example.org,"Met ""there"" ${i}",1980-03-${two(1 + (i % 28))}\n`,
    end: '',
    library: 'papaparse',
    plain: csv,
  },
  'list of ties': {
    reader: edgeReader,
    begin: 'source,target,weight,time\n',
    record: (i) =>
      `Person ${i % 3_001},Person ${(i * 7) % 2_999},${1 + (i % 5)},2024-03-${two(1 + (i % 28))}\n`,
    end: '',
    library: 'papaparse',
    plain: csv,
  },
  vCard: {
    reader: vcardReader,
    begin: '',
    record: (i) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u${i}\r\nFN:Given Family${i}\r\nN:Family${i};Given;;;\r\nEMAIL;TYPE=work:p${i}@example.org\r\nTEL;TYPE=cell:+41 44 ${1_000_000 + i}\r\nORG:Company ${i % 999};Research\r\nNOTE:Met there\\, in ${2_000 + (i % 25)}\r\nEND:VCARD\r\n`,
    end: '',
    library: 'ical.js',
    plain:
      () =>
      (text): unknown =>
        ICAL.parse(text),
  },
  calendar: {
    reader: calendarReader,
    begin: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n',
    record: (i) =>
      `BEGIN:VEVENT\r\nUID:e${i}\r\nDTSTART:202${i % 6}03${two(1 + (i % 28))}T090000Z\r\nDTEND:202${i % 6}03${two(1 + (i % 28))}T100000Z\r\nSUMMARY:Meeting ${i}\r\nORGANIZER;CN=P${i % 400}:mailto:p${i % 400}@example.org\r\nATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org\r\nEND:VEVENT\r\n`,
    end: 'END:VCALENDAR\r\n',
    library: 'ical.js',
    plain:
      () =>
      (text): unknown =>
        ICAL.parse(
          `BEGIN:VCALENDAR\r\n${text.replace(/^BEGIN:VCALENDAR\r\n|END:VCALENDAR\r\n$/g, '')}END:VCALENDAR\r\n`,
        ),
  },
  GraphML: {
    reader: graphmlReader,
    begin:
      '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">\n',
    record: (i) =>
      `<edge source="n${i % 3_001}" target="n${(i * 7) % 2_999}"><data key="w">${1 + (i % 5)}</data></edge>\n`,
    end: '</graph></graphml>\n',
    library: 'saxes',
    plain: wholeXml,
  },
  GEXF: {
    reader: gexfReader,
    begin:
      '<?xml version="1.0"?><gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected"><edges>\n',
    record: (i) =>
      `<edge id="${i}" source="n${i % 3_001}" target="n${(i * 7) % 2_999}" weight="${1 + (i % 5)}"/>\n`,
    end: '</edges></graph></gexf>\n',
    library: 'saxes',
    plain: wholeXml,
  },
  Pajek: {
    reader: pajekReader,
    begin: '*Vertices 3001\n1 "Given Family" 0.1 0.2 0.5\n*Edges\n',
    record: (i) => `${1 + (i % 3_001)} ${1 + ((i * 7) % 2_999)} ${1 + (i % 5)}\n`,
    end: '',
    library: 'papaparse',
    plain: () => (text) => Papa.parse(text, { delimiter: ' ', newline: '\n' }),
  },
  Cytoscape: {
    reader: cytoscapeReader,
    begin: '{"elements":{"nodes":[],"edges":[\n',
    record: (i) =>
      `{"data":{"id":"e${i}","source":"n${i % 3_001}","target":"n${(i * 7) % 2_999}","weight":${1 + (i % 5)}}}`,
    between: ',\n',
    end: ']}}',
    library: 'JSON.parse',
    plain: wholeJson,
  },
  'Kithmap export': {
    reader: kithmapReader,
    begin: '{"format":"kithmap-export","version":1,"data":{"contacts":{',
    record: (i) =>
      `"c${i}":{"id":"c${i}","name":{"full":"Given Family${i}"},"emails":[{"value":"p${i}@example.org"}],"tags":["club"],"createdAt":"2026-05-04T09:00:00.000Z"}`,
    between: ',',
    end: '}}}',
    library: 'JSON.parse',
    plain: wholeJson,
  },
  Monica: {
    reader: monicaReader,
    begin: '{"app_version":"4.0.0","account":{"data":[{"type":"contact","values":[\n',
    record: (i) =>
      JSON.stringify(
        {
          uuid: `c${i}`,
          properties: {
            first_name: 'Given',
            last_name: `Family${i}`,
            company: `Company ${i % 999}`,
            tags: ['club'],
          },
          data: [
            { count: 1, type: 'note', values: [{ properties: { body: `Met there ${i}` } }] },
            { count: 1, type: 'call', values: [{ uuid: `k${i}`, properties: { called_at: '2020-03-04' } }] },
          ],
        },
        null,
        4,
      ),
    between: ',\n',
    end: ']}]}}',
    library: 'JSON.parse',
    plain: wholeJson,
  },
  mail: {
    reader: mailReader,
    begin: '',
    record: (i) => {
      const day = `${two(1 + (i % 28))} Mar 202${i % 6} 09:${two(i % 60)}:00`;
      return `From p${i % 400}@example.org Mon Mar  2 09:30:00 2026\nReceived: by mail.example.org; ${day} +0000\nFrom: "Person ${i % 400}" <p${i % 400}@example.org>\nTo: me@example.org, "Person ${i % 7}" <p${i % 7}@example.org>\nDate: ${day} +0000\nMessage-ID: <${i}@example.org>\nSubject: Re: About ${i}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
    },
    end: '',
    library: 'postal-mime',
    plain: () => async (text) => {
      for (const one of text.split(/^(?=From p)/m)) await PostalMime.parse(one);
    },
  },
};
