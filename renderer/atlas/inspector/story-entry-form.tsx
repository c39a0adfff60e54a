/** The form in the place of an entry: to change it, to drop a promise with a word, to tell what came of advice. */
import { type ReactNode, useMemo, useState } from 'react';
import type { StoryEntry } from '../../../shared/story/entry';
import { callName } from '../../../shared/words';
import { useSession, useToday } from '../../network/hooks';
import { useReveal } from './secret';
import { TextButton } from './section';
import { drop, tellOutcome, write } from './story-acts';
import { FactEditor } from './story-facts';
import { editingShape, outcomeLabel } from './story-fields';
import { StoryForm } from './story-form';
import { secretOf } from './story-secret';
import type { Teller } from './story-words';

export type EntryDoing = 'edit' | 'drop' | 'outcome';

interface EntryFormProps {
  readonly entry: StoryEntry;
  readonly teller: Teller;
  readonly doing: EntryDoing;
  readonly onClose: () => void;
}

export function EntryForm({ entry, teller, doing, onClose }: EntryFormProps): ReactNode {
  const session = useSession();
  const today = useToday();
  if (entry.kind === 'fact') return <FactEditor fact={entry.fact} onClose={onClose} />;
  if (doing === 'edit' || entry.kind !== 'promise') {
    return <EditForm entry={entry} teller={teller} onClose={onClose} />;
  }
  const { promise } = entry;
  const isDrop = doing === 'drop';
  const isAdvice = promise.advice === true;
  const words = isDrop
    ? { form: isAdvice ? 'Not followed' : 'Drop the promise', field: 'A word on why, if you like' }
    : { form: outcomeLabel(isAdvice), field: outcomeLabel(isAdvice) };
  return (
    <StoryForm
      label={words.form}
      fields={[{ key: 'word', label: words.field, kind: 'line' }]}
      values={{}}
      keep={isDrop ? (isAdvice ? 'Not followed' : 'Drop it') : 'Keep'}
      onLeave={onClose}
      onKeep={({ word = '' }) => {
        onClose();
        if (isDrop) drop(session, promise, today, word);
        else tellOutcome(session, promise.id, word);
      }}
    />
  );
}

function EditForm({ entry, teller, onClose }: Omit<EntryFormProps, 'doing'>): ReactNode {
  const session = useSession();
  const today = useToday();
  const { contact, me } = teller;
  // As it was when the form was opened: what others change meanwhile does not move what one types.
  const [opened] = useState({
    entry,
    about: { contact: contact.id, name: callName(contact.name), me, today },
  });
  const secret = secretOf(opened.entry);
  const { text, reveal } = useReveal(secret?.id);
  const shape = useMemo(() => editingShape(opened.entry, opened.about, text), [opened, text]);
  if (shape === undefined) return null;
  return (
    <StoryForm
      label={shape.label}
      fields={shape.fields}
      values={shape.values}
      check={shape.check}
      onLeave={onClose}
      onKeep={(entered) => {
        onClose();
        void write(session, shape.command, shape.argsOf(entered));
      }}
    >
      {secret === undefined || text !== undefined ? null : (
        <p className="k-insp-edit-more">
          <TextButton onClick={reveal}>{secret.ask}, to change it</TextButton>
        </p>
      )}
    </StoryForm>
  );
}
