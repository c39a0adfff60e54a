/** A list of people to choose among, under the field in which one of them is typed. */
import { type ReactNode, useEffect, useRef } from 'react';

export interface Option {
  readonly key: string;
  readonly label: string;
  /** What tells them from somebody of the same name. */
  readonly about?: string;
  /** It stands for somebody who is not in the network yet. */
  readonly newName?: string;
}

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onPoint: (at: number) => void;
  readonly onPick: (at: number) => void;
}

export function OptionList({ id, label, options, active, onPoint, onPick }: OptionListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul className="k-capture-options" id={id} role="listbox" aria-label={label} ref={list}>
      {options.map((option, at) => (
        <li
          key={option.key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className="k-capture-option"
          data-new={option.newName === undefined ? undefined : true}
          onMouseMove={() => at !== active && onPoint(at)}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(at)}
        >
          <span>{option.label}</span>
          {option.about === undefined ? null : <span className="k-capture-about">{option.about}</span>}
        </li>
      ))}
    </ul>
  );
}
