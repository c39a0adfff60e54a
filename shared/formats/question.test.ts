import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUtf8, mixedInUtf8 } from './letters';
import { mappedReader } from './mapping';
import { answerTo, linesBy, lookAt, lookFurther, peopleBy, shapeBy } from './question';
import { readFile } from './read';
import type { ReadHow } from './read-how';
import { beside, bytesOf, mutated, mutations, options, readAll } from './reading.testing';
import type { ContactRecord } from './record';
import { tableShape } from './table-shape';

const guessOf = (text: string | Uint8Array) =>
  tableShape(typeof text === 'string' ? bytesOf(text) : text)?.guess;
const shown = ({ fields }: ContactRecord) => ({
  name: fields.name?.full,
  mail: fields.emails?.map(({ value }) => value),
  ...(fields.other?.length === 0 ? {} : { other: fields.other }),
});

async function all(bytes: Uint8Array, how: ReadHow, slice = 7): Promise<ContactRecord[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    // A letter of two bytes may be cut in two.
    for (let at = 0; at < bytes.length; at += slice) yield bytes.slice(at, at + slice);
  }
  const found: ContactRecord[] = [];
  for await (const item of readFile(chunks(), { ...options, how }))
    if (item.kind === 'contact') found.push(item);
  return found;
}

describe('the columns of a table', () => {
  it.each([
    [
      'by their names',
      'Member;Mail;Since\nAna Silva;ana@x.org;2019\nBo Berg;bo@x.org;2020\n',
      true,
      ['name', 'mail', 'keep'],
    ],
    ['by known names', 'Vorname\tNachname\tBeitrag\nAna\tSilva\t5\n', true, ['given', 'family', 'keep']],
    [
      'by what stands in them',
      'Ana,Silva,ana@x.org,+41446681800\nBo,Berg,bo@x.org,+41446681801\n',
      false,
      ['given', 'family', 'mail', 'phone'],
    ],
    ['one by one address a row', 'ana@x.org\nbo@x.org\n', false, ['mail']],
    ['separated by bars', 'ana@x.org|Ana Silva\nbo@x.org|Bo Berg\n', false, ['mail', 'name']],
  ] as const)('are guessed %s', (_, text, hasHeader, uses) => {
    expect(guessOf(text)).toMatchObject({ hasHeader, uses });
  });

  it.each([
    ['prose', 'Dear Ana,\nhow are you?\nYours, Bo\n'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 44, 10, 0, 44])],
    ['nothing', ''],
  ])('are not seen in %s', (_, text) => {
    expect(guessOf(text)).toBeUndefined();
  });

  it('fill what they were said to, the rest under their own names, and nothing of what is left out', async () => {
    const text = 'Who,Reach,Club,Secret\n"Silva, Ana",ana@x.org,Chess,x\nBo,bo@x.org,,y\n';
    const mapping = { delimiter: ',', hasHeader: true, uses: ['name', 'mail', 'keep', 'leave'] } as const;
    expect((await all(bytesOf(text), { mapping })).map(shown)).toEqual([
      { name: 'Silva, Ana', mail: ['ana@x.org'], other: [{ name: 'Club', value: 'Chess' }] },
      { name: 'Bo', mail: ['bo@x.org'] },
    ]);
  });

  it('without headers lose no first row', () => {
    const mapping = { delimiter: ';', hasHeader: false, uses: ['keep', 'name'] } as const;
    const { contacts } = readAll(mappedReader(mapping, options), '\n7;Ana\n8;Bo\n');
    expect(contacts.map(({ line, ...rest }) => [line, shown({ line, ...rest })])).toEqual([
      [2, { name: 'Ana', mail: [], other: [{ name: 'Column 1', value: '7' }] }],
      [3, { name: 'Bo', mail: [], other: [{ name: 'Column 1', value: '8' }] }],
    ]);
  });

  it('are asked for where nothing is known, and the same for the next file of that kind', () => {
    const first = lookAt(bytesOf('Member;Fee;Since\nAna Silva;5;2019\nBo Berg;6;2020\n'));
    const next = lookAt(bytesOf('Member;Fee;Since\nCem Aydin;7;2021\nDana Zulu;8;2022\n'));
    const other = lookAt(bytesOf('Member;Age;Since\nCem Aydin;7;2021\nDana Zulu;8;2022\n'));
    const keys = [first, next, other].map((looked) => ('question' in looked ? looked.question?.key : ''));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe(keys[2]);
    expect(lookAt(bytesOf('Dear Ana,\n'))).toEqual({ reason: expect.stringMatching(/in no format/) });
    expect(lookAt(bytesOf('source,target\nAna,Bo\n'))).toEqual({ format: 'edges' });
    const pajek = new Uint8Array(Buffer.from('*Vertices 1\n1 "Böger"\n*Edges\n', 'latin1'));
    expect(lookAt(pajek)).toMatchObject({ format: 'pajek', question: { lettersOpen: true } });
  });

  it('are read whatever the damage and the slices', () => {
    const file = bytesOf('Who,Reach,Born\n"Silva, ""Ana""",ana@x.org,03/04/1990\n"Bo\nBerg",bo@x.org,\n');
    fc.assert(
      fc.property(mutations, fc.array(fc.nat(200), { maxLength: 4 }), (changes, cuts) => {
        const bytes = mutated(file, changes);
        const mapping = tableShape(bytes)?.guess ?? {
          delimiter: ',',
          hasHeader: true,
          uses: ['name', 'mail'],
        };
        const read = (at: readonly number[]): unknown => {
          try {
            return readAll(mappedReader(mapping, options), bytes, at).items;
          } catch (error) {
            expect(error).toMatchObject({ code: 'bad-file' });
            return 'refused';
          }
        };
        expect(read(cuts)).toEqual(read([]));
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!beside('fixtures').there)('of a book without headers keep both people', () => {
    const head = beside('fixtures/csv-outlook-tb').read('mozilla__releases-comm-central__csv_no_header.csv');
    const looked = lookAt(head);
    if (!('question' in looked) || looked.question === undefined) throw new Error('Nothing is asked.');
    const shape = shapeBy(looked.question);
    const people = peopleBy(looked.question, { mapping: shape?.guess }, options, 5);
    expect(people.map((one) => shown(one).mail)).toEqual([['john@doe.invalid'], ['jane@doe.invalid']]);
    expect(people).toHaveLength(shape?.rows.length ?? -1);
  });
});

describe('letters', () => {
  /** Nadezhda and Příliš, in the code pages of Russian and Czech. */
  const russian = new Uint8Array([0xcd, 0xe0, 0xe4, 0xe5, 0xe6, 0xe4, 0xe0]);
  const japanese = new Uint8Array([0x8e, 0x52, 0x93, 0x63]); // Yamada, in Shift_JIS
  const book = (name: Uint8Array): Uint8Array =>
    new Uint8Array([...bytesOf('Name,Email\n'), ...name, ...bytesOf(',n@x.org\nBo,bo@x.org\n')]);

  it('are asked for where nothing names them, and only there', () => {
    expect(lookAt(book(russian))).toMatchObject({ format: 'book', question: { lettersOpen: true } });
    expect(lookAt(book(bytesOf('Надежда')))).toEqual({ format: 'book' });
    const card = (more: string): Uint8Array =>
      new Uint8Array([...bytesOf(`BEGIN:VCARD\nFN${more}:`), ...russian, ...bytesOf('\nEND:VCARD\n')]);
    expect(lookAt(card(''))).toMatchObject({ question: { lettersOpen: true } });
    expect(lookAt(card(';CHARSET=windows-1251'))).toEqual({ format: 'vcard' });
  });

  it('are read by the code page that was chosen, in any slices, and shown so before', async () => {
    const people = await all(book(russian), { letters: 'windows-1251' });
    expect(people.map(({ fields }) => fields.name?.full)).toEqual(['Надежда', 'Bo']);
    const [yamada] = await all(book(japanese), { letters: 'shift_jis' });
    expect(yamada?.fields.name?.full).toBe('山田');
    const looked = lookAt(book(russian));
    if (!('question' in looked) || looked.question === undefined) throw new Error('Nothing is asked.');
    expect(linesBy(looked.question, 'windows-1251', 3)).toEqual(['Надежда,n@x.org']);
  });

  it('of Western Europe hold the signs that only Windows has', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield new Uint8Array([0x80, 0x93, 0xe9]);
    }
    const parts: Uint8Array[] = [];
    for await (const part of inUtf8(chunks(), 'windows-1252')) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('€“é');
  });

  /** A hundred rows of one person, longer than a beginning is. */
  const many = bytesOf(`${'Bo'.padEnd(700, 'o')},bo@x.org\n`.repeat(100));
  const open = (bytes: Uint8Array) =>
    async function* (): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      for (let at = 0; at < bytes.length; at += 9_999) yield bytes.slice(at, at + 9_999);
    };
  const further = (bytes: Uint8Array, format: 'book' | 'mail' | 'vcard' = 'book') =>
    lookFurther(open(bytes), bytes.subarray(0, 65_536), format);
  const row = (name: Uint8Array): Uint8Array => new Uint8Array([...name, ...bytesOf(',n@x.org\n')]);
  const joinedBytes = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

  it('that turn out later to be open are asked for, with the lines in question', async () => {
    const later = joinedBytes(bytesOf('Name,Email\n'), many, row(russian));
    expect(lookAt(later)).toEqual({ format: 'book' });
    const question = await further(later);
    if (question === undefined) throw new Error('Nothing is asked.');
    expect(question).toMatchObject({ format: 'book', lettersOpen: true });
    expect(question.doubtful).toBeUndefined();
    expect(linesBy(question, 'windows-1251', 3)).toEqual(['Надежда,n@x.org']);
    const near = lookAt(book(russian));
    expect('question' in near ? near.question?.key : '').toBe(question.key);
    const people = await all(later, answerTo(question, { letters: 'windows-1251' }), 999);
    expect(people.at(-1)?.fields.name?.full).toBe('Надежда');

    expect(
      await further(joinedBytes(later.subarray(0, -row(russian).length), row(bytesOf('Надежда')))),
    ).toBeUndefined();
    expect(await further(later, 'mail')).toBeUndefined();
    // Damaged, but nothing that is in a code page.
    expect(await further(joinedBytes(many, bytesOf('Zoë Ünal'), new Uint8Array([0xff, 10])))).toBeUndefined();
  });

  it('of a few lines leave those that are in UTF-8 as they are', async () => {
    const bytes = joinedBytes(
      bytesOf('Name,Email\nZoë,z@x.org\nÜnal,u@x.org\n'),
      many,
      row(russian),
      bytesOf('Ðor,d@x.org'),
    );
    const question = await further(bytes);
    if (question === undefined) throw new Error('Nothing is asked.');
    expect(linesBy(question, 'windows-1251', 3)).toEqual(['Надежда,n@x.org']);
    const how = answerTo(question, { letters: 'windows-1251' });
    expect(how).toEqual({ letters: 'windows-1251', mixed: true });
    const people = await all(bytes, how, 999);
    const names = people
      .map(({ fields }) => fields.name?.full)
      .filter((name) => name?.startsWith('Bo') === false);
    expect(names).toEqual(['Zoë', 'Ünal', 'Надежда', 'Ðor']);
    // The beginning of a table, shown before it is read.
    const table = joinedBytes(
      bytesOf('Who;Reach;Fee\nZoë;z@x.org;1\nÜnal;u@x.org;2\n'),
      russian,
      bytesOf(';n@x.org;3\n'),
    );
    const asked = lookAt(table, true);
    if (!('question' in asked) || asked.question === undefined) throw new Error('Nothing is asked.');
    expect(shapeBy(asked.question, 'windows-1251')?.rows.map(([name]) => name)).toEqual([
      'Who',
      'Zoë',
      'Ünal',
      'Надежда',
    ]);
  });

  it('are found behind a line without end, too, which is not held', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      for (let at = 0; at < 5; at += 1) yield new Uint8Array(1024 * 1024).fill(0x61);
      yield joinedBytes(bytesOf('b\n'), russian, bytesOf('\nZoë'));
    }
    const parts: Uint8Array[] = [];
    for await (const part of mixedInUtf8(chunks(), 'windows-1251')) parts.push(part);
    expect(parts[0]?.length).toBe(5 * 1024 * 1024);
    expect(Buffer.concat(parts.slice(1)).toString()).toBe('b\nНадежда\nZoë');
  });

  it('cannot be looked for in a file that cannot be read', async () => {
    async function* gone(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield bytesOf('x');
      throw new Error('gone');
    }
    await expect(lookFurther(gone, bytesOf('x'), 'book')).rejects.toThrow('gone');
  });
});
