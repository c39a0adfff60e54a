/** The form of an introduction: that I introduced them, that they introduced me, or that it is an idea so far. */
import type { Introduction } from '../../../shared/model/entities';
import { faultsOfIntroduction } from '../../../shared/story/entering';
import type { About, Shape } from './story-shape';
import { textParts, typed, withoutNulls } from './story-text';
import { stageWords } from './story-words';

export function introductionAdding({ contact, name, me, today }: About): Shape {
  const text = textParts({ field: 'why', label: 'Why, if you like' });
  const choices = {
    introduced: `You introduced ${name}`,
    ...(me === undefined ? {} : { theirs: `${name} introduced you` }),
    idea: `You might introduce ${name}`,
  };
  return {
    label: 'An introduction',
    fields: [
      {
        key: 'other',
        label: 'To whom',
        kind: 'person',
        without: [contact, ...(me === undefined ? [] : [me])],
      },
      { key: 'how', label: 'What', kind: 'choice', choices },
      { key: 'day', label: 'When', kind: 'day' },
      ...text.fields,
      ...text.after,
    ],
    values: { how: 'introduced', day: today, ...text.values },
    check: (entered) => faultsOfIntroduction(entered, today),
    command: 'introduction.add',
    argsOf: (entered) => {
      const day = typed(entered, 'day') ?? today;
      const stage = entered['how'] === 'idea' ? 'idea' : 'introduced';
      const isTheirs = entered['how'] === 'theirs';
      return withoutNulls({
        a: isTheirs ? (me ?? null) : contact,
        b: typed(entered, 'other'),
        by: isTheirs ? contact : null,
        stage,
        day: stage === 'idea' ? null : day,
        history: [{ day, stage }],
        ...text.argsOf(entered),
      });
    },
  };
}

export function introductionEditing(
  introduction: Introduction,
  today: string,
  revealed: string | undefined,
): Shape {
  const { id, stage, day, why, outcome = '', confidential, history } = introduction;
  const text = textParts({ field: 'why', label: 'Why', text: why, confidential, revealed });
  const standing = history.at(-1)?.day ?? day ?? '';
  return {
    label: 'An introduction',
    fields: [
      { key: 'stage', label: 'How far it is', kind: 'choice', choices: stageWords },
      { key: 'day', label: 'Since when', kind: 'day' },
      ...text.fields,
      { key: 'outcome', label: 'What came of it', kind: 'text' },
      ...text.after,
    ],
    values: { stage, day: standing, outcome, ...text.values },
    check: (entered) => faultsOfIntroduction({ ...entered, other: '-' }, today),
    command: 'introduction.edit',
    argsOf: (entered) => {
      const next = entered['stage'];
      const isNext = next !== stage;
      const chosen = typed(entered, 'day');
      // Where it went on, the day at which it stood before is not the day on which it did.
      const when = isNext && chosen === standing ? today : (chosen ?? today);
      const step = { ...(isNext ? {} : history.at(-1)), day: when, stage: next };
      return {
        id,
        stage: next,
        ...(isNext || chosen !== null
          ? { history: [...(isNext ? history : history.slice(0, -1)), step] }
          : {}),
        ...(next === 'introduced' && chosen !== null ? { day: when } : {}),
        outcome: typed(entered, 'outcome'),
        ...text.argsOf(entered),
      };
    },
  };
}
