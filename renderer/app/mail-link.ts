/** A mailto address, with the beginning of a message in it where that is short enough for every mail program. */

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** Longer addresses are cut or refused by some programs; such a text is copied instead. */
const mostEncoded = 1_800;

/** @param address something of the form `name@host` */
export function mailLink(address: string, text?: MailText): string {
  const plain = `mailto:${encodeURIComponent(address).replace('%40', '@').replace(/%2B/g, '+')}`;
  if (text === undefined) return plain;
  const query = `subject=${encoded(text.subject)}&body=${encoded(text.body)}`;
  return query.length > mostEncoded ? plain : `${plain}?${query}`;
}

/** Lines end as mail ends them; half of a character cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r?\n/g, '\r\n'));
}
