/** Every command by its name: what may be asked of a network. */
import { KithmapError } from '../errors';
import { atlasCommands } from './atlas';
import { captureCommands } from './capture';
import type { Command } from './command';
import { contactCommands } from './contacts';
import { forgottenCommands } from './forgotten';
import { groupReminderCommands } from './group-reminders';
import { guessCommands } from './guesses';
import { happeningCommands } from './happenings';
import { importCommands } from './imports';
import { introductionCommands } from './introductions';
import { letGoCommands } from './let-go';
import { meCommands } from './me';
import { mergeCommands } from './merge';
import { owedReplyCommands } from './owed-replies';
import { pairCommands } from './pairs';
import { planCommands } from './plans';
import { requestCommands } from './requests';
import { settingsCommands } from './settings';
import { shareableCommands } from './shareables';
import { tieCommands } from './ties';
import { whereaboutsCommands } from './whereabouts';

export const commands: readonly Command[] = [
  ...contactCommands,
  ...letGoCommands,
  ...mergeCommands,
  ...tieCommands,
  ...pairCommands,
  ...guessCommands,
  ...happeningCommands,
  ...owedReplyCommands,
  ...groupReminderCommands,
  ...whereaboutsCommands,
  ...shareableCommands,
  ...requestCommands,
  ...introductionCommands,
  ...planCommands,
  ...captureCommands,
  ...atlasCommands,
  ...meCommands,
  ...settingsCommands,
  ...importCommands,
  ...forgottenCommands,
];

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** @throws KithmapError `bad-argument` for a name that is no command. */
export function commandNamed(name: string): Command {
  const command = byName.get(name);
  if (command === undefined) throw new KithmapError('bad-argument', `There is no command "${name}".`);
  return command;
}
