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

function encounter(
  day: string,
  sort: 'meeting' | 'mail',
  participants: readonly Participant[],
  more: Partial<EncounterRecord>,
): EncounterRecord {
  line += 1;
  const key = `${sort} ${day} ${participants.map(({ name, email, url }) => email ?? url ?? name).join()}`;
  const channel = sort === 'mail' ? 'mail' : 'in-person';
  return { kind: 'encounter', line, key, sort, channel, day, participants, ...more };
}

/** The first of those who were there called it. */
export function meeting(
  day: string,
  who: readonly string[],
  more: Partial<EncounterRecord> = {},
): EncounterRecord {
  const participants = who.map((one, at) => named(at === 0 ? 'organiser' : 'attendee', one));
  return encounter(day, 'meeting', participants, more);
}

/** A mail. */
export function letter(
  day: string,
  from: string,
  to: readonly string[],
  more: Partial<EncounterRecord> = {},
): EncounterRecord {
  const participants = [named('from', from), ...to.map((one) => named('to', one))];
  return encounter(day, 'mail', participants, more);
}
