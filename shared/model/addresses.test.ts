import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEmail, normalisePhone, normaliseProfile } from './addresses';

describe('profiles', () => {
  it.each([
    'https://www.linkedin.com/in/Ada-Lovelace/',
    'http://de.linkedin.com/in/ada-lovelace?trk=people',
    'linkedin.com/in/ada-lovelace',
    '//linkedin.com/in/ada%2Dlovelace#top',
    'https://linkedin.com/in/ada-lovelace/en',
    ' https://m.linkedin.com/in/ADA-LOVELACE// ',
  ])('%s is one person', (address) => {
    expect(normaliseProfile(address)).toBe('linkedin.com/in/ada-lovelace');
  });

  it('reads percent-encoding in any case and form', () => {
    const composed = normaliseProfile('https://linkedin.com/in/jos%C3%A9');
    expect(composed).toBe('linkedin.com/in/josé');
    expect(normaliseProfile('https://linkedin.com/in/jose%cc%81')).toBe(composed);
    expect(normaliseProfile('https://linkedin.com/in/100%')).toBe('linkedin.com/in/100%');
  });

  it('keeps what tells pages elsewhere apart', () => {
    expect(normaliseProfile('https://www.facebook.com/profile.php?id=7')).toBe(
      'facebook.com/profile.php?id=7',
    );
    expect(normaliseProfile('https://Example.org/A/')).toBe('example.org/A');
  });

  it('is nothing for what is no web address', () => {
    for (const text of ['', 'n/a', 'javascript:alert(1)', 'mailto:a@b.c', 'two words.com', 'file:///etc']) {
      expect(normaliseProfile(text)).toBeUndefined();
    }
  });
});

it('mail addresses', () => {
  expect(normaliseEmail('Ana <Ana@Example.ORG>')).toBe('ana@example.org');
  expect(normaliseEmail('mailto:a@b.c?subject=x')).toBe('a@b.c');
  for (const text of ['', 'nobody', 'a@', '@b', 'a b@c', 'a@b@c'])
    expect(normaliseEmail(text)).toBeUndefined();
});

it('phone numbers', () => {
  expect(normalisePhone('tel:+1-418-656-9254;ext=102')).toBe('+14186569254;ext=102');
  expect(normalisePhone('079 123 45 67', 'CH')).toBe('+41791234567');
  expect(normalisePhone('0041 79 123 45 67')).toBe('+41791234567');
  for (const text of ['', 'MobilePhone', '7yy-zzz-xxx', '12', '079 123 45 67']) {
    expect(normalisePhone(text)).toBeUndefined();
  }
});

it('are their own normal form, and no text makes them throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress()), (text) => {
      for (const normalise of [normaliseEmail, normalisePhone]) {
        const once = normalise(text);
        if (once !== undefined) expect(normalise(once)).toBe(once);
      }
      normaliseProfile(text);
    }),
  );
});
