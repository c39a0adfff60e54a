/**
 * Which day it is, made once at the edge from clock and zone. `KITHMAP_TODAY` (a day) and `KITHMAP_NOW` (a moment)
 * stop the clock, for tests and for a look at another day; `TZ` is the zone.
 */
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { Day, dayOf, isZone, Moment } from '../../shared/time';

export interface Clock {
  now(): Date;
  today(): Day;
  readonly zone: string;
  /** BCP 47, for words about days and for sorting. */
  readonly locale: string;
}

const Environment = z.object({
  KITHMAP_TODAY: Day.optional(),
  KITHMAP_NOW: Moment.optional(),
  TZ: z.string().optional(),
  LC_ALL: z.string().optional(),
  LC_TIME: z.string().optional(),
  LANG: z.string().optional(),
});

/** @throws KithmapError `bad-argument` when the environment names no day or moment. */
export function clockFrom(environment: Readonly<Record<string, string | undefined>>): Clock {
  const parsed = Environment.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path.join('.') ?? 'environment';
    throw new KithmapError(
      'bad-argument',
      name === 'KITHMAP_NOW'
        ? 'KITHMAP_NOW is not a moment such as 2026-05-04T09:00:00Z. Mend or unset it.'
        : `${name} is not a day such as 2026-05-04. Mend or unset it.`,
    );
  }
  const { KITHMAP_TODAY: pinnedDay, KITHMAP_NOW: pinnedMoment, TZ, LC_ALL, LC_TIME, LANG } = parsed.data;
  const system = new Intl.DateTimeFormat().resolvedOptions();
  const zone = TZ !== undefined && isZone(TZ) ? TZ : system.timeZone;
  const now = (): Date => (pinnedMoment === undefined ? new Date() : new Date(pinnedMoment));
  return {
    now,
    today: () => pinnedDay ?? dayOf(now(), zone),
    zone,
    locale: localeOf(LC_ALL ?? LC_TIME ?? LANG) ?? system.locale,
  };
}

function withoutEmpty(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/** `de_CH.UTF-8` as `de-CH`; nothing for `C` and the like. */
function localeOf(posix: string | undefined): string | undefined {
  const name = posix?.split(/[.@]/)[0]?.replaceAll('_', '-');
  if (name === undefined || !/^[a-z]{2,3}(-|$)/i.test(name)) return undefined;
  try {
    return Intl.getCanonicalLocales(name)[0];
  } catch {
    return undefined;
  }
}
