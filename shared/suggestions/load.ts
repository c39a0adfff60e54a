/** How often people were asked for something or introduced lately: whoever was, is left in peace for a while. */
import type { Introduction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { TableName } from '../model/table-names';
import type { Steps } from '../steps';
import { addDays, type Day } from '../time';

export const lately = 30;

export interface Burden {
  readonly kind: 'asked' | 'introduced';
  readonly day: Day;
  readonly table: TableName & ('requests' | 'introductions');
  readonly id: string;
}

/** Stages of which people notice something, and what it is to them. */
const noticed: Partial<Record<Introduction['stage'], Burden['kind']>> = {
  asked: 'asked',
  introduced: 'introduced',
};

export class Load {
  readonly #burdens = new Map<string, Burden[]>();

  static *of(network: OpenNetwork, today: Day): Steps<Load> {
    const load = new Load();
    const isLately = (day: Day): boolean => day > addDays(today, -lately) && day <= today;
    for (const { id, contact, askedOn } of network.all('requests')) {
      yield;
      if (isLately(askedOn)) load.#add(contact, { kind: 'asked', day: askedOn, table: 'requests', id });
    }
    for (const { id, a, b, by, history } of network.all('introductions')) {
      yield;
      for (const { stage, day } of history) {
        const kind = noticed[stage];
        if (kind === undefined || !isLately(day)) continue;
        const burden: Burden = { kind, day, table: 'introductions', id };
        for (const one of [a, b]) load.#add(one, burden);
        // Whoever is to introduce was asked to.
        if (by !== undefined) load.#add(by, { ...burden, kind: 'asked' });
      }
    }
    return load;
  }

  /** The latest first. */
  on(contact: string): readonly Burden[] {
    return this.#burdens.get(contact) ?? [];
  }

  #add(contact: string, burden: Burden): void {
    const burdens = [...this.on(contact), burden];
    this.#burdens.set(
      contact,
      burdens.sort((one, other) => (one.day < other.day ? 1 : -1)),
    );
  }
}
