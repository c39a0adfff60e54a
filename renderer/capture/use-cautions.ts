/** What is worth a word before a line is logged, such as a week that holds many promises already. It holds up nothing. */
import { useEffect, useState } from 'react';
import type { LogArguments } from '../../shared/capture/log';
import { JsonObject } from '../../shared/json';
import { cautionsIn } from '../network/cautions';
import { useSession } from '../network/hooks';

const none: readonly string[] = [];
/** Milliseconds after the last key: a sentence that comes and goes while one types helps nobody. */
const after = 250;

/** @param args what would be logged; only promises of mine with a day are worth asking about */
export function useCautions(args: LogArguments): readonly string[] {
  const { host } = useSession();
  const [found, setFound] = useState<{ readonly for: string; readonly cautions: readonly string[] }>();
  const asked = args.commitments.some(({ by, due }) => by === 'me' && due !== undefined)
    ? JSON.stringify(args)
    : undefined;
  useEffect(() => {
    if (asked === undefined) return;
    let current = true;
    const ask = async (): Promise<void> => {
      // A line that cannot be logged says so by itself.
      const cautions = await host
        .call('tryOut', { name: 'capture.log', args: JsonObject.parse(JSON.parse(asked)) })
        .then(({ answer }) => cautionsIn(answer))
        .catch(() => none);
      if (current) setFound({ for: asked, cautions });
    };
    const timer = setTimeout(() => void ask(), after);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [host, asked]);
  return found !== undefined && found.for === asked ? found.cautions : none;
}
