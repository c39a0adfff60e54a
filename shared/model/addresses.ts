/**
 * Mail addresses, phones and profile addresses in a form in which two spellings of one address are equal. What
 * cannot be understood is compared as it is written, without blanks and case.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Contact, MyAddress } from './entities';

export function normaliseEmail(value: string): string {
  return value
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}

/** E.164 where the number says its country (`+`, `00`), else the digits alone. */
export function normalisePhone(value: string): string {
  const bare = value.trim().replace(/^tel:/i, '').replace(/^00/, '+');
  const parsed = bare.startsWith('+') ? parsePhoneNumberFromString(bare) : undefined;
  if (parsed !== undefined) return parsed.number;
  return bare.replace(/[^\d+]/g, '') || bare.toLowerCase().replace(/\s+/g, '');
}

/** Host and path of a web address: no scheme, `www.`, country subdomain of LinkedIn, query, fragment or last slash. */
export function normaliseUrl(value: string): string {
  const text = value.trim().replace(/\\/g, '');
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`;
  if (!URL.canParse(withScheme)) return text.toLowerCase();
  const url = new URL(withScheme);
  const host = url.hostname.replace(/^www\./, '').replace(/^[a-z]{2}\.linkedin\.com$/, 'linkedin.com');
  let path = url.pathname.replace(/\/+$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray percent sign: compared as written.
  }
  return `${host}${path}`.toLowerCase();
}

/** The address in its normal form behind its kind, fit as a key. */
export function addressKey(kind: MyAddress['kind'], value: string): string {
  if (kind === 'email') return `email:${normaliseEmail(value)}`;
  if (kind === 'phone') return `phone:${normalisePhone(value)}`;
  return `url:${normaliseUrl(value)}`;
}

/** Every address of a contact as a key. */
export function addressKeys(contact: Pick<Contact, 'emails' | 'phones' | 'urls'>): string[] {
  return [
    ...contact.emails.map(({ value }) => addressKey('email', value)),
    ...contact.phones.map(({ value }) => addressKey('phone', value)),
    ...contact.urls.map(({ value }) => addressKey('url', value)),
  ];
}
