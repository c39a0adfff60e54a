/** What can be put on Today by hand. */
import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionItem } from '../app/parts/action-item';
import { Button } from '../app/parts/button';

const actions = ['reminders.group', 'reminders.trip', 'reminders.reply'] as const;

export function AddMenu(): ReactNode {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button look="quiet" icon={IconPlus}>
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((id) => (
          <ActionItem key={id} id={id} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
