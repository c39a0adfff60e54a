/** Ways to somebody or somewhere, beside the map that draws them: whom to ask first, and what each step rests on. */
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PathsAnswer } from '../../shared/paths/answers';
import '../atlas/inspector/inspector.css';
import { Button, IconButton } from '../app/parts/button';
import { PersonPicker } from '../app/parts/person-picker';
import { nameOf, roleOf } from '../app/words';
import '../giving/giving.css';
import { LivePart } from '../giving/live-part';
import type { Live } from '../giving/use-live';
import { TextButton } from '../atlas/inspector/section';
import { useContact, useSession } from '../network/hooks';
import { LeftOut } from './left-out';
import { NoWay } from './no-way';
import './paths.css';
import { sayTarget } from './say-way';
import { TargetField } from './target-field';
import { WayList } from './way-list';
import { Ways } from './ways';

export function WaysPanel({ live }: { live: Live<PathsAnswer> }): ReactNode {
  const session = useSession();
  const { to, isPicked } = useStore(Ways.of(session).store);
  return (
    <section className="k-insp k-ways" aria-label="Ways">
      <Head isPicked={isPicked} />
      <div className="k-insp-section">
        <Asked autoFocus={to === undefined} />
        {to === undefined ? (
          <p className="k-small k-quiet k-ways-hint">
            Name somebody, or an organisation, a place, an industry or a tag: you see over whom a word would
            pass most easily, and whom to ask first.
          </p>
        ) : (
          <LeftOut />
        )}
      </div>
      {to === undefined ? null : (
        <div className="k-insp-section">
          <LivePart live={live} waiting="Looking for ways" failed="No ways could be looked for">
            {(answer) => (answer.none === null ? <WayList answer={answer} /> : <NoWay answer={answer} />)}
          </LivePart>
          {live.failed !== undefined ? <BringBack /> : null}
        </div>
      )}
    </section>
  );
}

function Head({ isPicked }: { isPicked: boolean }): ReactNode {
  const session = useSession();
  const ways = Ways.of(session);
  const { to } = useStore(ways.store);
  const person = useContact(to?.kind === 'contact' ? to.id : undefined);
  const name = person === undefined ? 'somebody' : nameOf(person);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAsked = to !== undefined;
  // Whoever came here by a key goes on from here; two who were picked leave the keys to the map.
  useEffect(() => {
    if (isAsked && !isPicked) heading.current?.focus({ preventScroll: true });
  }, [isAsked, isPicked]);
  return (
    <div className="k-insp-section">
      <div className="k-insp-head">
        <div>
          <h2 className="k-insp-name k-ways-title" tabIndex={-1} ref={heading}>
            {to === undefined ? 'Ways to…' : `Ways to ${sayTarget(to, () => name)}`}
          </h2>
          {person === undefined ? null : <p className="k-quiet k-small">{roleOf(person)}</p>}
        </div>
        <IconButton icon={IconX} label="End looking for ways" onClick={() => ways.leave()} />
      </div>
    </div>
  );
}

/** From whom, and to whom or where. */
function Asked({ autoFocus }: { autoFocus: boolean }): ReactNode {
  const ways = Ways.of(useSession());
  const { from, to } = useStore(ways.store);
  const [isFromAnybody, setFromAnybody] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFromAnybody) fields.current?.querySelector<HTMLElement>('[aria-label="From"]')?.focus();
  }, [isFromAnybody]);
  return (
    <div className="k-ways-asked" ref={fields}>
      <TargetField value={to} onChange={(target) => ways.to(target)} without={from} autoFocus={autoFocus} />
      {isFromAnybody || from !== undefined ? (
        <PersonPicker
          label="From"
          single
          placeholder="You"
          value={from === undefined ? [] : [from]}
          without={to?.kind === 'contact' ? [to.id] : []}
          onChange={([contact]) => ways.from(contact)}
        />
      ) : (
        <p className="k-small k-quiet">
          From you; <TextButton onClick={() => setFromAnybody(true)}>from somebody else</TextButton>
        </p>
      )}
    </div>
  );
}

/** Nobody who is archived is asked, nor led to: the way back is one press. */
function BringBack(): ReactNode {
  const session = useSession();
  const { from, to } = useStore(Ways.of(session).store);
  const first = useContact(from);
  const last = useContact(to?.kind === 'contact' ? to.id : undefined);
  const away = [first, last].find((person) => person?.archived === true);
  if (away === undefined || session.hello.readOnly !== undefined) return null;
  const name = nameOf(away);
  return (
    <Button
      onClick={() =>
        void session.tell(
          'contact.bulk',
          { ids: [away.id], archived: false },
          { done: `${name} out of the archive` },
        )
      }
    >
      Take {name} out of the archive
    </Button>
  );
}
