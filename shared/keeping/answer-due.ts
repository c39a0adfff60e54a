/** Who is due, who waits for an answer, who may slip away: with its words, as a host answers it. */
import type { Contact } from '../model/entities';
import { addDays, dayFromNumber, daysBetween } from '../time';
import type { DueAnswer, DuePerson } from './answers';
import { groupsUntil } from './groups';
import type { KeptPeople } from './kept-people';
import { fullName, shortName, type Speaking } from './names';
import type { Occasion } from './occasion';
import { openPromises } from './open-promises';
import { markedReplies, waitingReplies } from './replies';
import { sayDue, sayDueReason, sayOccasion, sayTweenerReason } from './say-reasons';
import { tweeners } from './tweeners';
import { reasonsOf } from './verdict';

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Tweeners beyond these are for another day. */
const mostTweeners = 100;

/** @param people as of today */
export function answerDue(speaking: Speaking, people: KeptPeople, { offset, limit }: Page): DueAnswer {
  const { network, today } = speaking;
  const { entries } = people.order;
  return {
    asOf: today,
    due: entries.slice(offset, offset + limit).flatMap(({ id }) => duePerson(speaking, people, id)),
    total: entries.length,
    replies: repliesOwed(speaking, people).map((reply) => owedReply(speaking, reply)),
    promises: openPromises(speaking),
    tweeners: tweeners(network, people, addDays(today, 1))
      .slice(0, mostTweeners)
      .map(({ contact, reasons }) => ({
        id: contact,
        name: fullName(speaking, contact),
        reasons: reasons.map((reason) => sayTweenerReason(speaking, reason)),
      })),
    groups: groupsUntil(network, addDays(today, 14)).map((group) => ({
      id: group.id,
      name: group.name,
      next: group.next,
      everyDays: group.everyDays,
      ...(group.note === undefined ? {} : { note: group.note }),
      contacts: group.contacts.flatMap((id) => reachable(speaking, network.get('contacts', id))),
    })),
  };
}

function duePerson(speaking: Speaking, people: KeptPeople, id: string): DuePerson[] {
  const person = people.get(id);
  if (person === undefined) return [];
  const { state, due, ratio, cadence } = person.verdict;
  if (due === undefined || ratio === undefined || cadence === undefined) return [];
  const { days, from, name } = cadence;
  return [
    {
      id,
      name: fullName(speaking, id),
      state,
      due: dayFromNumber(due),
      ratio: Math.round(ratio * 1_000) / 1_000,
      cadence: { days, from, ...(name === undefined ? {} : { name }) },
      lastDay: person.last ?? null,
      text: sayDue(speaking, person.verdict, people.order.bridges.get(id)),
      reasons: reasonsOf(person.verdict).map((reason) => sayDueReason(speaking, reason)),
    },
  ];
}

/** Open ones, those who have waited longest first; of one person the longest. */
function repliesOwed({ network, today }: Speaking, people: KeptPeople): Occasion[] {
  const all = [...markedReplies(network, today), ...waitingReplies(network, people, today)];
  const byContact = new Map<string, Occasion>();
  for (const reply of all.sort(byWait)) {
    const contact = network.get('contacts', reply.contact);
    if (
      reply.doneOn !== undefined ||
      reply.day > today ||
      contact === undefined ||
      contact.archived === true
    ) {
      continue;
    }
    if (contact.id !== people.rules.me && !byContact.has(contact.id)) byContact.set(contact.id, reply);
  }
  return [...byContact.values()];
}

function byWait(a: Occasion, b: Occasion): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.contact < b.contact ? -1 : a.contact > b.contact ? 1 : 0;
}

function owedReply(speaking: Speaking, reply: Occasion): DueAnswer['replies'][number] {
  const { contact, about, day } = reply;
  const channel = about.kind === 'reply' ? about.channel : undefined;
  return {
    id: contact,
    name: fullName(speaking, contact),
    source: reply.source ?? contact,
    since: day,
    days: daysBetween(day, speaking.today),
    marked: about.kind === 'reply' && about.marked,
    ...(channel === undefined ? {} : { channel }),
    text: sayOccasion(speaking, reply).text,
    holding: `Dear ${shortName(speaking, contact)}, I am covered up just now and have not forgotten you. May I come back to you next week?`,
  };
}

function reachable(
  speaking: Speaking,
  contact: Contact | undefined,
): DueAnswer['groups'][number]['contacts'] {
  if (contact === undefined) return [];
  const { id, emails, phones } = contact;
  return [
    {
      id,
      name: fullName(speaking, id),
      emails: emails.map(({ value }) => value),
      phones: phones.map(({ value }) => value),
    },
  ];
}
