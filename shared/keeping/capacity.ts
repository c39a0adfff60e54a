/** Whether the weekly limit can hold all cadences, and what would fit. */

export interface Capacity {
  /** Contacts a week that all cadences together ask for. */
  readonly perWeek: number;
  readonly holds: boolean;
  /** The smallest limit that holds them. */
  readonly limit: number;
  /** How many times as long the cadences would have to be for the limit as it is. */
  readonly longer: number;
}

/** Sums of many sevenths of small numbers are not exact. */
const epsilon = 1e-9;

export function capacityOf(perWeek: number, limit: number): Capacity {
  const asked = Math.max(0, perWeek);
  return {
    perWeek: asked,
    holds: asked <= limit + epsilon,
    limit: Math.max(1, Math.ceil(asked - epsilon)),
    longer: Math.max(1, asked / limit),
  };
}
