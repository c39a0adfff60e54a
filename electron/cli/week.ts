/** `kithmap week` and `kithmap today`: whom to be in touch with, and why. */
import type { WeekAnswer, WeekContact } from '../../shared/keeping/answers';
import { sayDayAhead } from '../../shared/words';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export function week(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, hello, today: day, terminal: screen }) => {
    const answer = await host.call('week', { day });
    if (options.json === true) {
      screen.out(json(answer));
      return exits.done;
    }
    const { goals } = await host.call('weeks', { day });
    const inWords = goals.length === 0 ? [] : ['', 'Your goals:', ...goals.map(({ text }) => `  ${text}`)];
    screen.out(`${[...weekInWords(answer, hello.locale), ...inWords].join('\n')}\n`);
    return exits.done;
  });
}

export function today(terminal: Terminal, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, today: day, terminal: screen }) => {
    const { contacts, dated, notes, from, to } = await host.call('week', { day });
    const open = contacts.filter(({ state }) => state === 'open');
    const done = contacts.length - open.length;
    const dueToday = dated.filter((line) => line.day <= day);
    if (options.json === true) {
      screen.out(json({ today: day, from, to, contacts: open, done, dated: dueToday }));
      return exits.done;
    }
    const lines = [...notes, ...open.flatMap(cardInWords), ...datedInWords(dueToday)];
    if (open.length === 0 && done > 0) lines.push('Everybody on this week’s list is seen to.');
    screen.out(`${lines.join('\n')}\n`);
    return exits.done;
  });
}

function weekInWords(answer: WeekAnswer, locale: string): string[] {
  const { from, to, today: day, contacts, dated, leftOut, leftOutInAll, notes } = answer;
  const lines = [`${sayDayAhead(from, day, locale)} to ${sayDayAhead(to, day, locale)}`, ...notes];
  lines.push(...contacts.flatMap(cardInWords), ...datedInWords(dated));
  if (leftOut.length > 0) {
    lines.push('', `${counted(leftOutInAll, 'person', 'people')} left out:`);
    lines.push(...leftOut.slice(0, mostLeftOut).map(({ name, why }) => `  ${name}: ${why}`));
    if (leftOutInAll > mostLeftOut) lines.push(`  and ${leftOutInAll - mostLeftOut} more`);
  }
  return lines;
}

const mostLeftOut = 10;
const marks = { open: '', done: ' (done)', 'put-off': ' (put off)' } as const;

function cardInWords({ name, reasons, last, channel, channelWhy, suggestion, state }: WeekContact): string[] {
  return [
    '',
    `${name}${marks[state]}`,
    ...reasons.map(({ text }) => `  ${text}`),
    ...(last === null ? [] : [`  Last time: ${last}`]),
    `  To start from: ${suggestion.text}`,
    `  By: ${channel}${channelWhy === undefined ? '' : `. ${channelWhy}`}`,
  ];
}

function datedInWords(dated: WeekAnswer['dated']): string[] {
  if (dated.length === 0) return [];
  return ['', 'Also dated:', ...dated.map(({ name, text }) => `  ${name}: ${text}`)];
}
