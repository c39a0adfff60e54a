/** A confidential text: there, and shown only when asked for. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../network/hooks';
import { TextButton } from './section';

/** @param children what asking for it is called */
export function Secret({
  id,
  children = 'Show what is confidential',
}: {
  id: string;
  children?: string;
}): ReactNode {
  const { text, reveal, hide } = useReveal(id);
  if (text === undefined) return <TextButton onClick={reveal}>{children}</TextButton>;
  return (
    <>
      <p className="k-insp-text">{text}</p>
      <TextButton onClick={hide}>Hide it again</TextButton>
    </>
  );
}

interface Reveal {
  /** Once it was asked for. */
  readonly text: string | undefined;
  readonly reveal: () => void;
  readonly hide: () => void;
}

export function useReveal(id: string | undefined): Reveal {
  const session = useSession();
  const [shown, setShown] = useState<{ readonly id: string; readonly text: string }>();
  const reveal = async (asked: string): Promise<void> => {
    try {
      setShown({ id: asked, text: (await session.host.call('reveal', { id: asked })).text });
    } catch (error) {
      session.fail(error);
    }
  };
  return {
    text: shown !== undefined && shown.id === id ? shown.text : undefined,
    reveal: () => {
      if (id !== undefined) void reveal(id);
    },
    hide: () => setShown(undefined),
  };
}
