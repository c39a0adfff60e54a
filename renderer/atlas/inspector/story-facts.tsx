/** Forms for a dated fact: a job, a move, a course of study. */
import type { ReactNode } from 'react';
import type { Fact } from '../../../shared/model/entities';
import { useSession } from '../../network/hooks';
import { type Part, type Values, valuesOf } from './field-list';
import { RecordEditor } from './record-editor';
import { factWords } from './story-words';

const date = (key: string, label: string): Part => ({ key, label, kind: 'date' });
const partsOf: Readonly<Record<Fact['kind'], readonly Part[]>> = {
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

export function FactEditor({ fact, onClose }: { fact: Fact; onClose: () => void }): ReactNode {
  const session = useSession();
  const parts = partsOf[fact.kind];
  return (
    <RecordEditor
      label={factWords[fact.kind]}
      parts={parts}
      values={valuesOf(fact, parts)}
      onLeave={onClose}
      onKeep={(typed) => {
        onClose();
        void session.tell('fact.edit', { id: fact.id, ...cleared(parts), ...fieldsOf(typed) });
      }}
    />
  );
}

export function FactAdder({
  contact,
  kind,
  onClose,
}: {
  contact: string;
  kind: Fact['kind'];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  return (
    <RecordEditor
      label={factWords[kind]}
      parts={partsOf[kind]}
      values={{}}
      onLeave={onClose}
      onKeep={(typed) => {
        onClose();
        const fields = fieldsOf(typed);
        if (Object.keys(fields).length > 0) void session.tell('fact.add', { contact, kind, ...fields });
      }}
    />
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
