/** The commands of the terminal and their options; `kithmap --help` is made from this. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { toErrorMessage } from '../../shared/errors';
import { timeUnits } from '../../shared/formats/edge-times';
import { isDay } from '../../shared/time';
import { analyze, type AnalyzeOptions } from './analyze';
import { exportNetwork, type ExportOptions } from './export';
import { importFiles, type ImportOptions } from './import';
import { backUp, check, loadSample, restore } from './keep';
import { type CommonOptions, type Exit, exits, type Terminal } from './terminal';

const after = `
Exit codes:
  0  done
  1  done, with findings that want a look (rows skipped, values kept, possible duplicates, a check that failed)
  2  refused; the reason is on the error output

The answer is on the standard output and nothing else is; --json makes it one for programs.
The network lies in --data, else in the folder that KITHMAP_DATA names, else where your system keeps such things.
While the app is open the same commands work, and its window shows the result.`;

/** @param args what was typed after `kithmap`. Answers the exit code; never throws. */
export async function runTerminal(
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<Exit> {
  let exit: Exit = exits.done;
  const program = makeProgram(terminal, version, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    terminal.progress('');
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.refused;
    terminal.say(toErrorMessage(error).message);
    return exits.refused;
  }
}

function makeProgram(terminal: Terminal, version: string, done: (exit: Exit) => void): Command {
  const program = new Command('kithmap')
    .description('Your network of people, from the terminal.')
    .version(version)
    .addHelpText('after', after)
    .showHelpAfterError('Try kithmap --help.')
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    })
    .exitOverride();

  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--data <folder>', 'the folder of the network')
      .option('--at <day>', 'take this day (YYYY-MM-DD) for today', day)
      .option('--json', 'answer in JSON');

  command(
    'import',
    'bring files in: LinkedIn’s Connections.csv, vCards, lists of ties, GraphML, Kithmap’s own export',
  )
    .argument('<file...>', 'files, or - for what is piped in')
    .option('--me <who>', 'your mail address or your name: a card with it is you')
    .option('--dry-run', 'show what would change and write nothing')
    .option('--nodes <file>', 'a table of the people in a list of ties')
    .option('--guessed', 'take the ties of lists for guesses, not as known')
    .addOption(new Option('--time-unit <unit>', 'what the times of a list of ties count').choices(timeUnits))
    .option('--time-origin <day>', 'the day from which they count', day)
    .action(async (files: string[], options: ImportOptions) =>
      done(await importFiles(terminal, files, options)),
    );

  command('analyze', 'who connects groups, which groups there are, whose tie is cooling')
    .addOption(
      new Option(
        '--ties <which>',
        'known ones alone, or every guess too (otherwise guesses count from a confidence of 0.5)',
      ).choices(['known', 'all']),
    )
    .addOption(
      new Option('--me <how>', 'whether you count in the measures')
        .choices(['include', 'exclude'])
        .default('exclude'),
    )
    .action(async (options: AnalyzeOptions) => done(await analyze(terminal, options)));

  command('export', 'write the network in another form; never confidential texts')
    .addOption(
      new Option('--format <format>', 'the form')
        .choices(['json', 'vcard', 'csv', 'graphml'])
        .makeOptionMandatory(),
    )
    .option(
      '-o, --output <file>',
      'the file to write, in place of one that is there; else the standard output',
    )
    .action(async (options: ExportOptions) => done(await exportNetwork(terminal, options)));

  command('check', 'look at the folder’s health').action(async (options: CommonOptions) =>
    done(await check(terminal, options)),
  );
  command('backup', 'make a backup now; its name is the answer').action(async (options: CommonOptions) =>
    done(await backUp(terminal, options)),
  );
  command('restore', 'put a backup in place; what was there is kept as a backup first')
    .argument('[name]', 'a backup’s name, or latest; without it the backups are listed')
    .action(async (name: string | undefined, options: CommonOptions) =>
      done(await restore(terminal, name, options)),
    );
  command('sample', 'fill an empty network with fictional people').action(async (options: CommonOptions) =>
    done(await loadSample(terminal, options)),
  );
  return program;
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('It takes a day such as 2026-05-04.');
  return text;
}
