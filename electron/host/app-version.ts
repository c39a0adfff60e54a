/** The version of this Kithmap, from the package that it came in. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

/** @param folder the package's, as a URL. */
export async function readAppVersion(folder: URL): Promise<string> {
  const text = await readFile(new URL('package.json', folder), 'utf8');
  return Package.parse(JSON.parse(text)).version;
}
