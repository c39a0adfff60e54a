/** Fields for one thing of several parts: keep with Enter, leave with Esc. */
import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from '../../app/parts/button';
import { type Part, type Values, wrongWith } from './field-list';

interface RecordEditorProps {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly values: Values;
  readonly onKeep: (values: Values) => void;
  readonly onLeave: () => void;
  readonly onRemove?: () => void;
}

/** Long texts get room. */
const longParts = ['text'];

export function RecordEditor({
  label,
  parts,
  values,
  onKeep,
  onLeave,
  onRemove,
}: RecordEditorProps): ReactNode {
  const [typed, setTyped] = useState(values);
  const [wrong, setWrong] = useState<string>();
  const keep = (): void => {
    const trouble = wrongWith(typed, parts);
    if (trouble === undefined) onKeep(typed);
    else setWrong(trouble);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement && !event.ctrlKey))
      keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="k-insp-edit" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {parts.map(({ key, label: partLabel, kind }, i) => {
        const shared = {
          label: partLabel,
          value: typed[key] ?? '',
          size: 'xs',
          autoFocus: i === 0,
          onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
            setTyped({ ...typed, [key]: event.currentTarget.value }),
        } as const;
        if (longParts.includes(key)) return <Textarea key={key} autosize minRows={2} {...shared} />;
        return (
          <TextInput
            key={key}
            placeholder={kind === 'date' ? '2014-05-31, 2014-05 or 2014' : undefined}
            {...shared}
          />
        );
      })}
      {wrong === undefined ? null : (
        <p className="k-small" role="alert">
          {wrong}
        </p>
      )}
      <div className="k-insp-edit-tools">
        <Button look="filled" onClick={keep}>
          Keep
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
        {onRemove === undefined ? null : (
          <Button look="quiet" onClick={onRemove}>
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}
