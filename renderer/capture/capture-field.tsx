/** The one line that is typed, with the people whom an @name could mean in a list under it. */
import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';
import { OptionList } from './option-list';
import type { Completion } from './use-completion';
import type { Line } from './use-line';

interface CaptureFieldProps {
  readonly line: Line;
  readonly completion: Completion;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  /** It begins with somebody. */
  readonly isAbout: boolean;
  /** Enter; with Shift it stays for the next. */
  readonly onLog: (stays: boolean) => void;
}

export function CaptureField({
  line,
  completion,
  field,
  describedBy,
  isAbout,
  onLog,
}: CaptureFieldProps): ReactNode {
  const { text, ready, setText, correct, add, problems, tried } = line;
  const listId = useId();
  const { options, active, point, dismiss } = completion;
  const isOpen = options.length > 0;
  const moveTo = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (moveTo.current === undefined) return;
    field.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = undefined;
  });

  const take = (at: number): void => {
    const taken = completion.take(at);
    if (taken === undefined) return;
    moveTo.current = taken.cursor;
    if (taken.newName === undefined) correct(taken.text);
    else add(taken.newName, taken.text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isOpen && event.key === 'ArrowDown') point(active + 1);
    else if (isOpen && event.key === 'ArrowUp') point(Math.max(active, 0) - 1);
    else if (isOpen && event.key === 'Escape') dismiss();
    else if (isOpen && active >= 0 && plain && (event.key === 'Enter' || event.key === 'Tab')) take(active);
    else if (event.key === 'Enter') {
      if (isOpen) dismiss();
      onLog(event.shiftKey);
    } else if (isUndo(event) && line.takeBack()) completion.moveTo(undefined);
    else return;
    event.preventDefault();
  };

  return (
    <Popover
      opened={isOpen}
      position="bottom-start"
      width="target"
      offset={4}
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div className="k-capture-field">
          <input
            ref={field}
            data-autofocus
            // A list that is open has Esc for itself.
            data-mantine-stop-propagation={isOpen || undefined}
            role="combobox"
            aria-label="What happened"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
            aria-describedby={describedBy}
            aria-invalid={problems.some(({ waits }) => tried || !waits)}
            placeholder="coffee @ana yesterday, I owe her slides by Fri"
            autoComplete="off"
            value={text}
            // Whom it is about stands first, once their names are read.
            readOnly={!ready && isAbout}
            onChange={(event) => {
              setText(event.currentTarget.value);
              completion.moveTo(event.currentTarget.selectionStart ?? undefined);
            }}
            onSelect={(event) => {
              if (isOpen) completion.moveTo(event.currentTarget.selectionStart ?? undefined);
            }}
            // What is there already is gone on with.
            onFocus={({ currentTarget: { value }, currentTarget }) =>
              currentTarget.setSelectionRange(value.length, value.length)
            }
            onBlur={() => completion.moveTo(undefined)}
            onKeyDown={onKeyDown}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown className="k-capture-list">
        <OptionList
          id={listId}
          label="People"
          options={options}
          active={active}
          onPoint={point}
          onPick={take}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';
}
