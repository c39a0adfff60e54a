/** What a host answers about the goals of a week: how each stands now, and in the weeks before. */
import { z } from 'zod';
import { Day } from '../time';

export const goalKinds = ['contacts', 'newInside', 'newOutside', 'talks'] as const;
export type GoalKind = (typeof goalKinds)[number];

const GoalWeek = z.object({
  /** People, or percent; null where there is nothing of which there could be a share. */
  value: z.number().nullable(),
  reached: z.boolean(),
  /** The value as one says it: "4", "3 of 7". */
  text: z.string(),
});
export type GoalWeek = z.infer<typeof GoalWeek>;

const Goal = z.object({
  kind: z.enum(goalKinds),
  /** What is counted: "People you were in touch with". */
  name: z.string(),
  wanted: z.int(),
  /** How it stands this week and stood before, in a sentence. */
  text: z.string(),
  /** One for each of `weeks`. */
  weeks: z.array(GoalWeek),
});
export type Goal = z.infer<typeof Goal>;

export const WeeksAnswer = z.object({
  /** The goals that are set; none, and nothing is counted. */
  goals: z.array(Goal),
  /** The last twelve weeks, the one of the day that was asked for at the end. */
  weeks: z.array(z.object({ from: Day, to: Day })),
});
export type WeeksAnswer = z.infer<typeof WeeksAnswer>;
