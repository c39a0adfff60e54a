/**
 * One writer per data folder: whoever listens on the folder's socket holds it, and everybody else becomes a client
 * of that one. A program that was killed leaves a socket that refuses connections; then the folder is free.
 *
 * On Windows the system lets one program listen on a named pipe. Elsewhere each program listens on a socket of its
 * own first, in a short folder that only its user can open. A baton, a file whose name is that of its owner's socket,
 * lies in a folder named by the digest of the data folder's real path. Taking it over is renaming it from its dead
 * owner to oneself: of several who try, one finds it there, and nobody can take it from a living owner by mistake,
 * since each name is used once.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { KithmapError } from '../../../shared/errors';
import { codeOf } from './disk-error';

export type Hold =
  | { readonly held: true; release(): Promise<void> }
  /** Another program holds the folder and listens here. */
  | { readonly held: false; readonly socketPath: string };

/** More rounds than that are lost only if something is wrong. */
const rounds = 200;
/** Systems remove what lies in a temporary folder unused for days; the baton is touched more often. */
const touchEvery = 6 * 3_600_000;

/**
 * Takes the folder, or says who has it.
 * @param folder the data folder; it must be there.
 * @param onConnection is called for each second entry that connects while the folder is held.
 * @param runtimeFolder where the sockets lie; one for each user of the computer if not given.
 * @throws KithmapError `disk` where no socket can be made, `busy` where the folder changes hands all the time.
 */
export async function holdFolder(
  folder: string,
  onConnection: (socket: Socket) => void,
  runtimeFolder = usualRuntimeFolder(),
): Promise<Hold> {
  const path = await fs.realpath(folder);
  if (process.platform === 'win32') return holdPipe(pipeName(path), onConnection);
  await makePrivate(runtimeFolder);
  return holdBaton(runtimeFolder, digest(path), onConnection);
}

function usualRuntimeFolder(): string {
  // Not from the environment: two programs of one user must come to the same place. Short: a socket's path is limited.
  return `/tmp/kithmap-${userInfo().uid}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

function pipeName(path: string): string {
  return `\\\\.\\pipe\\kithmap-${digest(`${userInfo().username} ${path.toLowerCase()}`)}`;
}

async function holdPipe(name: string, onConnection: (socket: Socket) => void): Promise<Hold> {
  const server = createServer(onConnection);
  try {
    await listen(server, name);
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return { held: false, socketPath: name };
    throw noSocket(error, name);
  }
  return { held: true, release: () => closed(server) };
}

async function holdBaton(
  runtime: string,
  digestOfFolder: string,
  onConnection: (socket: Socket) => void,
): Promise<Hold> {
  const folder = join(runtime, digestOfFolder);
  const me = randomBytes(6).toString('hex');
  const open = new Set<Socket>();
  let held = false;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    if (held) onConnection(socket);
  });
  const socketPath = socketOf(runtime, me);
  await listen(server, socketPath).catch((error: unknown) => {
    throw noSocket(error, socketPath);
  });
  try {
    for (let round = 0; round < rounds; round++) {
      const owner = await ownerIn(folder);
      if (owner === undefined) {
        held = await layBaton(runtime, folder, me);
      } else if (await answers(socketOf(runtime, owner))) {
        await closed(server);
        return { held: false, socketPath: socketOf(runtime, owner) };
      } else {
        held = await takeBaton(folder, owner, me);
        if (held) await fs.rm(socketOf(runtime, owner), { force: true });
      }
      if (held) {
        // Whoever was quick to see that the baton is ours.
        for (const socket of open) onConnection(socket);
        return { held, release: keepHold(server, join(folder, me), open) };
      }
    }
  } catch (error) {
    await closed(server);
    throw noSocket(error, runtime);
  }
  await closed(server);
  throw new KithmapError('busy', 'Your data folder changes hands all the time. Wait a moment and try again.');
}

function socketOf(runtime: string, name: string): string {
  return join(runtime, `${name}.sock`);
}

/** Whose name the baton bears. */
async function ownerIn(folder: string): Promise<string | undefined> {
  try {
    return (await fs.readdir(folder))[0];
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts the first baton in place, in a folder that appears with it: of several who try, one succeeds. */
async function layBaton(runtime: string, folder: string, me: string): Promise<boolean> {
  const mine = join(runtime, `${me}.new`);
  await fs.mkdir(mine, { mode: 0o700 });
  await fs.writeFile(join(mine, me), '', { mode: 0o600 });
  try {
    await fs.rename(mine, folder);
    return true;
  } catch (error) {
    await fs.rm(mine, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

async function takeBaton(folder: string, from: string, me: string): Promise<boolean> {
  try {
    await fs.rename(join(folder, from), join(folder, me));
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Whether somebody listens on a socket. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('error', (error) => {
      // Only these two say that nobody is there; whatever else it is, the folder is not taken.
      resolve(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? ''));
    });
  });
}

function keepHold(server: Server, baton: string, open: ReadonlySet<Socket>): () => Promise<void> {
  const touch = (): void => {
    const now = new Date();
    fs.utimes(baton, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, touchEvery);
  timer.unref();
  return () => {
    clearInterval(timer);
    const done = closed(server);
    for (const socket of open) socket.destroy();
    return done;
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Makes the folder of the sockets and makes sure that it is this user's alone. @throws KithmapError `disk` */
async function makePrivate(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw noSocket(error, folder);
  }
  const facts = await fs.lstat(folder);
  if (!facts.isDirectory() || facts.uid !== userInfo().uid) {
    throw new KithmapError(
      'disk',
      `${folder} belongs to somebody else, so Kithmap cannot tell who has your data open. Remove it and try again.`,
    );
  }
  if ((facts.mode & 0o077) !== 0) await fs.chmod(folder, 0o700);
}

function noSocket(error: unknown, where: string): KithmapError {
  if (error instanceof KithmapError) return error;
  const code = codeOf(error) ?? 'unknown';
  return new KithmapError(
    'disk',
    `Kithmap cannot tell whether your data is open in another program: no socket can be made in ${where} (${code}).`,
    { cause: error },
  );
}
