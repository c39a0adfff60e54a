/** What is said of one person beside who they connect: in which roles, and how sure a number is. */
import { many } from '../words';
import type { BetweennessState, BrokerageReason } from './questions';

/**
 * "Ana stands between 12 pairs of contacts who do not know each other: 9 of two other groups, 3 within the own group.";
 * empty where there is no such pair.
 */
export function sayBrokerage({ roles }: BrokerageReason, name: string): string {
  const between = new Map<string, number>();
  for (const { role, pairs } of roles) {
    const where = placeOf(role);
    between.set(where, (between.get(where) ?? 0) + pairs);
  }
  const all = roles.reduce((sum, { pairs }) => sum + pairs, 0);
  if (all === 0) return '';
  const parts = [...between]
    .sort(([, a], [, b]) => b - a)
    .map(([where, pairs]) => `${pairs.toLocaleString('en')} ${where}`);
  return `${name} stands between ${many(all, 'pair', 'pairs')} of contacts who do not know each other: ${parts.join(', ')}.`;
}

/** Of ties without a direction, a representative is a gatekeeper the other way round. */
function placeOf(role: BrokerageReason['roles'][number]['role']): string {
  switch (role) {
    case 'coordinator':
      return 'within the own group';
    case 'itinerant':
      return 'within another group';
    case 'representative':
    case 'gatekeeper':
      return 'of the own group and another';
    case 'liaison':
      return 'of two other groups';
  }
}

/** How a number of pairs is to be taken; empty where it is what it says. */
export function sayBetweennessState(state: BetweennessState): string {
  switch (state.kind) {
    case 'none':
    case 'exact':
      return '';
    case 'counting':
      return 'Pairs are being counted.';
    case 'before':
      return state.preview === null
        ? 'The pairs are those before the last change; they are being counted again.'
        : `The pairs are those before the last change; they are being counted again, and will be about ${Math.round(state.preview).toLocaleString('en')}.`;
    case 'sampled':
      return `The pairs are estimated, most likely to within ${Math.ceil(state.bound).toLocaleString('en')}, while they are being counted.`;
  }
}
