/** Small networks for tests of staying in touch, written down in a few words. */
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import type { Patch } from '../model/patch';
import type { TableName } from '../model/table-names';
import type { Day } from '../time';
import { KeptPeople, lookingAt } from './kept-people';
import type { Bridges } from './kept-person';
import { planWeek, type WeekPlan } from './week-plan';
import { ShownWeeks } from './shown-weeks';
import { weekOf } from './weeks';

export class TestNetwork {
  readonly network = new Network();
  /** Told of every patch. */
  onPatches: (patches: readonly Patch[]) => void = () => undefined;
  #ids = 0;

  put(table: TableName, row: JsonObject): string {
    const id = typeof row['id'] === 'string' ? row['id'] : `${table}-${++this.#ids}`;
    this.apply([{ table, id, before: null, after: { ...row, id } }]);
    return id;
  }

  change(table: TableName, id: string, before: JsonObject, after: JsonObject): void {
    this.apply([{ table, id, before, after }]);
  }

  remove(table: TableName, id: string): void {
    this.apply([{ table, id, before: { ...this.network.get(table, id) }, after: null }]);
  }

  apply(patches: readonly Patch[]): void {
    this.network.apply(patches);
    this.onPatches(patches);
  }

  contact(id: string, fields: JsonObject = {}): string {
    return this.put('contacts', {
      id,
      name: { full: `${id.charAt(0).toUpperCase()}${id.slice(1)}` },
      createdAt: '2020-01-01T09:00:00.000Z',
      ...fields,
    });
  }

  /** A call with somebody, or what the fields say. */
  call(contact: string, day: Day, fields: JsonObject = {}): string {
    return this.put('interactions', { day, channel: 'call', direction: 'both', with: [contact], ...fields });
  }

  settings(fields: JsonObject): void {
    this.put('settings', { id: 'settings', ...fields });
  }
}

/** The plan of the week of a day, weeks starting on Monday. */
export function planOf(
  network: Network,
  today: Day,
  shown: ShownWeeks = new ShownWeeks(),
  bridges: Bridges = new Map(),
  held: readonly string[] = [],
): WeekPlan {
  const week = weekOf(today, 1);
  return planWeek({
    network,
    people: KeptPeople.of(network, { asOf: week.to, before: week.from }, () => bridges),
    now: KeptPeople.of(network, lookingAt(today)),
    week,
    today,
    shown,
    held,
  });
}

/** The names on the list of a day's week, which somebody sees. */
export function lookedAt(network: Network, today: Day, shown: ShownWeeks): string[] {
  const plan = planOf(network, today, shown);
  const names = namesOf(plan);
  shown.note(
    plan.week.from,
    names.map((name) => [name, undefined] as const),
  );
  return names;
}

export function namesOf({ planned }: WeekPlan): string[] {
  return planned.map(({ contact }) => contact);
}
