/** What a reader has to say about a row. */
import type { Finding } from './record';

export function noteAt(line: number, reason: string): Finding {
  return { kind: 'finding', line, level: 'note', reason };
}

/** Of a row that brings nothing into the network. */
export function skippedAt(line: number, reason: string): Finding {
  return { kind: 'finding', line, level: 'skipped', reason };
}
