/** What is wrong with a goal as it is filled in, as sentences at the fields. */
import { attributeKey, valueKey } from '../../../shared/analysis/attributes';
import { attributeWords } from '../../../shared/analysis/say-diversity';

export interface GoalFields {
  readonly attribute: string;
  readonly value: string;
  readonly percent: number | undefined;
}

interface Goal {
  readonly attribute: string;
  readonly value: string;
}

/** @param others the goals there are, without the one that is changed */
export function goalFaults(
  { attribute, value, percent }: GoalFields,
  others: readonly Goal[],
): { value?: string; percent?: string } {
  const faults: { value?: string; percent?: string } = {};
  const { one } = attributeWords(attribute);
  const key = valueKey(attribute, value);
  if (value.trim() === '') faults.value = `Say which ${one} it is about.`;
  else if (
    others.some(
      (goal) =>
        attributeKey(goal.attribute) === attributeKey(attribute) && valueKey(attribute, goal.value) === key,
    )
  ) {
    faults.value = `There is a goal for this ${one} already; change that one.`;
  }
  if (percent === undefined) faults.percent = 'Say which share you would like.';
  else if (percent <= 0 || percent > 100) faults.percent = 'A share is more than 0 % and at most 100 %.';
  return faults;
}
