/** What the bench says: rows of figures with their units, as a table for people and as JSON for programs. */

export interface Figure {
  readonly what: string;
  /** People in the network, or records in a file. */
  readonly people: number;
  /** The network's name, if it is a real one. */
  readonly of?: string;
  readonly value: number;
  readonly unit: 'ms' | 'ms of work' | 'MB' | 'times' | 'share' | 'pairs' | 'records a second';
  /** What it is held against, measured in the same run. */
  readonly against?: string;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Three significant figures: more would be noise. */
export const rounded = (value: number): string => {
  if (!Number.isFinite(value)) return '-';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(3, digits));
};

/** One line per measurement, one column per size of network, or of file. */
export function table(figures: readonly Figure[], of = 'people'): string {
  const sizes = [...new Set(figures.map(({ people }) => people))].sort((a, b) => a - b);
  const lines = new Map<string, Map<number, string>>();
  for (const { what, people, value, unit, against } of figures) {
    const name = `${what} (${unit}${against === undefined ? '' : `, against ${against}`})`;
    const line = lines.get(name) ?? new Map<number, string>();
    line.set(people, rounded(value));
    lines.set(name, line);
  }
  const width = Math.max(...[...lines.keys()].map((name) => name.length), 10);
  const head = [of.padEnd(width), ...sizes.map((size) => String(size).padStart(10))].join(' ');
  const body = [...lines].map(([name, values]) =>
    [name.padEnd(width), ...sizes.map((size) => (values.get(size) ?? '').padStart(10))].join(' '),
  );
  return [head, ...body].join('\n');
}
