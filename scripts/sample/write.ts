/** `npm run sample`: writes the sample and its truth where the host and the tests read them. */
import { writeFileSync } from 'node:fs';
import { makeSample, type Sample } from './make';

/** One entity a line, so that a change of the generator can be read in a diff. */
export function sampleText(sample: Sample): string {
  const tables = Object.entries(sample.tables).map(
    ([table, rows]) => `"${table}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  return `{"format":"${sample.format}","referenceDay":"${sample.referenceDay}","tables":{\n${tables.join(',\n')}\n}}\n`;
}

const folder = new URL('../../electron/host/sample/', import.meta.url);
if (process.argv[1]?.endsWith('write.ts') === true) {
  const { sample, truth } = makeSample();
  writeFileSync(new URL('network.json', folder), sampleText(sample));
  writeFileSync(new URL('truth.json', folder), `${JSON.stringify(truth, null, 1)}\n`);
}
