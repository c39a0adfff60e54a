/** Cards from the terminal, in both versions, read by a reader of somebody else's: python3-vobject. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { pythonWith } from '../scripts/setup/readers.mjs';
import { expect, test } from './fixtures';

const python = pythonWith('vobject');

const Cards = z.array(
  z.object({
    version: z.string(),
    uid: z.string(),
    name: z.string(),
    family: z.string().nullable(),
    mails: z.array(z.string()),
    phones: z.array(z.string()),
    organisations: z.array(z.string()),
    notes: z.array(z.string()),
    towns: z.array(z.string()),
    birthday: z.string().nullable(),
    tags: z.array(z.string()),
  }),
);

const long = 'Zoë; 小明 👩‍👩‍👧, '.repeat(12).trim();
const cards = `BEGIN:VCARD
VERSION:4.0
UID:3f2504e0-4f89-41d3-9a0c-0305e82c3301
FN:Ana Núñez\\, Dr.
N:Núñez;Ana;;Dr.;
EMAIL;TYPE=work:ana@x.example
TEL;TYPE=cell:+41 79 123 45 67
ORG:Acme\\; Sons
ADR;TYPE=home:;;Rua 1\\, 2.;Porto;;4000;Portugal
BDAY:19800322
CATEGORIES:choir,book club
NOTE:one\\ntwo\\, three
RELATED;TYPE=spouse;VALUE=text:Ben Weiß
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:b
FN:Ben Weiß
NOTE:${long.replace(/[,;]/gu, '\\$&')}
END:VCARD
`.replaceAll('\n', '\r\n');

test('vobject reads the cards of both versions, and every field it knows is what went in', async ({
  kithmap,
  dataFolder,
}) => {
  test.skip(python === undefined, 'python3-vobject is not on this machine');
  const place = (name: string): string => join(dataFolder, '..', name);
  await writeFile(place('in.vcf'), cards);
  expect((await kithmap('import', place('in.vcf'))).code).toBe(0);
  for (const [form, version] of [
    ['vcard-3', '3.0'],
    ['vcard', '4.0'],
  ] as const) {
    expect((await kithmap('export', form, '--out', place('out.vcf'))).code).toBe(0);
    const script = fileURLToPath(new URL('read-cards.py', import.meta.url));
    const ran = spawnSync(python ?? '', [script, place('out.vcf')], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const [ana, ben] = Cards.parse(JSON.parse(ran.stdout)).sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(ana).toMatchObject({
      ...{ version, name: 'Ana Núñez, Dr.', family: 'Núñez', mails: ['ana@x.example'] },
      ...{ phones: ['+41 79 123 45 67'], organisations: ['Acme; Sons'], notes: ['one\ntwo, three'] },
      ...{ towns: ['Porto'], tags: ['choir', 'book club'] },
    });
    expect(ana?.uid).toContain('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
    expect(ana?.birthday?.replaceAll('-', '')).toBe('19800322');
    expect(ben).toMatchObject({ name: 'Ben Weiß', notes: [long] });
  }
});
