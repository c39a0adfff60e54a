/** The user's settings about staying in touch, in the form in which they are looked up. */
import type { Circle, Settings } from '../model/entities';
import { defaultCircles } from '../model/entities/upkeep';
import type { OpenNetwork } from '../model/network';

export interface KeepingRules {
  readonly me?: string;
  readonly circles: ReadonlyMap<string, Pick<Circle, 'name' | 'days'>>;
  /** Cadences by tag, folded: `Choir` and `choir` are one. */
  readonly tags: ReadonlyMap<
    string,
    { readonly name: string; readonly days: number; readonly since?: string }
  >;
  readonly groupEventsCount: boolean;
  readonly dueAt: number;
  readonly tooLateAt: number;
  readonly weeklyLimit: number;
  readonly weekStart: Settings['weekStart'];
}

export function foldTag(tag: string): string {
  return tag.trim().toLowerCase();
}

/** The settings as they are, or as they are before anything was set. */
export function rulesOf(network: OpenNetwork): KeepingRules {
  const settings = network.get('settings', 'settings');
  const {
    me,
    circles = defaultCircles,
    tagCadences = [],
    weeklyLimit = 5,
    weekStart = 'locale',
  } = settings ?? {};
  const { groupEventsCount = false, dueAt = 0, tooLateAt = 0.5 } = settings ?? {};
  return {
    ...(me === undefined ? {} : { me }),
    circles: new Map(circles.map(({ id, name, days }) => [id, { name, days }])),
    tags: new Map(
      tagCadences.map(({ tag, days, since }) => [
        foldTag(tag),
        { name: tag, days, ...(since === undefined ? {} : { since }) },
      ]),
    ),
    groupEventsCount,
    dueAt,
    tooLateAt,
    weeklyLimit,
    weekStart,
  };
}
