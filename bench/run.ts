/**
 * `npm run bench [-- --sizes 300,3000] [--only page,connectors]`: figures at several sizes of network, and of real
 * networks, each held against a rival or a plain baseline of the same run, because no two machines and no two minutes
 * are alike.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { measureAnalysis } from './analysis';
import { measureCapture } from './capture';
import { measureConnectors } from './connectors';
import { measureDuplicates } from './duplicates';
import { measureFormats } from './formats';
import { makeFolder, measureHost, removeFolder } from './host';
import { measureKeeping } from './keeping';
import { measurePage } from './page';
import { measurePaths } from './paths';
import { type Figure, table } from './report';
import { measureSearch } from './search';
import { measurePlans } from './plans';
import { measureSteps } from './steps';
import { measureSuggestions } from './suggestions';
import { measureWhatIf } from './what-if';

const parts = [
  'host',
  'steps',
  'page',
  'search',
  'capture',
  'analysis',
  'keeping',
  'paths',
  'suggestions',
  'what-if',
  'plans',
  'duplicates',
  'connectors',
  'formats',
] as const;
const Asked = z.object({
  sizes: z.array(z.coerce.number().int().min(50), 'Sizes are whole numbers from 50 on: --sizes 300,3000'),
  only: z.array(z.enum(parts), `Parts are ${parts.join(', ')}: --only page,host`),
});

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '300,3000,30000' },
    only: { type: 'string', default: parts.join(',') },
  },
});
const asked = Asked.safeParse({ sizes: values.sizes.split(','), only: values.only.split(',') });
if (!asked.success) {
  console.error(z.prettifyError(asked.error));
  process.exit(2);
}
const { sizes, only } = asked.data;
const wants = (part: (typeof parts)[number]): boolean => only.includes(part);

const figures: Figure[] = [];
for (const people of sizes) {
  if (only.every((part) => part === 'connectors' || part === 'formats')) break;
  console.error(`${people} people ...`);
  if (wants('host') || wants('page')) {
    const folder = await makeFolder(people);
    try {
      if (wants('host')) figures.push(...(await measureHost(people, folder)));
      if (wants('page')) figures.push(...(await measurePage(people, folder)));
    } finally {
      await removeFolder(folder);
    }
  }
  if (wants('steps')) figures.push(...measureSteps(people));
  if (wants('search')) figures.push(...measureSearch(people));
  if (wants('capture')) figures.push(...measureCapture(people));
  if (wants('analysis')) figures.push(...measureAnalysis(people));
  if (wants('keeping')) figures.push(...measureKeeping(people));
  if (wants('paths')) figures.push(...measurePaths(people));
  if (wants('suggestions')) figures.push(...measureSuggestions(people));
  if (wants('what-if')) figures.push(...measureWhatIf(people));
  if (wants('plans')) figures.push(...measurePlans(people));
  if (wants('duplicates')) figures.push(...measureDuplicates(people));
}
if (figures.length > 0) console.log(table(figures));
const real = wants('connectors') ? await measureConnectors() : [];
if (real.length > 0) {
  const names = [...new Set(real.map(({ of, people }) => `${of ?? 'a network'} (${people} people)`))];
  console.log(`\nReal networks: ${names.join(', ')}\n${table(real)}`);
}
const formats = wants('formats') ? measureFormats() : [];
if (formats.length > 0) console.log(`\nFiles:\n${table(formats, 'records')}`);
const out = new URL('../test-results/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('bench.json', out), `${JSON.stringify([...figures, ...real, ...formats], null, 1)}\n`);
console.error('The same figures as JSON: test-results/bench.json');
