/** Reminders for several people at once, such as a class that meets every five years. */
import type { GroupReminder } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Day } from '../time';

/** Those that come up to `to`, the earliest first; those of before stay until they are moved on. */
export function groupsUntil(network: OpenNetwork, to: Day): GroupReminder[] {
  return [...network.all('groupReminders')]
    .filter(({ next }) => next <= to)
    .sort((a, b) => (a.next === b.next ? (a.id < b.id ? -1 : 1) : a.next < b.next ? -1 : 1));
}
