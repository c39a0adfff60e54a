/** Entries that share a folder: the contract over the socket between them, versions, and taking over. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answerer, hostOf } from '../../shared/answerer';
import { contractVersion, type HostEvent, messageLimit } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { contractSuite } from '../contract-suite.testing';
import { testHost } from '../memory.testing';
import { openHost, type OpenOptions } from './open';
import { channelOverSocket, Lines } from './socket-line';
import { eventsOf } from './store.testing';
import { holdFolder } from './store/lock';

/** One data folder of this machine, and the entries that open it. */
class Machine {
  readonly folder: string;
  readonly #entries: Answerer[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<Machine> {
    return new Machine(await mkdtemp(join(tmpdir(), 'kithmap-open-')));
  }

  get runtime(): string {
    return join(this.folder, 'run');
  }

  async open(options: Partial<OpenOptions> = {}): Promise<Answerer> {
    const entry = await openHost({
      appVersion: '1.0.0',
      after: () => () => undefined,
      hold: (onConnection) => holdFolder(this.folder, onConnection, this.runtime),
      connect: connected,
      openLocal: () => Promise.resolve(testHost().local),
      ...options,
    });
    this.#entries.push(entry);
    return entry;
  }

  async remove(): Promise<void> {
    for (const entry of this.#entries) await entry.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function connected(path: string): Promise<Socket> {
  const socket = connect(path);
  await once(socket, 'connect');
  return socket;
}

contractSuite(
  'the socket between two entries',
  async (host) => {
    const machine = await Machine.make();
    let path = '';
    const holder = await machine.open({
      openLocal: () => Promise.resolve(host),
    });
    const guest = (): Promise<Answerer> =>
      machine.open({
        connect(socketPath) {
          path = socketPath;
          return connected(socketPath);
        },
        openLocal: () => Promise.reject(new KithmapError('unavailable', 'A guest opens nothing.')),
      });
    return {
      end: () => holder.close(),
      connect: guest,
      async intrude() {
        await (await guest()).close();
        const socket = await connected(path);
        socket.write(`${JSON.stringify({ id: 1, method: 'hello', args: {} })}\n`);
        const [chunk] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as unknown[];
        if (!(chunk instanceof Uint8Array)) throw new Error('It hung up.');
      },
      async stop() {
        await holder.close();
        await machine.remove();
      },
    };
  },
  { refuses: ['restore'] },
);

describe('entries that share a folder', () => {
  let machine: Machine;
  beforeEach(async () => {
    machine = await Machine.make();
  });
  afterEach(() => machine.remove());

  it('tells guests why the holder goes, and lets the one who asks next take over', async () => {
    const holder = await machine.open();
    const guest = await machine.open();
    const events: HostEvent[] = [];
    guest.subscribe((event) => events.push(event));
    const closing = new Promise<void>((resolve) =>
      guest.subscribe(({ type }) => type === 'closing' && resolve()),
    );
    await holder.close();
    await closing;
    expect(eventsOf(events, 'closing').map(({ reason }) => reason)).toEqual([
      'Kithmap was closed. Try again to take over here.',
    ]);
    expect(await guest.answer('hello', {})).toMatchObject({ seq: 0 });
    expect(events.at(-1)).toEqual({ type: 'reload' });
    // It holds the folder now: what guests may not do, it may.
    await expect(guest.answer('restore', { name: 'none' })).rejects.toMatchObject({ code: 'not-found' });
    const next = await machine.open({ openLocal: () => Promise.reject(new Error('held already')) });
    expect(await next.answer('hello', {})).toMatchObject({ seq: 0 });
  });

  it('fails the calls that were under way when the holder went', async () => {
    const local = testHost().local;
    const holder = await machine.open({
      openLocal: () => Promise.resolve({ ...local, answer: () => new Promise<unknown>(() => undefined) }),
    });
    const guest = await machine.open();
    const call = guest.answer('hello', {});
    const failed = expect(call).rejects.toMatchObject({ code: 'unavailable' });
    await new Promise((resolve) => setImmediate(resolve));
    await holder.close();
    await failed;
  });

  it('lets of several who open at once one hold and the others join', async () => {
    let opened = 0;
    const openLocal = (): Promise<ReturnType<typeof testHost>['local']> => {
      opened += 1;
      return Promise.resolve(testHost().local);
    };
    const entries = await Promise.all([1, 2, 3, 4].map(() => machine.open({ openLocal })));
    expect(opened).toBe(1);
    const clients = await Promise.all(entries.map((entry) => hostOf(entry).call('hello', {})));
    expect(new Set(clients.map(({ client }) => client)).size).toBe(4);
  });

  it('refuses another version of the contract with the reason, and stays', async () => {
    await machine.open();
    const newer = machine.open({ appVersion: '2.0.0', contract: contractVersion + 1 });
    await expect(newer).rejects.toMatchObject({
      code: 'unavailable',
      message:
        'Kithmap 1.0.0 has this data folder open and does not understand Kithmap 2.0.0. ' +
        'Close it, or use the same version.',
    });
    await machine.open();
  });

  it('passes on why the holder could not open the folder, and frees it', async () => {
    const failure = new KithmapError('damaged', 'The folder is not what it should be.');
    let fail: (error: Error) => void = () => undefined;
    let opening: (value: unknown) => void = () => undefined;
    const isOpening = new Promise((resolve) => (opening = resolve));
    let arrived: (value: unknown) => void = () => undefined;
    const hasArrived = new Promise((resolve) => (arrived = resolve));
    const holder = machine.open({
      hold: (onConnection) =>
        holdFolder(
          machine.folder,
          (socket) => {
            onConnection(socket);
            arrived(socket);
          },
          machine.runtime,
        ),
      openLocal: () =>
        new Promise((_, reject) => {
          fail = reject;
          opening(undefined);
        }),
    });
    await isOpening;
    const guest = machine.open({ openLocal: () => Promise.reject(failure) });
    const refused = expect(guest).rejects.toThrow('The folder is not what it should be.');
    await hasArrived;
    fail(failure);
    await expect(holder).rejects.toBe(failure);
    await refused;
    await machine.open();
  });

  it('does not wait for ever for a holder that does not answer', async () => {
    const [server, path] = await silentServer(machine);
    let impatience: () => void = () => undefined;
    const opening = machine.open({
      hold: () => Promise.resolve({ held: false, socketPath: path }),
      after(_ms, work) {
        impatience = work;
        return () => undefined;
      },
      async connect(socketPath) {
        const socket = await connected(socketPath);
        setImmediate(() => impatience());
        return socket;
      },
    });
    await expect(opening).rejects.toMatchObject({ code: 'busy' });
    server.close();
  });

  it('looks again for a holder that was gone when it was called', async () => {
    let looked = 0;
    const entry = await machine.open({
      hold(onConnection) {
        looked += 1;
        if (looked === 1)
          return Promise.resolve({ held: false, socketPath: join(machine.folder, 'gone.sock') });
        return holdFolder(machine.folder, onConnection, machine.runtime);
      },
    });
    expect(await entry.answer('hello', {})).toMatchObject({ seq: 0 });
    expect(looked).toBe(2);
    const never = machine.open({
      hold: () => Promise.resolve({ held: false, socketPath: join(machine.folder, 'gone.sock') }),
    });
    await expect(never).rejects.toMatchObject({ code: 'busy' });
  });
});

describe('an entry', () => {
  let machine: Machine;
  beforeEach(async () => {
    machine = await Machine.make();
  });
  afterEach(() => machine.remove());

  it('is turned away while the holder closes', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const local = testHost().local;
    let closing: () => void = () => undefined;
    const isClosing = new Promise<void>((resolve) => (closing = resolve));
    const holder = await machine.open({
      hold: async (onConnection) => {
        const hold = await holdFolder(machine.folder, onConnection, machine.runtime);
        if (!hold.held) return hold;
        return {
          held: true,
          async release() {
            closing();
            await released;
            await hold.release();
          },
        };
      },
      openLocal: () => Promise.resolve(local),
    });
    const closed = holder.close();
    await isClosing;
    await expect(machine.open()).rejects.toMatchObject({
      code: 'unavailable',
      message: 'Kithmap is closing. Try again.',
    });
    release();
    await closed;
    await holder.close();
    await expect(holder.answer('hello', {})).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says so where another program answers for the folder', async () => {
    const path = join(machine.folder, 'other.sock');
    const server = createServer((socket) => socket.end('{"hello": "world"}\n'));
    server.listen(path);
    await once(server, 'listening');
    const opening = machine.open({ hold: () => Promise.resolve({ held: false, socketPath: path }) });
    await expect(opening).rejects.toThrow(
      'Another program answers for this data folder, and it is no Kithmap.',
    );
    server.close();
  });

  it('that could not be opened can be asked again, and opens then', async () => {
    let fail = false;
    const holder = await machine.open();
    const guest = await machine.open({
      openLocal: () =>
        fail
          ? Promise.reject(new KithmapError('disk', 'The disk is out.'))
          : Promise.resolve(testHost().local),
    });
    const closing = new Promise<void>((resolve) =>
      guest.subscribe(({ type }) => type === 'closing' && resolve()),
    );
    await holder.close();
    await closing;
    fail = true;
    await expect(guest.answer('hello', {})).rejects.toThrow('The disk is out.');
    fail = false;
    expect(await guest.answer('hello', {})).toMatchObject({ seq: 0 });
  });
});

