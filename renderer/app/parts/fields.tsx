/** Fields that more than one form has: a name in its parts, a day. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Name } from '../../../shared/model/entities';

interface NameFieldProps {
  readonly label?: string;
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  readonly autoFocus?: boolean;
  readonly description?: string;
}

/**
 * A name as its bearer writes it, in any script and order. The parts serve sorting and address books; they are
 * dropped when the name is written anew, rather than left to say something else.
 */
export function NameField({
  label = 'Name',
  value,
  onChange,
  autoFocus = false,
  description,
}: NameFieldProps): ReactNode {
  return (
    <TextInput
      label={label}
      description={description}
      value={value.full}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange({ full: event.currentTarget.value })}
    />
  );
}

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly max?: string;
  readonly autoFocus?: boolean;
}

/** A day, by the calendar of the browser. */
export function DateField({ label, value, onChange, max, autoFocus }: DateFieldProps): ReactNode {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      max={max}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
