import type { ReactNode } from 'react';
import { useContact } from '../../network/hooks';
import { useKeyRules } from '../action-context';
import { shownKey } from '../keys';
import { nameOf, roleOf } from '../words';
import { KeyCap } from '../parts/key-cap';
import { ContactMark } from '../parts/mark';
import type { Found } from './use-palette';

interface PaletteLineProps {
  readonly line: Found;
  readonly id: string;
  readonly picked: boolean;
  /** The group's name, on its first line. */
  readonly heading: string | undefined;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export function PaletteLine({ line, id, picked, heading, onPoint, onChoose }: PaletteLineProps): ReactNode {
  return (
    <li
      className="k-palette-line"
      id={id}
      role="option"
      aria-selected={picked}
      data-heading={heading}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {line.kind === 'person' ? <PersonLine contact={line.contact} /> : <ActionLine line={line} />}
    </li>
  );
}

function PersonLine({ contact }: { contact: string }): ReactNode {
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <>
      <ContactMark contact={contact} box={28} />
      <span className="k-palette-name">{nameOf(person)}</span>
      <span className="k-palette-more">{roleOf(person)}</span>
    </>
  );
}

function ActionLine({ line }: { line: Extract<Found, { kind: 'action' }> }): ReactNode {
  const key = shownKey(line.action, useKeyRules());
  const IconDrawn = line.action.icon;
  return (
    <>
      <span className="k-palette-icon">
        {IconDrawn === undefined ? null : <IconDrawn size={17} stroke={1.5} aria-hidden="true" />}
      </span>
      <span className="k-palette-name">{line.action.label}</span>
      {key === undefined ? null : (
        <span className="k-palette-key">
          <KeyCap of={key} />
        </span>
      )}
    </>
  );
}
