/** Some settings that are changed together and kept by a button: once one of them is another, and none is wrong. */
import type { ReactNode } from 'react';
import { Button } from '../app/parts/button';

interface SettingsFormProps {
  /** What the button says: "Keep goals". */
  readonly keep: string;
  readonly changed: boolean;
  readonly valid: boolean;
  readonly onKeep: () => void;
  /** Buttons beside that one. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

export function SettingsForm({ keep, changed, valid, onKeep, more, children }: SettingsFormProps): ReactNode {
  return (
    <form
      className="k-settings-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && valid) onKeep();
      }}
    >
      {children}
      <div className="k-settings-buttons">
        <Button look="filled" type="submit" disabled={!changed || !valid}>
          {keep}
        </Button>
        {more}
      </div>
    </form>
  );
}
