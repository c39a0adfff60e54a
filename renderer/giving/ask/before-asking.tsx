/** What there is to know before asking somebody, what would make it a better moment, and the question itself. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Better, Readiness } from '../../../shared/asking/answers';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { PersonName } from '../../today/person-name';
import { LivePart } from '../live-part';
import { useLive } from '../use-live';
import { AnswerForm } from './answer-form';
import { AskForm } from './ask-form';
import { actFor } from './acts';
import { Asking } from './asking';
import { MomentMark } from './moment-mark';

const factWords: Readonly<Record<string, string>> = {
  known: 'Known',
  last: 'Last time',
  given: 'To and fro',
  promises: 'Promises',
  asked: 'Asked',
  thanks: 'Thanks',
};

interface BeforeAskingProps {
  readonly contact: string;
  /** Its own head, where no line above says who it is. */
  readonly named?: boolean;
}

export function BeforeAsking({ contact, named = false }: BeforeAskingProps): ReactNode {
  const { need } = useStore(Asking.of(useSession()).store);
  const live = useLive('readiness', { contact });
  return (
    <LivePart live={live} waiting="Looking how things stand" failed="How things stand could not be found out">
      {(readiness) => (
        <section className="k-ask-before" aria-label={`Before asking ${readiness.name}`}>
          {named ? <Head readiness={readiness} /> : null}
          <BetterList readiness={readiness} />
          <dl className="k-ask-facts">
            {readiness.facts.map(({ kind, text }) => (
              <div key={kind}>
                <dt>{factWords[kind] ?? ''}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <AskForm key={need} contact={contact} name={readiness.name} need={need} />
        </section>
      )}
    </LivePart>
  );
}

function Head({ readiness: { contact, name, moment, headline } }: { readiness: Readiness }): ReactNode {
  return (
    <div className="k-ask-helper-head">
      <h2 className="k-ask-name">
        <PersonName id={contact} name={name} />
      </h2>
      <MomentMark moment={moment} headline={headline} />
    </div>
  );
}

function BetterList({ readiness: { moment, text, better } }: { readiness: Readiness }): ReactNode {
  return (
    <>
      {moment === 'good' ? <p>{text}</p> : null}
      {better.length === 0 ? null : (
        <ul className="k-ask-better" aria-label="What would make it better">
          {better.map((one) => (
            <li key={`${one.kind} ${one.act?.id ?? ''}`}>
              <p>{one.text}</p>
              <Act better={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Act({ better: { act, text } }: { better: Better }): ReactNode {
  const session = useSession();
  if (act === undefined || session.hello.readOnly !== undefined) return null;
  if (act.kind === 'write-answer') return <AnswerForm request={act.id} what={text} />;
  const { label, perform } = actFor(session, act);
  return (
    <Button className="k-small" aria-label={`${label}: ${text}`} onClick={perform}>
      {label}
    </Button>
  );
}
