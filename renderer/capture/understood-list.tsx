/** What was understood, below the line: a row for each kind of thing, a chip for each, and what stays as the summary. */
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { peopleOf } from '../../shared/capture/resolve';
import { exactDay } from '../app/words';
import { useSession } from '../network/hooks';
import { ChipEditor } from './chip-editor';
import { type Said, withChip, withMore } from './correct';
import { companyOf, type Row, type RowChip, rowsOf } from './rows';
import { type Calendar, sayChip } from './say';
import { isNew, type Line } from './use-line';

interface UnderstoodListProps {
  readonly line: Line;
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  /** Back to the line, which is where one types. */
  readonly onDone: () => void;
}

/** Which chip is being corrected: the how manyth of which row; `more` for one that is not there yet. */
export interface Editing {
  readonly label: string;
  readonly nth: number | 'more';
}

export function UnderstoodList({ line, editing, onEdit, onDone }: UnderstoodListProps): ReactNode {
  const { hello } = useSession();
  const { capture, args, context } = line;
  const calendar = { today: context.today, locale: hello.locale };
  const rows = rowsOf(capture, args, companyOf(capture));
  // The topic alone has its chip already.
  const summary = capture.rest === '' ? '' : (args.interaction?.summary ?? capture.rest);
  const close = (): void => {
    onEdit(undefined);
    onDone();
  };
  const say = (chip: RowChip, said: Said | undefined): void => {
    if (chip.at !== undefined) line.correct(withChip(capture, chip.at, said, context));
    else if (said !== undefined) line.correct(withMore(capture, said, context));
  };
  if (rows.length === 0 && summary === '') return null;
  return (
    <dl className="k-capture-rows" aria-label="What was understood">
      {rows.map((row) => {
        const open = editing?.label === row.label ? editing.nth : undefined;
        const edited = typeof open === 'number' ? row.chips[open] : undefined;
        return (
          <div key={row.label} className="k-capture-row">
            <dt>{row.label}</dt>
            <dd>
              <RowChips
                row={row}
                line={line}
                calendar={calendar}
                open={open}
                onOpen={(nth) => onEdit(open === nth ? undefined : { label: row.label, nth })}
                onRemove={(chip) => {
                  say(chip, undefined);
                  close();
                }}
              />
              {edited === undefined && open !== 'more' ? null : (
                <ChipEditor
                  key={`${open}`}
                  said={edited?.said}
                  line={line}
                  onSay={(said) => edited !== undefined && say(edited, said)}
                  onClose={close}
                />
              )}
            </dd>
          </div>
        );
      })}
      {summary === '' ? null : (
        <div className="k-capture-row">
          <dt>{args.interaction === undefined ? 'Kept with it' : 'Summary'}</dt>
          <dd className="k-capture-summary">{summary}</dd>
        </div>
      )}
      {args.interaction === undefined && rows.length > 0 && line.problems.length === 0 ? (
        <div className="k-capture-row">
          <dt>No contact</dt>
          <dd className="k-capture-hint">Kept by itself: nothing says that you were in touch.</dd>
        </div>
      ) : null}
    </dl>
  );
}

interface RowChipsProps {
  readonly row: Row;
  readonly line: Line;
  readonly calendar: Calendar;
  readonly open: number | 'more' | undefined;
  readonly onOpen: (nth: number | 'more') => void;
  readonly onRemove: (chip: RowChip) => void;
}

function RowChips({ row, line, calendar, open, onOpen, onRemove }: RowChipsProps): ReactNode {
  return (
    <ul className="k-capture-chips">
      {row.chips.map((chip, nth) => {
        const words = sayChip(withSpan(chip.said), calendar);
        const state = stateOf(chip, line.added);
        return (
          <li key={`${chip.said.kind} ${nth}`} className="k-capture-chip" data-state={state}>
            <button
              type="button"
              className="k-capture-chip-words"
              aria-expanded={open === nth}
              aria-label={`${row.label}: ${words}${stateWords[state]}. Correct`}
              title={chip.said.kind === 'day' ? exactDay(chip.said.day, calendar.locale) : undefined}
              onClick={() => onOpen(nth)}
            >
              {words}
              {stateWords[state] === '' ? null : (
                <span className="k-capture-chip-state">{stateWords[state]}</span>
              )}
            </button>
            {chip.at === undefined ? null : (
              <button
                type="button"
                className="k-capture-chip-remove"
                aria-label={`Remove: ${words}`}
                onClick={() => onRemove(chip)}
              >
                <IconX size={13} stroke={1.75} aria-hidden="true" />
              </button>
            )}
          </li>
        );
      })}
      {row.kind === 'person' ? (
        <li>
          <button
            type="button"
            className="k-capture-more"
            aria-expanded={open === 'more'}
            aria-label="Add somebody else"
            onClick={() => onOpen('more')}
          >
            <IconPlus size={14} stroke={1.75} aria-hidden="true" />
          </button>
        </li>
      ) : null}
    </ul>
  );
}

type State = 'said' | 'implied' | 'new' | 'unknown' | 'several';
const stateWords: Readonly<Record<State, string>> = {
  said: '',
  implied: '',
  new: ', new',
  unknown: ', not known yet',
  several: ', one of several',
};

function stateOf({ at, said }: RowChip, added: readonly string[]): State {
  const people = peopleOf(withSpan(said));
  if (people.some((who) => who.state === 'several')) return 'several';
  const strangers = people.filter((who) => who.state === 'unknown');
  if (strangers.length > 0) return strangers.every((who) => isNew(who, added)) ? 'new' : 'unknown';
  return at === undefined ? 'implied' : 'said';
}

function withSpan(said: Said): Said & { readonly span: { readonly from: 0; readonly to: 0 } } {
  return { ...said, span: { from: 0, to: 0 } };
}
