/** How well chances fitted on the user's own log hold: what was said against what came, drawn and as a table. */
import type { ReactNode } from 'react';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { sayShare } from '../../../shared/analysis/say-diversity';
import { Dialog } from '../../app/parts/dialog';
import { many } from '../../app/words';

type Fitted = Extract<AnswerTo<'cooling'>['fit'], { kind: 'fitted' }>;

export function CalibrationDialog({ fit, onClose }: { fit: Fitted; onClose: () => void }): ReactNode {
  return (
    <Dialog title="How well that holds" onClose={onClose} width="40rem">
      <p>
        How often a silence ended, that is, you two spoke within 60 days, is fitted on one half of your log
        and tried on the other.{' '}
        {fit.auc === null
          ? ''
          : `Of two silences, one that ended in time and one that did not, it held the one that ended for likelier in ${Math.round(100 * fit.auc)} of 100 cases; by guessing it would be 50.`}{' '}
        In all, {sayShare(fit.baseRate)} ended.
      </p>
      <div className="k-calibration">
        <Plot calibration={fit.calibration} />
        <table className="k-table">
          <caption className="k-visually-hidden">What was said against what came</caption>
          <thead>
            <tr>
              <th scope="col">Said</th>
              <th scope="col">Came</th>
              <th scope="col">Likely between</th>
              <th scope="col">Checks</th>
            </tr>
          </thead>
          <tbody>
            {fit.calibration.map(({ predicted, observed, low, high, cases }) => (
              <tr key={predicted}>
                <td className="k-number">{sayShare(predicted)}</td>
                <td className="k-number">{sayShare(observed)}</td>
                <td className="k-number">
                  {sayShare(low)} to {sayShare(high)}
                </td>
                <td className="k-number">{cases.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="k-small k-quietest">
        On the line, what came is what was said. From {many(fit.cases, 'check', 'checks')}.
      </p>
    </Dialog>
  );
}

const side = 200;

function Plot({ calibration }: Pick<Fitted, 'calibration'>): ReactNode {
  const x = (share: number): number => 8 + share * (side - 16);
  const y = (share: number): number => side - x(share);
  return (
    <svg viewBox={`0 0 ${side} ${side}`} className="k-calibration-plot" aria-hidden="true">
      <rect x={x(0)} y={y(1)} width={x(1) - x(0)} height={y(0) - y(1)} fill="none" stroke="var(--k-line-2)" />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--k-control)" strokeDasharray="3 3" />
      {calibration.map(({ predicted, observed, low, high }) => (
        <g key={predicted} stroke="var(--k-text-2)">
          <line x1={x(predicted)} x2={x(predicted)} y1={y(low)} y2={y(high)} strokeWidth="1.5" />
          <circle cx={x(predicted)} cy={y(observed)} r="3.5" fill="var(--k-text)" stroke="none" />
        </g>
      ))}
    </svg>
  );
}
