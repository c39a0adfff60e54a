/** Promises by date, mine and theirs, and updates owed to those whose advice was taken. */
import type { Commitment } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { type Occasion, openText, stoodSince } from './occasion';

/** Every promise with a date and every update owed that was open on `since` or later. */
export function* promiseOccasions(network: OpenNetwork, since: string): Generator<Occasion> {
  for (const commitment of network.all('commitments')) {
    const occasion = promiseOccasion(commitment);
    if (occasion !== undefined && stoodSince(occasion, since)) yield occasion;
  }
}

export function promiseOccasion(commitment: Commitment): Occasion | undefined {
  const { id, contact, by, advice, madeOn, due, doneOn, droppedOn, toldOn } = commitment;
  if (advice === true && doneOn !== undefined) {
    return {
      contact,
      about: { kind: 'update', ...openText(commitment) },
      source: id,
      day: doneOn,
      from: doneOn,
      knownSince: doneOn,
      ...settled(toldOn ?? droppedOn),
    };
  }
  // What was advised is mine to try; its giver is not asked for until there is something to tell.
  if (due === undefined || advice === true) return undefined;
  return {
    contact,
    about: { kind: by === 'me' ? 'promise' : 'their-promise', madeOn, ...openText(commitment) },
    source: id,
    day: due,
    from: due,
    knownSince: madeOn,
    ...settled(doneOn ?? droppedOn),
  };
}

function settled(doneOn: string | undefined): { doneOn?: string } {
  return doneOn === undefined ? {} : { doneOn };
}
