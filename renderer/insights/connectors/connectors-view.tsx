/** Connectors: who links people that would otherwise hardly reach each other, with why in a sentence. */
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { asOneSentence, asRecorded, sayConnector } from '../../../shared/analysis/reasons';
import type { AnswerTo, PersonMeasures } from '../../../shared/analysis/questions';
import { Empty } from '../../app/parts/empty';
import { ActionButton } from '../../app/parts/button';
import { people as sayPeople } from '../../app/words';
import { useAnswer, useSelectedContact, useSession } from '../../network/hooks';
import type { Table } from '../../network/insights-view';
import { InsightGrid, type Line } from '../insight-grid';
import { ListTools } from '../list-tools';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { ConnectorRow } from './connector-row';
import { connecting as connectingOf } from './connecting';
import { useAsked } from './asked';
import { Evidence } from './evidence';
import { numberColumns } from './number-columns';

/** All of them: a network of any size has few who connect. */
const most = 1_000_000;

export function ConnectorsView(): ReactNode {
  const answer = useAnswer({ kind: 'connectors', most });
  return answer === undefined ? <ScreenLines /> : <Connectors answer={answer} />;
}

function Connectors({ answer }: { answer: AnswerTo<'connectors'> }): ReactNode {
  const session = useSession();
  const naming = useNaming();
  const selected = useSelectedContact();
  const { text, cluster, numbers, cutOnly } = useStore(session.insights);
  const [evidence, setEvidence] = useState<string>();
  const connecting = useMemo(() => connectingOf(answer.list), [answer]);
  const rows = useMemo(
    () =>
      connecting.filter(
        (one) =>
          (!cutOnly || one.cutPerson) &&
          fits({ text, cluster }, { name: naming.person(one.contact), cluster: one.cluster }),
      ),
    [connecting, cutOnly, text, cluster, naming],
  );
  const byId = useMemo(() => new Map(rows.map((row) => [row.contact, row])), [rows]);
  const table = useConnectorTable(rows);
  const asked = useAsked(rows);
  const shown = evidence === undefined ? undefined : byId.get(evidence);
  if (connecting.length === 0) {
    return (
      <Empty
        title="Nobody stands out"
        action={<ActionButton id="data.link" look="filled" withIcon={false} withKey={false} />}
      >
        As far as you have recorded, nobody has to go through anybody else: whoever has a tie reaches all the
        others of the same piece directly. More ties may tell more.
      </Empty>
    );
  }
  const lines = rows.map(({ contact }): Line => ({ kind: 'row', key: contact }));
  return (
    <>
      <div className="k-insights-lead">
        <h2 className="k-heading-name">Who connects people</h2>
        <p className="k-quiet">
          Those whom many others need to reach each other, who alone link a group, or without whom somebody
          would be cut off. {asRecorded}{' '}
          {answer.list.some(({ exact }) => !exact)
            ? 'Pairs are those of before the last change, or an estimate, until they are counted.'
            : ''}
        </p>
      </div>
      <ListTools
        label="Filter connectors"
        count={`${sayPeople(rows.length)} of ${answer.people.toLocaleString('en')}`}
        table={table}
      >
        <button
          type="button"
          className="k-segment"
          aria-pressed={cutOnly}
          onClick={() => session.insights.setState({ cutOnly: !cutOnly })}
        >
          Somebody would be cut off
        </button>
        <button
          type="button"
          className="k-segment"
          aria-pressed={numbers}
          onClick={() => session.insights.setState({ numbers: !numbers })}
        >
          Numbers
        </button>
      </ListTools>
      {rows.length === 0 ? (
        <Empty title="Nobody fits">Take a filter out, or look for another part of a name.</Empty>
      ) : (
        <InsightGrid
          label="Connectors"
          look={numbers ? 'k-grid-connectors k-grid-numbers' : 'k-grid-connectors'}
          lines={lines}
          selected={selected}
          onSelect={(contact) => session.select(contact)}
          header={<Header numbers={numbers} />}
        >
          {(contact, state) => {
            const measures = byId.get(contact);
            return measures === undefined ? null : (
              <ConnectorRow
                measures={measures}
                state={state}
                numbers={numbers}
                asked={asked.get(contact)}
                onEvidence={() => setEvidence(contact)}
              />
            );
          }}
        </InsightGrid>
      )}
      {shown === undefined ? null : <Evidence measures={shown} onClose={() => setEvidence(undefined)} />}
    </>
  );
}

function Header({ numbers }: { numbers: boolean }): ReactNode {
  const { dialogs } = useSession();
  return (
    <>
      <span role="columnheader">Person</span>
      <span role="columnheader">Why</span>
      {numbers
        ? numberColumns.map(({ name, explained }) => (
            <span role="columnheader" className="k-grid-number" key={name}>
              <button
                type="button"
                className="k-grid-column"
                title={explained}
                aria-description={explained}
                onClick={() => dialogs.open('how-counted')}
              >
                {name}
              </button>
            </span>
          ))
        : null}
      <span role="columnheader" className="k-grid-act">
        <span className="k-visually-hidden">What it rests on</span>
      </span>
    </>
  );
}

function useConnectorTable(rows: readonly PersonMeasures[]): Table {
  const naming = useNaming();
  return useMemo(
    () => ({
      name: 'connectors',
      headers: ['Name', 'Group', 'Why', ...numberColumns.map(({ name }) => name)],
      rows: () =>
        rows.map((row) => [
          naming.person(row.contact) ?? '',
          row.cluster === null ? '' : (naming.cluster(row.cluster) ?? ''),
          asOneSentence(sayConnector(row.reasons, naming.person(row.contact) ?? '', naming.cluster)),
          ...numberColumns.map(({ of }) => {
            const value = of(row);
            return value === null ? '' : String(Number(value.toFixed(4)));
          }),
        ]),
    }),
    [rows, naming],
  );
}
