/** Who takes part in an event of a calendar, and whether they meet on a screen. */
import { normaliseEmail } from '../model/addresses';
import type { Participant } from './record';
import { oneLine } from './text';
import type { Property } from './vcard-lines';
import { paramOf } from './vcard-values';

/** Of one event so many are kept; more say nothing about who knows whom. */
export const mostParticipants = 2_000;

/** Addresses of calendars, rooms and nobody. */
const noPerson =
  /@(?:resource|group)\.calendar\.google\.com$|^(?:unknownorganizer@calendar\.google\.com|noreply@|no-reply@)/;

/** One organiser or attendee: who, and whether they are somebody who was there. */
export interface Invited {
  readonly participant: Participant;
  readonly there: boolean;
}

/** Somebody an event names; undefined for rooms, groups, and where there is neither a name nor an address. */
export function invitedBy(property: Property, value: string): Invited | undefined {
  const kind = paramOf(property, 'CUTYPE')?.toUpperCase();
  if (kind === 'ROOM' || kind === 'RESOURCE' || kind === 'GROUP') return undefined;
  const email =
    normaliseEmail(value.replace(/^mailto:\s*/i, '')) ?? normaliseEmail(paramOf(property, 'EMAIL') ?? '');
  const name = nameOf(paramOf(property, 'CN') ?? '');
  if (email !== undefined && noPerson.test(email)) return undefined;
  if (email === undefined && name === undefined) return undefined;
  const answer = paramOf(property, 'PARTSTAT')?.toUpperCase();
  const away = answer === 'DECLINED' || answer === 'DELEGATED';
  const toldOnly = paramOf(property, 'ROLE')?.toUpperCase() === 'NON-PARTICIPANT';
  return {
    participant: {
      role: property.name === 'ORGANIZER' ? 'organiser' : 'attendee',
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
    },
    there: !away && !toldOnly,
  };
}

/** Programs put the address where the name would be, and quotation marks around it. */
function nameOf(text: string): string | undefined {
  const name = oneLine(text.replace(/^\s*'(.*)'\s*$/s, '$1').replace(/^mailto:/i, ''));
  return name === '' || /^[^\s@]+@[^\s@]+$/.test(name) ? undefined : name;
}

/** Those who were there, each once: an organiser is often an attendee besides, and may decline as one. */
export function thoseThere(invited: readonly Invited[]): Participant[] {
  const all = new Map<string, { participant: Participant; there: boolean }>();
  for (const { participant, there } of invited) {
    const key = participant.email ?? `name ${participant.name?.toLowerCase() ?? ''}`;
    const known = all.get(key);
    if (known === undefined) {
      all.set(key, { participant, there });
      continue;
    }
    const role = known.participant.role === 'organiser' ? 'organiser' : participant.role;
    known.participant = { ...participant, ...known.participant, role };
    known.there &&= there;
  }
  return [...all.values()]
    .filter(({ there }) => there)
    .slice(0, mostParticipants)
    .map(({ participant }) => participant);
}

const screens = [
  ...[
    'zoom.us',
    'zoom.com',
    'zoomgov.com',
    'meet.google.com',
    'hangouts.google.com',
    'meet.jit.si',
    '8x8.vc',
  ],
  ...['teams.microsoft.com', 'teams.microsoft.us', 'teams.live.com', 'meet.lync.com', 'join.skype.com'],
  ...[
    'webex.com',
    'gotomeeting.com',
    'gotomeet.me',
    'meet.goto.com',
    'whereby.com',
    'bluejeans.com',
    'chime.aws',
  ],
  ...[
    'facetime.apple.com',
    'v.ringcentral.com',
    'meetings.ringcentral.com',
    'kmeet.infomaniak.com',
    'meet.proton.me',
  ],
];

/** Whether a text holds the address of a meeting on a screen. */
export function namesScreen(text: string): boolean {
  for (const [, host = ''] of text.matchAll(/\bhttps?:\/\/([a-z0-9.-]{4,253})/gi)) {
    const name = host.toLowerCase();
    if (screens.some((screen) => name === screen || name.endsWith(`.${screen}`))) return true;
    if (/^(?:bbb|bigbluebutton|meet|jitsi)\d?\./.test(name)) return true;
  }
  return false;
}
