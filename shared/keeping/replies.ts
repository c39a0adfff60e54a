/** Who waits for an answer: marked so, or the last word is a mail or message of theirs. */
import type { Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import type { KeptPeople } from './kept-people';
import type { LatestContact } from './kept-person';
import { type Occasion, stoodSince } from './occasion';
import { isReal, isWritten } from './real-contact';
import { rowsOf } from './rows';

/** After so many days a mail that was never marked is no longer taken to wait. */
const forgottenAfter = 60;
/** A mail to more people than this asks nobody in particular. */
const mostPeople = 3;

/** Replies that the user said are owed, and that were open on `since` or later. */
export function* markedReplies(network: OpenNetwork, since: Day): Generator<Occasion> {
  for (const owed of network.all('owedReplies')) {
    const { id, contact, since: day, channel } = owed;
    const doneOn = owed.doneOn ?? answeredOn(network, contact, day);
    const occasion: Occasion = {
      contact,
      about: { kind: 'reply', marked: true, ...(channel === undefined ? {} : { channel }) },
      source: id,
      day,
      from: day,
      knownSince: day,
      ...(doneOn === undefined ? {} : { doneOn }),
    };
    if (stoodSince(occasion, since)) yield occasion;
  }
}

/** What was logged answers, too: nobody is reminded of a reply that they gave. */
export function answeredOn(network: OpenNetwork, contact: string, since: Day): Day | undefined {
  let first: Day | undefined;
  for (const interaction of rowsOf(network, 'interactions', contact)) {
    const { day } = interaction;
    if (isAnswer(interaction, since) && (first === undefined || day < first)) first = day;
  }
  return first;
}

/** It answers what has waited since that day: a real one of mine, or of both, from a later day. */
export function isAnswer(interaction: Interaction, since: Day): boolean {
  return interaction.direction !== 'theirs' && interaction.day > since && isReal(interaction);
}

/**
 * Mails and messages of theirs that nothing followed, where nothing is marked.
 * @param asOf the day on which it is looked at; what came on it does not wait yet
 */
export function* waitingReplies(network: OpenNetwork, people: KeptPeople, asOf: Day): Generator<Occasion> {
  for (const id of people.unanswered()) {
    const latest = people.get(id)?.latest;
    if (latest === undefined || !waits(network, id, latest, asOf)) continue;
    yield {
      contact: id,
      about: { kind: 'reply', marked: false, channel: latest.channel },
      source: latest.id,
      day: latest.day,
      from: latest.day,
      to: addDays(latest.day, forgottenAfter),
      knownSince: latest.day,
    };
  }
}

/** This is the last word, a mail or message of theirs, and nothing is marked that says whether it was answered. */
export function waits(network: OpenNetwork, contact: string, latest: LatestContact, asOf: Day): boolean {
  return asks(latest, asOf) && !isMarked(network, contact, latest);
}

function asks({ channel, direction, people, day }: LatestContact, asOf: Day): boolean {
  if (!isWritten(channel) || direction !== 'theirs' || people > mostPeople) return false;
  return day < asOf && addDays(day, forgottenAfter) >= asOf;
}

/** The reply to it was marked as owed: then that says whether it was given. */
function isMarked(network: OpenNetwork, contact: string, latest: LatestContact): boolean {
  return rowsOf(network, 'owedReplies', contact).some(
    ({ doneOn, interaction }) => doneOn === undefined || interaction === latest.id || doneOn >= latest.day,
  );
}
