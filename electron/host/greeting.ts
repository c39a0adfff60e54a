/**
 * Two entries on one folder greet each other before anything else: only the same contract is spoken, since anything
 * else could misunderstand an edit.
 */
import { z } from 'zod';
import type { Channel } from '../../shared/channel';
import { contractVersion } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';

const Greeting = z.object({
  kithmap: z.object({ contractVersion: z.int(), appVersion: z.string().max(100) }),
});
const Refusal = z.object({ refused: z.string().max(2_000) });

/** Whoever does not greet within this time is no Kithmap, or stands still. */
const patience = 10_000;

export interface GreetingOptions {
  readonly appVersion: string;
  /** Calls back after a while, unless it is taken back. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** For tests: the contract that this side speaks. */
  readonly contract?: number;
}

/** Greets the holder. @throws KithmapError `unavailable` with the holder's reason, `busy` where it does not answer. */
export async function greetHolder(channel: Channel, options: GreetingOptions): Promise<Channel> {
  const { first, rest } = withFirstText(channel, options);
  channel.send(greeting(options));
  const text = await first;
  const refusal = Refusal.safeParse(text);
  if (refusal.success) throw new KithmapError('unavailable', refusal.data.refused);
  if (!Greeting.safeParse(text).success) {
    throw new KithmapError('busy', 'Another program answers for this data folder, and it is no Kithmap.');
  }
  return rest;
}

/** Answers a greeting. Undefined where the other was refused, with the reason said and the channel closed. */
export async function greetGuest(channel: Channel, options: GreetingOptions): Promise<Channel | undefined> {
  const { first, rest } = withFirstText(channel, options);
  const guest = Greeting.safeParse(await first.catch(() => undefined));
  const { contract = contractVersion, appVersion } = options;
  if (!guest.success) {
    channel.close();
    return undefined;
  }
  const { kithmap } = guest.data;
  if (kithmap.contractVersion !== contract) {
    refuseGuest(
      channel,
      `Kithmap ${appVersion} has this data folder open and does not understand Kithmap ${kithmap.appVersion}. ` +
        'Close it, or use the same version.',
    );
    return undefined;
  }
  channel.send(greeting(options));
  return rest;
}

/** Says why nobody is let in, and closes. */
export function refuseGuest(channel: Channel, reason: string): void {
  channel.send(JSON.stringify({ refused: reason }));
  channel.close();
}

function greeting({ appVersion, contract = contractVersion }: GreetingOptions): string {
  return JSON.stringify({ kithmap: { contractVersion: contract, appVersion } });
}

/** The first text that comes, as JSON, and the channel as it goes on after that. */
function withFirstText(
  channel: Channel,
  { after }: GreetingOptions,
): { readonly first: Promise<unknown>; readonly rest: Channel } {
  const held: string[] = [];
  let receive: ((text: string) => void) | undefined;
  const first = new Promise<unknown>((resolve, reject) => {
    const fail = (): void =>
      reject(
        new KithmapError('busy', 'Another Kithmap has this data folder open and does not answer. Close it.'),
      );
    const calm = after(patience, fail);
    channel.onClosed(() => {
      calm();
      fail();
    });
    let greeted = false;
    channel.onText((text) => {
      if (greeted) {
        if (receive === undefined) held.push(text);
        else receive(text);
        return;
      }
      greeted = true;
      calm();
      try {
        resolve(JSON.parse(text));
      } catch {
        fail();
      }
    });
  });
  const rest: Channel = {
    ...channel,
    onText(listener) {
      receive = listener;
      for (const text of held.splice(0)) listener(text);
    },
  };
  return { first, rest };
}
