/**
 * Last contact and number of interactions per contact. The page holds no interactions: their patches change the
 * summaries as far as a patch can say, and `unsure` names the contacts for which the host must be asked.
 */
import type { ContactSummary } from '../../shared/model/indices';
import type { Patch } from '../../shared/model/patch';
import { isObject, type JsonObject } from '../../shared/json';

export interface SummaryChange {
  readonly changed: ReadonlySet<string>;
  /** Whose summary only the host knows now. */
  readonly unsure: ReadonlySet<string>;
  /** A patch moved an interaction without saying whose it is: everybody must be asked about. */
  readonly unsureOfAll: boolean;
}

const none: ContactSummary = { count: 0 };

export class Summaries {
  readonly #byContact = new Map<string, ContactSummary>();

  of(contact: string): ContactSummary {
    return this.#byContact.get(contact) ?? none;
  }

  set(contact: string, summary: ContactSummary): void {
    if (summary.count === 0) this.#byContact.delete(contact);
    else this.#byContact.set(contact, summary);
  }

  clear(): void {
    this.#byContact.clear();
  }

  apply(patches: readonly Patch[]): SummaryChange {
    const changed = new Set<string>();
    const unsure = new Set<string>();
    let unsureOfAll = false;
    for (const { table, before, after } of patches) {
      if (table !== 'interactions') continue;
      if (before !== null && after !== null) {
        const people = new Set([...peopleOf(before), ...peopleOf(after)]);
        const moved = ['with', 'day', 'planned'].some((field) => field in before || field in after);
        if (moved && people.size === 0) unsureOfAll = true;
        if (moved) for (const id of people) unsure.add(id);
        continue;
      }
      for (const id of peopleOf(after)) {
        this.#add(id, after);
        changed.add(id);
      }
      for (const id of peopleOf(before)) {
        if (this.#subtract(id, before)) changed.add(id);
        else unsure.add(id);
      }
    }
    return { changed, unsure, unsureOfAll };
  }

  #add(contact: string, interaction: JsonObject | null): void {
    const day = happenedOn(interaction);
    if (day === undefined) return;
    const { last, count } = this.of(contact);
    this.set(contact, { count: count + 1, last: last !== undefined && last > day ? last : day });
  }

  /** False where the interaction that goes was the last one and another must take its place. */
  #subtract(contact: string, interaction: JsonObject | null): boolean {
    const day = happenedOn(interaction);
    if (day === undefined) return true;
    const { last, count } = this.of(contact);
    if (count <= 1) {
      this.set(contact, none);
      return true;
    }
    this.set(contact, { count: count - 1, ...(last === undefined ? {} : { last }) });
    return last !== undefined && last > day;
  }
}

function peopleOf(interaction: JsonObject | null): string[] {
  const people = interaction?.['with'];
  return Array.isArray(people) ? people.filter((id: unknown) => typeof id === 'string') : [];
}

function happenedOn(interaction: JsonObject | null): string | undefined {
  if (!isObject(interaction) || interaction['planned'] === true) return undefined;
  const day = interaction['day'];
  return typeof day === 'string' ? day : undefined;
}
