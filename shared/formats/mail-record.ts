/** One mail as an encounter: who wrote to whom, when, and what it is called. What was written is not looked at. */
import { type Address, addressParser, decodeWords } from 'postal-mime';
import { normaliseEmail } from '../model/addresses';
import { addDays } from '../time';
import { digestOf } from './digest';
import type { LocalDays } from './local-days';
import { mailMoment } from './mail-date';
import type { HeadText, MailHead } from './mail-head';
import { isBulk, isRobot } from './mail-signs';
import type { EncounterRecord, Participant } from './record';
import { oneLine } from './text';

/** Recipients that are kept of one mail; more make it one to many, whoever they are. */
const mostParticipants = 500;
/** Before mail had dates as these, a clock was wrong. */
const earliest = Date.UTC(1975, 0, 1);

export interface MailContext {
  readonly text: HeadText;
  readonly days: LocalDays;
  readonly today: string;
}

export type MailReading =
  | {
      readonly record: EncounterRecord;
      /** The Message-ID, where it has one. */
      readonly id: string;
      /** True where the mail itself does not say when it was sent. */
      readonly dated: 'by itself' | 'otherwise';
      /** Recipients that were left out, beyond what is kept. */
      readonly beyond: number;
    }
  | { readonly reason: string };

export function readMail(head: MailHead, context: MailContext): MailReading {
  const { text } = context;
  const from = mailboxes(head.all('from', text));
  const sender = from.length > 0 ? from : mailboxes(head.all('sender', text));
  if (sender.length === 0) return { reason: 'The mail does not say who wrote it.' };
  const when = whenSent(head, context);
  if ('reason' in when) return when;
  const people = new People();
  people.add('from', sender);
  people.add('to', mailboxes(head.all('to', text)));
  people.add('cc', mailboxes(head.all('cc', text)));
  // Only the copy that the sender kept names these, and to the sender they were addressed.
  people.add('to', mailboxes(head.all('bcc', text)));

  const id = head.first('message-id', text).replace(/\s+/g, '');
  const title = titleOf(head, text);
  const at = new Date(when.moment).toISOString();
  const author = people.all[0]?.email ?? people.all[0]?.name ?? '';
  const named = people.all.map(({ email, name }) => email ?? name ?? '').join(' ');
  const bulk =
    people.beyond > 0 ||
    isBulk(head, text) ||
    [...sender, ...mailboxes(head.all('sender', text))].some(
      ({ email }) => email !== undefined && isRobot(email),
    );
  const record: EncounterRecord = {
    kind: 'encounter',
    line: head.line,
    key: digestOf(id === '' ? [at, author, title, named] : [id, at, author]),
    sort: 'mail',
    channel: 'mail',
    day: when.day,
    at,
    ...(title === '' || /^\s*(?:private|personal|company-confidential)/i.test(head.first('sensitivity', text))
      ? {}
      : { title }),
    participants: people.all,
    ...(bulk ? { bulk } : {}),
  };
  return { record, id, dated: when.dated, beyond: people.beyond };
}

type When =
  | { readonly moment: number; readonly day: string; readonly dated: 'by itself' | 'otherwise' }
  | { readonly reason: string };

/** By its own date; where it has none that can be, by when it arrived, or by the line that separates it. */
function whenSent(head: MailHead, { text, days, today }: MailContext): When {
  const tomorrow = addDays(today, 1);
  const own = mailMoment(head.first('date', text));
  const others = [head.first('received', text).replace(/^.*;/s, ''), head.separator].map(mailMoment);
  for (const [at, moment] of [own, ...others].entries()) {
    const day = moment === undefined || moment < earliest ? undefined : days.of(moment);
    if (moment === undefined || day === undefined || day > tomorrow) continue;
    return { moment, day, dated: at === 0 ? 'by itself' : 'otherwise' };
  }
  if (own === undefined) return { reason: 'The mail has no date that can be read.' };
  const day = days.of(own) ?? '';
  return {
    reason:
      own < earliest
        ? 'The mail is dated before there was mail.'
        : `The mail is dated ${day}, which is still to come.`,
  };
}

type Named = Pick<Participant, 'name' | 'email'>;

/** Everybody in the headers; groups are their members. Names without addresses count only where nobody has one. */
function mailboxes(headers: readonly string[]): Named[] {
  const found = headers.flatMap((header) => addressParser(header, { flatten: true }).map(namedOf));
  const known = found.filter((one) => one.email !== undefined);
  return known.length > 0 ? known : found.filter((one) => one.name !== undefined);
}

function namedOf({ name, address = '' }: Address): Named {
  const email = normaliseEmail(address);
  const clean = oneLine(name)
    .replace(/^(['"])(.*)\1$/s, '$2')
    .trim();
  const says = clean !== '' && clean.toLowerCase() !== email && !/^[^\s@]+@[^\s@]+$/.test(clean);
  return { ...(says ? { name: clean.slice(0, 200) } : {}), ...(email === undefined ? {} : { email }) };
}

/** Each once, in the first part they have. */
class People {
  readonly all: Participant[] = [];
  beyond = 0;
  readonly #seen = new Set<string>();

  add(role: Participant['role'], some: readonly Named[]): void {
    for (const one of some) {
      const key = one.email ?? `name ${one.name ?? ''}`;
      if (this.#seen.has(key)) continue;
      if (this.all.length > mostParticipants) {
        this.beyond += 1;
        continue;
      }
      this.#seen.add(key);
      this.all.push({ role, ...one });
    }
  }
}

/** Re:, Fwd: and their like in other languages, also several, also counted. */
const answers =
  /^(?:\s*(?:re|r|aw|antw|sv|vs|vb|fwd?|fw|wg|tr|rv|rif|i|enc|odp|pd|ynt|ilt|res|ref|回复|回覆|答复|转发|轉寄|返信|転送)\s*(?:\[\d+\]|\(\d+\))?\s*[:：])+/iu;

function titleOf(head: MailHead, text: HeadText): string {
  return oneLine(decodeWords(head.first('subject', text)))
    .replace(answers, '')
    .trim();
}
