/**
 * Who is listed as connecting people: those who know people in another group, who alone link one, or without whom
 * somebody would be cut off. Nearly everybody lies on the way of some pair; that alone says little, and counts only
 * where there is nothing else to say of anybody, as in a network of one group.
 */
import type { PersonMeasures } from '../../../shared/analysis/questions';

/** In the order in which they come. */
export function connecting(list: readonly PersonMeasures[]): PersonMeasures[] {
  const linking = list.filter(links);
  return linking.length > 0 ? linking : list.filter(({ reasons }) => pairsOf(reasons) > 0);
}

function links({ ring, reasons }: PersonMeasures): boolean {
  if (ring) return true;
  return reasons.some((reason) => {
    switch (reason.kind) {
      case 'reaches':
        return reason.clusters.length > 0 && pairsOf(reasons) > 0;
      case 'alone':
        return reason.clusters.length > 0;
      case 'fallsOff':
        return reason.people > 0;
      case 'pairs':
        return false;
    }
  });
}

function pairsOf(reasons: PersonMeasures['reasons']): number {
  return reasons.find((reason) => reason.kind === 'pairs')?.pairs ?? 0;
}
