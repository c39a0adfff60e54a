/**
 * Which ties carry the bridge sign: those on which the way between two clusters hangs, because one person alone
 * knows anyone there.
 */
import type { AtlasModel, Tie } from './atlas-model';

/** A connector and the clusters that nobody else in the connector's own cluster reaches. */
export interface LoneReach {
  readonly contact: string;
  readonly alone: readonly string[];
}

/** The strongest known tie of each such way, as tie and the person it hangs on. */
export function bridgesOf(
  model: AtlasModel,
  connectors: readonly LoneReach[],
): { tie: Tie; person: string }[] {
  const bridges = new Map<string, { tie: Tie; person: string }>();
  for (const { contact, alone } of connectors) {
    for (const cluster of alone) {
      let strongest: Tie | undefined;
      for (const tie of model.tiesOf(contact).values()) {
        const other = model.people.get(tie.a === contact ? tie.b : tie.a);
        if (!tie.known || other?.cluster !== cluster) continue;
        if (strongest === undefined || tie.strength > strongest.strength) strongest = tie;
      }
      if (strongest !== undefined && !bridges.has(strongest.id)) {
        bridges.set(strongest.id, { tie: strongest, person: contact });
      }
    }
  }
  return [...bridges.values()];
}
