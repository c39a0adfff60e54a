/** Changing what an introduction says: why, who introduces, what was written, what came of it, what is confidential. */
import { Switch, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { hasHappened, isBefore, orderOf } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import { useReveal } from '../../atlas/inspector/secret';
import { TextButton } from '../../atlas/inspector/section';
import { Dialog } from '../../app/parts/dialog';
import { useSession, useSettings } from '../../network/hooks';
import { Fault } from '../fault';
import { bothOf } from '../moving';
import { useStep } from '../use-step';
import { WhoField } from './who-field';

interface EditDialogProps {
  readonly introduction: Introduction;
  readonly onClose: () => void;
}

export function EditDialog({ introduction, onClose }: EditDialogProps): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const { fault, take } = useStep();
  const { id, a, b, stage, confidential } = introduction;
  const secret = useReveal(confidential);
  const [why, setWhy] = useState(introduction.why ?? '');
  const [by, setBy] = useState(introduction.by);
  const [text, setText] = useState(introduction.text ?? '');
  const [outcome, setOutcome] = useState(introduction.outcome ?? '');
  const [isSecret, setSecret] = useState(false);
  const [hidden, setHidden] = useState<string>();
  const isMine = a === me || b === me;
  const isOpen = isBefore(stage);
  const lacksBy = isOpen && isMine && by === undefined;
  const keep = async (): Promise<void> => {
    if (lacksBy) return;
    const moved = isSecret && why.trim() !== '';
    const kept = hidden ?? secret.text;
    const args = {
      id,
      why: moved ? null : orNull(why),
      ...(isOpen ? { by: by ?? null } : {}),
      ...(hasHappened(stage) ? { text: orNull(text) } : {}),
      ...(orderOf(stage) >= orderOf('met') ? { outcome: orNull(outcome) } : {}),
      ...(confidential === undefined
        ? moved
          ? { confidentialText: why.trim() }
          : {}
        : kept === undefined
          ? {}
          : { confidentialText: orNull(kept) }),
    };
    if (await take('introduction.edit', args, `Changed: ${bothOf(session, introduction)}`)) onClose();
  };
  return (
    <Dialog
      title={`Edit: ${bothOf(session, introduction)}`}
      onClose={onClose}
      submit="Keep"
      onSubmit={() => void keep()}
    >
      <Field label="Why these two" value={why} onChange={setWhy} autoFocus />
      {confidential === undefined ? (
        <Switch
          label="Confidential"
          description="Kept apart: in no letter, search or export."
          checked={isSecret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
      ) : secret.text === undefined ? (
        <TextButton onClick={secret.reveal}>Show what is confidential, to change it</TextButton>
      ) : (
        <Field label="Confidential" value={hidden ?? secret.text} onChange={setHidden} />
      )}
      {isOpen ? (
        <WhoField
          label={isMine ? 'Who introduces you' : 'Who introduces, if not you'}
          value={by}
          without={[a, b, ...(me === undefined ? [] : [me])]}
          fault={lacksBy ? 'Nobody introduces themselves. Choose who is to introduce you.' : undefined}
          onChange={setBy}
        />
      ) : null}
      {hasHappened(stage) ? <Field label="What was written" value={text} onChange={setText} /> : null}
      {orderOf(stage) >= orderOf('met') ? (
        <Field label="What came of it" value={outcome} onChange={setOutcome} />
      ) : null}
      <Fault>{fault}</Fault>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

function Field({ label, value, onChange, autoFocus = false }: FieldProps): ReactNode {
  return (
    <Textarea
      label={label}
      classNames={{ input: 'k-intro-text', label: 'k-mantine-label' }}
      rows={2}
      maxLength={200_000}
      value={value}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function orNull(text: string): string | null {
  const words = text.trim();
  return words === '' ? null : words;
}
