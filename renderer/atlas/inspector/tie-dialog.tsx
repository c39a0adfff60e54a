/** Saying that people know each other, how, how closely and since when; or changing what is said of two. */
import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isPartialDate } from '../../../shared/time';
import { Dialog } from '../../app/parts/dialog';
import { PersonPicker } from '../../app/parts/person-picker';
import { nameOf } from '../../app/words';
import type { Session } from '../../network/session';
import { useContact, useSession } from '../../network/hooks';
import { closenessWords } from './tie-words';

const kinds = [
  'colleague',
  'friend',
  'family',
  'partner',
  'neighbour',
  'schoolmate',
  'manager',
  'mentor',
  'client',
];

/** @param contacts whose ties; with exactly two, the tie between these, to be changed or added */
export function TieDialog({
  contacts,
  onClose,
}: {
  contacts: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const [from = '', given] = contacts;
  const { network } = session.replica;
  const standing =
    given === undefined ? undefined : network.get('ties', network.index.tieBetween(from, given) ?? '');
  const person = useContact(from);
  const [others, setOthers] = useState<readonly string[]>(given === undefined ? [] : contacts.slice(1));
  const [kind, setKind] = useState(standing?.kind ?? '');
  const [closeness, setCloseness] = useState<number | undefined>(standing?.closeness);
  const [since, setSince] = useState(standing?.since ?? '');
  const [note, setNote] = useState(standing?.note ?? '');
  const name = person === undefined ? '' : nameOf(person);
  const wrongDate = since.trim() !== '' && !isPartialDate(since.trim());

  const keep = (): void => {
    onClose();
    const fields = { kind: kind.trim(), since: since.trim(), note: note.trim() };
    if (standing !== undefined) {
      void session.tell('tie.edit', {
        id: standing.id,
        kind: fields.kind === '' ? null : fields.kind,
        since: fields.since === '' ? null : fields.since,
        note: fields.note === '' ? null : fields.note,
        closeness: closeness ?? null,
      });
      return;
    }
    for (const other of others) void addTie(session, from, other, { ...filledOf(fields), closeness });
  };

  return (
    <Dialog
      title={standing === undefined ? `Whom does ${name} know?` : 'The tie between the two'}
      onClose={onClose}
      submit="Keep it"
      canSubmit={others.length > 0 && !wrongDate}
      onSubmit={keep}
    >
      {standing === undefined ? (
        <PersonPicker
          label="Knows"
          value={others}
          onChange={setOthers}
          without={[from]}
          autoFocus={given === undefined}
          onNewName={(stub) => {
            void session
              .tell(
                'contact.add-stub',
                { name: stub, knows: from },
                { done: `${stub} added, known to ${name}` },
              )
              .then((answer) => answer !== undefined && onClose());
          }}
          newNameWords={(stub) => `Add “${stub}” as someone ${name} knows`}
        />
      ) : null}
      <div className="k-fields">
        <Autocomplete
          label="How"
          data={kinds}
          value={kind}
          onChange={setKind}
          placeholder="as you would say it"
        />
        <Select
          label="How close"
          clearable
          placeholder="not said"
          data={closenessWords.map((label, i) => ({ value: String(i + 1), label }))}
          value={closeness === undefined ? null : String(closeness)}
          onChange={(value) => setCloseness(value === null ? undefined : Number(value))}
        />
        <TextInput
          label="Since"
          placeholder="2014 or 2014-05"
          value={since}
          error={wrongDate ? 'Write 2014, 2014-05 or 2014-05-31' : undefined}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label="Note"
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}

function filledOf(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}

async function addTie(
  session: Session,
  a: string,
  b: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { network } = session.replica;
  const both = [a, b].map((id) => network.get('contacts', id));
  const [one, two] = both.map((contact) => (contact === undefined ? 'They' : nameOf(contact)));
  const done = `${one ?? ''} and ${two ?? ''} know each other`;
  const standing = network.get('ties', network.index.tieBetween(a, b) ?? '');
  if (standing === undefined) await session.tell('tie.add', { a, b, ...fields }, { done });
  else
    await session.tell(
      'tie.edit',
      { id: standing.id, state: 'known', confidence: null, ...fields },
      { done },
    );
}
