/** What bends the clocks of staying in touch: snoozes, pauses, trips, stays, reminders for groups. */
import { z } from 'zod';
import { Day } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Line, Text, Word } from '../schema';

export const Snooze = kept({
  id: Id,
  contact: Id,
  /**
   * `elsewhere`: we are in touch in ways that are not recorded. `swap`: somebody else takes the place on the list of
   * that week; the clock is left as it is.
   */
  kind: z.enum(['snooze', 'skip', 'elsewhere', 'swap']),
  from: Day,
  until: Day.optional(),
});
export type Snooze = Known<z.output<typeof Snooze>>;

/** Leave, holidays, illness: clocks stand still, for one contact or for all. */
export const Pause = kept({
  id: Id,
  contact: Id.optional(),
  from: Day,
  to: Day.optional(),
  reason: Line.optional(),
});
export type Pause = Known<z.output<typeof Pause>>;

export const GroupReminder = kept({
  id: Id,
  name: Word,
  contacts: z.array(Id).max(10_000),
  everyDays: z.int().min(1).max(36_525),
  next: Day,
  note: Text.optional(),
});
export type GroupReminder = Known<z.output<typeof GroupReminder>>;

/** Where I shall be. */
export const Trip = kept({ id: Id, place: Word, from: Day, to: Day, note: Text.optional() });
export type Trip = Known<z.output<typeof Trip>>;

/** Where a contact is for a while. */
export const Stay = kept({ id: Id, contact: Id, place: Word, from: Day, to: Day.optional() });
export type Stay = Known<z.output<typeof Stay>>;
