/** A mailto address, with the beginning of a message in it where that is short enough for every mail program. */

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** Longer addresses are cut or refused by some programs; such a text is copied or saved instead. */
const mostEncoded = 1_800;

/** @param address something of the form `name@host`, or several */
export function mailLink(address: string | readonly string[], text?: MailText): string {
  const addresses = typeof address === 'string' ? [address] : address;
  const plain = `mailto:${addresses.map(spelled).join(',')}`;
  if (text === undefined || !fitsMailLink(text)) return plain;
  return `${plain}?${query(text)}`;
}

/** Whether the text goes into a link whole. */
export function fitsMailLink(text: MailText): boolean {
  return query(text).length <= mostEncoded;
}

function spelled(address: string): string {
  return encodeURIComponent(address).replace('%40', '@').replace(/%2B/g, '+');
}

function query({ subject, body }: MailText): string {
  return `subject=${encoded(subject)}&body=${encoded(body)}`;
}

/** Lines end as mail ends them; half of a character cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r?\n/g, '\r\n'));
}
