/** The days of contact with one person as ticks on a line: two years left of today, five months right of it. */
import type { Channel, Interaction } from '../../../shared/model/entities';
import { daysBetween } from '../../../shared/time';

export const stripBack = 730;
export const stripAhead = 150;

/** 0 message, 1 call, 2 in person: how tall a tick is. */
export type TickKind = 0 | 1 | 2;

export interface Tick {
  /** Days before today. */
  readonly ago: number;
  readonly kind: TickKind;
}

export function tickKind(channel: Channel): TickKind {
  switch (channel) {
    case 'in-person':
    case 'meal':
    case 'event':
      return 2;
    case 'call':
    case 'video':
      return 1;
    default:
      return 0;
  }
}

/** One tick a day, the tallest of that day; only what happened within the strip. */
export function ticks(interactions: readonly Interaction[], today: string): Tick[] {
  const byDay = new Map<number, TickKind>();
  for (const { day, channel, planned } of interactions) {
    const ago = daysBetween(day, today);
    if (planned === true || ago < 0 || ago > stripBack) continue;
    const kind = tickKind(channel);
    const standing = byDay.get(ago);
    if (standing === undefined || kind > standing) byDay.set(ago, kind);
  }
  return [...byDay].map(([ago, kind]) => ({ ago, kind })).sort((a, b) => b.ago - a.ago);
}
