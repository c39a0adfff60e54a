/** One person as far as staying in touch goes. */
import type { Channel, Contact, Interaction } from '../model/entities';
import type { Day } from '../time';
import type { Verdict } from './verdict';

export interface LatestContact {
  readonly id: string;
  readonly day: Day;
  readonly at?: string;
  readonly channel: Channel;
  readonly direction: Interaction['direction'];
  /** With how many people it was. */
  readonly people: number;
}

export interface KeptPerson {
  readonly contact: Contact;
  readonly verdict: Verdict;
  /** The last contact that sets the clock back. */
  readonly last?: Day;
  /** The last interaction of any kind that was meant for them. */
  readonly latest?: LatestContact;
  /** How many interactions there were that were meant for them. */
  readonly count: number;
  /** A cadence was chosen for them, or they were in touch: they are more than a line in an address book. */
  readonly settled: boolean;
}

/** Who alone leads into which cluster, by contact. */
export type Bridges = ReadonlyMap<string, string>;
