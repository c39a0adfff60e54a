/**
 * Opens a data folder for an entry (window, browser, terminal): the first to come holds the folder and answers
 * itself; everyone after becomes a client of it, by the same contract. When the holder goes, its clients are told,
 * and whichever asks for something next takes the folder over.
 */
import type { Socket } from 'node:net';
import type { Answerer } from '../../shared/answerer';
import { answererOver, type Channel } from '../../shared/channel';
import { type HostEvent, isMethod, type Method } from '../../shared/contract';
import { parseArguments } from '../../shared/contract-parsing';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import { Listeners } from '../../shared/listeners';
import { type GreetingOptions, greetGuest, greetHolder, refuseGuest } from './greeting';
import type { LocalHost } from './host';
import { serve } from './serve';
import { channelOverSocket } from './socket-line';
import type { Hold } from './store/lock';

export interface OpenOptions extends GreetingOptions {
  /** Takes the folder, or says who has it. */
  readonly hold: (onConnection: (socket: Socket) => void) => Promise<Hold>;
  /** Connects to the holder. */
  readonly connect: (socketPath: string) => Promise<Socket>;
  /** Opens the store; called while the folder is held. */
  readonly openLocal: () => Promise<LocalHost>;
}

/** One way to the network, until it breaks. */
interface Way {
  readonly answerer: Answerer;
  /** Ends it in order. */
  readonly close: () => Promise<void>;
}

/** A holder that goes between being found and being greeted is looked for again, this often. */
const attempts = 5;

/** @throws KithmapError where the folder cannot be opened, or its holder refuses. */
export async function openHost(options: OpenOptions): Promise<Answerer> {
  const listeners = new Listeners<HostEvent>();
  let ended: KithmapError | undefined;
  let current: Promise<Way> | undefined;

  const open = async (): Promise<Way> => {
    const way = await openWay(options, (reason) => {
      current = undefined;
      if (ended === undefined) listeners.tell({ type: 'closing', reason });
    });
    way.answerer.subscribe((event) => {
      // The end of the holder is told once, when the line to it is down.
      if (event.type !== 'closing') listeners.tell(event);
    });
    return way;
  };
  const ask = (): Promise<Way> => {
    if (current !== undefined) return current;
    const opening = open();
    current = opening;
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  };

  await ask();

  return {
    async answer(method, args) {
      if (ended !== undefined) throw ended;
      const again = current === undefined;
      const { answerer } = await ask();
      if (again) listeners.tell({ type: 'reload' });
      return answerer.answer(method, args);
    },
    subscribe: (listener) => listeners.add(listener),
    async close() {
      if (ended !== undefined) return;
      const reason = 'Kithmap was closed.';
      ended = new KithmapError('unavailable', reason);
      listeners.tell({ type: 'closing', reason });
      const way = await current?.catch(() => undefined);
      await way?.close();
    },
  };
}

/** @param onGone hears once that a holder elsewhere has gone, and why. */
async function openWay(options: OpenOptions, onGone: (reason: string) => void): Promise<Way> {
  let trouble: unknown;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const guests = new Guests(options);
    const hold = await options.hold((socket) => guests.receive(socket));
    if (hold.held) return holdWay(options, hold, guests);
    try {
      return await guestWay(options, hold.socketPath, onGone);
    } catch (error) {
      // Only a holder that could not be reached may have gone; a refusal is an answer.
      if (error instanceof KithmapError) throw error;
      trouble = error;
    }
  }
  throw new KithmapError(
    'busy',
    'Another Kithmap has this data folder open and cannot be reached. Close it.',
    {
      cause: trouble,
    },
  );
}

async function holdWay(
  { openLocal }: OpenOptions,
  hold: Extract<Hold, { held: true }>,
  guests: Guests,
): Promise<Way> {
  const local = await openLocal().catch(async (error: unknown) => {
    guests.refuse(toErrorMessage(error).message);
    await hold.release();
    throw error;
  });
  guests.serve(local);
  return {
    answerer: local,
    async close() {
      await local.end('Kithmap was closed.');
      guests.close();
      await hold.release();
    },
  };
}

async function guestWay(
  options: OpenOptions,
  socketPath: string,
  onGone: (reason: string) => void,
): Promise<Way> {
  const line = channelOverSocket(await options.connect(socketPath));
  const channel = await greetHolder(line, options);
  let leaving = false;
  let reason = 'The Kithmap that had this data folder open has gone. Try again to take over here.';
  const answerer = answererOver({
    ...channel,
    onClosed(closed) {
      channel.onClosed(() => {
        closed(reason);
        if (!leaving) onGone(reason);
      });
    },
  });
  answerer.subscribe((event) => {
    if (event.type === 'closing') reason = `${event.reason} Try again to take over here.`;
  });
  return {
    answerer,
    close() {
      leaving = true;
      channel.close();
      return Promise.resolve();
    },
  };
}

/** Other entries that come to the holder. Those that come before the network is open wait at the door. */
class Guests {
  readonly #options: OpenOptions;
  readonly #channels = new Set<Channel>();
  #host: Answerer | undefined;
  #refusal: string | undefined;

  constructor(options: OpenOptions) {
    this.#options = options;
  }

  receive(socket: Socket): void {
    const channel = channelOverSocket(socket);
    if (this.#refusal !== undefined) {
      refuseGuest(channel, this.#refusal);
      return;
    }
    this.#channels.add(channel);
    channel.onClosed(() => this.#channels.delete(channel));
    if (this.#host !== undefined) void this.#greet(channel, this.#host);
  }

  serve(host: Answerer): void {
    this.#host = forGuests(host);
    for (const channel of this.#channels) void this.#greet(channel, this.#host);
  }

  refuse(reason: string): void {
    this.#refusal = reason;
    for (const channel of this.#channels) refuseGuest(channel, reason);
  }

  close(): void {
    this.refuse('Kithmap is closing. Try again.');
  }

  async #greet(channel: Channel, host: Answerer): Promise<void> {
    const greeted = await greetGuest(channel, this.#options);
    if (greeted !== undefined) serve(greeted, host);
  }
}

/** What a guest may not ask for: whoever holds the folder must see its network being replaced. */
const holdersAlone: Readonly<Partial<Record<Method, string>>> = {
  restore: 'A backup can be restored only where the network was opened first.',
  forget: 'Forgetting for good can be done only where the network was opened first.',
};

function forGuests(host: Answerer): Answerer {
  return {
    ...host,
    async answer(method, args) {
      const refusal = isMethod(method) ? holdersAlone[method] : undefined;
      if (!isMethod(method) || refusal === undefined) return host.answer(method, args);
      parseArguments(method, args);
      throw new KithmapError('unavailable', `${refusal} Do it there, or close it there.`);
    },
  };
}
