/** A text that may be confidential: then it is kept apart, and goes into no letter, search or export. */
import { Switch, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

interface SaidFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isSecret: boolean;
  readonly onChange: (value: string) => void;
  readonly onSecret: (isSecret: boolean) => void;
  readonly autoFocus?: boolean;
}

export function SaidField({
  label,
  value,
  isSecret,
  onChange,
  onSecret,
  autoFocus = false,
}: SaidFieldProps): ReactNode {
  return (
    <>
      <Textarea
        label={label}
        classNames={{ input: 'k-intro-text', label: 'k-mantine-label' }}
        rows={2}
        maxLength={200_000}
        value={value}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Switch
        label="Confidential"
        description={isSecret ? 'Kept apart: in no letter, search or export.' : undefined}
        checked={isSecret}
        onChange={(event) => onSecret(event.currentTarget.checked)}
      />
    </>
  );
}
