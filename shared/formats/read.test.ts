import { describe, expect, it } from 'vitest';
import { networkOf } from './network.testing';
import { beside, bytesOf, options } from './reading.testing';
import { readNodes } from './nodes';
import { readFile } from './read';
import { recognise } from './recognise';
import type { FormatName, ImportItem } from './record';
import { exported } from './monica.testing';
import { writeCytoscape } from './write-cytoscape';
import { writeGexf } from './write-gexf';
import { writeGraphML } from './write-graphml';
import { writeJson } from './write-json';

async function* chunksOf(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}
async function all(items: AsyncIterable<ImportItem>): Promise<ImportItem[]> {
  const found: ImportItem[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const network = networkOf({ contacts: [{ id: 'a', name: { full: 'Ana' } }] });

describe('recognising by content', () => {
  it.each<[FormatName, string, string | Uint8Array]>([
    [
      'linkedin',
      'English',
      'Notes:\n"x"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
    ],
    [
      'linkedin',
      'German, UTF-16',
      utf16('Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n'),
    ],
    ['vcard', 'plain', 'BEGIN:VCARD\nFN:X\nEND:VCARD'],
    ['vcard', 'UTF-16', utf16('BEGIN:VCARD\r\nFN:X\r\nEND:VCARD')],
    ['vcard', 'after blank lines and a mark', '\ufeff\n\n begin:vcard\nFN:X'],
    ['vcard', 'damaged, for the reader to say so', 'BEGIN:VCAR\nN:;Bono;;;'],
    ['book', 'Google’s', 'Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value\nAna,Ana,,,a@b.c\n'],
    ['book', 'Outlook’s', 'Title,First Name,Middle Name,Last Name,Company\n,Ana,,B,\n'],
    ['book', 'mail columns only', 'E-mail Address,E-mail 2 Address,E-mail 3 Address\na@b.c,d@e.f,g@h.i\n'],
    ['edges', 'with headers', 'source,target\nAna,Bo\n'],
    ['edges', 'without', '0 1\n0 2\n1 2\n'],
    ['edges', 'addresses as names', 'source,target\na@x.org,b@x.org\n'],
    ['mail', 'a mailbox', 'From a@b.c Mon Jan  1 10:00:00 2024\nSubject: x\n'],
    ['mail', 'one', '\ufeffReceived: from a by b;\n Mon, 1 Jan 2024\nSubject: x\n\nBEGIN:VCARD\n'],
    ['mail', 'UTF-16', utf16('From: a@b.c\r\nSubject: x\r\n\r\nHello')],
    ['graphml', 'ours', [...writeGraphML(network)].join('')],
    ['gexf', 'ours', [...writeGexf(network)].join('')],
    ['gexf', 'with a prefix, UTF-16', utf16('<?xml version="1.0"?>\n<g:gexf xmlns:g="http://gexf.net/1.3">')],
    ['pajek', 'a network', '\ufeff% made by hand\n\n *Vertices 2\n1 "a"\n'],
    ['pajek', 'a project', '*Network with a name\n*vertices 2 1\n'],
    ['pajek', 'ties alone', '*arcs :1 "likes"\n1 2\n'],
    ['cytoscape', 'ours', [...writeCytoscape(network)].join('')],
    ['cytoscape', 'Cytoscape.js', '{ "style": [], "elements": { "nodes": [ { "data": { "id": "a" } } ] } }'],
    ['cytoscape', 'elements alone', '[{"group":"nodes","data":{"id":"a"}}]'],
    ['cytoscape', 'elements in lists', '{"nodes": [{"data": {"id": 1}}], "edges": []}'],
    ['calendar', 'plain', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
    ['calendar', 'after a mark', '\ufeffBEGIN:VCALENDAR\nMETHOD:REQUEST\n'],
    ['monica', 'its export', exported([])],
    ['kithmap', 'ours', [...writeJson(network)].join('')],
  ])('%s: %s', (format, _, text) => {
    expect(recognise(typeof text === 'string' ? bytesOf(text) : text)).toEqual({ format });
  });

  it.each([
    [
      'no headers',
      'John Doe,John,Doe,john@doe.invalid\nJane Doe,Jane,Doe,jane@doe.invalid\n',
      /export it as vCard/,
    ],
    [
      'people of a network',
      'id,club\n0,Red\n1,Red\n2,Blue\n3,Red\n4,Blue\n',
      /together with its list of ties/,
    ],
    ['a letter that names a sender', 'From Monday on:\nNote: tea\n', /in no format/],
    ['a page', '<!DOCTYPE html><html></html>', /neither GraphML nor GEXF/],
    ['JSON', '{"a":1}', /is JSON/],
    ['a list in JSON', '[{"name":"Ana"}]', /is JSON.*Cytoscape/],
    ['a note with asterisks', '*Vertices are corners\n*Edges join them\n', /in no format/],
    ['a network', '{"format":"kithmap","schemaVersion":1}', /file of a whole network/],
    ['nothing', ' \n\n', /is empty.*LinkedIn.*vCards.*GraphML/],
    ['prose', 'Dear Ana,\nhow are you?\nYours, Bo\n', /in no format/],
    ['zeros', '\0\0\0\0', /in no format/],
  ])('%s: says what it is and what to do', (_, text, sentence) => {
    expect(recognise(bytesOf(text))).toMatchObject({ reason: expect.stringMatching(sentence) });
  });

  it.skipIf(!beside('fixtures').there)('knows mail and calendars of other programs', () => {
    for (const [name, format] of [
      ['mbox', 'mail'],
      ['eml', 'mail'],
      ['ics', 'calendar'],
    ] as const) {
      const folder = beside(`fixtures/${name}`);
      for (const file of folder.files) {
        expect({ file, ...recognise(folder.read(file)) }).toEqual({ file, format });
      }
    }
  });

  it.skipIf(!beside('networks').there)(
    'knows every list of ties among the real networks, and no table of people',
    () => {
      const networks = beside('networks');
      const edges = [
        'edges.csv',
        'messages.csv',
        'contacts.csv',
        'facebook_combined.txt',
        '0.edges',
        '107.edges',
      ];
      for (const folder of networks.files.filter((name) => !name.endsWith('.md') && name !== 'oracles')) {
        const inside = beside(`networks/${folder}`);
        for (const file of inside.files) {
          const head = inside.read(file).subarray(0, 65_536);
          const listed = edges.includes(file) || file.startsWith('edges_');
          const found = recognise(head);
          expect({ folder, file, edges: 'format' in found }).toEqual({ folder, file, edges: listed });
        }
      }
    },
  );
});

describe('reading', () => {
  const file = bytesOf(
    `source,target\n${Array.from({ length: 50_000 }, (_, i) => `P${i},P${i + 1}`).join('\n')}\n`,
  );

  it('says what the file is, how far it is, and yields what it holds', async () => {
    const progress: number[] = [];
    const formats: FormatName[] = [];
    const items = await all(
      readFile(chunksOf(file, 200_000), {
        ...options,
        onProgress: (bytes) => progress.push(bytes),
        onFormat: (format) => formats.push(format),
      }),
    );
    expect(items).toHaveLength(50_000);
    expect(formats).toEqual(['edges']);
    expect(progress.at(-1)).toBe(file.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('gives others their turn', async () => {
    let turns = 0;
    let reading = true;
    const other = (async () => {
      while (reading) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        turns += 1;
      }
    })();
    await all(readFile(chunksOf(file, file.length), options));
    reading = false;
    await other;
    expect(turns).toBeGreaterThan(1);
  });

  it('stops when it is cancelled, and lets the file go', async () => {
    const controller = new AbortController();
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* chunksOf(file);
      } finally {
        closed = true;
      }
    }
    const reading = all(
      readFile(source(), { ...options, signal: controller.signal, onProgress: () => controller.abort() }),
    );
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(closed).toBe(true);
  });

  it('refuses what it does not know with a sentence that names the file', async () => {
    const reading = all(readFile(chunksOf(bytesOf('Dear Ana,\n')), { ...options, fileName: 'letter.txt' }));
    await expect(reading).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(/^letter\.txt is in no format/),
    });
  });

  it('reads the people of a network beside its ties', async () => {
    const items = await all(readNodes(chunksOf(bytesOf('id,name\n1,Ana\n')), options));
    expect(items).toEqual([expect.objectContaining({ id: '1' })]);
  });
});
