/** Which interactions are contact with a person, and which of them set the clock of staying in touch back. */
import type { Interaction } from '../model/entities';

type Happening = Pick<Interaction, 'planned' | 'channel' | 'with' | 'size'>;

/** From so many people on, me included, a mail is a broadcast and a meeting a group event. */
const manyFrom = 12;

export function sizeOf({ size, with: people }: Pick<Interaction, 'size' | 'with'>): number {
  return Math.max(size ?? 0, people.length + 1);
}

export function isWritten(channel: Interaction['channel']): boolean {
  return channel === 'mail' || channel === 'message';
}

/** It happened, and was meant for these people. */
export function isReal(interaction: Happening): boolean {
  if (interaction.planned === true) return false;
  return !(isWritten(interaction.channel) && sizeOf(interaction) >= manyFrom);
}

export function isGroupEvent(interaction: Happening): boolean {
  return interaction.channel === 'event' || sizeOf(interaction) >= manyFrom;
}

/** Any real one does, imported ones too; a group event only where the user says that groups count. */
export function setsClockBack(interaction: Happening, groupEventsCount: boolean): boolean {
  return isReal(interaction) && (groupEventsCount || !isGroupEvent(interaction));
}
