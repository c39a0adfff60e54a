import type { ReactNode } from 'react';
import { asOneSentence, sayConnector } from '../../../shared/analysis/reasons';
import type { PersonMeasures } from '../../../shared/analysis/questions';
import { callName } from '../../../shared/words';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { nameOf } from '../../app/words';
import { useContact } from '../../network/hooks';
import type { RowState } from '../insight-grid';
import { useNaming } from '../use-naming';
import { numberColumns } from './number-columns';

interface ConnectorRowProps {
  readonly measures: PersonMeasures;
  readonly state: RowState;
  readonly numbers: boolean;
  /** How often they were asked of late, where they were. */
  readonly asked: string | undefined;
  readonly onEvidence: () => void;
}

/** One who connects, and why. */
export function ConnectorRow({ measures, state, numbers, asked, onEvidence }: ConnectorRowProps): ReactNode {
  const naming = useNaming();
  const person = useContact(measures.contact);
  if (person === undefined) return null;
  const name = nameOf(person);
  return (
    <>
      <div role="gridcell" className="k-grid-name">
        <ContactMark contact={measures.contact} box={30} />
        <span className={measures.ring ? 'k-grid-words k-grid-strong' : 'k-grid-words'}>{name}</span>
      </div>
      <div role="gridcell" className="k-quiet k-small k-grid-why">
        {asOneSentence(sayConnector(measures.reasons, callName(person.name), naming.cluster))}
        {asked === undefined ? null : <span className="k-quietest"> {asked}</span>}
      </div>
      {numbers
        ? numberColumns.map((column) => {
            const value = column.of(measures);
            return (
              <div role="gridcell" className="k-grid-number k-number" key={column.name}>
                {value === null ? (
                  <span className="k-quietest" title="Cannot be said">
                    –
                  </span>
                ) : (
                  value.toLocaleString('en', {
                    maximumFractionDigits: column.digits,
                    minimumFractionDigits: column.digits === 2 ? 2 : 0,
                  })
                )}
              </div>
            );
          })
        : null}
      <div role="gridcell" className="k-grid-act">
        <Button
          look="quiet"
          className="k-small"
          tabIndex={state.tabIndex}
          aria-label={`Evidence on ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onEvidence();
          }}
        >
          Evidence
        </Button>
      </div>
    </>
  );
}
