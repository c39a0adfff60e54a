/** Meetings, mails and messages for tests: short to write, as a reader would yield them. */
import type { EncounterRecord, Participant } from '../formats/record';

let line = 0;

/** `Ana Silva <ana@x.org>`, `ana@x.org`, a profile, or a name alone. */
function named(role: Participant['role'], text: string): Participant {
  const [, name, bracketed] = /^(.*?)\s*<(.*)>$/u.exec(text) ?? [];
  const address = bracketed ?? text;
  return {
    role,
    ...(name === undefined || name === '' ? {} : { name }),
    ...(address.includes('@')
      ? { email: address }
      : address.includes('/')
        ? { url: address }
        : { name: text }),
  };
}

export function meeting(
  day: string,
  who: readonly string[],
  more: Partial<EncounterRecord> = {},
): EncounterRecord {
  line += 1;
  return {
    kind: 'encounter',
    line,
    key: `meeting ${day} ${who.join()}`,
    sort: 'meeting',
    channel: 'in-person',
    day,
    participants: who.map((one, at) => named(at === 0 ? 'organiser' : 'attendee', one)),
    ...more,
  };
}

export function letter(
  day: string,
  from: string,
  to: readonly string[],
  more: Partial<EncounterRecord> = {},
): EncounterRecord {
  line += 1;
  return {
    kind: 'encounter',
    line,
    key: `mail ${day} ${from} ${to.join()}`,
    sort: 'mail',
    channel: 'mail',
    day,
    participants: [named('from', from), ...to.map((one) => named('to', one))],
    ...more,
  };
}
