/** A confidential text: there, and shown only when asked for. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../network/hooks';
import { TextButton } from './section';

export function Secret({ id }: { id: string }): ReactNode {
  const session = useSession();
  const [text, setText] = useState<string>();
  const reveal = async (): Promise<void> => {
    try {
      setText((await session.host.call('reveal', { id })).text);
    } catch (error) {
      session.fail(error);
    }
  };
  if (text === undefined)
    return <TextButton onClick={() => void reveal()}>Show what is confidential</TextButton>;
  return (
    <>
      <p className="k-insp-text">{text}</p>
      <TextButton onClick={() => setText(undefined)}>Hide it again</TextButton>
    </>
  );
}
