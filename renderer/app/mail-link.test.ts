import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsMailLink, mailLink } from './mail-link';

/** What a mail program reads of a link. */
function read(link: string): { to: string; subject: string | null; body: string | null } {
  const url = new URL(link);
  const { searchParams } = url;
  return {
    to: decodeURIComponent(url.pathname),
    subject: searchParams.get('subject'),
    body: searchParams.get('body'),
  };
}

describe('a mail link', () => {
  it('carries subject and text, whatever is in them, and nothing more', () => {
    const link = mailLink('ana+list@example.org', { subject: 'A & B?', body: 'Dear Ana,\n\n50 % + #1' });
    expect(read(link)).toEqual({
      to: 'ana+list@example.org',
      subject: 'A & B?',
      body: 'Dear Ana,\r\n\r\n50 % + #1',
    });
    expect(read(mailLink('ana@example.org'))).toEqual({ to: 'ana@example.org', subject: null, body: null });
  });

  it('leaves out a text that makes it too long, and is short whatever the text', () => {
    expect(mailLink('ana@example.org', { subject: '', body: '小'.repeat(198) })).toContain('body=');
    expect(mailLink('ana@example.org', { subject: '', body: '小'.repeat(199) })).toBe(
      'mailto:ana@example.org',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (body) => {
        const link = mailLink('ana@example.org', { subject: 'From Mara', body });
        expect(link.length).toBeLessThanOrEqual('mailto:ana@example.org?'.length + 1_800);
        expect(new URL(link).protocol).toBe('mailto:');
      }),
    );
    expect(mailLink('ana@example.org', { subject: '\ud800', body: '' })).toContain('subject=%EF%BF%BD');
  });

  it('goes to several at once', () => {
    expect(mailLink(['ana@example.org', 'b,c@example.org'], { subject: 'A', body: 'B' })).toBe(
      'mailto:ana@example.org,b%2Cc@example.org?subject=A&body=B',
    );
  });

  it('says beforehand whether the text goes in', () => {
    expect(fitsMailLink({ subject: '', body: '小'.repeat(198) })).toBe(true);
    expect(fitsMailLink({ subject: '', body: '小'.repeat(199) })).toBe(false);
  });
});
