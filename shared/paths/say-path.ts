/** A path in words: what each tie rests on and how old that is, whom to ask, and how it stands between us. */
import { readinessOf } from '../asking/readiness';
import { fullName, type Speaking } from '../keeping/names';
import { rowsOf } from '../keeping/rows';
import { when } from '../keeping/say-reasons';
import { loadOf } from '../load/load';
import { sayLately } from '../load/say-load';
import type { Evidence, Tie } from '../model/entities';
import { listed, many } from '../words';
import type { Asking, PathTie } from './answers';
import { evidenceOf } from './tie-now';

type Rests = Pick<PathTie, 'text' | 'last'>;

/** My tie with a contact: when we were last in touch, else what the tie itself rests on. */
export function sayOwnTie(speaking: Speaking, contact: string, tie: Tie | undefined, me: string): Rests {
  const { network, today } = speaking;
  const days = rowsOf(network, 'interactions', contact)
    .filter(({ planned, day }) => planned !== true && day <= today)
    .map(({ day }) => day)
    .sort();
  const last = days.at(-1);
  const name = fullName(speaking, contact);
  if (last !== undefined) {
    return { text: `${me} and ${name}: last in touch ${when(last, speaking)}`, last };
  }
  if (tie !== undefined) return sayTie(speaking, tie, me, name);
  return { text: `${me} and ${name}: no contact is on record`, last: null };
}

/** The tie of two contacts, from its evidence; a guess says that it is one. */
export function sayTie(speaking: Speaking, tie: Tie, from: string, to: string): Rests {
  const pieces = piecesUntilToday(speaking, tie);
  const rests = sayPieces(speaking, tie, pieces).join('; ');
  const text =
    tie.state === 'inferred'
      ? `a guess${rests === '' ? '' : `: ${rests}`}`
      : rests === ''
        ? 'they know each other'
        : rests;
  return { text: `${from} and ${to}: ${text}`, last: lastDay(pieces) };
}

/** What a tie rests on, each in words. */
export function sayRests(speaking: Speaking, tie: Tie): string[] {
  return sayPieces(speaking, tie, piecesUntilToday(speaking, tie));
}

function piecesUntilToday({ network, today }: Speaking, tie: Tie): Evidence[] {
  return evidenceOf(network, tie.id).filter(({ day }) => day === undefined || day <= today);
}

function sayPieces(speaking: Speaking, { kind }: Tie, pieces: readonly Evidence[]): string[] {
  const parts = [...groupedByKind(pieces)].map(([of, group]) => sayEvidence(speaking, of, group));
  return [...(kind === undefined ? [] : [kind]), ...parts];
}

function groupedByKind(pieces: readonly Evidence[]): Map<Evidence['kind'], Evidence[]> {
  const groups = new Map<Evidence['kind'], Evidence[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.kind);
    if (group === undefined) groups.set(piece.kind, [piece]);
    else group.push(piece);
  }
  return groups;
}

function sayEvidence(speaking: Speaking, kind: Evidence['kind'], pieces: readonly Evidence[]): string {
  const count = pieces.reduce((sum, piece) => sum + piece.count, 0);
  const last = lastDay(pieces);
  const day = last === null ? '' : ` ${when(last, speaking)}`;
  const lately = last === null || count === 1 ? day : `, the last${day}`;
  switch (kind) {
    case 'said':
      return `you said so${day}`;
    case 'file':
      return count === 1 ? `a file lists it${day}` : `a file lists it ${count} times${lately}`;
    case 'meeting':
      return `both were in ${many(count, 'meeting', 'meetings')}${lately}`;
    case 'mail':
      return `both were on ${many(count, 'mail', 'mails')}${lately}`;
    case 'organisation': {
      const names = [...new Set(pieces.flatMap(({ label }) => label ?? []))];
      return `same organisation at the same time${names.length === 0 ? '' : `, ${listed(names)}`}`;
    }
    case 'relation':
      return 'a card names the other';
    case 'introduction':
      return `they were introduced${day}`;
  }
}

function lastDay(pieces: readonly Evidence[]): string | null {
  let last: string | null = null;
  for (const { day } of pieces) if (day !== undefined && (last === null || day > last)) last = day;
  return last;
}

/** So much stronger is every other step than the one that is called the weakest. */
const clearly = 1.05;

/** @param names from the first to the last */
export function sayWhy(names: readonly string[], ties: readonly PathTie[]): string {
  const between = names.slice(1, -1);
  const begin = between.length === 0 ? 'A direct tie.' : `Through ${listed(between, between.length)}.`;
  const rests = `${ties.map(({ text }) => text).join('. ')}.`;
  const strengths = ties.map(({ strength }) => strength);
  const least = Math.min(...strengths);
  const weakest = strengths.indexOf(least);
  const isAlone = strengths.every((strength, at) => at === weakest || strength > least * clearly);
  if (ties.length < 2 || !isAlone) return `${begin} ${rests}`;
  return `${begin} ${rests} The weakest step is that of ${names[weakest] ?? ''} and ${names[weakest + 1] ?? ''}.`;
}

/** How it stands between me and whom I would ask. */
export function sayAsking(speaking: Speaking, contact: string): Asking | null {
  const readiness = readinessOf(speaking, contact);
  if (readiness === undefined) return null;
  const fact = (kind: string): string => readiness.facts.find((one) => one.kind === kind)?.text ?? '';
  const { network, today } = speaking;
  const asked = rowsOf(network, 'requests', contact).flatMap(({ askedOn }) =>
    askedOn <= today ? [askedOn] : [],
  );
  const load = loadOf(network, contact, today);
  const openPromise = rowsOf(network, 'commitments', contact).some(
    ({ by, doneOn, droppedOn }) => by === 'me' && doneOn === undefined && droppedOn === undefined,
  );
  return {
    id: contact,
    name: readiness.name,
    lastAsked: asked.sort().at(-1) ?? null,
    asked: fact('asked'),
    promises: fact('promises'),
    openPromise,
    load: sayLately(speaking, load),
    freeFrom: load.freeFrom ?? null,
  };
}
