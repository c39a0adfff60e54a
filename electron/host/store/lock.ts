/** One writer per data folder: whoever listens on the folder's socket holds it. */
import type { Socket } from 'node:net';
import { KithmapError } from '../../../shared/errors';

export type Hold =
  | { readonly held: true; release(): Promise<void> }
  /** Another program holds the folder and listens here. */
  | { readonly held: false; readonly socketPath: string };

/**
 * Takes the folder, or says who has it.
 * @param onConnection is called for each second entry that connects while the folder is held.
 */
export function holdFolder(folder: string, onConnection: (socket: Socket) => void): Promise<Hold> {
  void onConnection;
  return Promise.reject(new KithmapError('unavailable', `${folder} cannot be held yet.`));
}
