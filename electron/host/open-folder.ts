/** Opens a data folder on this machine's disk, with its clock and its sockets: what every entry does first. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Answerer } from '../../shared/answerer';
import { KithmapError } from '../../shared/errors';
import { clockFrom } from './clock';
import { withDigest } from './daily-digest';
import { makeHost } from './host';
import { openHost } from './open';
import { type Outside, withOutside } from './outside';
import { loadSampleText, samplePatches } from './sample/sample';
import { sideFile } from './side-file';
import { holdFolder } from './store/lock';
import { realFiles } from './store/real-files';
import { openStore } from './store/store';

export interface FolderOptions {
  /** Absolute path; made if it is not there. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly appVersion: string;
  /** What this entry can do besides; a terminal can do nothing. */
  readonly outside?: Outside;
  /** Told of faults of ours. */
  readonly onFault: (error: unknown) => void;
}

/** A snapshot waits this long after the edit that called for it. */
const calm = 2_000;

/** @throws KithmapError where the folder cannot be opened, with what to do about it. */
export async function openFolder(options: FolderOptions): Promise<Answerer> {
  const { folder, environment, appVersion, outside, onFault } = options;
  const clock = clockFrom(environment);
  const newId = (): string => randomBytes(12).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new KithmapError('disk', `The folder ${folder} cannot be made. Name another with --data.`, {
      cause: error,
    });
  });
  const answerer = await openHost({
    appVersion,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    hold: (onConnection) => holdFolder(folder, onConnection),
    async connect(path) {
      const socket = connect(path);
      await once(socket, 'connect');
      return socket;
    },
    async openLocal() {
      const store = await openStore({
        folder,
        files: realFiles,
        clock,
        newId,
        appVersion,
        idle: (work) => {
          setTimeout(() => void work(), calm).unref();
        },
      });
      return makeHost({
        store,
        clock,
        newId,
        appVersion,
        dataFolder: folder,
        elapsed: () => performance.now(),
        every,
        shown: sideFile(folder, 'lists.json'),
        suggested: sideFile(folder, 'pairs.json'),
        readSample: async (today) => samplePatches(await loadSampleText(), today),
        onFault,
      });
    },
  });
  if (outside === undefined) return answerer;
  const whole = withOutside(answerer, outside);
  const { notify } = outside;
  if (notify === undefined) return whole;
  return withDigest(whole, every, { clock, file: sideFile(folder, 'notified.json'), notify, onFault });
}

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
}
