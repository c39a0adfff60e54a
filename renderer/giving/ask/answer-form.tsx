/** Writes down the answer to a request; a yes may say at once what was received. */
import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { exchangeKinds } from '../../../shared/model/entities/happening';
import { exchangeWords } from '../../atlas/inspector/story-words';
import { TextButton } from '../../atlas/inspector/section';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';

interface AnswerFormProps {
  readonly request: string;
  /** What was asked, for those who hear the buttons. */
  readonly what: string;
}

const done = 'The answer is written down';

export function AnswerForm({ request, what }: AnswerFormProps): ReactNode {
  const session = useSession();
  const [isYes, setYes] = useState(false);
  const answer = (said: 'no' | 'not-now'): void =>
    void session.tell('request.answer', { id: request, answer: said }, { done });
  if (isYes) return <YesForm request={request} onLeave={() => setYes(false)} />;
  return (
    <>
      <TextButton label={`Yes: ${what}`} onClick={() => setYes(true)}>
        Yes
      </TextButton>
      <TextButton label={`No: ${what}`} onClick={() => answer('no')}>
        No
      </TextButton>
      <TextButton label={`Not now: ${what}`} onClick={() => answer('not-now')}>
        Not now
      </TextButton>
    </>
  );
}

function YesForm({ request, onLeave }: { request: string; onLeave: () => void }): ReactNode {
  const session = useSession();
  const [kind, setKind] = useState('');
  const [text, setText] = useState('');
  const keep = (): void => {
    const said = text.trim();
    const received = kind === '' ? {} : { received: { kind, ...(said === '' ? {} : { text: said }) } };
    void session.tell('request.answer', { id: request, answer: 'yes', ...received }, { done });
    onLeave();
  };
  return (
    <form
      className="k-ask-yes"
      aria-label="They said yes"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <NativeSelect
        size="xs"
        label="What you received"
        classNames={{ label: 'k-mantine-label' }}
        autoFocus
        value={kind}
        data={[
          { value: '', label: 'Nothing yet' },
          ...exchangeKinds.map((value) => ({ value, label: exchangeWords[value] })),
        ]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      {kind === '' ? null : (
        <TextInput
          size="xs"
          label="What it was, if you like"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="k-ask-yes-acts">
        <Button look="filled" className="k-small" type="submit">
          They said yes
        </Button>
        <Button look="quiet" className="k-small" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
