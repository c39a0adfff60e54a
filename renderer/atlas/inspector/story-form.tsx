/** Fields for one entry of the story: what is wrong stands at its field. Enter keeps it, Esc leaves it. */
import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { areAny, type Faults } from '../../../shared/story/entering';
import { Button } from '../../app/parts/button';
import { PersonPicker } from '../../app/parts/person-picker';
import type { Entered, StoryField } from './story-shape';

interface StoryFormProps {
  readonly label: string;
  readonly fields: readonly StoryField[];
  readonly values: Entered;
  readonly check?: (entered: Entered) => Faults;
  /** Other words than "Keep". */
  readonly keep?: string;
  /** Stands under the fields. */
  readonly children?: ReactNode;
  readonly onKeep: (entered: Entered) => void;
  readonly onLeave: () => void;
}

export function StoryForm({
  label,
  fields,
  values,
  check = () => ({}),
  keep: keepWord = 'Keep',
  children,
  onKeep,
  onLeave,
}: StoryFormProps): ReactNode {
  // Over what there was: that may grow while one types, by a text that is shown when it is asked for.
  const [changed, setChanged] = useState<Entered>({});
  const entered = { ...values, ...changed };
  const [isTried, setTried] = useState(false);
  const faults = isTried ? check(entered) : {};
  const keep = (): void => {
    if (areAny(check(entered))) setTried(true);
    else onKeep(entered);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, key, ctrlKey, metaKey } = event;
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const isOpen = target instanceof HTMLElement && target.ariaExpanded === 'true';
    if (isOpen && (key === 'Escape' || key === 'Enter')) return;
    const isOwn =
      target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.role === 'combobox');
    if (key === 'Escape') onLeave();
    else if (key === 'Enter' && (ctrlKey || metaKey)) keep();
    else if (key === 'Enter' && !isOwn && !(target instanceof HTMLTextAreaElement)) keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="k-insp-edit" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {fields.map((field, i) => (
        <Field
          key={field.key}
          field={field}
          value={entered[field.key] ?? ''}
          fault={faults[field.key]}
          isFirst={i === 0}
          onChange={(value) => setChanged({ ...changed, [field.key]: value })}
        />
      ))}
      {children}
      <div className="k-insp-edit-tools">
        <Button look="filled" onClick={keep}>
          {keepWord}
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly field: StoryField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
}

function Field({
  field: { label, kind, choices = {}, without = [] },
  value,
  fault,
  isFirst,
  onChange,
}: FieldProps): ReactNode {
  const shared = { label, size: 'xs', error: fault, autoFocus: isFirst } as const;
  switch (kind) {
    case 'text':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'line':
    case 'day':
      return (
        <TextInput
          {...shared}
          type={kind === 'day' ? 'date' : 'text'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          allowDeselect={false}
          data={Object.entries(choices).map(([choice, word]) => ({ value: choice, label: word }))}
          value={value}
          onChange={(next) => onChange(next ?? value)}
        />
      );
    case 'person':
      return (
        <Chosen
          label={label}
          value={value}
          without={without}
          fault={fault}
          isFirst={isFirst}
          onChange={onChange}
        />
      );
    case 'yes':
      return (
        <Switch
          size="xs"
          label={label}
          checked={value === 'yes'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
        />
      );
  }
}

interface ChosenProps extends Omit<FieldProps, 'field'> {
  readonly label: string;
  readonly without: readonly string[];
}

/** One person. */
function Chosen({ label, value, without, fault, isFirst, onChange }: ChosenProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirst) box.current?.querySelector('input')?.focus();
  }, [isFirst]);
  return (
    <div ref={box}>
      <PersonPicker
        label={label}
        single
        value={value === '' ? [] : [value]}
        without={without}
        onChange={([chosen = '']) => onChange(chosen)}
      />
      {fault === undefined ? null : (
        <p className="k-small k-insp-late" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
