/** What is on record between me and somebody, as far as it bears on asking them for something. */
import { contactDays, contactWeight, type Warmth, warmthOf } from '../analysis/warmth';
import { chosenCadence } from '../keeping/cadence';
import { pausedDays } from '../keeping/kept-people';
import type { LatestContact } from '../keeping/kept-person';
import { isReal, sizeOf } from '../keeping/real-contact';
import { answeredOn, waits } from '../keeping/replies';
import { rowsOf } from '../keeping/rows';
import { type KeepingRules, rulesOf } from '../keeping/rules';
import type { Commitment, Contact, Exchange, Interaction, OwedReply, Request } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day, dayNumber } from '../time';

/** What was asked in so many days counts as "lately asked": a quarter of a year. */
const quarter = 91;
/** What was given in so many days counts as "lately given", and thanks are owed for so long. */
const year = 365;

export interface OnRecord {
  readonly contact: Contact;
  /** Since when we have known each other: `YYYY`, `YYYY-MM` or a day; nothing where nothing says so. */
  readonly knownSince?: string;
  readonly last?: Interaction;
  /** How many real ones there were. */
  readonly count: number;
  /** Nothing for somebody who is left out of measures. */
  readonly warmth?: Warmth;
  readonly exchanges: readonly Exchange[];
  readonly givenLately: readonly Exchange[];
  readonly receivedLately: readonly Exchange[];
  /** Promises of mine that are neither kept nor dropped, the most pressing first. */
  readonly promises: readonly Commitment[];
  /** Advice that was followed, and whose giver was not told. */
  readonly untold: readonly Commitment[];
  readonly requests: readonly Request[];
  readonly openRequests: readonly Request[];
  readonly askedLately: readonly Request[];
  readonly unthanked: { readonly exchanges: readonly Exchange[]; readonly requests: readonly Request[] };
  /** They wait for my reply: since when, and what was marked. */
  readonly reply?: { readonly since: Day; readonly owed?: OwedReply };
}

export function recordOf(
  network: OpenNetwork,
  contact: Contact,
  today: Day,
  rules: KeepingRules = rulesOf(network),
): OnRecord {
  const { id } = contact;
  const interactions = rowsOf(network, 'interactions', id)
    .filter((one) => one.day <= today && isReal(one))
    .sort(byDay);
  const exchanges = rowsOf(network, 'exchanges', id).filter(({ day }) => day <= today);
  const requests = rowsOf(network, 'requests', id).filter(({ askedOn }) => askedOn <= today);
  const promised = rowsOf(network, 'commitments', id).filter(({ droppedOn }) => droppedOn === undefined);
  const lately = exchanges.filter(({ day }) => day > addDays(today, -year));
  const last = interactions.at(-1);
  const since = knownSince(contact, interactions, exchanges);
  const reply = replyOwed(network, id, last, today);
  return {
    contact,
    ...(since === undefined ? {} : { knownSince: since }),
    ...(last === undefined ? {} : { last }),
    count: interactions.length,
    ...(contact.noMeasures === true
      ? {}
      : { warmth: warmthTo(network, contact, interactions, today, rules) }),
    exchanges,
    givenLately: lately.filter(({ direction }) => direction === 'given'),
    receivedLately: lately.filter(({ direction }) => direction === 'received'),
    promises: promised
      .filter(({ by, advice, doneOn }) => by === 'me' && advice !== true && doneOn === undefined)
      .sort((a, b) => (pressing(a) < pressing(b) ? -1 : 1)),
    untold: promised.filter(
      ({ advice, doneOn, toldOn }) => advice === true && doneOn !== undefined && toldOn === undefined,
    ),
    requests,
    openRequests: requests.filter(({ answer }) => answer === 'open'),
    askedLately: requests.filter(({ askedOn }) => askedOn > addDays(today, -quarter)),
    unthanked: unthanked(exchanges, requests, today),
    ...(reply === undefined ? {} : { reply }),
  };
}

/** What was received in the last year, or answered with a yes, without thanks on record; what came of a yes counts once. */
export function unthanked(
  exchanges: readonly Exchange[],
  requests: readonly Request[],
  today: Day,
): { exchanges: Exchange[]; requests: Request[] } {
  const from = addDays(today, -year);
  const thanked = new Set(exchanges.flatMap(({ id, thankedOn }) => (thankedOn === undefined ? [] : [id])));
  const waiting = requests.filter(
    ({ answer, answeredOn: on, askedOn, thankedOn, received }) =>
      answer === 'yes' &&
      thankedOn === undefined &&
      (on ?? askedOn) > from &&
      (received === undefined || !thanked.has(received)),
  );
  const told = new Set(requests.flatMap(({ received }) => received ?? []));
  return {
    requests: waiting,
    exchanges: exchanges.filter(
      ({ id, direction, day, thankedOn }) =>
        direction === 'received' && thankedOn === undefined && day > from && day <= today && !told.has(id),
    ),
  };
}

/** Since when we have known each other: what the user said, or the first that is on record. */
function knownSince(
  { howMet }: Contact,
  interactions: readonly Interaction[],
  exchanges: readonly Exchange[],
): string | undefined {
  const on = howMet?.on?.startsWith('--') === true ? undefined : howMet?.on;
  const days = [on, interactions[0]?.day, ...exchanges.map(({ day }) => day)];
  return days.reduce<string | undefined>(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}

function warmthTo(
  network: OpenNetwork,
  contact: Contact,
  interactions: readonly Interaction[],
  today: Day,
  rules: KeepingRules,
): Warmth {
  const pauses = [...network.all('pauses')]
    .filter((pause) => pause.contact === undefined || pause.contact === contact.id)
    .map(pausedDays);
  const days = contactDays(
    interactions.map((one) => ({
      day: dayNumber(one.day),
      weight: contactWeight(one.channel, sizeOf(one)),
    })),
  );
  return warmthOf(days, chosenCadence(contact, rules)?.days, dayNumber(today), pauses);
}

function replyOwed(
  network: OpenNetwork,
  contact: string,
  last: Interaction | undefined,
  today: Day,
): OnRecord['reply'] {
  const owed = rowsOf(network, 'owedReplies', contact)
    .filter(({ since, doneOn }) => doneOn === undefined && answeredOn(network, contact, since) === undefined)
    .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (owed !== undefined) return { since: owed.since, owed };
  if (last === undefined) return undefined;
  const { id, day, channel, direction } = last;
  const latest: LatestContact = { id, day, channel, direction, people: last.with.length };
  return waits(network, contact, latest, today) ? { since: day } : undefined;
}

/** What is due first comes first; what has no day, last. */
function pressing({ due, madeOn, id }: Commitment): string {
  return `${due ?? '9999'} ${madeOn} ${id}`;
}

function byDay(a: Interaction, b: Interaction): number {
  const [one, other] = [`${a.day} ${a.at ?? ''}`, `${b.day} ${b.at ?? ''}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
