/** The commands of the terminal and their options; `kithmap --help` is made from this. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import { timeUnits } from '../../shared/formats/edge-times';
import { exportFormats } from '../../shared/formats/export-formats';
import { codePages } from '../../shared/formats/read-how';
import { formatNames } from '../../shared/formats/record';
import { channels } from '../../shared/model/entities/happening';
import { sendingChannels } from '../../shared/sharing/matter';
import { isDay } from '../../shared/time';
import { analyze, type AnalyzeOptions } from './analyze';
import { commitments } from './commitments';
import { due, type DueOptions, owed } from './due';
import { duplicates, type DuplicatesOptions } from './duplicates';
import { exportNetwork, type ExportOptions } from './export';
import { confirm, type ConfirmOptions, infer, type InferOptions } from './guesses';
import { importFiles, type ImportOptions } from './import';
import { batches, undoImport } from './batches';
import { backUp, check, loadSample, restore } from './keep';
import { introduce, type IntroduceOptions } from './introduce';
import { introductions, type IntroductionsOptions } from './introductions';
import { logCapture, type LogOptions } from './log';
import { merge, type MergeOptions, split } from './merge';
import { paths, type PathsOptions } from './paths';
import { plan, type PlanAct, planActs, type PlanCommandOptions } from './plan';
import { share, type ShareOptions } from './share';
import { suggest, type SuggestOptions } from './suggest';
import { type CommonOptions, type Exit, exits, type Terminal } from './terminal';
import { today, week } from './week';
import { whatIf, type WhatIfOptions } from './what-if';

type Form = ExportOptions['format'];
/** As it was typed; some things can be said in two ways. */
interface ExportWords extends Omit<ExportOptions, 'format'> {
  readonly format?: Form;
  readonly out?: string;
}
const formats = exportFormats.filter((format) => format !== 'ics-weekly' && format !== 'ics-dates');

