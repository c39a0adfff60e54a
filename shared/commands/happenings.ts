/** What happens between me and contacts: interactions, promises, give and take, and what bends their clocks. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { isObject } from '../json';
import { Commitment, Exchange, Interaction } from '../model/entities/happening';
import { Pause, Snooze } from '../model/entities/rhythm';
import { Id, isRecordId } from '../model/ids';
import { Day } from '../time';
import { type Command, defineCommand } from './command';
import { entityCommands } from './entity-commands';
import { checkPromiseDays, sayPromiseLoad } from './promise-days';

/** A planned interaction took place. */
const happened = defineCommand({
  name: 'interaction.happened',
  label: 'It took place',
  schema: z.strictObject({ id: Id, day: Day.optional() }),
  apply(draft, { id, day }, context) {
    const interaction = draft.need('interactions', id);
    if (interaction.planned !== true) {
      throw new KithmapError('conflict', 'This is not a planned one; it has taken place already.');
    }
    const planned = interaction.day <= context.today ? interaction.day : context.today;
    draft.update('interactions', id, { planned: undefined, day: day ?? planned });
    return undefined;
  },
});

/** What an import brought and the user takes out does not come back with the same file. */
function remembering(remove: Command): Command {
  return {
    ...remove,
    run(draft, args, context) {
      const answer = remove.run(draft, args, context);
      const id = isObject(args) && typeof args['id'] === 'string' ? args['id'] : '';
      if (isRecordId(id) && !draft.has('removed', id)) draft.create('removed', { id, day: context.today });
      return answer;
    },
  };
}

const interactions = entityCommands({
  table: 'interactions',
  name: 'interaction',
  word: 'interaction',
  schema: Interaction,
  stamp: (context) => ({ day: context.today }),
});

const today = (context: { today: string }): { from: string } => ({ from: context.today });

export const happeningCommands: readonly Command[] = [
  ...interactions.map((command) => (command.name === 'interaction.remove' ? remembering(command) : command)),
  happened,
  ...entityCommands({
    table: 'commitments',
    name: 'commitment',
    word: 'promise',
    schema: Commitment,
    stamp: (context) => ({ madeOn: context.today }),
    check: checkPromiseDays,
    say: sayPromiseLoad,
  }),
  ...entityCommands({
    table: 'exchanges',
    name: 'exchange',
    word: 'what was given or received',
    schema: Exchange,
    stamp: (context) => ({ day: context.today }),
  }),
  ...entityCommands({ table: 'snoozes', name: 'snooze', word: 'snooze', schema: Snooze, stamp: today }),
  ...entityCommands({ table: 'pauses', name: 'pause', word: 'pause', schema: Pause, stamp: today }),
];
