/** Writes down what was asked. Nothing is sent: how to ask is up to the person. */
import { Switch, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';

interface AskFormProps {
  readonly contact: string;
  readonly name: string;
  /** What was looked for, to begin with. */
  readonly need: string;
}

export function AskForm({ contact, name, need }: AskFormProps): ReactNode {
  const session = useSession();
  const [text, setText] = useState(need);
  const [secret, setSecret] = useState(false);
  const [fault, setFault] = useState<string>();
  if (session.hello.readOnly !== undefined) return null;
  const ask = async (): Promise<void> => {
    const said = text.trim();
    if (said === '') {
      setFault('Write what you ask for.');
      return;
    }
    const args = { contact, ...(secret ? { confidentialText: said } : { text: said }) };
    const answer = await session.tell('request.add', args, { done: `Written down: you asked ${name}` });
    if (answer === undefined) return;
    setText('');
    setSecret(false);
  };
  return (
    <form
      className="k-ask-form"
      aria-label={`Ask ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Textarea
        label={`What you ask ${name} for`}
        description="Nothing is sent. It is written down, with its answer and your thanks to come."
        autosize
        minRows={1}
        maxRows={5}
        value={text}
        error={fault}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFault(undefined);
        }}
      />
      <div className="k-ask-form-foot">
        <Button type="submit">Ask</Button>
        <Switch
          label="Confidential"
          checked={secret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
      </div>
    </form>
  );
}
