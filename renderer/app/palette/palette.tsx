/**
 * Find a person, or do something: people first, then actions, in one list that the arrow keys walk. Drawn as a
 * combobox, so that what is picked is said.
 */
import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../network/hooks';
import type { Session } from '../../network/session';
import { perform } from '../actions';
import './palette.css';
import { PaletteLine } from './palette-line';
import { type Found, usePalette } from './use-palette';

const listId = 'k-palette-list';

export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const [query, setQuery] = useState('');
  const found = usePalette(query);
  const [picked, setPicked] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(picked, Math.max(0, found.length - 1));

  useEffect(() => session.dialogs.onTyped((text) => setQuery((standing) => standing + text)), [session]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (line: Found | undefined): void => {
    if (line === undefined) return;
    onClose();
    open(line, session);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setPicked((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setPicked((at - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size="40rem" yOffset={80}>
      <Modal.Overlay backgroundOpacity={0.32} />
      <Modal.Content className="k-palette" aria-label="Find a person, or do something">
        <div className="k-palette-field">
          <IconSearch size={18} stroke={1.5} aria-hidden="true" />
          <input
            data-autofocus
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
            aria-autocomplete="list"
            aria-label="Find a person, or do something"
            placeholder="Find a person, or do something"
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setPicked(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <ul className="k-palette-list" id={listId} role="listbox" aria-label="What was found" ref={list}>
          {found.map((line, i) => (
            <PaletteLine
              key={line.id}
              line={line}
              id={`${listId}-${i}`}
              picked={i === at}
              heading={found[i - 1]?.group === line.group ? undefined : line.group}
              onPoint={() => setPicked(i)}
              onChoose={() => choose(line)}
            />
          ))}
        </ul>
        {found.length === 0 ? (
          <p className="k-palette-none" role="status">
            Nobody and nothing fits “{query}”. Try a part of a name, a place or an organisation.
          </p>
        ) : null}
      </Modal.Content>
    </Modal.Root>
  );
}

/** Does what a line says; a person is shown on the screen one is on, if that shows people. */
function open(line: Found, session: Session): void {
  if (line.kind === 'action') {
    perform(line.action, session);
    return;
  }
  session.select(line.contact);
  const { screen } = session.navigation.store.getState();
  if (screen !== 'people') session.navigation.go('atlas');
  session.show(line.contact);
}
