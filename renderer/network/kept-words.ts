/** Says in words what an undo left as it is, because something later touched it. */
import type { Result } from '../../shared/contract';

type Kept = Result<'undo'>['kept'];

/** Undefined where everything went back. */
export function keptWords(kept: Kept): string | undefined {
  if (kept.length === 0) return undefined;
  const changed = kept.filter(({ reason }) => reason === 'changed-since').length;
  const inUse = kept.filter(({ reason }) => reason === 'in-use').length;
  const rest = kept.length - changed - inUse;
  const parts: string[] = [];
  if (changed > 0) parts.push(`${things(changed)} changed since`);
  if (inUse > 0) parts.push(`${things(inUse)} needed by something newer`);
  if (rest > 0) parts.push(`${things(rest)} gone or replaced since`);
  return `Kept as it is: ${parts.join(', ')}.`;
}

function things(count: number): string {
  return count === 1 ? 'one thing' : `${count} things`;
}
