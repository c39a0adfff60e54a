/** The introductions under way as a list beside the map, each with how far it is; and whom to bring together, on demand. */
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { sayBoth, sayHowFar, sayStuck, type SpeakingOfMe } from '../../../shared/introductions/say';
import { stuckOf } from '../../../shared/introductions/stuck';
import type { Introduction } from '../../../shared/model/entities';
import type { Suggestion, SuggestionsAnswer } from '../../../shared/suggestions/answers';
import { Button } from '../../app/parts/button';
import { many, nameOf } from '../../app/words';
import '../../giving/giving.css';
import { LivePart } from '../../giving/live-part';
import type { Live } from '../../giving/use-live';
import { light } from '../../insights/map/light';
import { useLighting } from '../../insights/map/use-light';
import { beginIntroduction, openIntroduction } from '../../introductions/introducing';
import { reasonOf } from '../../introductions/suggestions/reason';
import { useContact, useSession, useSettings, useTable, useToday } from '../../network/hooks';
import '../inspector/inspector.css';
import { Section, TextButton } from '../inspector/section';
import { introductionsUnderWay, mostArcs } from './arcs';
import './introductions.css';

export function IntroductionHighlight({ suggestions }: { suggestions: Live<SuggestionsAnswer> }): ReactNode {
  const { atlas, analysis } = useSession();
  const past = useStore(analysis.past, ({ day }) => day);
  const isSuggested = useStore(atlas.look, ({ suggested }) => suggested === true);
  const introductions = useTable('introductions');
  const shown = useMemo(() => introductionsUnderWay(introductions, past), [introductions, past]);
  const lighting = useLighting();
  return (
    <div className="k-insp" {...lighting}>
      <div className="k-insp-section">
        <h2 className="k-insp-name">Introductions under way</h2>
        <p className="k-quiet k-small">{sayHowMany(shown.length, past)}</p>
        {past === undefined ? (
          <div className="k-insp-actions">
            <button
              type="button"
              className="k-button k-button-outlined"
              aria-pressed={isSuggested}
              onClick={() => atlas.set({ suggested: !isSuggested })}
            >
              {isSuggested ? 'Hide suggestions' : 'Show suggestions'}
            </button>
          </div>
        ) : null}
      </div>
      {shown.length === 0 ? null : (
        <div className="k-insp-section">
          <ul aria-label="Introductions under way">
            {shown.slice(0, mostArcs).map((introduction) => (
              <UnderWay key={introduction.id} introduction={introduction} />
            ))}
          </ul>
          {shown.length > mostArcs ? (
            <p className="k-small k-quietest">
              and {many(shown.length - mostArcs, 'more that is', 'more that are')} not drawn
            </p>
          ) : null}
        </div>
      )}
      {isSuggested && past === undefined ? <Suggested live={suggestions} /> : null}
    </div>
  );
}

function sayHowMany(count: number, past: string | undefined): string {
  if (past !== undefined) return `${many(count, 'was', 'were')} under way on that day`;
  return count === 0
    ? 'None. Once you bring two people together, they stand here with an arc between them.'
    : many(count, 'introduction', 'introductions');
}

function UnderWay({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const { replica, hello } = session;
  const { me } = useSettings();
  const today = useToday();
  const { a, b } = introduction;
  const speaking: SpeakingOfMe = { network: replica.network, today, locale: hello.locale, me };
  const stuck = stuckOf(introduction, today, me);
  return (
    <li className="k-insp-why" data-light={light.people([a, b])}>
      <Pair a={a} b={b} />
      <p className="k-small k-quiet">{sayHowFar(speaking, introduction)}</p>
      {stuck === undefined ? null : (
        <p className="k-small k-arc-stuck">{sayStuck(speaking, introduction, stuck)}</p>
      )}
      <TextButton
        label={`Open: ${sayBoth(speaking, introduction)}`}
        onClick={() => openIntroduction(session, introduction.id)}
      >
        Open
      </TextButton>
    </li>
  );
}

/** Two names; pressing one selects them and brings them into sight. */
function Pair({ a, b }: { a: string; b: string }): ReactNode {
  return (
    <p className="k-arc-pair">
      <Name contact={a} /> and <Name contact={b} />
    </p>
  );
}

function Name({ contact }: { contact: string }): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const person = useContact(contact);
  if (contact === me || person === undefined) return <span>{person === undefined ? 'somebody' : 'you'}</span>;
  return (
    <button
      type="button"
      className="k-arc-name"
      onClick={() => {
        session.select(contact);
        session.show(contact);
      }}
    >
      {nameOf(person)}
    </button>
  );
}

function Suggested({ live }: { live: Live<SuggestionsAnswer> }): ReactNode {
  const { navigation } = useSession();
  return (
    <Section title="Who could meet next" aside="this week">
      <LivePart
        live={live}
        waiting="Looking whom to bring together"
        failed="Whom to bring together could not be found out"
      >
        {({ suggestions, none }) =>
          suggestions.length === 0 ? (
            <p className="k-small k-quiet">{none}</p>
          ) : (
            <>
              <ul aria-label="Who could meet next">
                {suggestions.map((one) => (
                  <Pairing key={`${one.a.id} ${one.b.id}`} suggestion={one} />
                ))}
              </ul>
              <Button look="quiet" onClick={() => navigation.go('introductions', 'suggestions')}>
                See all that speaks for each
              </Button>
            </>
          )
        }
      </LivePart>
    </Section>
  );
}

function Pairing({ suggestion }: { suggestion: Suggestion }): ReactNode {
  const session = useSession();
  const { a, b, why } = suggestion;
  return (
    <li className="k-insp-why" data-light={light.people([a.id, b.id])}>
      <Pair a={a.id} b={b.id} />
      <p className="k-small k-quiet">{why}</p>
      {session.hello.readOnly === undefined ? (
        <TextButton
          label={`Introduce them: ${a.name} and ${b.name}`}
          onClick={() => beginIntroduction(session, { a: a.id, b: b.id, why: reasonOf(suggestion) })}
        >
          Introduce them
        </TextButton>
      ) : null}
    </li>
  );
}
