/**
 * What the analysis last answered, for whoever draws or lists people: the atlas, the table, the inspector. It is
 * filled by the atlas's line to the analysis; empty until that has answered.
 */
import type { Connector, ContactWarmth } from '../../shared/analysis/service-messages';
import { Watchers } from './watchers';

export class AnalysisState {
  readonly #watchers = new Watchers();
  readonly #warmth = new Map<string, ContactWarmth>();
  #connectors = new Map<string, Connector>();

  warmth(contact: string): ContactWarmth | undefined {
    return this.#warmth.get(contact);
  }

  connector(contact: string): Connector | undefined {
    return this.#connectors.get(contact);
  }

  /** Warmth that is new or different. */
  setWarmth(list: readonly ContactWarmth[]): void {
    for (const warmth of list) this.#warmth.set(warmth.contact, warmth);
    this.#watchers.wake(['all', ...list.map(({ contact }) => contact)]);
  }

  /** All connectors there are now. */
  setConnectors(list: readonly Connector[]): void {
    const next = new Map(list.map((connector) => [connector.contact, connector]));
    const touched = [...this.#connectors.keys(), ...next.keys()];
    this.#connectors = next;
    this.#watchers.wake(['all', ...touched]);
  }

  /** Wakes when what is known of one contact changes; without one, when anything does. @returns a function that ends it. */
  watch(contact: string | undefined, listener: () => void): () => void {
    return this.#watchers.watch(contact ?? 'all', listener);
  }
}
