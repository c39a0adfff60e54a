/** Two cards side by side with a choice wherever both say something else. */
import { type ReactNode, useId } from 'react';
import type { ChoosableField, Choices, Keeping } from '../../../shared/commands/merged-fields';
import type { Contact } from '../../../shared/model/entities';
import { ContactMark } from '../../app/parts/mark';
import { many, nameOf } from '../../app/words';
import { useSettings, useSummary, useTiesOf } from '../../network/hooks';
import { type ComparedField, comparedFields } from './compared';

interface ComparisonProps {
  /** Who stays. */
  readonly mine: Contact;
  readonly theirs: Contact;
  readonly choices: Choices;
  readonly onChoose: (field: ChoosableField, keeping: Keeping) => void;
}

export function Comparison({ mine, theirs, choices, onChoose }: ComparisonProps): ReactNode {
  const { circles } = useSettings();
  const fields = comparedFields(mine, theirs, circles);
  return (
    <div className="k-same-cards" role="group" aria-label="The two cards side by side">
      <div className="k-same-row k-same-heads">
        <span />
        <CardHead contact={mine} stays />
        <CardHead contact={theirs} />
      </div>
      {fields.map((compared) => (
        <Row
          key={compared.field}
          compared={compared}
          chosen={choices[compared.field] ?? (compared.isList ? 'both' : 'mine')}
          onChoose={(keeping) => onChoose(compared.field, keeping)}
        />
      ))}
    </div>
  );
}

function CardHead({ contact, stays = false }: { contact: Contact; stays?: boolean }): ReactNode {
  const { count } = useSummary(contact.id);
  const ties = useTiesOf(contact.id).length;
  const { me } = useSettings();
  const record = [
    count === 0 ? 'nothing on record' : `in touch ${many(count, 'time', 'times')}`,
    ...(ties === 0 ? [] : [many(ties, 'tie', 'ties')]),
  ];
  return (
    <div className="k-same-head">
      <ContactMark contact={contact.id} box={26} />
      <div>
        <div className="k-same-name">{nameOf(contact)}</div>
        <div className="k-small k-quiet">
          {me === contact.id ? 'you, ' : ''}
          {record.join(', ')}
        </div>
        <div className="k-small k-quietest">{stays ? 'stays' : 'becomes part of the other'}</div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly compared: ComparedField;
  readonly chosen: Keeping;
  readonly onChoose: (keeping: Keeping) => void;
}

function Row({ compared, chosen, onChoose }: RowProps): ReactNode {
  const { label, mine, theirs, differs, isList } = compared;
  const name = useId();
  if (!differs) {
    return (
      <div className="k-same-row">
        <span className="k-same-label">{label}</span>
        <Lines lines={mine} />
        <Lines lines={theirs} />
      </div>
    );
  }
  const choice = (keeping: Keeping, words: string, lines?: readonly string[]): ReactNode => (
    <label className="k-same-choice" data-chosen={chosen === keeping || (chosen === 'both' && isList)}>
      <input
        type="radio"
        name={name}
        checked={chosen === keeping}
        aria-label={lines === undefined ? words : `${words}: ${lines.join(', ')}`}
        onChange={() => onChoose(keeping)}
      />
      {lines === undefined ? <span>{words}</span> : <Lines lines={lines} />}
    </label>
  );
  return (
    <div className="k-same-row" role="radiogroup" aria-label={label}>
      <div className="k-same-label">
        {label}
        {isList ? choice('both', 'Both') : null}
      </div>
      {choice('mine', 'Of the one who stays', mine)}
      {choice('theirs', 'Of the other', theirs)}
    </div>
  );
}

/** More than a few lines are cut short: nobody compares hundreds. */
const mostLines = 6;

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  const shown = lines.slice(0, mostLines);
  return (
    <span className="k-same-lines">
      {shown.map((line, at) => (
        <span key={at}>{line.length > 200 ? `${line.slice(0, 200)}…` : line}</span>
      ))}
      {lines.length > shown.length ? (
        <span className="k-quietest">and {lines.length - shown.length} more</span>
      ) : null}
    </span>
  );
}
