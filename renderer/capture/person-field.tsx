/** Who is meant: a field that finds people as one types, and offers to add a name that nobody has. */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Who } from '../../shared/capture/capture';
import type { People, PeopleIndex } from '../../shared/capture/people';
import { OptionList } from './option-list';

interface PersonFieldProps {
  readonly label: string;
  readonly people: PeopleIndex;
  /** Who it is thought to be. */
  readonly who: Who | undefined;
  readonly autoFocus?: boolean;
  readonly onChoose: (who: Who) => void;
}

const most = 6;

export function PersonField({
  label,
  people,
  who,
  autoFocus = false,
  onChoose,
}: PersonFieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [pointed, setPointed] = useState(0);
  const offered =
    typed.trim() !== ''
      ? people.complete(typed, most)
      : who?.state === 'several'
        ? who.people.slice(0, most)
        : who?.state === 'unknown'
          ? people.complete(who.name, most)
          : [];
  const name = typed.trim() === '' && who?.state === 'unknown' ? who.name : typed.trim();
  const options = [
    ...offered.map((person) => ({
      key: person.id,
      label: person.name,
      ...(person.about === undefined ? {} : { about: person.about }),
      who: { state: 'known', id: person.id, name: person.name } satisfies Who,
    })),
    ...(isFree(name, people)
      ? [
          {
            key: ' new',
            label: `Add “${name}” by name alone`,
            newName: name,
            who: { state: 'unknown', name } satisfies Who,
          },
        ]
      : []),
  ];
  const active = Math.min(pointed, options.length - 1);
  const pick = (at: number): void => {
    const option = options[at];
    if (option !== undefined) onChoose(option.who);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || options.length === 0) return;
    if (event.key === 'ArrowDown') setPointed((active + 1) % options.length);
    else if (event.key === 'ArrowUp') setPointed((active - 1 + options.length) % options.length);
    else if (event.key === 'Enter') pick(active);
    else return;
    event.preventDefault();
  };
  return (
    <div className="k-capture-person">
      <label className="k-mantine-label" htmlFor={`${id}-field`}>
        {label}
      </label>
      <input
        id={`${id}-field`}
        className="k-capture-input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? id : undefined}
        aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={who === undefined ? 'Part of a name' : who.name}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPointed(0);
        }}
        onKeyDown={onKeyDown}
      />
      {options.length === 0 ? null : (
        <OptionList
          id={id}
          label={label}
          options={options}
          active={active}
          onPoint={setPointed}
          onPick={pick}
        />
      )}
    </div>
  );
}

/** A name that somebody new can have: nobody has it yet. */
function isFree(name: string, people: People): boolean {
  return /[\p{L}\p{N}]/u.test(name) && people.named(name).people.length === 0;
}
