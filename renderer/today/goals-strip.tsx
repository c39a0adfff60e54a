/** The goals of a week at the foot of Today: twelve weeks as small bars, a sentence each, and the same as a table. */
import { type ReactNode, useId } from 'react';
import type { Goal, WeeksAnswer } from '../../shared/goals/answers';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, sayWeekday } from '../app/words';
import { useSession } from '../network/hooks';
import './goals.css';

export function GoalsStrip({ answer: { goals, weeks } }: { answer: WeeksAnswer }): ReactNode {
  const { navigation } = useSession();
  const id = useId();
  if (goals.length === 0) {
    return (
      <p className="k-today-goals k-small">
        <TextButton onClick={() => navigation.go('settings', 'goals')}>Set goals for a week</TextButton>
      </p>
    );
  }
  return (
    <section className="k-today-goals" aria-labelledby={id}>
      <div className="k-today-goals-head">
        <h2 className="k-heading" id={id}>
          The last twelve weeks
        </h2>
        <TextButton onClick={() => navigation.go('settings', 'goals')}>Change goals</TextButton>
      </div>
      <ul>
        {goals.map((goal) => (
          <li className="k-today-goal" key={goal.kind}>
            <Bars goal={goal} />
            <div>
              <p>{goal.name}</p>
              <p className="k-small k-quiet">{goal.text}</p>
            </div>
          </li>
        ))}
      </ul>
      <WeekTable goals={goals} weeks={weeks} />
    </section>
  );
}

const bar = { width: 9, gap: 4 };
const height = 30;

/** A bar a week, filled where the goal was reached, and the goal as a line. The sentence beside it says the same. */
function Bars({ goal: { wanted, weeks } }: { goal: Goal }): ReactNode {
  const most = Math.max(wanted * 1.15, ...weeks.map(({ value }) => value ?? 0));
  const width = weeks.length * (bar.width + bar.gap) - bar.gap;
  const line = Math.round(height - (height * wanted) / most) + 0.5;
  return (
    <svg viewBox={`0 0 ${width} ${height + 1}`} width={width} height={height + 1} aria-hidden="true">
      {weeks.map(({ value, reached }, at) => {
        const tall = value === null || value === 0 ? 1.5 : Math.max(3, (height * value) / most);
        return (
          <rect
            className="k-today-bar"
            data-reached={reached}
            data-empty={value === null || value === 0}
            key={at}
            x={at * (bar.width + bar.gap) + 0.5}
            y={height - tall + 0.5}
            width={bar.width - 1}
            height={tall}
          />
        );
      })}
      <line className="k-today-goal-line" x1={0} x2={width} y1={line} y2={line} />
    </svg>
  );
}

/** The twin of the bars for those who read rather than look, the newest week first. */
function WeekTable({ goals, weeks }: WeeksAnswer): ReactNode {
  const { locale } = useSession().hello;
  return (
    <details className="k-today-folded">
      <summary>As a table</summary>
      <div className="k-today-weeks">
        <table>
          <caption className="k-visually-hidden">The goals of a week, week by week</caption>
          <thead>
            <tr>
              <th scope="col">Week from</th>
              {goals.map(({ kind, name, wanted }) => (
                <th scope="col" key={kind}>
                  {name}, {kind === 'talks' ? `${wanted} %` : wanted} wanted
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks
              .map(({ from }, at) => (
                <tr key={from}>
                  <th scope="row" title={exactDay(from, locale)}>
                    {sayWeekday(from, locale)}
                  </th>
                  {goals.map(({ kind, weeks: counted }) => (
                    <td key={kind}>
                      {counted[at]?.text}
                      {counted[at]?.reached === true ? ', reached' : ''}
                    </td>
                  ))}
                </tr>
              ))
              .reverse()}
          </tbody>
        </table>
      </div>
    </details>
  );
}
