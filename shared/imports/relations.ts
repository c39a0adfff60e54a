/**
 * Relations that cards name ("spouse: Jenny") as ties between contacts. Such a tie is a guess of confidence 0.95
 * with the relation as its evidence and not a known one: the card may have been written by
 * somebody else or by a service, and the user has not said so here. Measures count it; one click confirms it. What the
 * user said in another program of this kind is known.
 */
import type { Relation } from '../formats/record';
import { addressKey } from '../model/addresses';
import type { Steps } from '../steps';
import type { PlannedFile } from './context';
import { exactName } from './names';
import type { People, Placed } from './people';
import type { Review } from './rows';
import type { Ties } from './ties';

const confidence = 0.95;
/** Under which name a source remembers the relations it brought, so that one the user removed does not come back. */
const memory = 'relations';

/** Kinds in which the one who is named is that to the other; the rest hold both ways. */
const directed = new Set([
  'manager',
  'boss',
  'assistant',
  'agent',
  'mentor',
  'parent',
  'mother',
  'father',
  'child',
  'son',
  'daughter',
  'referred by',
  'referrer',
  'introduced by',
  'subordinate',
  'protégé',
  'grandparent',
  'grandchild',
  'uncle',
  'nephew',
  'godfather',
  'godson',
  'step-parent',
  'step-child',
]);

/** Placed cards looked at between two pauses. */
const inOneGo = 100;

export function* takeRelations(
  placed: readonly Placed[],
  people: People,
  ties: Ties,
  review: Review,
): Steps<void> {
  // Through whom we met says least of what the two are to each other.
  for (const introduced of [false, true]) {
    for (const [at, one] of placed.entries()) {
      if (at % inOneGo === inOneGo - 1) yield;
      takeOf(one, introduced, people, ties, review);
    }
  }
}

function takeOf(
  { at: place, contact, source }: Placed,
  introduced: boolean,
  people: People,
  ties: Ties,
  review: Review,
): void {
  const { file, record } = place;
  for (const relation of record.relations) {
    if ((relation.introduced === true) !== introduced) continue;
    const mark = [relation.kind, relation.name, relation.email, relation.uid]
      .map((part) => exactName(part ?? ''))
      .join(' | ');
    const before = people.remembered(source, memory);
    if (before.includes(mark)) continue;
    const at = { file: file.at, line: record.line };
    const other = whoIs(relation, contact, file, people, ties);
    if (other === undefined) {
      review.add('note', {
        ...at,
        person: people.nameOf(contact),
        contact,
        detail: `Names somebody as ${relation.kind} who is not in the file; nothing was made of it.`,
      });
      continue;
    }
    if (other.id === contact) continue;
    people.remember(source, memory, [...before, mark]);
    const kind = relation.kind.trim().slice(0, 1_000);
    const tie = {
      confidence,
      ...(kind === ''
        ? {}
        : { kind, ...(kind.split(', ').some((one) => directed.has(one)) ? { kindOf: other.id } : {}) }),
    };
    const metThrough = introduced && people.metThrough(contact, other.id) && !people.contacts.isNew(contact);
    if (!ties.relate(contact, other.id, tie, relation.stated === true)) {
      const detail = `how you met: through ${people.nameOf(other.id)}`;
      if (metThrough) review.add('tie', { ...at, person: people.nameOf(contact), contact, detail });
      continue;
    }
    const name = people.nameOf(other.id);
    const detail = `${kind === '' ? 'relation' : kind}: ${name}${other.isNew ? ', a name known through this tie alone' : ''}`;
    review.add('tie', { ...at, person: people.nameOf(contact), contact, detail });
    if (other.doubt !== undefined) {
      review.add('possible', {
        ...at,
        person: name,
        contact: other.doubt,
        detail: 'Several people have this name; the one named here is kept apart from them until you say so.',
      });
    }
  }
}

interface Related {
  readonly id: string;
  readonly isNew?: boolean;
  /** One of several who have the name. */
  readonly doubt?: string;
}

/** By UID, by mail address, by a name that one contact has; else somebody new of whom only this is known. */
function whoIs(
  relation: Relation,
  of: string,
  file: PlannedFile,
  people: People,
  ties: Ties,
): Related | undefined {
  const { uid, email } = relation;
  const name = exactName(relation.name ?? '') === '' ? undefined : relation.name;
  if (uid !== undefined) {
    const id = people.identified(file, uid) ?? people.ofSource(file.format, uid);
    if (id !== undefined) return { id };
  }
  if (email !== undefined) {
    if (people.me !== undefined && people.isMine(email)) return { id: people.me };
    const [id, ...others] = people.index.withKeys([addressKey('email', email)]);
    if (id !== undefined && others.length === 0) return { id };
  }
  const given = exactName(name ?? email ?? '');
  if (given === '') return undefined;
  const mail = name === undefined ? email : undefined;
  for (const neighbour of ties.neighbours(of)) {
    if (exactName(people.nameOf(neighbour)) === given) return { id: neighbour };
  }
  const [only, another] = people.index.withExactName(given, 3).filter((id) => id !== of);
  if (only !== undefined && another === undefined) return { id: only };
  return { id: people.addStub(given, mail), isNew: true, doubt: only };
}
