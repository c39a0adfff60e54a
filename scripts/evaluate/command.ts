/** What `npm run evaluate` understands, apart from the process it runs in. */
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { evaluateClusters } from './clusters';
import { evaluateCooling } from './cooling';
import { evaluateEvidence } from './evidence';
import { evaluateLinks } from './links';

export interface Outcome {
  /** One line for stdout; empty where there is no answer. */
  readonly out: string;
  /** A sentence for stderr. */
  readonly said: string;
  /** 0 done, 2 refused. */
  readonly code: 0 | 2;
}

const protocols: ReadonlyMap<string, (text: string) => JsonObject> = new Map([
  ['cooling', evaluateCooling],
  ['clusters', evaluateClusters],
  ['links', (text) => evaluateLinks(text)],
]);

export const help = `npm run evaluate -- PROTOCOL FILE

Judges the measures on a network of your own and prints one line of JSON. Nothing is written or sent.

  cooling LOG    who speaks again within 30, 60 and 90 days: the fixed order, one fitted on half of the
                 pairs, and days since the last message alone, each judged on the other half
  clusters EDGES how steady clusters are: people in another group after one tie more or less, and after
                 500 random edits in a row, beside what detection from scratch would relabel
  links LOG      who will meet: the plausibility that introductions are suggested by, beside common
                 neighbours, Adamic-Adar, resource allocation, the last two with ties aged, and chance
  evidence [SEED] how sure ties guessed from meetings and mail are, on ten generated years with known truth:
                 what each band of confidence claims and what holds; the table is on stderr

LOG is a table with the header source,target,time and a row for each message. Columns are separated by
commas, semicolons or tabs and may come in any order; others are left unread. Times are seconds or ISO
dates (2026-05-04, 2026-05-04T09:30:00Z); a moment without a zone is taken for UTC. EDGES is a table of
source and target, with a header or without one.

  --help         these words

Exit codes: 0 done, 2 refused, with a sentence on stderr. With \`npm run --silent evaluate -- ...\` stdout
holds the answer only.`;

/** @param read gives the text of a file */
export async function evaluate(
  args: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<Outcome> {
  if (args.includes('--help') || args.includes('-h')) return { out: help, said: '', code: 0 };
  const [name, path, ...more] = args;
  const protocol = protocols.get(name ?? '');
  if (name === 'evidence') return ofYears(path, more);
  const words = [...protocols.keys(), 'evidence'].join(', ');
  if (name === undefined) return refused(`Say what to judge: ${words}. --help tells more.`);
  if (protocol === undefined) return refused(`"${name}" is not among ${words}. --help tells more.`);
  if (path === undefined) return refused(`Name the file: npm run evaluate -- ${name} FILE`);
  if (more.length > 0) return refused(`One file at a time: "${more.join(' ')}" is too much.`);
  let text: string;
  try {
    text = await read(path);
  } catch {
    return refused(`${path} cannot be read. See whether it is there and is a file of yours.`);
  }
  try {
    return { out: JSON.stringify(protocol(text)), said: '', code: 0 };
  } catch (error) {
    if (!(error instanceof KithmapError)) throw error;
    return refused(`${path}: ${error.message}`);
  }
}

/** The one protocol that needs no file. */
function ofYears(seed = '1', more: readonly string[] = []): Outcome {
  if (!/^\d{1,9}$/u.test(seed) || more.length > 0) {
    return refused(`A seed is a whole number: npm run evaluate -- evidence 7`);
  }
  const { answer, table } = evaluateEvidence(Number(seed));
  return { out: JSON.stringify(answer), said: table, code: 0 };
}

function refused(said: string): Outcome {
  return { out: '', said, code: 2 };
}
