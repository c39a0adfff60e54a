/**
 * Guessed ties on request: people who are or were in one organisation at the same time may know each other. A guess
 * is no more than that (measures.md 4b gives it a confidence of 0.10): it is drawn dotted and counts in no measure
 * until it is confirmed, or other evidence joins it. Nothing is guessed of organisations so large that being in both
 * says little.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { Contact, Evidence } from '../model/entities';
import { confidenceFrom } from '../paths/tie-now';
import { fold } from '../search/fold';
import { dayNumber } from '../time';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';
import { settingsOf } from './settings';
import { createTie, isDenied } from './ties';

/** People in an organisation of whom guesses are made. */
const mostPeople = 30;
/** Ties that one request makes; more would be no guesses but noise. */
const mostTies = 20_000;

interface Stay {
  readonly contact: string;
  /** As days; an open end reaches as far as one likes. */
  readonly from: string;
  readonly to: string;
}

/** Answers `{ties, supported, left}`: guesses made, guesses that got further evidence, organisations left out as too large. */
const guessColleagues = defineCommand({
  name: 'tie.guess-colleagues',
  label: 'Guess ties within organisations',
  schema: z.strictObject({}),
  apply(draft, _args, context) {
    let ties = 0;
    let supported = 0;
    let left = 0;
    for (const [name, stays] of organisations(draft)) {
      const size = new Set(stays.map(({ contact }) => contact)).size;
      if (size > mostPeople) {
        left++;
        continue;
      }
      for (const [a, b] of pairsAtOneTime(stays)) {
        const standing = draft.tieBetween(a, b);
        if (standing?.state === 'known') continue;
        const evidence = { kind: 'organisation', size, label: name } as const;
        if (standing === undefined) {
          if (isDenied(draft, a, b)) continue;
          if (ties >= mostTies) {
            throw new KithmapError(
              'conflict',
              'That would be more than 20,000 guesses. Say who knows whom of a few people instead.',
            );
          }
          const id = context.newId();
          const confidence = confidenceFrom([{ ...evidence, count: 1 }], dayNumber(context.today));
          createTie(draft, { id, a, b, state: 'inferred', confidence, createdAt: context.now });
          draft.create('evidence', { id: context.newId(), tie: id, ...evidence });
          ties++;
        } else if (!hasSuchEvidence(draft, standing.id, name)) {
          support(draft, standing.id, evidence, context);
          supported++;
        }
      }
    }
    if (ties + supported === 0) {
      throw new KithmapError(
        'conflict',
        left === 0
          ? 'There is nobody more to guess of: no two people of whom it is open share an organisation at one time.'
          : 'Nothing was guessed: the organisations that people share are so large that it would say little.',
      );
    }
    return { ties, supported, left };
  },
});

/** Adds to what speaks for a guess, which keeps how sure it is by all that it rests on. */
function support(
  draft: Draft,
  tie: string,
  evidence: Pick<Evidence, 'kind' | 'size' | 'label'>,
  { newId, today }: CommandContext,
): void {
  draft.create('evidence', { id: newId(), tie, ...evidence });
  const pieces = draft.referring('ties', tie, 'evidence').map((id) => draft.need('evidence', id));
  const confidence = confidenceFrom(pieces, dayNumber(today));
  if (confidence !== undefined) draft.update('ties', tie, { confidence });
}

/** Everybody's stays by organisation, in whatever spelling; me, the archived and those left out of measures have none. */
function organisations(draft: Draft): Map<string, Stay[]> {
  const { me } = settingsOf(draft);
  const byKey = new Map<string, { name: string; stays: Stay[] }>();
  for (const contact of draft.all('contacts')) {
    if (contact.id === me || contact.archived === true || contact.noMeasures === true) continue;
    for (const { key, name, stay } of staysOf(contact)) {
      const own = byKey.get(key);
      if (own === undefined) byKey.set(key, { name, stays: [stay] });
      else own.stays.push(stay);
    }
  }
  return new Map([...byKey.values()].map(({ name, stays }) => [name, stays]));
}

function staysOf({ id, organisations: list }: Contact): { key: string; name: string; stay: Stay }[] {
  return list.flatMap(({ name, from, to }) => {
    const key = fold(name).trim();
    if (key === '') return [];
    return [{ key, name, stay: { contact: id, from: beginOf(from), to: endOf(to) } }];
  });
}

function beginOf(from: string | undefined): string {
  return from === undefined || from.startsWith('--') ? '' : from;
}

/** A year or month ends with its last day. */
function endOf(to: string | undefined): string {
  return to === undefined || to.startsWith('--') ? '9999' : `${to}-99`;
}

function* pairsAtOneTime(stays: readonly Stay[]): Generator<readonly [string, string]> {
  for (const [i, one] of stays.entries()) {
    for (const other of stays.slice(i + 1)) {
      if (one.contact === other.contact) continue;
      if (one.from <= other.to && other.from <= one.to) yield [one.contact, other.contact];
    }
  }
}

function hasSuchEvidence(draft: Draft, tie: string, name: string): boolean {
  return draft.referring('ties', tie, 'evidence').some((id) => {
    const piece = draft.get('evidence', id);
    return piece?.kind === 'organisation' && fold(piece.label ?? '') === fold(name);
  });
}

export const guessCommands: readonly Command[] = [guessColleagues];
