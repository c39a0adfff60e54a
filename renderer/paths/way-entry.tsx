/** One way: its people in a row, between every two what their tie rests on, and how it stands with whom to ask first. */
import type { ReactNode } from 'react';
import type { Asking, OnPath, PathTie, WarmPath } from '../../shared/paths/answers';
import { handover } from '../../shared/paths/strength-of-step';
import { Button } from '../app/parts/button';
import { ContactMark, Mark } from '../app/parts/mark';
import { exactDay } from '../app/words';
import { TextButton } from '../atlas/inspector/section';
import { Asking as AskingState } from '../giving/ask/asking';
import { light } from '../insights/map/light';
import { beginIntroduction } from '../introductions/introducing';
import { useSession, useSettings } from '../network/hooks';
import { countWarmth, keyOfWay, number, sayRests, sayStrength, sayThrough, sayWarmth } from './say-way';
import { Ways } from './ways';

interface WayEntryProps {
  readonly way: WarmPath;
  /** What it is among the others. */
  readonly word: string | undefined;
  readonly isChosen: boolean;
  /** It could have ended at others. */
  readonly isToGroup: boolean;
}

export function WayEntry({ way, word, isChosen, isToGroup }: WayEntryProps): ReactNode {
  const ways = Ways.of(useSession());
  const { me } = useSettings();
  const last = way.contacts.at(-1)?.name ?? '';
  const through = sayThrough(way, me);
  const title = isToGroup ? `${through} to ${last}` : through;
  return (
    <li className="k-warm-way" data-chosen={isChosen} data-step tabIndex={-1} aria-label={title}>
      <div className="k-warm-way-head">
        <button
          type="button"
          className="k-warm-way-name"
          aria-pressed={isChosen}
          title="Draw this way on the map"
          onClick={() => ways.choose(keyOfWay(way))}
        >
          {title}
        </button>
        {word === undefined ? null : <span className="k-small k-quietest">{word}</span>}
      </div>
      <p className="k-small k-quiet">
        {sayWarmth(way)}, {number(way.warmth)}
      </p>
      <Route way={way} />
      {isChosen && way.ask !== null ? <Ask ask={way.ask} to={way.contacts[2]} /> : null}
      {isChosen ? <HowCounted way={way} /> : null}
    </li>
  );
}

function Route({ way: { contacts, ties } }: { way: WarmPath }): ReactNode {
  return (
    <ol className="k-route">
      {contacts.map((person, at) => {
        const before = contacts[at - 1];
        const tie = ties[at - 1];
        return (
          <li key={person.id ?? ''} className="k-route-stop">
            {before === undefined || tie === undefined ? null : (
              <Step tie={tie} from={before.name} to={person.name} />
            )}
            <Stop person={person} isBetween={at > 0 && at < contacts.length - 1} />
          </li>
        );
      })}
    </ol>
  );
}

function Step({ tie, from, to }: { tie: PathTie; from: string; to: string }): ReactNode {
  const { hello } = useSession();
  return (
    <p
      className="k-route-step k-small"
      data-known={tie.known}
      title={tie.last === null ? undefined : exactDay(tie.last, hello.locale)}
    >
      <span className="k-quiet">{sayRests(tie, from, to)}</span>
      <span className="k-quietest" title={number(tie.strength)}>
        ; a {sayStrength(tie.strength)} tie
      </span>
    </p>
  );
}

function Stop({ person, isBetween }: { person: OnPath; isBetween: boolean }): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const { id, name } = person;
  const leave =
    id !== undefined && isBetween ? (
      <TextButton
        label={`Not through ${id === me ? 'you' : name}`}
        onClick={() => Ways.of(session).avoid(id)}
      >
        not through
      </TextButton>
    ) : null;
  if (id === undefined || id === me) {
    return (
      <div className="k-route-person">
        <Mark step={0} box={22} diameter={9} />
        <span>You</span>
        {leave}
      </div>
    );
  }
  return (
    <div className="k-route-person" data-light={light.person(id)}>
      <ContactMark contact={id} box={22} />
      <button
        type="button"
        className="k-insp-row-name"
        onClick={() => {
          session.select(id);
          session.show(id);
        }}
      >
        {name}
      </button>
      {leave}
    </div>
  );
}

interface AskProps {
  readonly ask: Asking;
  /** Whom they would bring me to. */
  readonly to: OnPath | undefined;
}

/** How it stands with whoever would be asked first, and asking them. */
function Ask({ ask, to }: AskProps): ReactNode {
  const { id, name, asked, promises, openPromise, load, freeFrom } = ask;
  const session = useSession();
  const { me } = useSettings();
  const canAsk = me !== undefined && to?.id !== undefined && session.hello.readOnly === undefined;
  return (
    <div className="k-warm-way-ask" role="group" aria-label={`To ask ${name}`}>
      <h3 className="k-insp-title">To ask {name}</h3>
      <p className="k-small k-quiet">{asked}</p>
      <p className={openPromise ? 'k-small k-warm-way-open' : 'k-small k-quiet'}>{promises}</p>
      {load === '' ? null : (
        <p className={freeFrom === null ? 'k-small k-quiet' : 'k-small k-warm-way-open'}>{load}</p>
      )}
      <div className="k-insp-edit-tools">
        {canAsk ? (
          <Button className="k-small" onClick={() => beginIntroduction(session, { a: me, b: to.id, by: id })}>
            Ask to be introduced to {to.name}
          </Button>
        ) : null}
        <Button
          look="quiet"
          className="k-small"
          onClick={() => {
            AskingState.of(session).choose(id);
            session.navigation.go('giving', 'ask');
          }}
        >
          Before asking
        </Button>
      </div>
    </div>
  );
}

function HowCounted({ way }: { way: WarmPath }): ReactNode {
  const { length } = way.ties;
  return (
    <details className="k-warm-way-how k-small k-quiet">
      <summary>How {number(way.warmth)} is counted</summary>
      <p className="k-number">{countWarmth(way)}</p>
      <p>
        {length === 1 ? 'The tie counts' : 'Each step counts'} how likely a word is to pass: more where
        contact is recent and frequent, less for a guess.
        {way.hands > 0 ? ` Every person between leaves ${handover} of it.` : ''}
      </p>
    </details>
  );
}
