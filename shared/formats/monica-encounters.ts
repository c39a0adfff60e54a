/** What happened with somebody by Monica's export: calls, conversations, gifts and activities. Messages are not kept. */
import type { Interaction } from '../model/entities';
import { digestOf } from './digest';
import { skippedAt } from './findings';
import { giftDay } from './monica-contact';
import {
  collectionsOf,
  dayIn,
  isSet,
  lineOf,
  listOf,
  objectOf,
  propertiesOf,
  textOf,
  together,
} from './monica-values';
import type { EncounterRecord, Finding, Participant } from './record';

const me: Omit<Participant, 'role'> = { me: true };
/** People of one activity. */
const mostPeople = 2_000;

type Happened = EncounterRecord | Finding;
type Sort = 'mine' | 'theirs' | 'both';

interface What {
  readonly key: readonly string[];
  readonly day: string;
  readonly channel: Interaction['channel'];
  readonly title?: string;
  readonly text?: string;
}

/** What happened between me and one contact. */
export function happenedWith(contact: unknown, line: number): Happened[] {
  const id = lineOf(objectOf(contact)['uuid']);
  return collectionsOf(contact).flatMap(({ type, values }) => {
    if (type === 'call') return values.map((value) => call(value, id, line));
    if (type === 'conversation') return values.flatMap((value) => conversation(value, id, line));
    return type === 'gift' ? values.flatMap((value) => gift(value, id, line)) : [];
  });
}

/** What several did with me. @param whom those whose list names it */
export function activity(
  value: unknown,
  line: number,
  whom: readonly string[],
  kinds: ReadonlyMap<string, string>,
): Happened {
  const properties = propertiesOf(value);
  const day = dayIn(properties['happened_at']);
  if (day === undefined) return undated('activity', line);
  if (whom.length === 0) return skippedAt(line, 'The activity names nobody who was there.');
  const kind = kinds.get(lineOf(properties['type'])) ?? '';
  const summary = lineOf(properties['summary']);
  const text = together([textOf(properties['description']), summary === '' ? '' : plainKind(kind)], '\n');
  const what = {
    key: keyOf(value, [...whom, day, summary]),
    day,
    channel: channelOf(kind),
    title: summary === '' ? plainKind(kind) : summary,
    text,
  };
  return encounter(what, line, whom.slice(0, mostPeople), 'both');
}

function call(value: unknown, contact: string, line: number): Happened {
  const properties = propertiesOf(value);
  const day = dayIn(properties['called_at']) ?? dayIn(objectOf(value)['created_at']);
  if (day === undefined) return undated('call', line);
  const feelings = listOf(properties['emotions']).map(lineOf);
  const text = together([textOf(properties['content']), together(feelings)], '\n');
  const key = keyOf(value, [contact, day, text]);
  return encounter(
    { key, day, channel: 'call', text },
    line,
    [contact],
    isSet(properties['contact_called']) ? 'theirs' : 'mine',
  );
}

/** All that one of the two wrote on a day is one. */
function conversation(value: unknown, contact: string, line: number): Happened[] {
  const properties = propertiesOf(value);
  const happened = dayIn(properties['happened_at']);
  const found = new Map<string, Happened>();
  for (const message of listOf(properties['messages'])) {
    const { written_at: written, written_by_me: byMe } = propertiesOf(message);
    const day = dayIn(written) ?? happened;
    if (day === undefined) continue;
    const sort = isSet(byMe) ? 'mine' : 'theirs';
    const key = [...keyOf(value, [contact]), day, sort];
    found.set(`${day} ${sort}`, encounter({ key, day, channel: 'message' }, line, [contact], sort));
  }
  if (found.size > 0) return [...found.values()];
  if (happened === undefined) return [undated('conversation', line)];
  const key = keyOf(value, [contact, happened]);
  return [encounter({ key, day: happened, channel: 'message' }, line, [contact], 'both')];
}

function gift(value: unknown, contact: string, line: number): Happened[] {
  const properties = propertiesOf(value);
  const day = giftDay(properties);
  if (day === undefined) return [];
  const name = lineOf(properties['name']);
  const rest = ['comment', 'url', 'amount'].map((field) => textOf(properties[field]));
  const what: What = {
    key: keyOf(value, [contact, day, name]),
    day,
    channel: 'gift',
    title: name,
    text: together(rest, '\n'),
  };
  return [encounter(what, line, [contact], lineOf(properties['status']) === 'received' ? 'theirs' : 'mine')];
}

/** By its uuid; else by what it says. */
function keyOf(value: unknown, otherwise: readonly string[]): string[] {
  const uuid = lineOf(objectOf(value)['uuid']);
  return uuid === '' ? ['monica', ...otherwise] : ['monica', uuid];
}

function encounter(what: What, line: number, whom: readonly string[], sort: Sort): EncounterRecord {
  const { key, day, channel, title = '', text = '' } = what;
  const others = whom.map((id) => ({ id }));
  const participants: Participant[] =
    sort === 'both'
      ? [{ role: 'organiser', ...me }, ...others.map((one) => ({ role: 'attendee' as const, ...one }))]
      : [
          { role: sort === 'mine' ? 'from' : 'to', ...me },
          ...others.map((one) => ({ role: sort === 'mine' ? ('to' as const) : ('from' as const), ...one })),
        ];
  return {
    kind: 'encounter',
    line,
    key: digestOf(key),
    sort: sort === 'both' ? 'meeting' : 'message',
    channel,
    day,
    participants,
    ...(title === '' ? {} : { title }),
    ...(text === '' ? {} : { text }),
  };
}

/** Monica's own kinds are keys: `ate_restaurant`. */
function plainKind(kind: string): string {
  return kind.replaceAll('_', ' ');
}

function channelOf(kind: string): Interaction['channel'] {
  if (/\b(?:ate|eat|dinner|lunch|breakfast|restaurant|bar|picnic\w*|drinks?|coffee)\b/i.test(plainKind(kind)))
    return 'meal';
  return /\b(?:theater|theatre|concert|play|museum|party|wedding|conference)\b/i.test(plainKind(kind))
    ? 'event'
    : 'in-person';
}

function undated(what: string, line: number): Finding {
  return skippedAt(line, `The ${what} has no day that can be read.`);
}
