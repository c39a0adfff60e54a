/** Dated facts: jobs, moves, studies. */
import { type ReactNode, useState } from 'react';
import type { Fact } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { type Part, shownRecord, type Values, valuesOf } from './field-list';
import { RecordEditor } from './record-editor';
import { Section } from './section';

const kinds = { job: 'Job', move: 'Move', study: 'Study', other: 'Other' } as const;
type Kind = keyof typeof kinds;

const date = (key: string, label: string): Part => ({ key, label, kind: 'date' });
const partsOf: Readonly<Record<Kind, readonly Part[]>> = {
  job: [
    { key: 'organisation', label: 'Organisation' },
    { key: 'title', label: 'As what' },
    date('from', 'From'),
    date('to', 'Until'),
  ],
  move: [{ key: 'place', label: 'Where to' }, date('from', 'When')],
  study: [
    { key: 'organisation', label: 'School' },
    { key: 'title', label: 'What' },
    date('from', 'From'),
    date('to', 'Until'),
  ],
  other: [{ key: 'text', label: 'What' }, date('from', 'From'), date('to', 'Until')],
};

export function FactsSection({ contact, facts }: { contact: string; facts: readonly Fact[] }): ReactNode {
  const session = useSession();
  const [editing, setEditing] = useState<string>();
  const [adding, setAdding] = useState<Kind>();
  const add = (kind: Kind, values: Values): void => {
    setAdding(undefined);
    const fields = fieldsOf(values);
    if (Object.keys(fields).length > 0) void session.tell('fact.add', { contact, kind, ...fields });
  };
  return (
    <Section title="What happened when">
      {facts.map((fact) => {
        const parts = partsOf[fact.kind];
        const values = valuesOf(fact, parts);
        return editing === fact.id ? (
          <RecordEditor
            key={fact.id}
            label={kinds[fact.kind]}
            parts={parts}
            values={values}
            onLeave={() => setEditing(undefined)}
            onKeep={(typed) => {
              setEditing(undefined);
              void session.tell('fact.edit', { id: fact.id, ...cleared(parts), ...fieldsOf(typed) });
            }}
            onRemove={() => {
              setEditing(undefined);
              void session.tell('fact.remove', { id: fact.id }, { done: 'Removed' });
            }}
          />
        ) : (
          <button key={fact.id} type="button" className="k-insp-value" onClick={() => setEditing(fact.id)}>
            {kinds[fact.kind]}: {shownRecord(values, parts)}
          </button>
        );
      })}
      {adding === undefined ? (
        <div className="k-insp-edit-tools">
          {(['job', 'move', 'study', 'other'] as const).map((kind) => (
            <Button key={kind} look="quiet" onClick={() => setAdding(kind)}>
              Add {kind === 'other' ? 'something else' : `a ${kinds[kind].toLowerCase()}`}
            </Button>
          ))}
        </div>
      ) : (
        <RecordEditor
          label={kinds[adding]}
          parts={partsOf[adding]}
          values={{}}
          onLeave={() => setAdding(undefined)}
          onKeep={(typed) => add(adding, typed)}
        />
      )}
    </Section>
  );
}

function fieldsOf(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** Every part taken out, so that what is emptied goes. */
function cleared(parts: readonly Part[]): Readonly<Record<string, null>> {
  return Object.fromEntries(parts.map(({ key }) => [key, null]));
}
