/** Buttons: one filled per region, the rest outlined, quiet ones without an edge; icons stand beside a word. */
import type { Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useSession } from '../../network/hooks';
import { useActions, useCanPerform, useKeyRules } from '../action-context';
import { perform } from '../actions';
import { ariaKey, shownKey } from '../keys';
import { KeyCap } from './key-cap';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'filled' | 'outlined' | 'quiet';
  readonly icon?: Icon;
  /** A key that does the same. */
  readonly keyShown?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'outlined',
  icon: IconDrawn,
  keyShown,
  className = '',
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button type="button" className={`k-button k-button-${look} ${className}`} {...rest}>
      {IconDrawn === undefined ? null : <IconDrawn size={17} stroke={1.5} aria-hidden="true" />}
      {children}
      {keyShown === undefined ? null : <KeyCap of={keyShown} />}
    </button>
  );
}

/** A button that shows an icon alone; its label is for those who hear it and on hover. */
export function IconButton({
  icon: IconDrawn,
  label,
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { icon: Icon; label: string }): ReactNode {
  return (
    <button type="button" className={`k-icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <IconDrawn size={17} stroke={1.5} aria-hidden="true" />
    </button>
  );
}

interface ActionButtonProps {
  readonly id: string;
  readonly look?: ButtonProps['look'];
  /** Other words than the action's own where the place says the rest. */
  readonly children?: ReactNode;
  readonly withIcon?: boolean;
  readonly withKey?: boolean;
}

/** The button of a registered action. */
export function ActionButton({
  id,
  look,
  children,
  withIcon = true,
  withKey = true,
}: ActionButtonProps): ReactNode {
  const session = useSession();
  const action = useActions().get(id);
  const can = useCanPerform(action);
  const rules = useKeyRules();
  if (action === undefined) return null;
  const key = shownKey(action, rules);
  return (
    <Button
      look={look}
      icon={withIcon ? action.icon : undefined}
      keyShown={withKey ? key : undefined}
      aria-keyshortcuts={ariaKey(key, rules.mac)}
      disabled={!can}
      onClick={() => perform(action, session)}
    >
      {children ?? action.label}
    </Button>
  );
}
