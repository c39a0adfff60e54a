/** Notes that files bring: each once, and one that the user changed or removed does not come back. */
import { digestOf } from '../formats/digest';
import type { ContactRecord } from '../formats/record';
import type { JsonObject } from '../json';
import type { ReadonlyNetwork } from '../model/network';
import type { PlanContext } from './context';
import { Staged } from './staged';

const longestNote = 200_000;

export class Notes {
  readonly notes: Staged<'notes'>;
  readonly #network: ReadonlyNetwork;
  readonly #context: PlanContext;

  constructor(network: ReadonlyNetwork, context: PlanContext) {
    this.#network = network;
    this.#context = context;
    this.notes = new Staged(network, 'notes', context);
  }

  /**
   * Adds the notes that this row did not bring before and that are not there. What was brought once and removed stays
   * away. @param before the digests of those that were brought
   */
  add(
    contact: string,
    records: readonly ContactRecord[],
    before: readonly string[],
  ): { added: number; values: JsonObject } {
    const days = new Map<string, string>();
    for (const { notes, noteDays = [] } of records) {
      for (const [at, whole] of notes.entries()) {
        const text = whole.trim().slice(0, longestNote);
        if (text !== '' && !days.has(text)) days.set(text, noteDays[at] ?? '');
      }
    }
    if (days.size === 0) return { added: 0, values: {} };
    const standing = new Set<string>();
    for (const id of this.#network.index.referring('contacts', contact, 'notes')) {
      const text = this.#network.get('notes', id)?.text;
      if (text !== undefined) standing.add(text);
    }
    const { newId, now, today } = this.#context;
    const digests = new Set(before);
    let added = 0;
    for (const [text, day] of days) {
      const digest = digestOf([text]);
      if (digests.has(digest)) continue;
      digests.add(digest);
      if (standing.has(text)) continue;
      const id = newId();
      this.notes.put(id, { id, contact, text, at: now, day: day === '' ? today : day });
      added += 1;
    }
    return { added, values: { notes: [...digests] } };
  }
}