async function silentServer(machine: Machine): Promise<[Server, string]> {
  const path = join(machine.folder, 'silent.sock');
  const server = createServer((socket) => socket.on('error', () => undefined));
  server.listen(path);
  await once(server, 'listening');
  return [server, path];
}

describe('a line over a socket', () => {
  it('writes nothing more once it is down, and says so also to whoever asks later', async () => {
    const machine = await Machine.make();
    const path = join(machine.folder, 'line.sock');
    const server = createServer((socket) => socket.end());
    server.listen(path);
    await once(server, 'listening');
    const socket = await connected(path);
    const line = channelOverSocket(socket);
    socket.resume();
    await once(socket, 'close');
    line.send('too late');
    expect(socket.bytesWritten).toBe(0);
    const heard: string[] = [];
    line.onClosed((reason) => heard.push(reason));
    expect(heard).toEqual(['The Kithmap that has this data folder open has gone. Try again.']);
    server.close();
    await machine.remove();
  });

  it('hangs up on whoever does not read', async () => {
    const machine = await Machine.make();
    const path = join(machine.folder, 'deaf.sock');
    const server = createServer((socket) => socket.pause());
    server.listen(path);
    await once(server, 'listening');
    const socket = await connected(path);
    const line = channelOverSocket(socket);
    const closed = once(socket, 'close');
    const text = 'x'.repeat(messageLimit);
    for (let sent = 0; sent < 200 && !socket.destroyed; sent++) line.send(text);
    await closed;
    expect(socket.destroyed).toBe(true);
    server.close();
    await machine.remove();
  });
});

describe('lines on a socket', () => {
  it('come out whole, however they are cut', () => {
    const text = 'Núñez\n小明\n\nlast';
    const bytes = Buffer.from(text);
    for (let size = 1; size <= bytes.length; size++) {
      const lines = new Lines(100);
      const out: string[] = [];
      for (let at = 0; at < bytes.length; at += size) out.push(...lines.push(bytes.subarray(at, at + size)));
      expect(out).toEqual(['Núñez', '小明', '']);
    }
  });

  it('are given up when one does not end', async () => {
    const lines = new Lines(10);
    expect(lines.push(Buffer.from('one\n0123456789'))).toEqual(['one']);
    expect(lines.tooLong).toBe(false);
    lines.push(Buffer.from('x'));
    expect(lines.tooLong).toBe(true);

    const machine = await Machine.make();
    const path = join(machine.folder, 'flood.sock');
    const server = createServer((socket) => channelOverSocket(socket));
    server.listen(path);
    await once(server, 'listening');
    const socket = await connected(path);
    socket.on('error', () => undefined);
    socket.write('x'.repeat(messageLimit + 1));
    await once(socket, 'close');
    server.close();
    await machine.remove();
  });
});
