/**
 * One spelling for mail addresses, phone numbers and profile addresses, so that two files that mean the same
 * person say the same key. What is shown to the user stays as it was written.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Contact, MyAddress } from './entities';

/** `Ana <mailto:Ana@Example.org>` as `ana@example.org`; undefined where there is no address in it. */
export function normaliseEmail(text: string): string | undefined {
  const bracketed = /<([^<>]+)>/.exec(text)?.[1] ?? text;
  const address = bracketed
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .toLowerCase();
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(address) && address.length <= 320 ? address : undefined;
}

/**
 * A phone number in E.164 (`+14186569254`, an extension as `;ext=102`); undefined where it cannot be a number.
 * @param country two letters, for numbers without a country code, e.g. `CH`.
 */
export function normalisePhone(text: string, country?: string): string | undefined {
  const bare = text.trim().replace(/^(?:tel|callto|sms):/i, '');
  if (bare.length > 100) return undefined;
  const home: CountryCode | undefined =
    country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(bare.replace(/^00(?=[1-9])/, '+'), home);
  if (number === undefined || !number.isPossible()) return undefined;
  return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
}

/** The country of a number that says it itself, as two letters. */
export function countryOfPhone(text: string): string | undefined {
  const bare = text.trim().replace(/^00(?=[1-9])/, '+');
  return /^(?:tel:)?\+/i.test(bare) ? parsePhoneNumberFromString(bare.slice(0, 100))?.country : undefined;
}

/**
 * The address of a profile or page without scheme, `www.`, trailing slash and fragment: a LinkedIn profile as
 * `linkedin.com/in/ada-lovelace` whatever the country, case or query; elsewhere path and query stay as they are.
 */
export function normaliseProfile(text: string): string | undefined {
  const trimmed = text.trim().replace(/^<|>$/g, '');
  if (trimmed.length > 2_000 || /^(?:[a-z]+:[^/\d]|$)|\s/i.test(trimmed)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `https://${trimmed.replace(/^\/\//, '')}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (!url.hostname.includes('.')) return undefined;
  const host = url.hostname.replace(/^(?:www|m)\./, '').replace(/\.$/, '');
  const path = decoded(url.pathname).replace(/\/+$/, '');
  if (!/^(?:[a-z]{2,3}\.)?linkedin\.com$/.test(host)) return `${host}${path}${url.search}`.slice(0, 1_000);
  const person = /^\/(in|pub)\/+([^/]+)/.exec(path.toLowerCase());
  const place = person === null ? `${path}${url.search}` : `/${person[1] ?? ''}/${person[2] ?? ''}`;
  return `linkedin.com${place}`.toLowerCase().slice(0, 1_000);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path; // a stray per cent sign
  }
}

/** What is no address that we understand is compared as written, but for case and blanks. */
function plain(value: string): string {
  return value.toLowerCase().replace(/\s+/g, '');
}

/** The address in its normal form behind its kind, fit as a key. */
export function addressKey(kind: MyAddress['kind'], value: string): string {
  if (kind === 'email') return `email:${normaliseEmail(value) ?? plain(value)}`;
  if (kind === 'phone') return `phone:${normalisePhone(value) ?? plain(value)}`;
  return `url:${normaliseProfile(value) ?? plain(value)}`;
}

/** Every address of a contact as a key. */
export function addressKeys(contact: Pick<Contact, 'emails' | 'phones' | 'urls'>): string[] {
  return [
    ...contact.emails.map(({ value }) => addressKey('email', value)),
    ...contact.phones.map(({ value }) => addressKey('phone', value)),
    ...contact.urls.map(({ value }) => addressKey('url', value)),
  ];
}
