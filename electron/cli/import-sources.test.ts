import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from './import-sources';
import type { Terminal } from './terminal';

const mail = (subject: string): string => `From: ana@x.org\nSubject: ${subject}\n\nHello\n`;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kithmap-sources-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function look(
  path: string,
  stop = new AbortController(),
): Promise<{ said: string[]; files: { name: string; text: string }[] }> {
  const said: string[] = [];
  const terminal = {
    say: (sentence: string) => said.push(sentence),
    progress: () => undefined,
    stop: stop.signal,
  } as unknown as Terminal;
  const files: { name: string; text: string }[] = [];
  for (const { name, bytes } of await sourcesOf(terminal, [path])) {
    const parts: Uint8Array[] = [];
    for await (const part of bytes()) parts.push(part);
    files.push({ name, text: Buffer.concat(parts).toString() });
  }
  return { said, files };
}

describe('a folder', () => {
  it('is its files: single mails as one, others as they are, and what is none of ours is said', async () => {
    const folder = folderOf({
      'cur/2:2,S': mail('Two'),
      'cur/1:2,': mail('One'),
      '.Sent/new/3': mail('Three'),
      'tmp/4': mail('half written'),
      'ties.csv': 'source,target\nAna,Bo\n',
      'dovecot-uidlist': '3 V1 N2\n',
      empty: '',
    });
    const { said, files } = await look(folder);
    expect(files).toEqual([
      { name: 'ties.csv', text: 'source,target\nAna,Bo\n' },
      {
        name: expect.stringMatching(/^kithmap-sources-.* \(3 mails\)$/),
        text: ['.Sent/new/3', mail('Three'), 'cur/1:2,', mail('One'), 'cur/2:2,S', mail('Two')]
          .map((part, at) => (at % 2 === 0 ? `\nFrom \0${part}\n` : part))
          .join(''),
      },
    ]);
    expect(said).toEqual([expect.stringMatching(/in no format that is understood: dovecot-uidlist\.$/)]);
  });

  it('has mails in UTF-16 and with a mark among the others, all in UTF-8', async () => {
    const wide = Buffer.from(`\ufeff${mail('Zwölf')}`, 'utf16le');
    const folder = folderOf({ '1.eml': mail('One'), '2.eml': wide, '3.eml': `\ufeff${mail('Three')}` });
    const [box] = (await look(folder)).files;
    expect(box?.text).toBe(
      ['1.eml', mail('One'), '2.eml', mail('Zwölf'), '3.eml', mail('Three')]
        .map((part, at) => (at % 2 === 0 ? `\nFrom \0${part}\n` : part))
        .join(''),
    );
  });

  it('of a single mail is that file, and of nothing is refused', async () => {
    expect((await look(folderOf({ 'a.eml': mail('One') }))).files).toEqual([
      { name: 'a.eml', text: mail('One') },
    ]);
    await expect(look(folderOf({ 'notes.bin': '\0\0\0' }))).rejects.toThrow(
      /holds no file that is in a format/,
    );
    await expect(look(join(folderOf({}), 'missing'))).rejects.toThrow(/there is no such file/);
  });
});

describe('an archive', () => {
  it('can be left while it is looked into', async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'a.zip'), zipSync({ 'a.vcf': strToU8('BEGIN:VCARD\nFN:Ana\nEND:VCARD\n') }));
    const stop = new AbortController();
    stop.abort();
    await expect(look(join(folder, 'a.zip'), stop)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('has its single mails as one, and mailboxes as they are', async () => {
    const box = `From a@b.c Mon Mar  2 09:30:00 2026\n${mail('Boxed')}`;
    const wide = new Uint8Array(Buffer.from(`\ufeff${mail('Zwölf')}`, 'utf16le'));
    const long = `${mail('Long')}${'x'.repeat(400_000)}`;
    const folder = folderOf({});
    const files = {
      '1.eml': strToU8(mail('One')),
      'x/2.eml': wide,
      'a.mbox': strToU8(box),
      '3.eml': strToU8(long),
    };
    writeFileSync(join(folder, 'a.zip'), zipSync(files));
    const found = (await look(join(folder, 'a.zip'))).files;
    expect(found.map(({ name }) => name)).toEqual(['a.mbox', 'a.zip (3 mails)']);
    expect(found[0]?.text).toBe(box);
    const parts = ['1.eml', mail('One'), '2.eml', mail('Zwölf'), '3.eml', long.slice(0, 256 * 1024)];
    expect(found[1]?.text).toBe(
      parts.map((part, at) => (at % 2 === 0 ? `\nFrom \0${part}\n` : part)).join(''),
    );
  });

  it('of which nothing is whole is named, and the rest of its folder is read', async () => {
    const folder = folderOf({
      'ties.csv': 'source,target\nAna,Bo\n',
      'a.zip': 'PK\u0003\u0004 nothing more',
    });
    const { files, said } = await look(folder);
    expect(files.map(({ name }) => name)).toEqual(['ties.csv']);
    expect(said).toEqual([expect.stringMatching(/^a\.zip is damaged or locked/)]);
    await expect(look(join(folder, 'a.zip'))).rejects.toThrow(/damaged or locked/);
  });

  it('is the files in it that can be read, alone and in a folder', async () => {
    const card = 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n';
    const folder = folderOf({});
    writeFileSync(join(folder, 'a.zip'), zipSync({ 'x/ana.vcf': strToU8(card), 'x/a.png': strToU8('PNG') }));
    for (const path of [join(folder, 'a.zip'), folder]) {
      expect(await look(path)).toEqual({
        files: [{ name: 'ana.vcf', text: card }],
        said: ['Left out of a.zip: a.png.'],
      });
    }
  });
});
