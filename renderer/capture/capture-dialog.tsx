/**
 * Quick capture: one line of what happened, what was understood of it below, and Enter logs it as one edit. Esc leaves
 * it, and what was typed is there again when it is opened the next time.
 */
import { Modal } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../app/parts/button';
import { KeyCap } from '../app/parts/key-cap';
import { useSession } from '../network/hooks';
import { CaptureField } from './capture-field';
import './capture.css';
import { fieldsOf, type FormStart } from './fields-of';
import { Questions } from './questions';
import { type Editing, UnderstoodList } from './understood-list';
import { useCautions } from './use-cautions';
import { useCompletion } from './use-completion';
import { type Line, useLine } from './use-line';

interface CaptureDialogProps {
  /** Whom it is about, to begin with. */
  readonly contacts: readonly string[];
  readonly onClose: () => void;
  /** To the form of fields, with what was understood so far. */
  readonly onFields: (start: FormStart) => void;
}

export function CaptureDialog({ contacts, onClose, onFields }: CaptureDialogProps): ReactNode {
  const { toasts, dialogs } = useSession();
  const line = useLine(contacts);
  const completion = useCompletion(line.text, line.context);
  const field = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState<Editing>();
  const problemsId = useId();
  // After every drawing, so that each letter is added to those before it.
  useLayoutEffect(() => dialogs.onTyped((text) => line.setText(line.text + text)));
  const backToLine = (): void => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  };
  const log = (stays: boolean): void => {
    line
      .log()
      .then((isLogged) => {
        if (isLogged && !stays) onClose();
        else backToLine();
      })
      .catch(() => toasts.say('It could not be logged.', { level: 'danger' }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Note what happened"
      size="44rem"
      yOffset="8dvh"
      closeOnEscape={editing === undefined}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="k-capture">
        <CaptureField
          line={line}
          completion={completion}
          field={field}
          describedBy={problemsId}
          isAbout={contacts.length > 0}
          onLog={log}
        />
        <Problems line={line} id={problemsId} />
        {line.ready ? (
          <>
            <Questions line={line} typed={completion.typed} onDone={backToLine} />
            <UnderstoodList line={line} editing={editing} onEdit={setEditing} onDone={backToLine} />
          </>
        ) : (
          <p className="k-capture-hint">The names of your people are being read.</p>
        )}
        {line.text.trim() === '' ? <Hint /> : null}
        <div className="k-dialog-foot">
          <span className="k-dialog-aside">
            <Button look="quiet" onClick={() => onFields(fieldsOf(line))}>
              More fields
            </Button>
          </span>
          <Button onClick={() => log(true)}>
            Log, then the next
            <KeyCap of="shift+Enter" />
          </Button>
          <Button look="filled" onClick={() => log(false)}>
            Log
            <KeyCap of="Enter" />
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** What keeps it from being logged, and what is worth a word without doing so. */
function Problems({ line: { problems, tried, args }, id }: { line: Line; id: string }): ReactNode {
  const cautions = useCautions(args);
  return (
    <div id={id} className="k-capture-problems" role="status">
      {problems
        .filter(({ waits }) => tried || !waits)
        .map(({ sentence }) => (
          <p key={sentence}>{sentence}</p>
        ))}
      {cautions.map((sentence) => (
        <p key={sentence} className="k-capture-caution">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function Hint(): ReactNode {
  return (
    <p className="k-capture-hint">
      Name people with @, say the rest in your own words: how, when, what you owe each other,{' '}
      <code>+intro @ben to @dana</code>, <code>#tags</code>, <code>!confidential</code>. What is not
      understood stays as the summary.
    </p>
  );
}
