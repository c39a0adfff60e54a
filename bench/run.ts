/**
 * `npm run bench [-- --sizes 300,3000] [--no-page]`: figures at several sizes of network, each held against a rival or
 * a plain baseline of the same run, because no two machines and no two minutes are alike.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis';
import { makeFolder, measureHost, removeFolder } from './host';
import { measurePage } from './page';
import { type Figure, table } from './report';
import { measureSearch } from './search';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '300,3000,30000' },
    'no-page': { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 50)) {
  console.error('Sizes are whole numbers from 50 on, with commas between: --sizes 300,3000');
  process.exit(2);
}

const figures: Figure[] = [];
for (const people of sizes) {
  console.error(`${people} people ...`);
  const folder = await makeFolder(people);
  try {
    figures.push(...(await measureHost(people, folder)));
    if (!values['no-page']) figures.push(...(await measurePage(people, folder)));
  } finally {
    await removeFolder(folder);
  }
  figures.push(...measureSearch(people), ...measureAnalysis(people));
}
console.log(table(figures));
const out = new URL('../test-results/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('bench.json', out), `${JSON.stringify(figures, null, 1)}\n`);
console.error('The same figures as JSON: test-results/bench.json');
