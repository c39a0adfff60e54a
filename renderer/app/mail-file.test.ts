import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMailAddress, type Mail, mailFile, mailFileName } from './mail-file';

const at = new Date('2026-05-04T09:00:00Z');
const mail = (part: Partial<Mail>): string =>
  mailFile({
    to: [{ name: 'Ana Silva', address: 'ana@example.org' }],
    subject: 'Hello',
    text: 'Dear Ana',
    at,
    ...part,
  });

interface ReadMail {
  readonly heads: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** What a mail program reads, by the rules of RFC 5322 and 2047 and nothing of ours. */
function read(file: string): ReadMail {
  const [head = '', ...rest] = file.split('\r\n\r\n');
  const heads = head
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), decoded(line.slice(colon + 1).trim())] as const;
    });
  return { heads, text: utf8(rest.join('\r\n\r\n').replaceAll('\r\n', '')) };
}

/** Blanks between two encoded words are no part of the text. */
function decoded(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_word, text: string) => utf8(text));
}

function utf8(encoded: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0)),
  );
}

const valueOf = ({ heads }: ReadMail, name: string): string | undefined =>
  heads.find(([own]) => own === name)?.[1];

describe('a mail as a file', () => {
  it('is a draft with everybody it goes to, in lines that end as mail ends them', () => {
    const file = mail({
      from: { name: 'Mara', address: 'mara@example.org' },
      to: [
        { name: 'Ana Silva', address: 'ana@example.org' },
        { name: 'Zoë "Z" Ñ', address: 'zoe+x@example.org' },
      ],
      subject: 'Ana, meet Zoë',
      text: 'Dear Ana,\n\ndear Zoë: 小明\n',
    });
    const mailRead = read(file);
    expect(mailRead.heads).toEqual([
      ['From', 'Mara <mara@example.org>'],
      ['To', 'Ana Silva <ana@example.org>, Zoë "Z" Ñ <zoe+x@example.org>'],
      ['Subject', 'Ana, meet Zoë'],
      ['Date', 'Mon, 04 May 2026 09:00:00 +0000'],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Content-Transfer-Encoding', 'base64'],
      ['X-Unsent', '1'],
    ]);
    expect(mailRead.text).toBe('Dear Ana,\r\n\r\ndear Zoë: 小明\r\n');
    expect(file).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  });

  it('leaves out an address that is none, and whoever writes where nothing is known', () => {
    const file = read(mail({ to: [{ name: 'Ana', address: 'ana@x.org>\r\nBcc: eve@x.org' }] }));
    expect(file.heads.map(([name]) => name)).not.toContain('To');
    expect(file.heads.map(([name]) => name)).not.toContain('From');
    expect(isMailAddress('a b@x.org')).toBe(false);
    expect(isMailAddress('a@x.org,b@x.org')).toBe(false);
  });

  it('holds any name, subject and text, and no name can add a line of its own', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(
        'Eve\r\nBcc: eve@x.org',
        '\r\n\r\nbody',
        'a\u2028b',
        '=?utf-8?B?QQ==?=',
        '"<,>;:',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, subject, text) => {
        const file = mail({ to: [{ name, address: 'ana@example.org' }], subject, text });
        const mailRead = read(file);
        expect(mailRead.heads.map(([own]) => own)).toEqual([
          'To',
          'Subject',
          'Date',
          'MIME-Version',
          'Content-Type',
          'Content-Transfer-Encoding',
          'X-Unsent',
        ]);
        expect(valueOf(mailRead, 'To')?.endsWith('<ana@example.org>')).toBe(true);
        // Half of a character is none.
        const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
        expect(mailRead.text).toBe(whole.replace(/\r\n?|\n/g, '\r\n'));
        for (const line of file.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(line.includes('<') ? 998 : 100);
          expect(line).toMatch(/^[\x20-\x7e]*$/);
        }
        for (const [word] of file.matchAll(/=\?utf-8\?B\?[^?]*\?=/g)) expect(word.length).toBeLessThan(76);
      }),
    );
  });

  it('has a name that every system takes', () => {
    expect(mailFileName(['Ana Silva', 'Zoë/../ <b>'])).toBe('To Ana Silva and Zoë .. b.eml');
    expect(mailFileName(['\u0000/'])).toBe('Mail.eml');
  });
});
