/** A whole number that may be empty while one types, with a sentence at the field where it does not do. */
import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface WholeNumberProps {
  readonly label: string;
  readonly description?: string;
  /** Undefined where the field is empty. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly error: string | undefined;
  readonly suffix?: string;
  readonly placeholder?: string;
}

export function WholeNumber({ onChange, value, ...rest }: WholeNumberProps): ReactNode {
  return (
    <NumberInput
      {...rest}
      value={value ?? ''}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
    />
  );
}

/** What is wrong with a number, as a sentence. */
export function outside(value: number | undefined, min: number, max: number, of: string): string | undefined {
  if (value !== undefined && value >= min && value <= max) return undefined;
  return `From ${min} to ${max.toLocaleString('en')} ${of}.`;
}
