/** Somebody was dropped on somebody else: what is meant by it, or nothing. They stand where they stood until it is said. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { nameOf } from '../app/words';
import { beginIntroduction } from '../introductions/introducing';
import { useContact, useSession } from '../network/hooks';
import type { AtlasDriver } from './atlas-driver';
import type { DropOn } from './map/map-wishes';

interface DropChoiceProps {
  readonly driver: AtlasDriver;
  readonly drop: DropOn;
  readonly onClose: () => void;
}

export function DropChoice({ driver, drop, onClose }: DropChoiceProps): ReactNode {
  const session = useSession();
  const { person, on, to, at } = drop;
  const dropped = useContact(person);
  const other = useContact(on);
  if (dropped === undefined || other === undefined) return null;
  const [name, otherName] = [nameOf(dropped), nameOf(other)];
  return (
    <Menu opened onClose={onClose} position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <span className="k-atlas-drop" style={{ left: at.x, top: at.y }} role="presentation" />
      </Menu.Target>
      <Menu.Dropdown aria-label={`${name} and ${otherName}`}>
        <Menu.Label>
          {name} and {otherName}
        </Menu.Label>
        <Menu.Item onClick={() => void driver.tie(person, on)}>They know each other</Menu.Item>
        <Menu.Item onClick={() => beginIntroduction(session, { a: on, b: person })}>Introduce them</Menu.Item>
        <Menu.Item onClick={() => void driver.pin(person, to.x, to.y)}>Pin {name} here</Menu.Item>
        <Menu.Item onClick={onClose}>Nothing; put {name} back</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
