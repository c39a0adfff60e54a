/** Moves an introduction without dragging: on, back, or to an end. The menu itself is drawn only once it is asked for. */
import { Menu } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { stageNames } from '../../../shared/introductions/stages';
import type { Introduction, Stage } from '../../../shared/model/entities';
import { IconButton } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { moveIntroduction, waysFrom } from '../moving';
import { focusIntroduction } from './focus';

interface StageMenuProps {
  readonly introduction: Introduction;
  /** “Ana and Ben”, for those who hear it. */
  readonly name: string;
}

export function StageMenu({ introduction, name }: StageMenuProps): ReactNode {
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  if (session.hello.readOnly !== undefined) return null;
  const close = (): void => {
    setOpen(false);
    // By the keys one came from the card.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusIntroduction(introduction.id);
    });
  };
  const button = (
    <IconButton
      icon={IconArrowRight}
      label={`Move to…: ${name}`}
      className="k-intro-move"
      data-stage-menu=""
      tabIndex={-1}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => setOpen(true)}
    />
  );
  if (!isOpen) return button;
  return (
    <Menu opened onClose={close} position="bottom-end" shadow="md">
      <Menu.Target>{button}</Menu.Target>
      <Stages introduction={introduction} />
    </Menu>
  );
}

function Stages({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const { on, back, ends } = waysFrom(introduction);
  const item = (stage: Stage): ReactNode => (
    <Menu.Item key={stage} onClick={() => void moveIntroduction(session, introduction, stage)}>
      {stageNames[stage]}
    </Menu.Item>
  );
  return (
    <Menu.Dropdown>
      {on.length === 0 ? null : <Menu.Label>Move to…</Menu.Label>}
      {on.map(item)}
      {ends.length === 0 ? null : <Menu.Divider />}
      {ends.map(item)}
      {back.length === 0 ? null : <Menu.Label>Take back to…</Menu.Label>}
      {back.map(item)}
    </Menu.Dropdown>
  );
}
