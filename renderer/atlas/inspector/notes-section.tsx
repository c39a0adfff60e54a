/** What I wrote down about a contact. A confidential note is shown only when asked for. */
import { Switch, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Note } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { exactDay } from '../../app/words';
import { useSession } from '../../network/hooks';
import { Secret } from './secret';
import { Section, TextButton } from './section';

export function NotesSection({ contact, notes }: { contact: string; notes: readonly Note[] }): ReactNode {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string>();
  const [confidential, setConfidential] = useState(false);
  const add = (text: string): void => {
    setAdding(false);
    void session.tell('note.add', { contact, ...(confidential ? { confidentialText: text } : { text }) });
  };
  return (
    <Section title="Notes" aside={notes.length > 0 ? notes.length : undefined}>
      {notes.map((note) => (
        <div key={note.id} className="k-insp-block">
          <div className="k-insp-block-head">
            <span className="k-small k-quietest">{exactDay(note.day, session.hello.locale)}</span>
            <span className="k-insp-block-tools">
              {note.text === undefined ? null : (
                <TextButton label="Edit this note" onClick={() => setEditing(note.id)}>
                  Edit
                </TextButton>
              )}
              <TextButton
                label="Remove this note"
                onClick={() => void session.tell('note.remove', { id: note.id }, { done: 'Note removed' })}
              >
                Remove
              </TextButton>
            </span>
          </div>
          {editing === note.id ? (
            <TextEditor
              label="Note"
              text={note.text ?? ''}
              onLeave={() => setEditing(undefined)}
              onKeep={(text) => {
                setEditing(undefined);
                void session.tell('note.edit', { id: note.id, text });
              }}
            />
          ) : (
            <p className="k-insp-text">{note.text}</p>
          )}
          {note.confidential === undefined ? null : <Secret id={note.confidential} />}
        </div>
      ))}
      {adding ? (
        <TextEditor label="Note" text="" onLeave={() => setAdding(false)} onKeep={add}>
          <Switch
            size="xs"
            label="Confidential"
            checked={confidential}
            onChange={(event) => setConfidential(event.currentTarget.checked)}
          />
        </TextEditor>
      ) : (
        <Button look="quiet" onClick={() => setAdding(true)}>
          Add a note
        </Button>
      )}
    </Section>
  );
}

interface TextEditorProps {
  readonly label: string;
  readonly text: string;
  readonly onKeep: (text: string) => void;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

/** A text of any length: Ctrl+Enter keeps it, Esc leaves it. */
export function TextEditor({ label, text, onKeep, onLeave, children }: TextEditorProps): ReactNode {
  const [typed, setTyped] = useState(text);
  const keep = (): void => {
    if (typed.trim() === '') onLeave();
    else onKeep(typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="k-insp-edit" onKeyDown={onKeyDown}>
      <Textarea
        aria-label={label}
        autosize
        minRows={3}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {children}
      <div className="k-insp-edit-tools">
        <Button look="filled" onClick={keep}>
          Keep
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </div>
  );
}
