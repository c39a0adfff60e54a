/** The promises that stand open, mine and theirs, overdue ones first; and updates owed for advice that was followed. */
import type { Commitment } from '../model/entities';
import { daysBetween } from '../time';
import type { OpenPromise } from './answers';
import { fullName, type Speaking } from './names';

export function openPromises(speaking: Speaking): OpenPromise[] {
  return [...speaking.network.all('commitments')]
    .flatMap((commitment) => openPromise(speaking, commitment))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Advice that was followed stays open until its giver was told what came of it. */
function openPromise(speaking: Speaking, commitment: Commitment): OpenPromise[] {
  const { id, contact, by, text, confidential, advice, madeOn, doneOn, droppedOn, toldOn } = commitment;
  const isUpdate = advice === true && doneOn !== undefined && toldOn === undefined;
  if (droppedOn !== undefined || (doneOn !== undefined && !isUpdate)) return [];
  const due = isUpdate ? undefined : commitment.due;
  return [
    {
      id,
      kind: isUpdate ? 'update' : advice === true ? 'advice' : 'promise',
      contact,
      name: fullName(speaking, contact),
      by,
      text: confidential === undefined ? (text ?? null) : null,
      ...(confidential === undefined ? {} : { confidential }),
      madeOn,
      due: due ?? null,
      late: due === undefined ? null : daysBetween(due, speaking.today),
    },
  ];
}

/** By due day; what has none comes last, the oldest first. */
function orderOf({ due, madeOn, id }: OpenPromise): string {
  return `${due ?? '9999'} ${madeOn} ${id}`;
}
