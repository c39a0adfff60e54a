/** Which gaps would shrink or grow; it comes after the rest, which is worked out sooner. */
import type { ReactNode } from 'react';
import type { Question } from '../../../shared/analysis/questions';
import { sayGapsIf } from '../../../shared/analysis/say-gaps-if';
import { useAnswer } from '../../network/hooks';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';

export function GapsIf({ tried }: { tried: Extract<Question, { kind: 'whatIf' }> }): ReactNode {
  const naming = useNaming();
  const answer = useAnswer({ ...tried, kind: 'gapsIf' });
  if (answer === undefined) return <ScreenLines rows={1} />;
  const sentences = sayGapsIf(answer, naming);
  return (
    <section aria-label="Gaps that would change">
      <h3 className="k-heading">Gaps</h3>
      {sentences.length === 0 ? (
        <p className="k-quiet">No gap would shrink or grow.</p>
      ) : (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </section>
  );
}
