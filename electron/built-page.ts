/**
 * The files of the built page, all read at the start into one fixed list: whatever an address says, nothing else on
 * the disk can be reached by it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { noncePlaceholder } from '../shared/bridge';
import { KithmapError } from '../shared/errors';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

export interface BuiltPage {
  /** index.html with the nonce in its places. */
  index(nonce: string): string;
  /** A file by the path of its address (`/assets/index-1a2b.js`). */
  file(path: string): PageFile | undefined;
}

/** Files of other kinds (source maps) stay where they are. */
const types: ReadonlyMap<string, string> = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json; charset=utf-8'],
]);

/** @throws KithmapError `unavailable` where the page was not built. */
export async function readBuiltPage(folder: string): Promise<BuiltPage> {
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch((error: unknown) => {
    throw new KithmapError('unavailable', `The page is not in ${folder}. Run "npm start", which builds it.`, {
      cause: error,
    });
  });
  const files = new Map<string, PageFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types.get(extname(entry.name));
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, { type, body: await readFile(path) });
  }
  return {
    index: (nonce) => index.replaceAll(noncePlaceholder, nonce),
    file: (path) => files.get(path),
  };
}
