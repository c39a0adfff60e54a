/** From the first day of a record to today, as places of a handle. */
import { addDays, daysBetween } from '../../../shared/time';

export interface Span {
  readonly first: string;
  readonly today: string;
  /** Places of the handle: 0 is the first day, `steps` is today. */
  readonly steps: number;
  /** Days between two places. */
  readonly stride: number;
}

/** A record of years goes by in weeks, a short one day by day. */
const weeklyFrom = 200;

export function spanOf(first: string, today: string): Span {
  const days = Math.max(1, daysBetween(first, today));
  const stride = days > weeklyFrom ? 7 : 1;
  return { first, today, steps: Math.ceil(days / stride), stride };
}

/** The last place is today, whatever the stride. */
export function dayAt({ first, today, steps, stride }: Span, step: number): string {
  if (step >= steps) return today;
  return addDays(first, Math.max(0, Math.round(step)) * stride);
}

export function stepAt({ first, steps, stride }: Span, day: string): number {
  return Math.min(steps, Math.max(0, Math.ceil(daysBetween(first, day) / stride)));
}
