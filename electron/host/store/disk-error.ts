/** What the disk said, as a sentence that a person can act on. */
import { isObject } from '../../../shared/json';
import { KithmapError } from '../../../shared/errors';

export function codeOf(error: unknown): string | undefined {
  if (!isObject(error)) return undefined;
  const { code } = error;
  return typeof code === 'string' ? code : undefined;
}

/** The disk can be read and must not be written: it is mounted so, or the file belongs to somebody else. */
export function refusesWriting(error: unknown): boolean {
  const cause = error instanceof KithmapError ? error.cause : error;
  return ['EROFS', 'EACCES', 'EPERM'].includes(codeOf(cause) ?? '');
}

/**
 * @param what the thing that was being written or read, as it begins a sentence: "Your edit", "The snapshot".
 * @param path which file or folder, where naming it helps.
 */
export function diskError(error: unknown, what: string, path?: string): KithmapError {
  if (error instanceof KithmapError) return error;
  const where = path === undefined ? '' : ` (${path})`;
  return new KithmapError('disk', `${what} could not be ${reason(codeOf(error), where)}`, { cause: error });
}

function reason(code: string | undefined, where: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `written: the disk is full${where}. Free some space and try again.`;
    case 'EROFS':
      return `written: the disk can only be read${where}. Make it writable, or choose another data folder.`;
    case 'EACCES':
    case 'EPERM':
      return `opened: you have no permission${where}. Give your user access to it, or choose another data folder.`;
    case 'ENOTDIR':
      return `opened: there is a file where a folder should be${where}. Move it away, or choose another data folder.`;
    case 'ENOENT':
      return `found${where}. If the disk was taken out, connect it again.`;
    case 'EIO':
      return `written or read: the disk reports a fault${where}. Copy your data folder to another disk.`;
    case 'EMFILE':
    case 'ENFILE':
      return `opened: too many files are open on this computer${where}. Close some programs and try again.`;
    default:
      return `written or read${where}${code === undefined ? '' : `: the disk said ${code}`}. Check the disk and try again.`;
  }
}
