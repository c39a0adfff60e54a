/** One entry of the story: what it was, when, what can be done with it, and in its place the form to change it. */
import { memo, type ReactNode } from 'react';
import type { StoryEntry } from '../../../shared/story/entry';
import { promiseState } from '../../../shared/story/promise-state';
import { KeyCap } from '../../app/parts/key-cap';
import { useKeyRules } from '../../app/action-context';
import { useSession, useToday } from '../../network/hooks';
import { Secret } from './secret';
import { TextButton } from './section';
import { actsOf, perform, remove } from './story-acts';
import { type EntryDoing, EntryForm } from './story-entry-form';
import { secretOf } from './story-secret';
import { answerOf, bodyOf, companyOf, dayWords, type Teller, titleOf, wholeDay } from './story-words';

/** The key that does the first act of the entry that has the focus. */
export const actKey = 'd';

export type Doing = EntryDoing | undefined;

interface EntryProps {
  /** What the list calls it. */
  readonly row: string;
  readonly entry: StoryEntry;
  readonly teller: Teller;
  /** It is the one that Tab comes to. */
  readonly isHere: boolean;
  readonly doing: Doing;
  readonly onDo: (row: string, doing: Doing) => void;
}

/** Drawn again only where something of it changed: a long list is drawn anew with every step of a scroll. */
export const StoryEntryView = memo(function StoryEntryView({
  row,
  entry,
  teller,
  isHere,
  doing,
  onDo: onDoIn,
}: EntryProps): ReactNode {
  const onDo = (next: Doing): void => onDoIn(row, next);
  const { hello } = useSession();
  const today = useToday();
  const title = titleOf(entry, teller);
  const name = `${title}, ${wholeDay(entry.day, hello.locale)}`;
  if (doing !== undefined) {
    return <EntryForm entry={entry} teller={teller} doing={doing} onClose={() => onDo(undefined)} />;
  }
  const day = dayWords(entry.day, today, hello.locale);
  return (
    <article className="k-story-entry" aria-label={name} tabIndex={isHere ? 0 : -1}>
      <div className="k-story-head" title={wholeDay(entry.day, hello.locale)}>
        <span className="k-story-title">{title}</span>
        <span className="k-story-day k-small">
          {entry.kind === 'promise' && entry.ahead ? '' : day}
          {entry.kind === 'interaction' && entry.interaction.minutes !== undefined
            ? `, ${entry.interaction.minutes} min`
            : ''}
        </span>
      </div>
      <Told entry={entry} teller={teller} />
      <Acts entry={entry} title={title} isHere={isHere} onDo={onDo} />
      <Tools entry={entry} title={title} name={name} onDo={onDo} />
    </article>
  );
});

/** Texts, and how a promise or thanks stand. */
function Told({ entry, teller }: { entry: StoryEntry; teller: Teller }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const company = entry.kind === 'interaction' ? companyOf(entry, teller) : undefined;
  const body = bodyOf(entry);
  const secret = secretOf(entry);
  return (
    <>
      {company === undefined ? null : <p className="k-small k-quietest">{company}</p>}
      {body === undefined || body === '' ? null : <p className="k-insp-text">{body}</p>}
      {secret === undefined ? null : <Secret id={secret.id}>{secret.ask}</Secret>}
      {entry.kind === 'promise' ? (
        <Standing state={promiseState(entry.promise, today, hello.locale)} />
      ) : null}
      {entry.kind === 'promise' && entry.promise.outcome !== undefined ? (
        <p className="k-insp-text k-small k-quiet">{entry.promise.outcome}</p>
      ) : null}
      {entry.kind === 'request' ? (
        <p className="k-small k-quietest">
          {answerOf(entry.request, (day) => dayWords(day, today, hello.locale))}
        </p>
      ) : null}
      {entry.kind === 'exchange' ? (
        <p className="k-small k-quietest">
          {entry.exchange.thankedOn !== undefined
            ? `thanked ${dayWords(entry.exchange.thankedOn, today, hello.locale)}`
            : entry.exchange.direction === 'received'
              ? 'not thanked yet'
              : ''}
        </p>
      ) : null}
    </>
  );
}

function Standing({ state: { said, late } }: { state: ReturnType<typeof promiseState> }): ReactNode {
  return <p className={late ? 'k-small k-insp-late' : 'k-small k-quietest'}>{said}</p>;
}

interface ActsProps {
  readonly entry: StoryEntry;
  readonly title: string;
  readonly onDo: (doing: Doing) => void;
}

function Acts({ entry, title, isHere, onDo }: ActsProps & { isHere: boolean }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { letterKeys } = useKeyRules();
  const acts = actsOf(entry, today);
  const what = bodyOf(entry) ?? title;
  const leave = entry.kind === 'promise' && entry.promise.advice === true ? 'Not followed' : 'Drop it';
  if (acts.length === 0 && !lacksOutcome(entry)) return null;
  return (
    <div className="k-story-acts">
      {acts.map((act, i) => (
        <span key={act.label} className="k-story-act">
          <TextButton label={`${act.label}: ${what}`} onClick={() => perform(session, act)}>
            {act.label}
          </TextButton>
          {i === 0 && isHere && letterKeys ? <KeyCap of={actKey} /> : null}
        </span>
      ))}
      {entry.kind === 'promise' && entry.ahead ? (
        <TextButton label={`${leave}: ${what}`} onClick={() => onDo('drop')}>
          {leave}
        </TextButton>
      ) : null}
      {lacksOutcome(entry) ? (
        <TextButton label={`What came of it: ${what}`} onClick={() => onDo('outcome')}>
          What came of it
        </TextButton>
      ) : null}
    </div>
  );
}

/** Come up over the day where one points at the entry or is in it. */
function Tools({ entry, title, name, onDo }: ActsProps & { name: string }): ReactNode {
  const session = useSession();
  return (
    <span className="k-story-tools">
      <TextButton label={`Edit: ${name}`} onClick={() => onDo('edit')}>
        Edit
      </TextButton>
      <TextButton label={`Remove: ${name}`} onClick={() => remove(session, entry, title)}>
        Remove
      </TextButton>
    </span>
  );
}

/** Advice was followed, and what came of it is not told yet. */
function lacksOutcome(entry: StoryEntry): boolean {
  if (entry.kind !== 'promise') return false;
  const { advice, doneOn, outcome } = entry.promise;
  return advice === true && doneOn !== undefined && outcome === undefined;
}
