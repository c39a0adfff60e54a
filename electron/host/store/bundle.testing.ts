/** A small program for a test, bundled from its source, so that it starts quickly and needs nothing else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

/** @returns the path of the program, which is built once when it is first asked for and removed after the tests. */
export function bundled(source: URL): () => Promise<string> {
  let built: Promise<string> | undefined;
  let folder: string | undefined;
  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });
  const make = async (): Promise<string> => {
    folder = await mkdtemp(join(tmpdir(), 'kithmap-program-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(source),
        outDir: folder,
        minify: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
    return join(folder, 'program.mjs');
  };
  return () => (built ??= make());
}
