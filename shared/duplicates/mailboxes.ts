/** What stands before the @ of an address, as far as it names a person. */
const everybodys = new Set(
  'info contact office mail hello hallo kontakt team support sales admin webmaster service post email'.split(
    ' ',
  ),
);

/** What stands before the @, without what is the same mailbox written otherwise. */
function mailboxOf(email: string): string {
  return email.split('@')[0]?.replace(/\+.*$/, '').replace(/[._-]/g, '') ?? '';
}

/** A mailbox that several people read. */
export function isEverybodys(email: string): boolean {
  return everybodys.has(mailboxOf(email));
}

/** The mailbox of an address, where it is long enough to name a person. */
export function localPart(email: string): string | undefined {
  const local = mailboxOf(email);
  return local.length >= 6 && !everybodys.has(local) ? local : undefined;
}
