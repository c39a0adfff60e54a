/**
 * iCalendar (RFC 5545) as programs really write it: meetings that took place or are to, with those who were there.
 * Every event is read for itself, so that a line nobody can read costs no more than its event.
 */
import { KithmapError } from '../errors';
import { CalendarBook } from './calendar-book';
import { OpenEvent } from './calendar-event';
import { CalendarTally } from './calendar-tally';
import { timeOf } from './calendar-times';
import { CalendarZones, type ZoneRule } from './calendar-zones';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { type ByteLine, LineDecoder, LineSplitter } from './text';
import { type Property, PropertyLines, type StrayLine } from './vcard-lines';
import { rawText } from './vcard-values';

/** Answers to invitations and questions about them: what they are about stands in the invitation. */
const answers = /^(?:REPLY|COUNTER|DECLINECOUNTER|REFRESH)$/;
/** Components within others beyond which nothing is looked at. */
const deepest = 20;

/** A table of a zone that is not over yet. */
interface OpenZone {
  name?: string;
  location?: string;
  readonly rules: ZoneRule[];
  half?: Map<string, string>;
}

class CalendarReader implements RecordReader {
  readonly #fileName: string;
  readonly #splitter = new LineSplitter();
  readonly #properties = new PropertyLines();
  readonly #decoder = new LineDecoder();
  readonly #tally = new CalendarTally();
  readonly #book: CalendarBook;
  /** The components that are open, outermost first. */
  #open: string[] = [];
  #zones: CalendarZones;
  #method = '';
  #isOwn = false;
  #event: OpenEvent | undefined;
  #zone: OpenZone | undefined;
  #components = 0;
  #items: ImportItem[] = [];

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
    this.#book = new CalendarBook(options, this.#tally);
    this.#zones = new CalendarZones(options.zone);
  }

  push(bytes: Uint8Array): ImportItem[] {
    for (const line of this.#splitter.push(bytes)) this.#line(line);
    return this.#taken();
  }

  end(): ImportItem[] {
    for (const line of this.#splitter.end()) this.#line(line);
    for (const property of this.#properties.end()) this.#take(property);
    this.#abandon();
    if (this.#components === 0) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} holds no calendar: no line in it says BEGIN:VCALENDAR. Export it again from the program it came from.`,
      );
    }
    for (const record of this.#book.end()) this.#items.push(record);
    this.#items.push(...this.#tally.findings());
    return this.#taken();
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #line(line: ByteLine): void {
    for (const property of this.#properties.push(line)) this.#take(property);
  }

  #take(property: Property | StrayLine): void {
    if ('stray' in property) {
      this.#tally.count('stray', property.line);
      return;
    }
    const { name } = property;
    if (name === 'BEGIN') this.#begin(this.#word(property), property.line);
    else if (name === 'END') this.#end(this.#word(property));
    else if (this.#event !== undefined) {
      // What stands within an alarm is about the alarm.
      if (this.#open.at(-1) === 'VEVENT') this.#event.take(property);
    } else if (this.#zone !== undefined) this.#takeOfZone(this.#zone, property);
    else if (this.#open.length <= 1) this.#takeOfCalendar(property);
    this.#items.push(...this.#decoder.takeFindings());
  }

  #takeOfCalendar(property: Property): void {
    if (property.name === 'METHOD') this.#method = this.#word(property);
    if (property.name === 'PRODID') this.#isOwn = rawText(property, this.#decoder).startsWith('-//Kithmap//');
  }

  #takeOfZone(zone: OpenZone, property: Property): void {
    const text = rawText(property, this.#decoder).trim().slice(0, 1_000);
    if (zone.half !== undefined) {
      if (!zone.half.has(property.name)) zone.half.set(property.name, text);
    } else if (property.name === 'TZID') zone.name ??= text;
    else if (property.name === 'X-LIC-LOCATION') zone.location ??= text;
  }

  #begin(component: string, line: number): void {
    this.#components += /^V[A-Z]+$/.test(component) ? 1 : 0;
    if (component === 'VCALENDAR') {
      this.#abandon();
      this.#zones = this.#zones.ofNext();
      [this.#method, this.#isOwn] = ['', false];
    } else if (component === 'VEVENT') {
      if (this.#event !== undefined) this.#abandon();
      this.#event = new OpenEvent(line, this.#decoder);
    } else if (component === 'VTIMEZONE') this.#zone = { rules: [] };
    else if (this.#zone !== undefined && (component === 'STANDARD' || component === 'DAYLIGHT')) {
      this.#zone.half = new Map();
    } else if (/^V(?:TODO|JOURNAL|FREEBUSY)$/.test(component)) this.#tally.count('others', line);
    if (this.#open.length < deepest) this.#open.push(component);
  }

  #end(component: string): void {
    const at = this.#open.lastIndexOf(component);
    if (at < 0) return;
    // What is open within is over, too.
    this.#open.length = at;
    if (component === 'STANDARD' || component === 'DAYLIGHT') this.#endHalf(component === 'DAYLIGHT');
    else if (component === 'VTIMEZONE') this.#endZone();
    else if (component === 'VEVENT') this.#endEvent();
    else if (component === 'VCALENDAR') this.#abandon();
  }

  #endHalf(daylight: boolean): void {
    const { half, rules } = this.#zone ?? {};
    if (this.#zone !== undefined) this.#zone.half = undefined;
    const start = timeOf(half?.get('DTSTART') ?? '');
    const [from, to] = [half?.get('TZOFFSETFROM'), half?.get('TZOFFSETTO')];
    if (start === undefined || from === undefined || to === undefined || rules === undefined) return;
    const rule = half?.get('RRULE')?.replace(/\s/g, '').toUpperCase();
    if (rules.length < 1_000)
      rules.push({ daylight, start, from, to, ...(rule === undefined ? {} : { rule }) });
  }

  #endZone(): void {
    const zone = this.#zone;
    this.#zone = undefined;
    if (zone?.name !== undefined) this.#zones.add(zone.name, zone.location, zone.rules);
  }

  #endEvent(): void {
    const open = this.#event;
    this.#event = undefined;
    if (open === undefined) return;
    if (this.#isOwn) this.#tally.count('own', open.line);
    else if (answers.test(this.#method)) this.#tally.count('answers', open.line);
    else this.#read(open);
  }

  #read(open: OpenEvent): void {
    const event = open.end(this.#zones);
    // An invitation is called off by a copy of it in a calendar of its own.
    const calledOff = this.#method === 'CANCEL';
    if (event !== undefined) {
      this.#items.push(...this.#book.take(calledOff ? { ...event, cancelled: true } : event));
      return;
    }
    if (calledOff) {
      this.#tally.count('cancelled', open.line);
      return;
    }
    this.#items.push({
      kind: 'finding',
      line: open.line,
      level: 'skipped',
      reason: 'The event has no day that can be read.',
    });
  }

  /** What is open is over, though its end is missing. */
  #abandon(): void {
    if (this.#event !== undefined) this.#tally.count('open', this.#event.line);
    this.#endEvent();
    this.#zone = undefined;
    this.#open = this.#open.slice(0, 1).filter((component) => component === 'VCALENDAR');
  }

  #word(property: Property): string {
    return rawText(property, this.#decoder).trim().toUpperCase().slice(0, 100);
  }
}

/** @throws KithmapError `bad-file` from `end` where there is no calendar. */
export function calendarReader(options: ReadOptions): RecordReader {
  return new CalendarReader(options);
}
