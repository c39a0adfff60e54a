/** Choosing people by any part of their name: a field that searches as one types, one person or several. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useContact, useSession } from '../../network/hooks';
import { nameOf, roleOf } from '../words';
import './person-picker.css';

interface PersonPickerProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (contacts: readonly string[]) => void;
  /** At most one. */
  readonly single?: boolean;
  /** Who cannot be chosen. */
  readonly without?: readonly string[];
  /** What to do with a name that nobody has. */
  readonly onNewName?: (name: string) => void;
  readonly newNameWords?: (name: string) => string;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

const most = 8;
const newName = ' new';

export function PersonPicker({
  label,
  value,
  onChange,
  single = false,
  without = [],
  onNewName,
  newNameWords = (name) => `Add “${name}”`,
  autoFocus = false,
  placeholder = 'Part of a name',
}: PersonPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const found = useFound(query, [...value, ...without]);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const offersNew = onNewName !== undefined && query.trim() !== '';

  // An open list takes Esc for itself, so one that has nothing to show must not be open.
  const openFor = (typed: string): void => {
    if (typed.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  };
  const choose = (chosen: string): void => {
    if (chosen === newName) onNewName?.(query.trim());
    else onChange(single ? [chosen] : [...value, chosen]);
    setQuery('');
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || query !== '' || value.length === 0) return;
    event.preventDefault();
    onChange(value.slice(0, -1));
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput label={label} classNames={{ label: 'k-mantine-label' }} onClick={() => openFor(query)}>
          <Pill.Group>
            {value.map((contact) => (
              <PersonPill
                key={contact}
                contact={contact}
                onRemove={() => onChange(value.filter((id) => id !== contact))}
              />
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={query}
                aria-label={label}
                placeholder={value.length === 0 ? placeholder : undefined}
                data-autofocus={autoFocus || undefined}
                onChange={(event) => {
                  setQuery(event.currentTarget.value);
                  openFor(event.currentTarget.value);
                  combobox.updateSelectedOptionIndex();
                }}
                onFocus={() => openFor(query)}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={query.trim() === ''}>
        <Combobox.Options aria-label={label}>
          {found.map((contact) => (
            <Combobox.Option value={contact} key={contact}>
              <PersonOption contact={contact} />
            </Combobox.Option>
          ))}
          {offersNew ? <Combobox.Option value={newName}>{newNameWords(query.trim())}</Combobox.Option> : null}
          {found.length === 0 && !offersNew ? <Combobox.Empty>Nobody fits “{query}”</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** People who fit, without some. */
function useFound(query: string, without: readonly string[]): readonly string[] {
  const { search } = useSession();
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    void search.find(query, most + 20).then((contacts) => {
      if (current) setFound(contacts);
    });
    return () => {
      current = false;
    };
  }, [search, query]);
  return found.filter((id) => !without.includes(id)).slice(0, most);
}

function PersonPill({ contact, onRemove }: { contact: string; onRemove: () => void }): ReactNode {
  const person = useContact(contact);
  const name = person === undefined ? '' : nameOf(person);
  return (
    <Pill withRemoveButton onRemove={onRemove} removeButtonProps={{ 'aria-label': `Take out ${name}` }}>
      {name}
    </Pill>
  );
}

/** Somebody in a list of choices: the name, and what tells them from others of that name. */
export function PersonOption({ contact }: { contact: string }): ReactNode {
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <span className="k-person-option">
      <span>{nameOf(person)}</span>
      <span className="k-person-option-more">{roleOf(person)}</span>
    </span>
  );
}
