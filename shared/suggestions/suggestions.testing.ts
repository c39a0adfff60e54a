/** Small networks in which people are brought together, written down in a few words. */
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import { WarmGraph } from '../paths/warm-graph';
import { atOnce } from '../steps';
import type { Part, PartKind, Suggestion, SuggestionsAnswer } from './answers';
import { ShownPairs } from './shown-pairs';
import { looked, suggest } from './suggestions';

export class Party extends TestNetwork {
  shown = new ShownPairs();

  /** Somebody with whom I was in touch. */
  friend(id: string, fields: JsonObject = {}, day = '2026-05-01'): string {
    this.contact(id, fields);
    this.call(id, day, { id: `call-${id}` });
    return id;
  }

  tie(a: string, b: string, fields: JsonObject = {}): string {
    const [first, second] = [a, b].sort();
    const createdAt = '2026-01-01T00:00:00.000Z';
    return this.put('ties', {
      id: `${first}-${second}`,
      a: first,
      b: second,
      state: 'known',
      createdAt,
      ...fields,
    });
  }

  /** What is suggested on a day, without anybody looking. */
  on(today: string, limit = 10): SuggestionsAnswer {
    const graph = atOnce(WarmGraph.build(this.network, today));
    const speaking = { network: this.network, today, locale: 'en-GB' };
    return atOnce(suggest({ speaking, graph, shown: this.shown, limit }));
  }

  /** The same, and it was seen. */
  seenOn(today: string, limit = 10): SuggestionsAnswer {
    const answer = this.on(today, limit);
    looked(this.network, this.shown, answer);
    return answer;
  }
}

export const pairsOf = ({ suggestions }: SuggestionsAnswer): string[] =>
  suggestions.map(({ a, b }) => [a.id, b.id].sort().join(' '));

export function part(suggestion: Suggestion | undefined, kind: PartKind): Part | undefined {
  return suggestion?.parts.find((one) => one.kind === kind);
}
