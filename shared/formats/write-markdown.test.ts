import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import { fileNameOf, FileNames } from './file-names';
import { frontMatter, markdownText, noteLink } from './markdown';
import type { OpenNetwork } from '../model/network';
import { line, networkOf } from './network.testing';
import { markdownFiles, writeMarkdown } from './write-markdown';

const at = '2026-05-01T10:00:00.000Z';
const notesOf = (network: OpenNetwork) => [...markdownFiles(network)].filter((file) => file !== undefined);

describe('names of files', () => {
  it('are no paths, no devices, not hidden, not too long', () => {
    expect(fileNameOf('../../etc/passwd', '-')).toBe('etc passwd');
    expect(fileNameOf('C:\\Users\\x', '-')).toBe('C Users x');
    expect(fileNameOf('con', '-')).toBe('con (name)');
    expect(fileNameOf('LPT1.txt', '-')).toBe('LPT1.txt (name)');
    expect(fileNameOf('.hidden. ', '-')).toBe('hidden');
    expect(fileNameOf('\u202egpj.exe\u0000', '-')).toBe('gpj.exe');
    expect(fileNameOf(' / ', 'Without a name')).toBe('Without a name');
    expect(fileNameOf('王小明', '-')).toBe('王小明');
    expect(fileNameOf("Seán O'Brien", '-')).toBe("Seán O'Brien");
  });

  it('hold for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), line), (name) => {
        const file = fileNameOf(name, 'Without a name');
        expect(file).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$/u);
        expect(file.length).toBeGreaterThan(0);
        expect(new TextEncoder().encode(`${file} 10000.md`).length).toBeLessThan(255);
      }),
    );
  });

  it('are taken once, whatever their case and however their marks are stored', () => {
    const names = new FileNames();
    const taken = ['Ana', 'ANA', 'Ana 2', 'Zoë', 'Zoe\u0308', 'Straße', 'STRASSE'].map((one) =>
      names.take(one),
    );
    expect(taken).toEqual(['Ana', 'ANA 2', 'Ana 2 2', 'Zoë', 'Zoe\u0308 2', 'Straße', 'STRASSE 2']);
  });
});

describe('text in Markdown', () => {
  it('is no markup', () => {
    expect(markdownText('# *a* [[b]] <i> `c` ~~d~~ &amp; #tag ![x](y)')).toBe(
      '\\# \\*a\\* \\[\\[b\\]\\] \\<i\\> \\`c\\` \\~\\~d\\~\\~ \\&amp; \\#tag \\!\\[x\\](y)',
    );
    expect(markdownText('- a\n1. b\n2) c\n+ d\na - b')).toBe('\\- a\n1\\. b\n2\\) c\n\\+ d\na - b');
    expect(noteLink('Ana', 'Ana ]] | [x')).toBe('[[Ana|Ana x]]');
    expect(noteLink('Ana', 'Ana')).toBe('[[Ana]]');
  });

  it('is a string of JSON in front matter', () => {
    const matter = frontMatter({ title: 'a: b\n---\n# c\u2028"', tags: ['x'], none: undefined, empty: '' });
    expect(matter).toBe('---\ntitle: "a: b\\n---\\n# c\\u2028\\""\ntags: ["x"]\n---\n');
  });
});

describe('a folder of notes', () => {
  const made = new TestNetwork();
  made.settings({ me: 'me' });
  made.contact('me');
  made.contact('ana', {
    name: { full: 'Ana [x]' },
    emails: [{ value: 'ana@x.example', label: 'work' }],
    organisations: [{ name: 'Acme', title: 'Engineer' }],
    tags: ['book club'],
    place: 'Bern',
  });
  made.contact('ben', { name: { full: 'Ben' } });
  made.contact('other', { name: { full: 'BEN' } });
  made.put('ties', { id: 'ab', a: 'ana', b: 'ben', state: 'inferred', confidence: 0.7, createdAt: at });
  made.put('ties', { id: 'ao', a: 'ana', b: 'other', state: 'known', kind: 'sister', createdAt: at });
  made.put('interactions', {
    id: 'i',
    day: '2026-04-01',
    channel: 'call',
    with: ['ana', 'ben', 'me'],
    minutes: 20,
    summary: 'Wants\n# to meet',
  });
  made.put('confidential', { id: 'x', text: 'quetzal' });
  made.put('notes', { id: 'n', contact: 'ana', text: 'Sings', at, day: '2026-05-01' });
  made.put('notes', { id: 'nx', contact: 'ana', confidential: 'x', at, day: '2026-05-01' });
  made.put('commitments', {
    ...{ id: 'p', contact: 'ana', by: 'me', text: 'slides', madeOn: '2026-04-01', due: '2026-05-08' },
  });
  made.put('commitments', { id: 'q', contact: 'ana', by: 'them', confidential: 'x', madeOn: '2026-04-01' });
  const files = new Map(notesOf(made.network).map(({ path, text }) => [path, text]));

  it('has a note for everybody but me, under names that no two share, and a list', () => {
    expect([...files.keys()]).toEqual(['People/Ana x.md', 'People/Ben.md', 'People/BEN 2.md', 'Kithmap.md']);
    expect(files.get('Kithmap.md')).toContain('- [[BEN 2|BEN]]');
  });

  it('tells what is known, marks a guess, and mentions nothing confidential', () => {
    expect(files.get('People/Ana x.md')).toBe(
      `---
aliases: ["Ana [x]"]
tags: ["book-club"]
organisation: "Acme"
title: "Engineer"
place: "Bern"
last contact: "2026-04-01"
kithmap: "ana"
---

# Ana \\[x\\]

Engineer, Acme · Bern

## How to reach them

- ana@x.example (work)

## Knows

- [[BEN 2|BEN]]: sister
- [[Ben]]: a guess, 70 \\% sure

## Promises

- [ ] I promised: slides (by 2026-05-08)

## What happened

- 2026-04-01 Called, 20 minutes, with [[Ben]]: Wants  
  \\# to meet

## Notes

- 2026-05-01: Sings
`.replace('\\%', '%'),
    );
  });

  it('links to notes that are there, whatever people are called', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (people) => {
        const network = networkOf({
          contacts: people.map((full, i) => ({ id: `c${i}`, name: { full } })),
          ties: people.slice(1).map((_, i) => ({ id: `t${i}`, a: 'c0', b: `c${i + 1}` })),
        });
        const all = notesOf(network);
        const names = new Set(all.map(({ path }) => path.replace(/^People\/|\.md$/g, '')));
        expect(new Set([...names].map((one) => one.toLowerCase())).size).toBe(people.length + 1);
        for (const { text } of all) {
          for (const [, name = ''] of text.matchAll(/(?<!\\)\[\[([^\]|]+)/gu)) expect(names).toContain(name);
        }
        const lines = [...writeMarkdown(network)].join('').trimEnd().split('\n');
        expect(lines.map((one): unknown => JSON.parse(one))).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});
