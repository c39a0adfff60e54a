/** Addresses of people as links that may leave: mail, phone and https; undefined for text that is no such address. */

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text);
}

export function phoneAddress(text: string): string | undefined {
  const digits = text.replace(/[^\d+*#]/g, '');
  return digits.length < 3 ? undefined : `tel:${digits}`;
}

/** What has no scheme is a page; http becomes https. */
export function webAddress(text: string): string | undefined {
  const spelled = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(spelled)) return undefined;
  const url = new URL(spelled);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' && url.hostname.includes('.') ? url.href : undefined;
}
