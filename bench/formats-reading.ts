/**
 * Reads one made file in a process of its own, so that its memory is its own, and says how long it took. Only the work
 * of whoever reads is counted, not the making of the file. `formats-reading.ts FORMAT RECORDS reader|library`
 */
import { measuredFormats } from './format-files';

/** Records made at once. */
const atOnce = 500;
const [, , name = '', count = '0', who = 'reader'] = process.argv;
const format = measuredFormats[name];
if (format === undefined) throw new Error(`There is no format ${name}.`);
const { begin, record, between = '', end } = format;
const records = Number(count);

function* pieces(): Generator<{ text: string; isLast: boolean }> {
  for (let from = 0; from < records; from += atOnce) {
    const to = Math.min(records, from + atOnce);
    let text = from === 0 ? begin : '';
    for (let i = from; i < to; i++) text += i === 0 ? record(i) : `${between}${record(i)}`;
    yield { text: to === records ? text + end : text, isLast: to === records };
  }
}

const encoder = new TextEncoder();
const reader = format.reader({ fileName: 'file', today: '2026-05-04', zone: 'Europe/Zurich' });
const plain = format.plain();
const before = process.memoryUsage().rss;
let [milliseconds, yielded, peak] = [0, 0, before];
for (const { text, isLast } of pieces()) {
  const bytes = encoder.encode(text);
  const began = performance.now();
  if (who === 'library') await plain(text, isLast);
  else {
    for (let at = 0; at < bytes.length; at += 64 * 1024)
      yielded += reader.push(bytes.subarray(at, at + 64 * 1024)).length;
    if (isLast) yielded += reader.end().length;
  }
  milliseconds += performance.now() - began;
  peak = Math.max(peak, process.memoryUsage().rss);
}
process.stdout.write(JSON.stringify({ milliseconds, peak: peak - before, yielded }));
