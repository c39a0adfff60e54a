/** What was decided about two people, looked up by either. */
import type { PairDecision } from '../model/entities';
import type { CommandContext } from './command';
import type { Draft } from './draft';

type Kind = PairDecision['kind'];

export function decisionsAbout(draft: Draft, a: string, b: string, kinds: readonly Kind[]): PairDecision[] {
  return draft
    .referring('contacts', a, 'pairDecisions')
    .map((id) => draft.need('pairDecisions', id))
    .filter((one) => (one.a === b || one.b === b) && kinds.includes(one.kind));
}

export function dropDecisions(draft: Draft, a: string, b: string, kinds: readonly Kind[]): void {
  for (const { id } of decisionsAbout(draft, a, b, kinds)) draft.delete('pairDecisions', id);
}

/** Puts off a decision about two; one of the same kind that stands begins anew. */
export function putOff(
  draft: Draft,
  { a, b }: { readonly a: string; readonly b: string },
  kind: 'same-later' | 'tied-later',
  seen: string,
  { newId, today }: CommandContext,
): void {
  dropDecisions(draft, a, b, [kind]);
  draft.create('pairDecisions', { id: newId(), a, b, kind, day: today, seen });
}
