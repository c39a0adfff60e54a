/** Where people are missing, with who could lead there and the goals of the user. */
import { type ReactNode, useState } from 'react';
import { sayLead } from '../../../shared/analysis/reasons';
import { attributeWords, sayShare } from '../../../shared/analysis/say-diversity';
import { Button } from '../../app/parts/button';
import { people as sayPeople } from '../../app/words';
import { light } from '../map/light';
import { useLit } from '../map/use-light';
import { PersonLink } from '../person-link';
import { useNaming } from '../use-naming';
import { GapBar, GapLegend } from './gap-bar';
import { type GapRow, type Lead, scaleOf } from './gap-rows';
import { useStepping } from './use-stepping';

interface GapListProps {
  readonly rows: readonly GapRow[];
  readonly label: (attribute: string, value: string) => string;
  /** Changes a goal, or sets one. */
  readonly onGoal: (row: GapRow) => void;
}

export function GapList({ rows, label, onGoal }: GapListProps): ReactNode {
  const scale = scaleOf(rows);
  const several = new Set(rows.map(({ attribute }) => attribute)).size > 1;
  const stepping = useStepping();
  return (
    <>
      <GapLegend />
      <ul className="k-lacks" aria-label="Where people are missing" {...stepping}>
        {rows.map((row) => (
          <GapItem
            key={row.key}
            row={row}
            name={label(row.attribute, row.value)}
            of={several ? attributeWords(row.attribute).one : undefined}
            scale={scale}
            onGoal={() => onGoal(row)}
          />
        ))}
      </ul>
    </>
  );
}

interface GapItemProps {
  readonly row: GapRow;
  readonly name: string;
  readonly of: string | undefined;
  readonly scale: number;
  readonly onGoal: () => void;
}

function GapItem({ row, name, of, scale, onGoal }: GapItemProps): ReactNode {
  const { people, known, goal, base, kind, lead } = row;
  const about = light.people(lead.map(({ contact }) => contact));
  const lit = useLit(about);
  const against = [
    goal === null ? '' : `your goal is ${sayShare(goal.share)}`,
    base === null ? '' : `${sayShare(base)} among everybody`,
  ];
  return (
    <li
      className="k-lack"
      tabIndex={-1}
      data-step
      data-gap={row.key}
      data-light={about}
      data-lit={lit || undefined}
      title={against.filter((part) => part !== '').join('; ')}
    >
      <span className={people === 0 ? 'k-lack-name k-lack-nobody' : 'k-lack-name'}>
        {name}
        {of === undefined ? null : <span className="k-lack-of k-small k-quietest">{of}</span>}
      </span>
      {kind === 'asked' ? (
        <span className="k-lack-bar k-small k-quietest">asked for by a plan</span>
      ) : (
        <GapBar row={row} scale={scale} />
      )}
      <span className="k-lack-count k-number k-quiet">
        {known === 0 ? 'not known yet' : `${people.toLocaleString('en')} of ${known.toLocaleString('en')}`}
      </span>
      <span className="k-lack-short k-number">{shortWords(row)}</span>
      <div className="k-lack-more k-small k-quiet">
        {kind === 'goal' && row.short > 0 && known > 0 ? <p>So few that chance alone could do it.</p> : null}
        <Leads lead={lead} />
        <button
          type="button"
          className="k-link-button k-lack-goal-button"
          aria-label={
            goal === null ? `Set a goal for ${name}` : `Goal ${sayShare(goal.share)} for ${name}. Change`
          }
          onClick={onGoal}
        >
          {goal === null ? 'Set a goal' : `Goal ${sayShare(goal.share)}`}
        </button>
      </div>
    </li>
  );
}

function shortWords({ kind, short, known }: GapRow): string {
  if (kind === 'asked' || known === 0) return '';
  return short === 0 ? 'reached' : `${short.toLocaleString('en')} short`;
}

const mostShown = 3;

function Leads({ lead }: { lead: readonly Lead[] }): ReactNode {
  const naming = useNaming();
  const [all, setAll] = useState(false);
  if (lead.length === 0) return <p className="k-quietest">Nobody is known who could lead there.</p>;
  const shown = all ? lead : lead.slice(0, mostShown);
  return (
    <p className="k-lack-leads">
      Could lead there:{' '}
      {shown.map(({ contact, reasons: [reason] }, i) => (
        <span key={contact}>
          {i === 0 ? '' : '; '}
          <PersonLink contact={contact} />
          {reason === undefined ? '' : `, ${sayLead(reason, naming.person)}`}
        </span>
      ))}
      {lead.length > shown.length ? (
        <>
          {' and '}
          <Button look="quiet" className="k-inline-button k-small" onClick={() => setAll(true)}>
            {sayPeople(lead.length - shown.length)} more
          </Button>
        </>
      ) : (
        '.'
      )}
    </p>
  );
}
