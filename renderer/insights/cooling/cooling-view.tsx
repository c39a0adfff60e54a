/** Cooling: in the order in which ties go quiet if nothing happens, or by group; and what the user's own log says of it. */
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { asOneSentence, sayCooling } from '../../../shared/analysis/reasons';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { Button } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { people as sayPeople } from '../../app/words';
import { useAnswer, useSelectedContact, useSession, useToday } from '../../network/hooks';
import type { Table } from '../../network/insights-view';
import { InsightGrid, type Line } from '../insight-grid';
import { ListTools } from '../list-tools';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { CalibrationDialog } from './calibration';
import { byCluster, byWhen, type CoolingEntry, soonCount } from './cooling-lines';
import { CoolingRow } from './cooling-row';

const whenNames: Readonly<Record<string, string>> = {
  quiet: 'Quiet already',
  week: 'Quiet within a week',
  month: 'Quiet within a month',
  season: 'Quiet within three months',
  later: 'Later',
};

export function CoolingView(): ReactNode {
  const answer = useAnswer({ kind: 'cooling' });
  return answer === undefined ? <ScreenLines /> : <Cooling answer={answer} />;
}

function Cooling({ answer }: { answer: AnswerTo<'cooling'> }): ReactNode {
  const session = useSession();
  const naming = useNaming();
  const selected = useSelectedContact();
  const { text, cluster, coolingBy } = useStore(session.insights);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['quiet', 'later']));
  const entries = useMemo(
    () =>
      answer.list.filter((entry) =>
        fits({ text, cluster }, { name: naming.person(entry.contact), cluster: entry.cluster }),
      ),
    [answer, text, cluster, naming],
  );
  const groups = useMemo(
    () => (coolingBy === 'when' ? byWhen(entries) : byCluster(entries)),
    [entries, coolingBy],
  );
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.contact, entry])), [entries]);
  const table = useCoolingTable(entries);
  const narrowed = text.trim() !== '' || cluster !== undefined;
  const fold = (key: string): void =>
    setFolded((standing) => {
      const next = new Set(standing);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const lines = groups.flatMap(({ key, entries: own }): Line[] => {
    // Who is looked for is not hidden.
    const shut = folded.has(key) && !narrowed && groups.length > 1;
    const name = coolingBy === 'when' ? whenNames[key] : key === '' ? 'In no group' : naming.cluster(key);
    const head = (
      <button type="button" className="k-grid-fold" aria-expanded={!shut} onClick={() => fold(key)}>
        {name ?? 'A group'} <span className="k-quietest k-number">{own.length.toLocaleString('en')}</span>
      </button>
    );
    return [
      { kind: 'head', key: `head-${key}`, content: head },
      ...(shut ? [] : own.map(({ contact }): Line => ({ kind: 'row', key: contact }))),
    ];
  });
  const soon = soonCount({ entries });
  return (
    <>
      <div className="k-insights-lead">
        <h2 className="k-heading-name">{soonWords(soon)}</h2>
        <p className="k-quiet">
          In the order they will go quiet if nothing happens. A tie that is your only one into a group comes
          first.
        </p>
      </div>
      <ListTools
        label="Filter ties"
        count={
          narrowed
            ? `${sayPeople(entries.length)} of ${answer.list.length.toLocaleString('en')} with a record`
            : `${sayPeople(entries.length)} with a record`
        }
        table={table}
      >
        <ByPicker />
      </ListTools>
      {entries.length === 0 ? (
        <Empty title="Nobody fits">Take a filter out, or look for another part of a name.</Empty>
      ) : (
        <InsightGrid
          label="Ties in the order they cool"
          look="k-grid-cooling"
          lines={lines}
          selected={selected}
          onSelect={(contact) => session.select(contact)}
          header={<Header chance={answer.fit.kind === 'fitted'} />}
        >
          {(contact, state) => {
            const entry = byId.get(contact);
            return entry === undefined ? null : <CoolingRow entry={entry} state={state} />;
          }}
        </InsightGrid>
      )}
      <Foot fit={answer.fit} />
    </>
  );
}

function soonWords(count: number): string {
  if (count === 0) return 'No tie is about to cool';
  return count === 1 ? 'One tie about to cool' : `${count.toLocaleString('en')} ties about to cool`;
}

function ByPicker(): ReactNode {
  const session = useSession();
  const { coolingBy } = useStore(session.insights);
  return (
    <div className="k-segments" role="group" aria-label="Order">
      {(
        [
          ['when', 'By when'],
          ['cluster', 'By group'],
        ] as const
      ).map(([by, name]) => (
        <button
          key={by}
          type="button"
          className="k-segment"
          aria-pressed={coolingBy === by}
          onClick={() => session.insights.setState({ coolingBy: by })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function Header({ chance }: { chance: boolean }): ReactNode {
  return (
    <>
      <span role="columnheader">Person</span>
      <span role="columnheader" className="k-cooling-strip">
        Last two years
      </span>
      <span role="columnheader">Rhythm</span>
      <span role="columnheader" className="k-cooling-quiet">
        Quiet by
      </span>
      <span role="columnheader" className="k-cooling-act">
        {chance ? (
          <span title="How often, by your own log, a silence like this one ended within 60 days">
            Such silences ended within 60 days
          </span>
        ) : (
          <span className="k-visually-hidden">Next</span>
        )}
      </span>
    </>
  );
}

function Foot({ fit }: { fit: AnswerTo<'cooling'>['fit'] }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <p className="k-insights-foot k-small k-quietest">
      Ticks are days in contact: tall in person, middle a call, short a message.{' '}
      {fit.kind === 'tooFew' ? (
        `How often such silences end is said once your own log can support it (${fit.have.toLocaleString('en')} of ${fit.need.toLocaleString('en')} checks so far).`
      ) : (
        <>
          How often such silences ended is fitted on {fit.cases.toLocaleString('en')} checks of your own log.{' '}
          <Button look="quiet" className="k-inline-button k-small" onClick={() => setOpen(true)}>
            How well that holds
          </Button>
        </>
      )}
      {open && fit.kind === 'fitted' ? <CalibrationDialog fit={fit} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function useCoolingTable(entries: readonly CoolingEntry[]): Table {
  const { analysis, hello } = useSession();
  const naming = useNaming();
  const today = useToday();
  return useMemo(
    () => ({
      name: 'cooling',
      headers: ['Name', 'Group', 'Rhythm', 'Last contact', 'Quiet by', 'Ended within 60 days', 'Why'],
      rows: () =>
        entries.map(({ contact, cluster, reasons, chance }) => {
          const warmth = analysis.warmth(contact);
          return [
            naming.person(contact) ?? '',
            cluster === null ? '' : (naming.cluster(cluster) ?? ''),
            warmth?.word ?? '',
            warmth?.last ?? '',
            warmth?.quietBy ?? '',
            chance === null ? '' : chance.toFixed(2),
            asOneSentence(sayCooling(reasons, { today, locale: hello.locale }, naming.cluster)),
          ];
        }),
    }),
    [entries, analysis, naming, today, hello],
  );
}
