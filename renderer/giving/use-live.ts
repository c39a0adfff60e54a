/** An answer of the host that stays true while somebody looks: asked again after every edit and at midnight. */
import { useEffect, useState } from 'react';
import type { Arguments, Method, Result } from '../../shared/contract';
import { toErrorMessage } from '../../shared/errors';
import { gathered } from '../network/gathered';
import { useSession } from '../network/hooks';

export interface Live<T> {
  /** The last answer; it stays while another is on its way. */
  readonly answer?: T;
  /** Why there is no newer one, as a sentence. */
  readonly failed?: string;
  readonly again: () => void;
}

interface Heard<M extends Method> {
  readonly to: string;
  readonly answer?: Result<M>;
  readonly failed?: string;
}

/** Milliseconds in which edits are gathered: short, for one looks at what was just done. */
const gatherFor = 40;

/** @param args undefined where there is nothing to ask; their content decides, not which object they are */
export function useLive<M extends Method>(method: M, args: Arguments<M> | undefined): Live<Result<M>> {
  const session = useSession();
  const [heard, setHeard] = useState<Heard<M>>();
  const [asking, setAsking] = useState(0);
  const key = JSON.stringify([method, args]);
  const [asked, setAsked] = useState({ key, args });
  if (asked.key !== key) setAsked({ key, args });
  useEffect(() => {
    const { key, args } = asked;
    if (args === undefined) return undefined;
    let latest = 0;
    const ask = async (): Promise<void> => {
      const own = ++latest;
      try {
        const answer = await session.host.call(method, args);
        if (own === latest) setHeard({ to: key, answer });
      } catch (error) {
        const failed = toErrorMessage(error).message;
        if (own === latest)
          setHeard((before) => (before?.to === key ? { ...before, failed } : { to: key, failed }));
      }
    };
    const soon = gathered(() => void ask(), gatherFor);
    const ends = [
      session.replica.onChange(() => soon.call()),
      session.subscribe(({ type }) => {
        if (type === 'day' || type === 'reload') soon.call();
      }),
      () => soon.stop(),
    ];
    void ask();
    return () => {
      latest = -1;
      for (const end of ends) end();
    };
  }, [session, method, asked, asking]);
  const current = heard?.to === key ? heard : undefined;
  return {
    ...(current?.answer === undefined ? {} : { answer: current.answer }),
    ...(current?.failed === undefined ? {} : { failed: current.failed }),
    again: () => setAsking((count) => count + 1),
  };
}