const after = `
To begin with:
  kithmap import Connections.csv phone.vcf --dry-run    see what would come in
  kithmap import Connections.csv --me you@example.org   bring it in
  kithmap analyze                                       who connects groups
  kithmap today                                         whom to be in touch with
  kithmap export vcard -o people.vcf                    take everybody along
From a copy of the project, write "npm run kithmap --" in place of "kithmap".

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
    'bring files in: LinkedIn’s archive, vCards, address books, calendars, mail, lists of ties, networks (GraphML, GEXF, Pajek, Cytoscape), Monica’s and Kithmap’s own export',
  )
    .argument('<file...>', 'files, or - for what is piped in')
    .option(
      '--me <who>',
      'your mail address, profile or name: a card with it is you; can be said several times',
      collected,
    )
    .option('--dry-run', 'show what would change and write nothing')
    .option('--nodes <file>', 'a table of the people in a list of ties')
    .option('--guessed', 'take the ties of lists for guesses, not as known')
    .addOption(
      new Option('--time-unit <unit>', 'what the times of a list of ties or a network count').choices(
        timeUnits,
      ),
    )
    .option('--time-origin <day>', 'the day from which they count', day)
    .option(
      '--map <columns>',
      'what the columns of a table hold: "Column=field,…"; see docs/terminal.md',
      collected,
    )
    .addOption(
      new Option('--as <format>', 'what the files are, where they do not show it').choices(formatNames),
    )
    .addOption(new Option('--letters <page>', 'the code page the files are in').choices(codePages))
    .action(async (files: string[], options: ImportOptions) =>
      done(await importFiles(terminal, files, options)),
    );

  command('analyze', 'who connects groups, which groups there are, where you know few, whose tie is cooling')
    .option('--with-me', 'count you among the people; otherwise you are left out')
    .addOption(
      new Option(
        '--known-only',
        'leave all guessed ties out (otherwise they count from a confidence of 0.5)',
      ).conflicts('allGuesses'),
    )
    .option('--all-guesses', 'count every guessed tie')
    .option('--weighted', 'take strong ties for shorter ways')
    .option('--resolution <number>', 'finer groups above 1, coarser ones below', above0)
    .option('--seed <number>', 'look for groups afresh, from this seed', wholeNumber)
    .action(async (options: AnalyzeOptions) => done(await analyze(terminal, options)));

  command('week', 'whom to be in touch with this week, and why').action(async (options: CommonOptions) =>
    done(await week(terminal, options)),
  );
  command('today', 'what is open of this week’s list, and what falls due today').action(
    async (options: CommonOptions) => done(await today(terminal, options)),
  );
  command('due', 'who is due by their cadence, most pressing first')
    .option('--most <number>', 'name so many of them, 20 if you do not say', wholeNumber)
    .action(async (options: DueOptions) => done(await due(terminal, options)));
  command('owed', 'who waits for your reply').action(async (options: CommonOptions) =>
    done(await owed(terminal, options)),
  );

  command('log', 'log what happened, in a line such as "coffee @ana yesterday, I owe her slides by Fri"')
    .argument('<text...>', 'the line; see docs/capture.md')
    .option('--yes', 'add who is new, by name alone')
    .action(async (text: string[], options: LogOptions) => done(await logCapture(terminal, text, options)));

  command('share', 'who might care for something, and why; with --to, mark it as sent')
    .argument('<title...>', 'what it is called')
    .option('--url <address>', 'where it is on the web')
    .option('--tag <tag>', 'what it is about; may be given several times', gathered)
    .option('--text <text>', 'its text, or - for what is piped in')
    .option('--to <name>', 'mark it as sent to this person; may be given several times', gathered)
    .addOption(
      new Option('--by <way>', 'how it was sent; by mail if you do not say').choices(sendingChannels),
    )
    .option('--limit <number>', 'name so many people, 10 if you do not say', wholeNumber)
    .action(async (title: string[], options: ShareOptions) => done(await share(terminal, title, options)));

  command('commitments', 'the promises that are open, yours and theirs, overdue ones first').action(
    async (options: CommonOptions) => done(await commitments(terminal, options)),
  );

  command(
    'paths',
    'who could bring you, or anybody, to somebody: the warmest ways, each step with what it rests on',
  )
    .argument('<to...>', 'a name, or org:NAME, place:NAME, industry:NAME, tag:NAME')
    .option('--from <who>', 'where the paths begin; otherwise with you')
    .option('--k <number>', 'so many paths, 3 if you do not say', numberOfPaths)
    .option('--avoid <who>', 'not through them; can be said several times', collected)
    .option('--only-known', 'leave guessed ties out')
    .action(async (to: string[], options: PathsOptions) => done(await paths(terminal, to, options)));

  command('infer', 'guess ties within organisations, and list every guess with what it rests on')
    .option('--above <confidence>', 'only guesses at least so sure, 0 to 1', confidence)
    .option('--limit <number>', 'name so many of them, 50 if you do not say', wholeNumber)
    .action(async (options: InferOptions) => done(await infer(terminal, options)));
  command('confirm', 'say of guessed ties that they are right, or with --no that they are wrong')
    .argument('[who...]', 'the two people of a guess')
    .option('--above <confidence>', 'all guesses at least so sure, 0 to 1', confidence)
    .option('--no', 'they do not know each other; it is not guessed again')
    .action(async (who: string[], options: ConfirmOptions) => done(await confirm(terminal, who, options)));

  command('suggest', 'whom to bring together this week, and why')
    .option('--limit <number>', 'name so many pairs, 10 if you do not say, 30 at most', wholeNumber)
    .action(async (options: SuggestOptions) => done(await suggest(terminal, options)));

  command('introduce', 'start an introduction of two people, with words to ask each of them')
    .argument('<one>', 'a name, or me')
    .argument('<other>', 'a name, or me')
    .option('--why <text>', 'what each would have of it')
    .option('--by <who>', 'who introduces them; you if you do not say')
    .addOption(
      new Option('--stage <stage>', 'introduced, where it has happened; otherwise an idea').choices([
        'idea',
        'introduced',
      ]),
    )
    .addOption(new Option('--channel <channel>', 'how they were introduced').choices(channels))
    .option('--day <day>', 'when it was', day)
    .option('--sure', 'also where they know each other, or were brought together before')
    .action(async (one: string, other: string, options: IntroduceOptions) =>
      done(await introduce(terminal, [one, other], options)),
    );
  command('introductions', 'all introductions by stage, how far each is, and what is stuck')
    .option('--open', 'without those that came to their end')
    .option('--chain', 'who brought whom to you, in their place')
    .action(async (options: IntroductionsOptions) => done(await introductions(terminal, options)));

  command('plan', 'plans that introductions serve: who is there, who bridges to it, whom to introduce')
    .addArgument(new Argument('<act>', 'what to do').choices(planActs))
    .argument(
      '[words...]',
      'a title for a new plan; else which plan, by its title or id, and the text of a step',
    )
    .option('--for <who>', 'whom a new plan is for; you if you do not say')
    .option('--industry <word>', 'where it leads; can be said several times, like the next three', collected)
    .option('--place <name>', 'in a place', collected)
    .option('--org <name>', 'at an organisation', collected)
    .option('--tag <tag>', 'with a tag', collected)
    .option('--text <words>', 'in words: a trade, a subject')
    .option('--by <day>', 'until when', day)
    .option('--most <number>', 'introductions at most, 1 to 10; 3 if you do not say', wholeNumber)
    .option('--result <text>', 'for close: what came of it')
    .option('--dropped', 'for close: it is let go')
    .action(async (act: PlanAct, words: string[], options: PlanCommandOptions) =>
      done(await plan(terminal, act, words, options)),
    );
  command('whatif', 'what an introduction, a loss or a group gone cold would change, before it happens')
    .option('--tie <who...>', 'two people who would know each other')
    .option('--cut <who...>', 'two people who would no longer')
    .option('--without <who...>', 'people who would not be there')
    .option('--cold <group...>', 'groups, as the app names them, with which you would lose touch')
    .action(async (options: WhatIfOptions) => done(await whatIf(terminal, options)));

  command('duplicates', 'who may be in the network twice, how likely that is, and why')
    .option('--limit <number>', 'show so many pairs, 50 if you do not say', wholeNumber)
    .action(async (options: DuplicatesOptions) => done(await duplicates(terminal, options)));
  command('merge', 'two contacts are one person: the second becomes part of the first')
    .argument('<who>', 'who stays')
    .argument('<other>', 'who becomes part of them')
    .option('--keep <field=side>', 'mine, theirs or both of a field; may be given several times', gathered)
    .action(async (first: string, second: string, options: MergeOptions) =>
      done(await merge(terminal, [first, second], options)),
    );
  command('split', 'take apart what was merged into somebody last; what was changed since stays')
    .argument('<who...>', 'the contact that both are')
    .action(async (who: string[], options: CommonOptions) =>
      done(await split(terminal, who.join(' '), options)),
    );

  command('export', 'write the network, or a part of it, in another form')
    .addArgument(new Argument('[form]', 'the form').choices(formats))
    .addOption(new Option('--format <form>', 'the same').choices(formats))
    .option('--people <who>', 'these people alone; can be said several times, like the next two', collected)
    .option('--group <name>', 'the people of a group, as the app names it', collected)
    .option('--tag <tag>', 'the people with a tag', collected)
    .option(
      '--fields <list>',
      'beside the name only these, with commas between: addresses, work, about, notes, happened; or names',
    )
    .addOption(new Option('--guessed <take>', 'whether guessed ties go along').choices(['yes', 'no']))
    .option('--confidential', 'for json: confidential texts go along; otherwise they never do')
    .option('--weekly', 'for ics: one review a week, not an event for each person')
    .addOption(
      new Option(
        '--dates',
        'for ics: birthdays, other dates and planned meetings in place of reminders',
      ).conflicts('weekly'),
    )
    .option(
      '-o, --out <file>',
      'the file to write, in place of one that is there; for markdown a new folder; else the standard output',
    )
    .addOption(new Option('--output <file>', 'the same').hideHelp())
    .action(async (form: Form | undefined, { out, output, format = form, ...options }: ExportWords) => {
      if (format === undefined) {
        throw new KithmapError('bad-argument', `Say in which form: ${formats.join(', ')}.`);
      }
      done(await exportNetwork(terminal, { ...options, format, output: out ?? output }));
    });

  command('batches', 'what was imported; with one of them, whom it brought or changed')
    .argument('[batch]', 'an import’s id, or latest')
    .action(async (id: string | undefined, options: CommonOptions) =>
      done(await batches(terminal, id, options)),
    );
  command('undo-import', 'take an import back as a whole; what you changed since stays')
    .argument('<batch>', 'an import’s id, or latest')
    .action(async (id: string, options: CommonOptions) => done(await undoImport(terminal, id, options)));

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

function gathered(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function above0(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0.01 && number <= 100)) {
    throw new InvalidArgumentError('It takes a number from 0.01 to 100.');
  }
  return number;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('It takes a whole number from 0 on.');
  return number;
}

function confidence(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('It takes a number from 0 to 1.');
  }
  return number;
}

function numberOfPaths(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > 20) throw new InvalidArgumentError('It takes a number from 1 to 20.');
  return number;
}

/** Every value of an option that is said several times. */
function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
