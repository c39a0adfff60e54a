/** One person, with what is wrong at the field. */
import type { ReactNode } from 'react';
import { PersonPicker } from '../../app/parts/person-picker';
import { Fault } from '../fault';

interface WhoFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly without: readonly string[];
  readonly fault?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (contact: string | undefined) => void;
}

export function WhoField({
  label,
  value,
  without,
  fault,
  autoFocus = false,
  onChange,
}: WhoFieldProps): ReactNode {
  return (
    <div>
      <PersonPicker
        label={label}
        single
        autoFocus={autoFocus}
        value={value === undefined ? [] : [value]}
        without={without}
        onChange={([chosen]) => onChange(chosen)}
      />
      <Fault>{fault}</Fault>
    </div>
  );
}
