/** Where I shall be, and where contacts are for a while. */
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { Stay, Trip } from '../model/entities/rhythm';
import type { Command } from './command';
import type { Draft } from './draft';
import { entityCommands } from './entity-commands';

export const whereaboutsCommands: readonly Command[] = [
  ...entityCommands({ table: 'trips', name: 'trip', word: 'trip', schema: Trip, check: checkDays }),
  ...entityCommands({
    table: 'stays',
    name: 'stay',
    word: 'stay',
    schema: Stay,
    stamp: ({ today }) => ({ from: today }),
    check: checkDays,
  }),
];

function checkDays(_draft: Draft, { from, to }: JsonObject): void {
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return;
  throw new KithmapError(
    'conflict',
    `It ends on ${to}, before it begins (${from}). Correct one of the two days.`,
  );
}
