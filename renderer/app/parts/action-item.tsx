/** The entry of a registered action in a menu; none where it cannot be done now. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../../network/hooks';
import { useActions, useCanPerform } from '../action-context';
import { perform } from '../actions';

export function ActionItem({ id }: { id: string }): ReactNode {
  const session = useSession();
  const action = useActions().get(id);
  const can = useCanPerform(action);
  if (action === undefined || !can) return null;
  return <Menu.Item onClick={() => perform(action, session)}>{action.label}</Menu.Item>;
}
