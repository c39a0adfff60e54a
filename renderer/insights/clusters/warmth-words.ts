import type { ClusterReport } from '../../../shared/analysis/questions';

/** "20 warm, 3 cooling, 2 gone quiet, 9 without a record", without what there is none of. */
export function warmthInWords({ warm, cooling, cold, unknown }: ClusterReport['warmth']): string {
  const parts: [number, string][] = [
    [warm, 'warm'],
    [cooling, 'cooling'],
    [cold, 'gone quiet'],
    [unknown, 'without a record'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en')} ${word}`)
    .join(', ');
}
