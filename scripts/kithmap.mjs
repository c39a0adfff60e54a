#!/usr/bin/env node
// The terminal command: makes sure the app is built, without a word, and hands over to it in this process.
import { pathToFileURL } from 'node:url';
import { callersFolder, inProject } from './setup/places.mjs';
import { makeReady } from './setup/ready.mjs';

try {
  await makeReady(() => {});
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
const entry = inProject('out', 'main', 'cli.js');
process.chdir(callersFolder('kithmap', process.env, process.cwd()));
process.argv = [process.argv[0] ?? process.execPath, entry, ...process.argv.slice(2)];
await import(pathToFileURL(entry).href);
