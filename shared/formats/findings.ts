/** What a reader has to say about a row. */
import type { Finding } from './record';

export function noteAt(line: number, reason: string): Finding {
  return { kind: 'finding', line, level: 'note', reason };
}

/** Of so many rows, from this line on, that are left out as they should be: nobody need look at them. */
export function passedOverAt(line: number, reason: string, count = 1): Finding {
  return { ...skippedAt(line, reason), intended: true, ...(count > 1 ? { count } : {}) };
}

/** Of a row that brings nothing into the network. */
export function skippedAt(line: number, reason: string): Finding {
  return { kind: 'finding', line, level: 'skipped', reason };
}
