/** The open part of a card: the last time, something to write about, the ways to reach them, a draft, and the acts. */
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WeekContact } from '../../shared/keeping/answers';
import type { Channel } from '../../shared/model/entities';
import { channels } from '../../shared/model/entities/happening';
import { Secret } from '../atlas/inspector/secret';
import { useKeyRules } from '../app/action-context';
import { channelWords } from '../app/channel-words';
import { Button, IconButton } from '../app/parts/button';
import { useSession } from '../network/hooks';
import { copyText, keepPromise, logContact, putAside } from './acts';
import { Reach } from './reach';

/** The act by which a card is done, by its channel. */
const doneWords: Readonly<Record<Channel, string>> = {
  'in-person': 'Met today',
  meal: 'Had a meal today',
  call: 'Called today',
  video: 'Video call today',
  mail: 'Wrote a mail today',
  message: 'Wrote a message today',
  letter: 'Wrote a letter today',
  event: 'Were at an event today',
  gift: 'Gave a present today',
};

export function CardOpen({ card }: { card: WeekContact }): ReactNode {
  const { reasons, last, lastConfidential, suggestion } = card;
  return (
    <div className="k-today-open">
      <dl className="k-today-facts">
        {reasons.slice(1).map(({ kind, text }) => (
          <div key={`${kind} ${text}`}>
            <dt>Also</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Last time</dt>
          <dd>
            {last ?? 'Nothing is recorded yet.'}{' '}
            {lastConfidential === undefined ? null : (
              <Secret id={lastConfidential}>Show what is confidential</Secret>
            )}
          </dd>
        </div>
        <div>
          <dt>To begin with</dt>
          <dd>{suggestion.text}</dd>
        </div>
        <div>
          <dt>How</dt>
          <dd>
            <Reach card={card} />
          </dd>
        </div>
        <div>
          <dt>Draft</dt>
          <dd>
            <Draft card={card} />
          </dd>
        </div>
      </dl>
      <CardPromises card={card} />
      <CardActs card={card} />
    </div>
  );
}

function Draft({ card: { draft } }: { card: WeekContact }): ReactNode {
  const session = useSession();
  return (
    <div className="k-today-draft">
      <p>{draft.text}</p>
      <Button
        look="quiet"
        className="k-small"
        keyShown={useLetterKey('d')}
        onClick={() => void copyText(session, draft.text, 'The draft is copied')}
      >
        Copy the draft
      </Button>
    </div>
  );
}

/** A talk keeps no promise; these do. */
function CardPromises({ card: { reasons, name } }: { card: WeekContact }): ReactNode {
  const session = useSession();
  return reasons.map(({ kind, text, source }) => {
    if (source === undefined || (kind !== 'promise' && kind !== 'update')) return null;
    const isUpdate = kind === 'update';
    return (
      <p className="k-today-promise-acts" key={source}>
        <span className="k-quiet">{isUpdate ? 'What came of the advice:' : 'The promise:'}</span>
        <Button
          className="k-small"
          aria-label={isUpdate ? `I told them: ${text}` : `I kept it: ${text}`}
          onClick={() => void keepPromise(session, { id: source, kind, name })}
        >
          {isUpdate ? 'I told them' : 'I kept it'}
        </Button>
        <Button
          look="quiet"
          className="k-small"
          aria-label={`Drop it: ${text}`}
          onClick={() => session.dialogs.open('drop-promise', [source])}
        >
          Drop it
        </Button>
      </p>
    );
  });
}

function CardActs({ card }: { card: WeekContact }): ReactNode {
  const session = useSession();
  const { id, name, channel } = card;
  const snooze = useLetterKey('s');
  const log = useLetterKey('l');
  const skip = useLetterKey('u');
  const elsewhere = useLetterKey('o');
  const swap = useLetterKey('w');
  if (session.hello.readOnly !== undefined) return null;
  return (
    <div className="k-today-acts" role="group" aria-label={`What to do about ${name}`}>
      <Button look="filled" keyShown={log} onClick={() => void logContact(session, card, channel)}>
        {doneWords[channel]}
      </Button>
      <OtherWays card={card} />
      <Button keyShown={snooze} onClick={() => session.dialogs.open('snooze', [id])}>
        Snooze
      </Button>
      <Button look="quiet" keyShown={skip} onClick={() => void putAside(session, card, 'skip')}>
        Skip once
      </Button>
      <Button look="quiet" keyShown={elsewhere} onClick={() => void putAside(session, card, 'elsewhere')}>
        In touch elsewhere
      </Button>
      <Button look="quiet" keyShown={swap} onClick={() => void putAside(session, card, 'swap')}>
        Swap
      </Button>
    </div>
  );
}

/** Another way than the one suggested, or the whole story in words. */
function OtherWays({ card }: { card: WeekContact }): ReactNode {
  const session = useSession();
  const others = channels.filter((channel) => channel !== card.channel && channel !== 'event');
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <IconButton icon={IconDots} label={`Other ways of being in touch with ${card.name}`} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => session.dialogs.open('note', [card.id])}>Tell what happened…</Menu.Item>
        <Menu.Divider />
        {others.map((channel) => (
          <Menu.Item key={channel} onClick={() => void logContact(session, card, channel)}>
            {channelWords[channel]} today
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A key to show where letter keys are on. */
function useLetterKey(key: string): string | undefined {
  return useKeyRules().letterKeys ? key : undefined;
}
