/** A template of one's own: its name, what it is for, its words with placeholders. What is no placeholder is said. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type LetterUse, letterUses } from '../../../shared/introductions/occasions';
import { placeholders, sayUnknown, unknownIn } from '../../../shared/introductions/placeholders';
import type { Template } from '../../../shared/model/entities';
import { Dialog } from '../../app/parts/dialog';
import { Fault } from '../fault';
import type { TemplateBeginning } from '../introducing';
import { useStep } from '../use-step';
import { letterUseNames } from '../words';

interface TemplateDialogProps {
  /** The one that is changed; a new one without it. */
  readonly standing: Template | undefined;
  readonly beginning: TemplateBeginning | undefined;
  readonly onClose: () => void;
}

export function TemplateDialog({ standing, beginning, onClose }: TemplateDialogProps): ReactNode {
  const { fault, take } = useStep();
  const [name, setName] = useState(standing?.name ?? '');
  const [use, setUse] = useState<LetterUse>(letterUseOf(standing?.use) ?? beginning?.use ?? 'ask');
  const [subject, setSubject] = useState(standing?.subject ?? beginning?.subject ?? '');
  const [body, setBody] = useState(standing?.body ?? beginning?.body ?? '');
  const [isTried, setTried] = useState(false);
  const unknown = sayUnknown([...new Set([...unknownIn(subject), ...unknownIn(body)])]);
  const nameFault = isTried && name.trim() === '' ? 'Give it a name by which you find it again.' : undefined;
  const bodyFault = isTried && body.trim() === '' ? 'Write what it says.' : undefined;
  const keep = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || body.trim() === '') return;
    const line = subject.trim();
    const fields = { name: name.trim(), use, body: body.trim() };
    const isDone =
      standing === undefined
        ? await take(
            'template.add',
            { ...fields, ...(line === '' ? {} : { subject: line }) },
            `Template kept: ${fields.name}`,
          )
        : await take(
            'template.edit',
            { id: standing.id, ...fields, subject: line === '' ? null : line },
            `Template changed: ${fields.name}`,
          );
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={standing === undefined ? 'New template' : `Change ${standing.name}`}
      onClose={onClose}
      submit="Keep the template"
      onSubmit={() => void keep()}
      width="40rem"
    >
      <div className="k-fields">
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          value={name}
          error={nameFault}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          classNames={{ label: 'k-mantine-label' }}
          label="What for"
          value={use}
          data={letterUses.map((value) => ({ value, label: letterUseNames[value] }))}
          onChange={(event) => setUse(letterUseOf(event.currentTarget.value) ?? use)}
        />
      </div>
      <TextInput
        label="Subject, if other than the usual"
        maxLength={1_000}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label="Text"
        classNames={{ input: 'k-intro-text', label: 'k-mantine-label' }}
        rows={5}
        maxLength={200_000}
        value={body}
        error={bodyFault}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {unknown === undefined ? null : (
        <p className="k-small k-intro-urgent" role="status">
          {unknown}
        </p>
      )}
      <details className="k-intro-placeholders">
        <summary>Placeholders</summary>
        <dl>
          {Object.entries(placeholders).map(([placeholder, meaning]) => (
            <div key={placeholder}>
              <dt>{`{${placeholder}}`}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Fault>{fault}</Fault>
    </Dialog>
  );
}

function letterUseOf(value: string | undefined): LetterUse | undefined {
  return letterUses.find((one) => one === value);
}
