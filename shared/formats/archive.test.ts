import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveWalk, lookInto, unpacked } from './archive';
import { ArchiveEnd } from './archive-list';
import { beside, bytesOf, mutated, mutations } from './reading.testing';
import { type UnpackLimits, Unpacker } from './unpacker';

async function* chunksOf(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}
const zip = (files: Record<string, string>, level: 0 | 9 = 9): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) satisfies Zippable,
    {
      level,
    },
  );
const connections = 'First Name,Last Name,URL,Company,Connected On\nAna,Silva,,Acme,12 Mar 2021\n';
const messages = 'CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT\n';
const card = 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n';

async function whole(bytes: Uint8Array, at: number): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of unpacked(chunksOf(bytes), 'a.zip', at)) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('an archive', () => {
  it.each([0, 9] as const)(
    'is looked into, packed or not (%d), and each file read for itself',
    async (level) => {
      const long = `${card}${'NOTE:x\n'.repeat(40_000)}`;
      const bytes = zip(
        {
          'a/b/phone.vcf': long,
          'photo.jpg': '\u0000\u0001',
          '__MACOSX/._phone.vcf': card,
          'meet.ics': 'BEGIN:VCALENDAR\n',
        },
        level,
      );
      const { files, leftOut } = await lookInto(chunksOf(bytes), 'a.zip');
      expect(files.map(({ name, format }) => [name, format])).toEqual([
        ['phone.vcf', 'vcard'],
        ['meet.ics', 'calendar'],
      ]);
      expect(leftOut).toBe('Left out of a.zip: photo.jpg.');
      expect(await whole(bytes, files[0]?.at ?? -1)).toBe(long);
      expect(await whole(bytes, files[1]?.at ?? -1)).toBe('BEGIN:VCALENDAR\n');
      const texts = new Map<string, string>();
      const walk = new ArchiveWalk('a.zip', ({ file, bytes: some }) =>
        texts.set(file.name, (texts.get(file.name) ?? '') + Buffer.from(some).toString()),
      );
      walk.push(bytes);
      expect(walk.end().files).toEqual(files);
      expect([...texts]).toEqual([
        ['phone.vcf', long],
        ['meet.ics', 'BEGIN:VCALENDAR\n'],
      ]);
    },
  );

  it('of LinkedIn’s gives connections and messages, and not the tables about oneself', async () => {
    const profile = 'First Name,Last Name,Maiden Name,Address,Birth Date\nMe,Myself,,,\n';
    const archive = zip({ 'Connections.csv': connections, 'messages.csv': messages, 'Profile.csv': profile });
    const { files, leftOut } = await lookInto(chunksOf(archive), 'a.zip');
    expect(files.map(({ format }) => format)).toEqual(['linkedin', 'linkedin-messages']);
    expect(leftOut).toMatch(/Profile\.csv/);
    const books = await lookInto(chunksOf(zip({ 'Profile.csv': profile })), 'a.zip');
    expect(books.files).toHaveLength(1);
  });

  it('with nothing in it, or a workbook, is refused with what to do', async () => {
    await expect(
      lookInto(chunksOf(zip({ 'a.txt': 'Dear Ana,\nhow are you?\nYours, Bo\n' })), 'a.zip'),
    ).rejects.toThrow(/nothing that Kithmap reads/);
    await expect(lookInto(chunksOf(zip({ 'xl/workbook.xml': '<x/>' })), 'a.xlsx')).rejects.toThrow(/as CSV/);
    await expect(lookInto(chunksOf(zip({})), 'a.zip')).rejects.toThrow(/nothing that Kithmap reads/);
  });

  it('keeps to names, whatever its paths say', async () => {
    const { files } = await lookInto(chunksOf(zip({ '../../etc/x.vcf': card, 'C:\\y.vcf': card })), 'a.zip');
    expect(files.map(({ name }) => name)).toEqual(['x.vcf', 'y.vcf']);
  });

  it('that unpacks to more than it may is refused before it does', () => {
    const small = zip({ a: card, b: card });
    const bomb = zip({ 'a.vcf': card + '\n'.repeat(3_000_000) });
    const drain = (bytes: Uint8Array, limits: Partial<UnpackLimits>): unknown[] => [
      ...new Unpacker('a.zip', { files: 9, bytes: 9_000_000, growthFrom: 1_000_000, ...limits }).push(bytes),
    ];
    expect(() => drain(bomb, {})).toThrow(/far more than files of people/);
    expect(() => drain(bomb, { growthFrom: 4_000_000 })).not.toThrow();
    expect(() => drain(small, { files: 1 })).toThrow(/more files/);
    expect(() => drain(small, { bytes: 40 })).toThrow(/more than can be unpacked/);
  });

  /** Bytes in the middle of what is packed of a file are others. */
  function damagedIn(bytes: Uint8Array, name: string): Uint8Array {
    const changed = bytes.slice();
    const from = Buffer.from(bytes).indexOf(name) + name.length;
    for (let at = from + 6; at < from + 12; at += 1) changed[at] = (changed[at] ?? 0) ^ 0x5a;
    return changed;
  }
  const three = {
    'a.vcf': `${card}NOTE:${'a'.repeat(90)}`,
    'b.vcf': `${card}NOTE:${'xyz'.repeat(30)}`,
    'c.csv': connections,
  };

  it.each([0, 9] as const)(
    'of which one file is damaged gives the others, and names it (%d)',
    async (level) => {
      const bytes = damagedIn(zip(three, level), 'b.vcf');
      const { files, leftOut } = await lookInto(chunksOf(bytes), 'a.zip');
      expect(files.map(({ name }) => name)).toEqual(['a.vcf', 'c.csv']);
      expect(leftOut).toBe('Damaged in a.zip, and left out: b.vcf.');
      expect(await whole(bytes, files[1]?.at ?? -1)).toBe(connections);
    },
  );

  it('that is cut off gives what is whole before that, and says so', async () => {
    const bytes = zip(three);
    const cut = bytes.subarray(0, Buffer.from(bytes).indexOf('c.csv') + 20);
    const { files, leftOut } = await lookInto(chunksOf(cut), 'a.zip');
    expect(files.map(({ name }) => name)).toEqual(['a.vcf', 'b.vcf']);
    expect(leftOut).toMatch(/left out: c\.csv\. a\.zip is cut off/);
    const before = bytes.subarray(0, Buffer.from(bytes).indexOf('c.csv') - 30);
    expect((await lookInto(chunksOf(before), 'a.zip')).leftOut).toMatch(/^a\.zip is cut off/);
  });

  it('has its list at its end, of which no more is kept than that takes', () => {
    const end = new ArchiveEnd(400);
    const bytes = zip({ ...three, 'z.bin': '\u0001'.repeat(9_000) }, 0);
    for (let at = 0; at < bytes.length; at += 100) end.push(bytes.slice(at, at + 100));
    expect(end.list()?.map(({ path }) => path)).toEqual(['a.vcf', 'b.vcf', 'c.csv', 'z.bin']);
    const short = new ArchiveEnd(100);
    for (let at = 0; at < bytes.length; at += 100) short.push(bytes.slice(at, at + 100));
    expect(short.list()).toBeUndefined();
    expect(new ArchiveEnd().list()).toBeUndefined();
  });

  it('of which the beginning of a file is lost names it from the list at the end, of large archives, too', async () => {
    const bytes = zip(three);
    const lost = bytes.slice();
    lost[Buffer.from(bytes).indexOf('b.vcf') - 30] = 0;
    expect((await lookInto(chunksOf(lost), 'a.zip')).leftOut).toBe('Damaged in a.zip, and left out: b.vcf.');
    // The end of an archive as one beyond 4 GB has it.
    const end = bytes.length - 22;
    const large = new Uint8Array(76);
    const view = new DataView(large.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setUint32(40, new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 12, true), true);
    view.setUint32(56, 0x07064b50, true);
    const last = bytes.slice(end).fill(0xff, 8, 20);
    const grown = new Uint8Array(Buffer.concat([bytes.subarray(0, end), large, last]));
    expect(await lookInto(chunksOf(grown), 'a.zip')).not.toHaveProperty('leftOut');
    expect((await lookInto(chunksOf(damagedIn(grown, 'b.vcf')), 'a.zip')).leftOut).toMatch(/b\.vcf/);
  });

  it('that is damaged anywhere is refused, or read as far as it is whole', { timeout: 30_000 }, async () => {
    const texts: Record<string, string> = {
      'a.vcf': card.repeat(50),
      'Connections.csv': connections.repeat(9),
    };
    const bytes = zip(texts);
    await expect(lookInto(chunksOf(bytes.subarray(0, 60)), 'a.zip')).rejects.toMatchObject({
      code: 'bad-file',
    });
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const damaged = mutated(bytes, changes);
        try {
          const { files } = await lookInto(chunksOf(damaged, 64), 'a.zip');
          expect(files.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-file' });
        }
      }),
      { numRuns: 100 },
    );
    expect(() => [...new Unpacker('a.zip').push(bytesOf('PK\u0003\u0004'))]).not.toThrow();
  });

  it.skipIf(!beside('fixtures').there)('holds what real programs wrote as it was', async () => {
    const folder = beside('fixtures/csv-linkedin');
    const all = Object.fromEntries(
      folder.files.map((name) => [`x/${name}`, new Uint8Array(folder.read(name))]),
    );
    const { files } = await lookInto(chunksOf(zipSync(all)), 'a.zip');
    expect(files.map(({ format }) => format)).toEqual(folder.files.map(() => 'linkedin'));
  });
});
