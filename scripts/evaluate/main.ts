/** `npm run evaluate`: see --help. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { evaluate } from './command';

const { out, said, code } = await evaluate(process.argv.slice(2), (path) => readFile(path, 'utf8'));
if (out !== '') process.stdout.write(`${out}\n`);
if (said !== '') process.stderr.write(`${said}\n`);
process.exitCode = code;
