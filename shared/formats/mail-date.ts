/** Moments as mails write them: in Date and Received headers, and in the separators of a mailbox. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours east of Greenwich of the zones that old mails name; any other name counts as Greenwich (RFC 5322, 4.3). */
const zones: Readonly<Record<string, number>> = {
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{
    WET: 0,
    WEST: 1,
    BST: 1,
    CET: 1,
    CEST: 2,
    MET: 1,
    MEST: 2,
    MESZ: 2,
    MEZ: 1,
    EET: 2,
    EEST: 3,
    MSK: 3,
    JST: 9,
  },
};

/** `Fri, 23 May 2014 19:44:50 +0200`, with or without weekday, seconds, zone and comments. */
const dayFirst =
  /(\d{1,2})[ \t-]+([a-z]{3})[a-z]*\.?[ \t-]+(\d{2,4})[ \t,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?[ \t]*([+-]\d{2}:?\d{2}|[a-z]{1,5}\b)?/i;
/** `Fri Aug 24 11:55:47 2018`, with the zone before or behind the year. */
const monthFirst =
  /([a-z]{3})[a-z]*[ \t]+(\d{1,2}),?[ \t]+(\d{1,2}):(\d{2})(?::(\d{2}))?[ \t]*([+-]\d{4}|[a-z]{1,5})?[ \t]+(\d{4})(?:[ \t]+([+-]\d{4}|[a-z]{1,5}\b))?/i;
const iso = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?[ \t]*(Z|[+-]\d{2}:?\d{2})?/i;

/** Milliseconds since 1970; undefined where the text names no moment. Without a zone it counts as Greenwich time. */
export function mailMoment(text: string): number | undefined {
  if (text.length > 1_000) return undefined;
  const a = dayFirst.exec(text);
  if (a !== null) return moment(a[3], monthOf(a[2]), a[1], a[4], a[5], a[6], a[7]);
  const b = monthFirst.exec(text);
  if (b !== null) return moment(b[7], monthOf(b[1]), b[2], b[3], b[4], b[5], b[6] ?? b[8]);
  const c = iso.exec(text);
  if (c !== null) return moment(c[1], Number(c[2]), c[3], c[4], c[5], c[6], c[7]);
  return undefined;
}

function monthOf(word = ''): number {
  return months.indexOf(word.toLowerCase()) + 1;
}

function moment(
  yearText = '',
  month: number,
  dayText = '',
  hourText = '',
  minuteText = '',
  secondText = '0',
  zone = '',
): number | undefined {
  const [day, hour, minute, second] = [dayText, hourText, minuteText, secondText].map(Number);
  if (day === undefined || hour === undefined || minute === undefined || second === undefined)
    return undefined;
  const year = fullYear(yearText);
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  return utc - offsetOf(zone) * 60_000;
}

/** Two and three digits are years of old programs (RFC 5322, 4.3). */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2_000 + year : 1_900 + year;
  return text.length === 3 ? 1_900 + year : year;
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) {
    const name = zone.toUpperCase();
    return Object.hasOwn(zones, name) ? (zones[name] ?? 0) * 60 : 0;
  }
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes > 24 * 60 ? 0 : match[1] === '-' ? -minutes : minutes;
}
