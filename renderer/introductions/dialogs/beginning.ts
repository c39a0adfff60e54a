/** What is filled in for a new introduction, and what it amounts to. */
import type { JsonObject } from '../../../shared/json';
import { isBefore } from '../../../shared/introductions/stages';
import type { Channel } from '../../../shared/model/entities';
import type { ReadonlyNetwork } from '../../../shared/model/network';
import type { Beginning } from '../introducing';

/** Who introduces whom: I two others, somebody me, somebody two others. */
export type Kind = 'mine' | 'to-me' | 'theirs';

export interface Filled {
  readonly kind: Kind;
  readonly a: string | undefined;
  readonly b: string | undefined;
  readonly by: string | undefined;
  readonly why: string;
  readonly isSecret: boolean;
  /** It is only written down. */
  readonly happened: boolean;
  readonly channel: Channel;
  readonly day: string;
  readonly sure: boolean;
}

/** Where I am one of the two, the other is `b`. */
export function filledFrom({ a, b, by, why = '' }: Beginning, me: string | undefined, today: string): Filled {
  const isToMe = me !== undefined && (a === me || b === me);
  return {
    kind: isToMe ? 'to-me' : by === undefined ? 'mine' : 'theirs',
    a: isToMe ? undefined : a,
    b: isToMe && b === me ? a : b,
    by,
    why,
    isSecret: false,
    happened: false,
    channel: 'mail',
    day: today,
    sure: false,
  };
}

/** The arguments of the command; undefined while somebody is missing. */
export function argsOf(filled: Filled, me: string | undefined, plan?: string): JsonObject | undefined {
  const { kind, b, by, isSecret, happened, channel, day, sure } = filled;
  const a = kind === 'to-me' ? me : filled.a;
  if (a === undefined || b === undefined || (kind !== 'mine' && by === undefined)) return undefined;
  const why = filled.why.trim();
  return {
    a,
    b,
    ...(kind === 'mine' ? {} : { by }),
    ...(why === '' ? {} : isSecret ? { confidentialText: why } : { why }),
    ...(plan === undefined ? {} : { plan }),
    ...(happened ? { stage: 'introduced', channel, day } : {}),
    ...(sure ? { sure } : {}),
  };
}

/** Of the same two, the one that is under way. */
export function underWay(network: ReadonlyNetwork, one: string, other: string): string | undefined {
  for (const id of network.index.referring('contacts', one, 'introductions')) {
    const standing = network.get('introductions', id);
    if (standing === undefined || !isBefore(standing.stage)) continue;
    const { a, b } = standing;
    if ((a === one && b === other) || (a === other && b === one)) return id;
  }
  return undefined;
}
