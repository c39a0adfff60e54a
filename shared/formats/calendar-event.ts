/** One event of a calendar, from its properties: when, who, how, and what it has to do with others of its name. */
import type { Channel } from '../model/entities/happening';
import { invitedBy, type Invited, namesScreen, thoseThere } from './calendar-people';
import { minutesOf, type Rule, ruleOf, type Shown, timesOf } from './calendar-times';
import type { CalendarZones } from './calendar-zones';
import { digestOf } from './digest';
import type { Participant } from './record';
import { type LineDecoder, oneLine } from './text';
import type { Property } from './vcard-lines';
import { paramOf, rawText, unescaped } from './vcard-values';

export interface CalendarEvent {
  readonly line: number;
  /** What it is known by; made of what it says where it has no UID. */
  readonly uid: string;
  /** The zones of the calendar it stands in. */
  readonly zones: CalendarZones;
  readonly start: Shown;
  readonly minutes?: number;
  readonly channel: Channel;
  readonly title?: string;
  readonly participants: readonly Participant[];
  readonly cancelled: boolean;
  /** How often it was changed; of two copies the one that was changed more often counts. */
  readonly revision: number;
  /** How it comes back; `uncounted` where there is a rule that cannot be counted. */
  readonly rule?: Rule | 'uncounted';
  readonly added: readonly Shown[];
  readonly left: readonly Shown[];
  /** Which time of a series it stands for, and whether for those after it, too. */
  readonly replaces?: Shown;
  readonly andFollowing: boolean;
}

/** Properties of an event that are looked at; nothing is kept of the others. */
const wanted = new Set([
  ...['UID', 'DTSTART', 'DTEND', 'DURATION', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'URL', 'CLASS', 'STATUS'],
  ...['ORGANIZER', 'ATTENDEE', 'SEQUENCE', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'CONFERENCE'],
  ...['X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL', 'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK'],
]);

/** What has been read of an event that is not over yet. */
export class OpenEvent {
  readonly line: number;
  readonly #decoder: LineDecoder;
  readonly #texts = new Map<string, { property: Property; text: string }>();
  readonly #invited: Invited[] = [];
  readonly #added: Shown[] = [];
  readonly #left: Shown[] = [];
  #named = 0;
  /** Of where it is and what it is about the beginning, to tell events without UID apart. */
  #about = '';
  #onScreen = false;
  #byPhone = false;

  constructor(line: number, decoder: LineDecoder) {
    this.line = line;
    this.#decoder = decoder;
  }

  take(property: Property): void {
    const { name } = property;
    if (!wanted.has(name)) return;
    const text = rawText(property, this.#decoder);
    if (name === 'ATTENDEE' || name === 'ORGANIZER') this.#invite(property, text);
    else if (name === 'RDATE') this.#times(this.#added, property, text);
    else if (name === 'EXDATE') this.#times(this.#left, property, text);
    else if (name === 'DESCRIPTION' || name === 'LOCATION' || name === 'URL') this.#meetingAt(text);
    else if (name === 'CONFERENCE') {
      if (/^tel:/i.test(text.trim())) this.#byPhone = true;
      else this.#onScreen = true;
    } else if (name.startsWith('X-')) this.#onScreen ||= text.trim() !== '';
    else if (!this.#texts.has(name)) this.#texts.set(name, { property, text: text.slice(0, 10_000) });
  }

  /** The event as far as it was read; undefined where it has no day. */
  end(zones: CalendarZones): CalendarEvent | undefined {
    const start = this.#time('DTSTART');
    if (start === undefined) return undefined;
    const participants = thoseThere(this.#invited);
    const isOpen = !/^(?:PRIVATE|CONFIDENTIAL)$/i.test(this.#text('CLASS').trim());
    const title = oneLine(unescaped(this.#text('SUMMARY')));
    const rule = this.#text('RRULE');
    const minutes = this.#minutes(start, zones);
    const replaces = this.#time('RECURRENCE-ID');
    const uid = this.#text('UID').trim();
    return {
      line: this.line,
      uid: keyOf(
        uid === '' ? ['', String(start.shown), title, this.#about, ...participants.map(spelt)] : [uid],
      ),
      zones,
      start,
      ...(minutes === undefined ? {} : { minutes }),
      channel: this.#onScreen ? 'video' : this.#byPhone ? 'call' : 'in-person',
      ...(isOpen && title !== '' ? { title } : {}),
      participants,
      cancelled: /^CANCELL?ED$/i.test(this.#text('STATUS').trim()),
      revision: Number(/^\s*(\d{1,10})\s*$/.exec(this.#text('SEQUENCE'))?.[1] ?? 0),
      ...(rule.trim() === '' ? {} : { rule: ruleOf(rule) ?? 'uncounted' }),
      added: this.#added,
      left: this.#left,
      ...(replaces === undefined ? {} : { replaces }),
      andFollowing: this.#isForFollowing(),
    };
  }

  #invite(property: Property, text: string): void {
    this.#named += 1;
    if (this.#named > 10_000) return;
    const invited = invitedBy(property, text);
    if (invited !== undefined) this.#invited.push(invited);
  }

  #times(list: Shown[], property: Property, text: string): void {
    if (list.length < 10_000) list.push(...timesOf(property, text));
  }

  #meetingAt(text: string): void {
    this.#about += text.slice(0, 200);
    this.#onScreen ||= namesScreen(text);
  }

  #text(name: string): string {
    return this.#texts.get(name)?.text ?? '';
  }

  #time(name: string): Shown | undefined {
    const found = this.#texts.get(name);
    return found === undefined ? undefined : timesOf(found.property, found.text)[0];
  }

  #isForFollowing(): boolean {
    const found = this.#texts.get('RECURRENCE-ID');
    return found !== undefined && paramOf(found.property, 'RANGE')?.toUpperCase() === 'THISANDFUTURE';
  }

  /** Of whole days none is known. Where there are an end and a length, the end counts. */
  #minutes(start: Shown, zones: CalendarZones): number | undefined {
    if (start.isDay) return undefined;
    const end = this.#time('DTEND');
    const minutes =
      end === undefined || end.isDay
        ? minutesOf(this.#text('DURATION'))
        : Math.round((zones.momentOf(end) - zones.momentOf(start)) / 60_000);
    return minutes !== undefined && minutes >= 0 && minutes <= 100_000 ? minutes : undefined;
  }
}

function spelt({ name = '', email = '' }: Participant): string {
  return email === '' ? name : email;
}

/** A UID as it stands; a digest of one that is too long, or of what stands for it. */
function keyOf(parts: readonly string[]): string {
  const [uid = ''] = parts;
  return uid !== '' && uid.length <= 400 ? uid : `digest ${digestOf(parts)}`;
}
