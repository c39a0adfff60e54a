/** A plan as it stands in its form, and what its command is given. */
import { usualMost } from '../../../shared/plans/most';
import type { JsonObject } from '../../../shared/json';
import type { Plan } from '../../../shared/model/entities';

export interface PlanDraft {
  readonly title: string;
  readonly person: string | undefined;
  readonly industries: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  readonly tags: readonly string[];
  readonly text: string;
  /** A day, or empty. */
  readonly horizon: string;
  /** Undefined while the field is empty. */
  readonly most: number | undefined;
}

export function draftOf(plan: Plan | undefined): PlanDraft {
  return {
    title: plan?.title ?? '',
    person: plan?.person,
    industries: plan?.industries ?? [],
    places: plan?.places ?? [],
    organisations: plan?.organisations ?? [],
    tags: plan?.tags ?? [],
    text: plan?.text ?? '',
    horizon: plan?.horizon ?? '',
    most: plan?.most ?? usualMost,
  };
}

/** Whether it leads anywhere. */
export function aimsAt({ industries, places, organisations, tags, text }: PlanDraft): boolean {
  return text.trim() !== '' || [industries, places, organisations, tags].some((values) => values.length > 0);
}

/** Of a plan that is there, what was emptied goes. */
export function argumentsOf(draft: PlanDraft, plan: Plan | undefined): JsonObject {
  const { title, person, industries, places, organisations, tags, text, horizon, most } = draft;
  const gone = plan === undefined ? undefined : null;
  const fields = {
    title: title.trim(),
    person: person ?? gone,
    industries,
    places,
    organisations,
    tags,
    text: text.trim() === '' ? gone : text.trim(),
    horizon: horizon === '' ? gone : horizon,
    most: most === usualMost && plan?.most === undefined ? undefined : most,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
