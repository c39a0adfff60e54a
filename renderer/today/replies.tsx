/** Who waits for a reply, those who have waited longest first, with a line to hold them until there is time. */
import { type ReactNode, useState } from 'react';
import type { OwedReply } from '../../shared/keeping/answers';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, many } from '../app/words';
import { useSession } from '../network/hooks';
import { copyText, noReplyNeeded, replyGiven } from './acts';
import { MoreButton } from './more-button';
import { OwedLine, OwedSection } from './owed-section';
import { PersonName } from './person-name';

/** Replies shown at first. */
const first = 5;

export function Replies({ replies }: { replies: readonly OwedReply[] }): ReactNode {
  const [all, setAll] = useState(false);
  if (replies.length === 0) return null;
  return (
    <OwedSection title="Waiting for your reply">
      {replies.slice(0, all ? undefined : first).map((reply) => (
        <Line key={reply.source} reply={reply} />
      ))}
      <MoreButton all={replies.length} first={first} open={all} onOpen={() => setAll(true)} />
    </OwedSection>
  );
}

function Line({ reply }: { reply: OwedReply }): ReactNode {
  const session = useSession();
  const { id, name, days, since, text, holding } = reply;
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : many(days, 'day', 'days');
  return (
    <OwedLine
      name={<PersonName id={id} name={name} />}
      detail={text}
      aside={{ text: age, title: exactDay(since, session.hello.locale) }}
    >
      <TextButton
        label={`Copy a holding answer to ${name}`}
        onClick={() => void copyText(session, holding, `Copied: ${holding}`)}
      >
        Copy a holding answer
      </TextButton>
      {session.hello.readOnly === undefined ? (
        <>
          <TextButton label={`Answered ${name}`} onClick={() => void replyGiven(session, reply)}>
            Answered
          </TextButton>
          <TextButton label={`None needed: ${name}`} onClick={() => void noReplyNeeded(session, reply)}>
            None needed
          </TextButton>
        </>
      ) : null}
    </OwedLine>
  );
}
