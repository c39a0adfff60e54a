/** To whom or where: a person by any part of their name, or an organisation, a place, an industry, a tag. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { GroupKind, PathTarget } from '../../shared/paths/answers';
import { sayGroup } from '../../shared/paths/targets';
import { PersonOption } from '../app/parts/person-picker';
import { nameOf, people } from '../app/words';
import { useContact, useSession, useSettings } from '../network/hooks';
import { fittingGroups, type GroupValue } from './group-values';
import { useGroupValues } from './use-group-values';

const kindNames: Readonly<Record<GroupKind, string>> = {
  organisation: 'Organisations',
  place: 'Places',
  industry: 'Industries',
  tag: 'Tags',
};
const mostPeople = 6;

interface TargetFieldProps {
  readonly value: PathTarget | undefined;
  readonly onChange: (to: PathTarget | undefined) => void;
  /** Who cannot be chosen: they begin the ways. */
  readonly without: string | undefined;
  readonly autoFocus: boolean;
}

export function TargetField({ value, onChange, without, autoFocus }: TargetFieldProps): ReactNode {
  const [query, setQuery] = useState('');
  const found = usePeople(query, without);
  const values = useGroupValues();
  const groups = fittingGroups(values, query);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  // An open list takes Esc for itself, so one that has nothing to show must not be open.
  const openFor = (typed: string): void => {
    if (typed.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  };
  const choose = (option: string): void => {
    onChange(targetOf(option, groups));
    setQuery('');
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || query !== '' || value === undefined) return;
    event.preventDefault();
    onChange(undefined);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput label="To" classNames={{ label: 'k-mantine-label' }} onClick={() => openFor(query)}>
          <Pill.Group>
            {value === undefined ? null : <TargetPill to={value} onRemove={() => onChange(undefined)} />}
            <Combobox.EventsTarget>
              <PillsInput.Field
                ref={field}
                value={query}
                aria-label="To"
                placeholder={value === undefined ? 'A name, organisation, place or tag' : undefined}
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
        <Combobox.Options aria-label="To" mah={360} className="k-ways-options">
          {found.map((contact) => (
            <Combobox.Option value={`contact ${contact}`} key={contact}>
              <PersonOption contact={contact} />
            </Combobox.Option>
          ))}
          <GroupOptions groups={groups} />
          {found.length + groups.length === 0 ? (
            <Combobox.Empty>Nobody and nothing fits “{query}”</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function GroupOptions({ groups }: { groups: readonly GroupValue[] }): ReactNode {
  const kinds = [...new Set(groups.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <Combobox.Group label={kindNames[kind]} key={kind}>
      {groups
        .filter((group) => group.kind === kind)
        .map((group) => (
          <Combobox.Option value={`${kind} ${group.value}`} key={group.value}>
            <span className="k-person-option">
              <span>{group.value}</span>
              <span className="k-person-option-more">{people(group.people)}</span>
            </span>
          </Combobox.Option>
        ))}
    </Combobox.Group>
  ));
}

function targetOf(option: string, groups: readonly GroupValue[]): PathTarget {
  const group = groups.find(({ kind, value }) => option === `${kind} ${value}`);
  return group === undefined
    ? { kind: 'contact', id: option.slice('contact '.length) }
    : { kind: group.kind, value: group.value };
}

/** People who fit, without me and whoever the ways begin with. */
function usePeople(query: string, without: string | undefined): readonly string[] {
  const { search } = useSession();
  const { me } = useSettings();
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    void search.find(query, mostPeople + 2).then((contacts) => {
      if (current) setFound(contacts);
    });
    return () => {
      current = false;
    };
  }, [search, query]);
  // Ways may lead to me from somebody else.
  const left = without ?? me;
  return found.filter((id) => id !== left).slice(0, mostPeople);
}

function TargetPill({ to, onRemove }: { to: PathTarget; onRemove: () => void }): ReactNode {
  const person = useContact(to.kind === 'contact' ? to.id : undefined);
  const name =
    to.kind === 'contact'
      ? person === undefined
        ? 'Somebody'
        : nameOf(person)
      : sayGroup(to.kind, to.value);
  return (
    <Pill withRemoveButton onRemove={onRemove}>
      {name}
    </Pill>
  );
}
