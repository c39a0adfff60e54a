/** Weeks of the calendar, from the day on which they start where the user lives. */
import type { Settings } from '../model/entities';
import { addDays, type Day, dayFromNumber, dayNumber } from '../time';

export interface Week {
  readonly from: Day;
  /** Its last day. */
  readonly to: Day;
}

/** Regions whose weeks start on a Sunday or a Saturday (CLDR 46, supplemental weekData); elsewhere it is Monday. */
const sundayRegions =
  'AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(
    ' ',
  );
const saturdayRegions = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' ');

const monday = 1;
const saturday = 6;
const sunday = 0;

/** The day of the week on which weeks start, 0 Sunday .. 6 Saturday. */
export function firstDayOfWeek(setting: Settings['weekStart'], locale: string): number {
  if (setting === 'monday') return monday;
  if (setting === 'saturday') return saturday;
  if (setting === 'sunday') return sunday;
  const region = regionOf(locale);
  if (sundayRegions.includes(region)) return sunday;
  return saturdayRegions.includes(region) ? saturday : monday;
}

function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? '';
  } catch {
    return '';
  }
}

export function weekOf(day: Day, firstDay: number): Week {
  const number = dayNumber(day);
  // 1970-01-01 was a Thursday, the fourth day of a week that starts on Sunday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  const from = dayFromNumber(number - ((weekday - firstDay + 7) % 7));
  return { from, to: addDays(from, 6) };
}

export function weekBefore({ from }: Week): Week {
  return { from: addDays(from, -7), to: addDays(from, -1) };
}

/** Counts weeks, so that things can take turns by the week. */
export function weekNumber({ from }: Week): number {
  return Math.floor(dayNumber(from) / 7);
}
