/** Moves an introduction without dragging: on, back, or to an end. */
import { Menu } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { stageNames } from '../../../shared/introductions/stages';
import type { Introduction, Stage } from '../../../shared/model/entities';
import { IconButton } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { moveIntroduction, waysFrom } from '../moving';

interface StageMenuProps {
  readonly introduction: Introduction;
  /** “Ana and Ben”, for those who hear it. */
  readonly name: string;
}

export function StageMenu({ introduction, name }: StageMenuProps): ReactNode {
  const session = useSession();
  if (session.hello.readOnly !== undefined) return null;
  const { on, back, ends } = waysFrom(introduction);
  const item = (stage: Stage): ReactNode => (
    <Menu.Item key={stage} onClick={() => void moveIntroduction(session, introduction, stage)}>
      {stageNames[stage]}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <IconButton
          icon={IconArrowRight}
          label={`Move to…: ${name}`}
          className="k-intro-move"
          data-stage-menu=""
          tabIndex={-1}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {on.length === 0 ? null : <Menu.Label>Move to…</Menu.Label>}
        {on.map(item)}
        {ends.length === 0 ? null : <Menu.Divider />}
        {ends.map(item)}
        {back.length === 0 ? null : <Menu.Label>Take back to…</Menu.Label>}
        {back.map(item)}
      </Menu.Dropdown>
    </Menu>
  );
}
