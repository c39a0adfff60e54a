/** Gaps: where few people are known, against goals and what is usual, and attribute by attribute. */
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AnswerTo, Scope } from '../../../shared/analysis/questions';
import type { Naming } from '../../../shared/analysis/reasons';
import { attributeWords } from '../../../shared/analysis/say-diversity';
import { ActionButton } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { many, people as sayPeople } from '../../app/words';
import { useAnswer, useDialog, useSession, useSettings } from '../../network/hooks';
import { ListTools } from '../list-tools';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { AttributeSection, isKnown, UnknownAttributes } from './attribute-section';
import { GapList } from './gap-list';
import { type GapRow, gapRows } from './gap-rows';
import { useGapTable } from './gap-table';
import { GoalDialog } from './goal-dialog';
import type { GoalFields } from './goal-faults';
import { Neglected } from './neglected';
import { ScopePicker } from './scope-picker';

type Begin = GoalFields & { readonly id?: string };
type Label = (attribute: string, value: string) => string;

export function GapsView(): ReactNode {
  const session = useSession();
  const { scope, text } = useStore(session.insights);
  const diversity = useAnswer({ kind: 'diversity', scope });
  const label = useLabel();
  const whose = useWhose(scope);
  const [begin, setBegin] = useState<Begin>();
  const asked = useDialog('goal');
  const naming = useNaming();
  const all = useMemo(() => (diversity === undefined ? [] : gapRows(diversity)), [diversity]);
  const rows = useMemo(
    () => all.filter((row) => namesIn(row, label, naming).some((name) => fits({ text }, { name }))),
    [all, text, label, naming],
  );
  const table = useGapTable(rows, label);
  const close = (): void => {
    setBegin(undefined);
    session.dialogs.close();
  };
  const open =
    begin ?? (asked === undefined ? undefined : { attribute: 'industry', value: '', percent: undefined });
  return (
    <div className="k-insights-scroll k-lacks-view">
      <ListTools
        label="Filter gaps"
        byCluster={false}
        count={diversity === undefined ? '' : countWords(rows.length, all.length, diversity.people)}
        table={table}
      >
        <ScopePicker scope={scope} />
        <ActionButton id="insights.goal" withIcon={false} withKey={false}>
          Set a goal
        </ActionButton>
      </ListTools>
      {diversity === undefined ? (
        <ScreenLines />
      ) : (
        <div className="k-lacks-columns">
          <div>
            <Missing
              rows={rows}
              narrowed={rows.length < all.length}
              label={label}
              scope={scope}
              diversity={diversity}
              onGoal={setBegin}
            />
            {scope.kind === 'everyone' ? <Neglected text={text} /> : null}
          </div>
          <div>
            <h2 className="k-heading-name">How varied {whose} is</h2>
            {diversity.attributes.filter(isKnown).map((report) => (
              <AttributeSection
                key={report.attribute}
                report={report}
                text={text}
                whose={whose}
                label={label}
                onGoal={(value) => {
                  const goal = report.values.find((one) => one.value === value)?.target ?? null;
                  setBegin(beginOf(report.attribute, value, goal));
                }}
              />
            ))}
            {text.trim() === '' ? <UnknownAttributes reports={diversity.attributes} /> : null}
          </div>
        </div>
      )}
      {open === undefined || diversity === undefined ? null : (
        <GoalDialog diversity={diversity} begin={open} label={label} onClose={close} />
      )}
    </div>
  );
}

interface MissingProps {
  readonly rows: readonly GapRow[];
  /** Some are left out by the filter. */
  readonly narrowed: boolean;
  readonly label: Label;
  readonly scope: Scope;
  readonly diversity: AnswerTo<'diversity'>;
  readonly onGoal: (begin: Begin) => void;
}

function Missing({ rows, narrowed, label, scope, diversity, onGoal }: MissingProps): ReactNode {
  const nothingKnown = diversity.attributes.every(
    ({ attribute, known }) => attribute === 'cluster' || known === 0,
  );
  if (nothingKnown) {
    return (
      <Empty
        title="Nothing is known yet of who they are"
        action={<ActionButton id="go.people" withKey={false} />}
      >
        Industry, place, organisation, a year of birth or tags: what is unknown is left out, not guessed. Fill
        some of it in, or import files that hold it.
      </Empty>
    );
  }
  return (
    <section aria-label="Where you know few people">
      <h2 className="k-heading-name">Where you know few people</h2>
      {rows.length === 0 ? (
        <p className="k-quiet">
          {narrowed
            ? 'None of these fits. Look for another part of a name.'
            : scope.kind === 'everyone'
              ? 'There is nothing yet to hold everyone against. Set a goal for a share of people, or look at a circle or a group: those are held against everyone.'
              : 'Nothing is missing here that chance would not explain, held against everybody and your goals.'}
        </p>
      ) : (
        <>
          <GapList
            rows={rows}
            label={label}
            onGoal={({ attribute, value, goal }) => onGoal(beginOf(attribute, value, goal))}
          />
          <p className="k-small k-quietest">
            A gap is shown only where at least two are missing and chance alone would rarely explain it.
          </p>
        </>
      )}
    </section>
  );
}

function beginOf(attribute: string, value: string, goal: GapRow['goal']): Begin {
  return goal === null
    ? { attribute, value, percent: undefined }
    : { attribute, value, percent: Number((100 * goal.share).toFixed(1)), id: goal.id };
}

/** Circles and groups go by id: what they are called. */
function useLabel(): Label {
  const { circles } = useSettings();
  const naming = useNaming();
  return useMemo(
    () => (attribute, value) => {
      if (attribute === 'circle') return circles.find(({ id }) => id === value)?.name ?? value;
      if (attribute === 'cluster') return naming.cluster(value) ?? 'a group that is gone';
      return value;
    },
    [circles, naming],
  );
}

function useWhose(scope: Scope): string {
  const { circles } = useSettings();
  const naming = useNaming();
  switch (scope.kind) {
    case 'circle':
      return `the circle ${circles.find(({ id }) => id === scope.circle)?.name ?? scope.circle}`;
    case 'cluster':
      return `the group ${naming.cluster(scope.cluster) ?? ''}`;
    default:
      return 'your network';
  }
}

/** By what a line is found: what is missing, of what kind it is, who could lead there. */
function namesIn({ attribute, value, lead }: GapRow, label: Label, naming: Naming): string[] {
  const people = lead.flatMap(({ contact }) => naming.person(contact) ?? []);
  return [label(attribute, value), attributeWords(attribute).name, ...people];
}

function countWords(shown: number, all: number, people: number): string {
  const narrowed = shown < all ? `${shown.toLocaleString('en')} of ${many(all, 'line', 'lines')}, ` : '';
  return `${narrowed}of ${sayPeople(people)}`;
}
