/** What would come of it that two know each other, looked at before it happens. */
import type { ReactNode } from 'react';
import { sayMeeting } from '../../../shared/analysis/say-meeting';
import { ScreenLines } from '../../insights/screen-lines';
import { useNaming } from '../../insights/use-naming';
import { useAnswer } from '../../network/hooks';
import './suggestions.css';

export function IfTheyMeet({ a, b }: { a: string; b: string }): ReactNode {
  const naming = useNaming();
  const answer = useAnswer({ kind: 'whatIf', without: [], addTies: [[a, b]], removeTies: [] });
  return (
    <section aria-label="If they meet" className="k-suggestion-meet">
      <h3 className="k-heading">If they meet</h3>
      {answer === undefined ? (
        <ScreenLines rows={1} />
      ) : (
        sayMeeting(answer, [a, b], naming).map((sentence) => (
          <p className="k-quiet" key={sentence}>
            {sentence}
          </p>
        ))
      )}
    </section>
  );
}
