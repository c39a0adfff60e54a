/** How warm many people are: one bar of all steps, and the counts in words. */
import type { ReactNode } from 'react';
import type { WarmthCounts } from '../network/tally';

const rows = [
  ['warm', 'Warm'],
  ['cooling', 'Cooling'],
  ['cold', 'Gone quiet'],
  ['unknown', 'No record yet'],
] as const;

export function WarmthMix({ warmth, states }: WarmthCounts): ReactNode {
  return (
    <>
      <WarmthBar warmth={warmth} />
      <table className="k-insp-counts">
        <tbody>
          {rows.map(([state, label]) => (
            <tr key={state}>
              <th scope="row">{label}</th>
              <td>{states[state].toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function WarmthBar({ warmth }: Pick<WarmthCounts, 'warmth'>): ReactNode {
  return (
    <div className="k-insp-warmth" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7, 0].map((step) =>
        warmth[step] === 0 ? null : (
          <span
            key={step}
            style={{
              flex: warmth[step],
              ...(step === 0
                ? { boxShadow: 'inset 0 0 0 1.5px var(--k-warmth-unknown)' }
                : { background: `var(--k-warmth-${step})` }),
            }}
          />
        ),
      )}
    </div>
  );
}
