/** A dialog over the window: its name, its fields, one filled button and a way out. Esc closes it. */
import { Modal } from '@mantine/core';
import type { SyntheticEvent, ReactNode } from 'react';
import { Button } from './button';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What the filled button says; without it the dialog only shows something. */
  readonly submit?: string;
  readonly onSubmit?: () => void;
  readonly canSubmit?: boolean;
  /** Left of the buttons. */
  readonly aside?: ReactNode;
  readonly width?: string;
}

export function Dialog({
  title,
  onClose,
  children,
  submit,
  onSubmit,
  canSubmit = true,
  aside,
  width = '32rem',
}: DialogProps): ReactNode {
  const onForm = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (canSubmit) onSubmit?.();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={width} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className="k-dialog" onSubmit={onForm}>
        {children}
        {submit === undefined ? null : (
          <div className="k-dialog-foot">
            <span className="k-dialog-aside">{aside}</span>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="filled" type="submit" disabled={!canSubmit}>
              {submit}
            </Button>
          </div>
        )}
      </form>
    </Modal>
  );
}
