/** Every command by its name: what may be asked of a network. */
import { KithmapError } from '../errors';
import { atlasCommands } from './atlas';
import type { Command } from './command';
import { contactCommands } from './contacts';
import { happeningCommands } from './happenings';
import { importCommands } from './imports';
import { introductionCommands } from './introductions';
import { meCommands } from './me';
import { settingsCommands } from './settings';
import { tieCommands } from './ties';

export const commands: readonly Command[] = [
  ...contactCommands,
  ...tieCommands,
  ...happeningCommands,
  ...introductionCommands,
  ...atlasCommands,
  ...meCommands,
  ...settingsCommands,
  ...importCommands,
];

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** @throws KithmapError `bad-argument` for a name that is no command. */
export function commandNamed(name: string): Command {
  const command = byName.get(name);
  if (command === undefined) throw new KithmapError('bad-argument', `There is no command "${name}".`);
  return command;
}
