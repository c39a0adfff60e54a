/** What happened when, the latest first. */
import { memo, type ReactNode, useState } from 'react';
import type { Introduction } from '../../../shared/model/entities';
import { Section, TextButton } from '../../atlas/inspector/section';
import { exactDay, sayDay } from '../../app/words';
import { useSpeaking } from '../use-speaking';
import { sayStep } from '../words';

/** Steps shown at first. */
const first = 12;

export const History = memo(function History({ introduction }: { introduction: Introduction }): ReactNode {
  const speaking = useSpeaking(introduction);
  const [isWhole, setWhole] = useState(false);
  const steps = introduction.history.map((step, at) => ({ step, at })).reverse();
  if (steps.length === 0) return null;
  return (
    <Section title="What happened">
      <ol className="k-intro-history">
        {steps.slice(0, isWhole ? undefined : first).map(({ step, at }) => (
          <li key={at}>
            <span>{sayStep(speaking, introduction, step)}</span>
            <span className="k-small k-quietest" title={exactDay(step.day, speaking.locale)}>
              {sayDay(step.day, speaking.today, speaking.locale)}
            </span>
            {step.note === undefined ? null : <p className="k-small k-quiet">{step.note}</p>}
          </li>
        ))}
      </ol>
      {isWhole || steps.length <= first ? null : (
        <TextButton onClick={() => setWhole(true)}>Show all {steps.length}</TextButton>
      )}
    </Section>
  );
});
