/**
 * What an introduction that happened writes elsewhere: the two know each other, with the introduction as evidence, and
 * whoever introduced or was introduced by another was in touch. Going back to an earlier stage takes out again what
 * nobody has touched since.
 */
import { nameOf } from '../keeping/names';
import type { Contact, Interaction, Introduction, Tie } from '../model/entities';
import type { Channel } from '../model/entities/happening';
import type { Day } from '../time';
import type { CommandContext } from './command';
import type { Draft } from './draft';
import { createTie } from './ties';

type Made = NonNullable<Introduction['made']>;
type Pair = Pick<Introduction, 'a' | 'b' | 'by'>;

/** @param how without it no interaction is written: it was logged by itself, or nobody knows */
export function bringTogether(
  draft: Draft,
  pair: Pair,
  day: Day,
  context: CommandContext,
  how?: Channel,
): Made {
  const standing = draft.tieBetween(pair.a, pair.b);
  const tie = standing?.id ?? context.newId();
  if (standing === undefined) {
    createTie(draft, { id: tie, a: pair.a, b: pair.b, state: 'known', since: day, createdAt: context.now });
  } else if (standing.state === 'inferred') {
    draft.update('ties', tie, { state: 'known', confidence: undefined });
  }
  const evidence = context.newId();
  draft.create('evidence', { id: evidence, tie, kind: 'introduction', day });
  const interaction = how === undefined ? undefined : writeInteraction(draft, pair, day, how, context.newId);
  return {
    tie,
    was: standing === undefined ? 'new' : standing.state === 'inferred' ? 'guess' : 'known',
    ...(standing?.confidence === undefined ? {} : { confidence: standing.confidence }),
    evidence,
    ...(interaction === undefined ? {} : { interaction }),
  };
}

/** Mine with both, or theirs with whoever introduced me and the other; nothing where others were among themselves. */
function writeInteraction(
  draft: Draft,
  pair: Pair,
  day: Day,
  channel: Channel,
  newId: () => string,
): string | undefined {
  const met = interactionOf(draft, pair);
  if (met === undefined) return undefined;
  const id = newId();
  draft.create('interactions', { id, day, channel, ...met });
  return id;
}

function interactionOf(
  draft: Draft,
  { a, b, by }: Pair,
): Pick<Interaction, 'with' | 'direction' | 'summary'> | undefined {
  const name = (id: string): string => nameOf(draft.need('contacts', id));
  const me = draft.get('settings', 'settings')?.me;
  const other = a === me ? b : b === me ? a : undefined;
  if (by === undefined) {
    // Whoever introduced me may be gone from the network.
    if (other !== undefined) return undefined;
    return { with: [a, b], direction: 'mine', summary: `Introduced ${name(a)} and ${name(b)}` };
  }
  if (other === undefined) return undefined;
  return { with: [by, other], direction: 'theirs', summary: `${name(by)} introduced me to ${name(other)}` };
}

/** Takes out what `bringTogether` wrote, as far as it still is as it was written. */
export function takeApart(draft: Draft, introduction: Introduction): void {
  const { made, day } = introduction;
  if (made === undefined) return;
  // Nothing that goes may still be named.
  draft.update('introductions', introduction.id, { made: undefined });
  if (made.evidence !== undefined && draft.has('evidence', made.evidence)) {
    draft.remove('evidence', made.evidence);
  }
  const interaction =
    made.interaction === undefined ? undefined : draft.get('interactions', made.interaction);
  if (interaction !== undefined && isUntouched(draft, introduction, interaction)) {
    draft.remove('interactions', interaction.id);
  }
  const tie = made.tie === undefined ? undefined : draft.get('ties', made.tie);
  if (tie === undefined || draft.referring('ties', tie.id, 'evidence').length > 0 || tie.state !== 'known')
    return;
  if (made.was === 'guess') draft.update('ties', tie.id, { state: 'inferred', confidence: made.confidence });
  if (made.was === 'new' && isBare(tie, day)) draft.remove('ties', tie.id);
}

function isUntouched(draft: Draft, introduction: Introduction, interaction: Interaction): boolean {
  const { summary, minutes, confidential, tags } = interaction;
  const written = interactionOf(draft, introduction)?.summary;
  return summary === written && minutes === undefined && confidential === undefined && tags.length === 0;
}

function isBare({ kind, closeness, weight, note, since }: Tie, day: Day | undefined): boolean {
  const said = [kind, closeness, weight, note].some((field) => field !== undefined);
  return !said && (since === undefined || day === undefined || since === day);
}

/** How somebody is called in a sentence; me is “you”. */
export function called(draft: Draft, id: string): string {
  if (draft.get('settings', 'settings')?.me === id) return 'you';
  const contact: Contact = draft.need('contacts', id);
  return nameOf(contact);
}
