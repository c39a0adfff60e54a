/** What was understood, as chips and toasts say it. */
import type { Chip, Exchanged, Introduced, Promised, Understood, Who } from '../../shared/capture/capture';
import { type LogArguments, openQuestions } from '../../shared/capture/log';
import { nameKey } from '../../shared/capture/name-key';
import { listed, many, sayDayAhead } from '../../shared/words';
import { channelWords } from '../app/channel-words';

export interface Calendar {
  readonly today: string;
  readonly locale: string;
}

export const exchangeKindWords = {
  help: 'Help',
  information: 'Information',
  referral: 'Referral',
  introduction: 'Introduction',
  gift: 'Gift',
  time: 'Time',
  other: 'Something else',
} as const satisfies Record<Exchanged['exchange'], string>;

export const directionSaid = { mine: 'You reached out', theirs: 'They reached out' } as const;
export const stageWords = { idea: 'An idea', introduced: 'Done' } as const satisfies Record<
  Introduced['stage'],
  string
>;

export function sayWho(who: Who): string {
  return who.state === 'several' && who.name === '' ? 'Whom?' : who.name;
}

export function sayEach(who: readonly Who[]): string {
  return listed(who.map(sayWho));
}

export function sayMinutes(minutes: number): string {
  return many(minutes, 'minute', 'minutes');
}

export function sayWhen(day: string, { today, locale }: Calendar): string {
  const said = sayDayAhead(day, today, locale);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export function sayPromise({ by, who, text, due }: Promised, { today, locale }: Calendar): string {
  const until = due === undefined ? '' : `, by ${sayDayAhead(due, today, locale)}`;
  return by === 'me' ? `${text}, to ${sayEach(who)}${until}` : `${text}, from ${sayEach(who)}${until}`;
}

export function sayExchange({ direction, who, text }: Exchanged): string {
  return direction === 'given' ? `${text}, to ${sayEach(who)}` : `${text}, from ${sayEach(who)}`;
}

export function sayIntroduction({ a, b, why }: Introduced): string {
  return `${sayWho(a)} to ${sayWho(b)}${why === undefined ? '' : `, about ${why}`}`;
}

/** What a chip says, without its label. */
export function sayChip(chip: Chip, calendar: Calendar): string {
  switch (chip.kind) {
    case 'person':
      return sayWho(chip.who);
    case 'channel':
      return channelWords[chip.channel];
    case 'direction':
      return directionSaid[chip.direction];
    case 'length':
      return sayMinutes(chip.minutes);
    case 'day':
      return sayWhen(chip.day, calendar);
    case 'topic':
      return chip.text;
    case 'promise':
      return sayPromise(chip, calendar);
    case 'exchange':
      return sayExchange(chip);
    case 'introduction':
      return sayIntroduction(chip);
    case 'tag':
      return `#${chip.tag}`;
    case 'confidential':
      return 'Every text of it';
  }
}

/** "Noted with Ana Silva and Ben Okoro: 1 promise, 1 introduction". Nothing of its texts, which may be confidential. */
export function sayLogged(meant: Understood, args: LogArguments, nameOf: (id: string) => string): string {
  const count = (lists: readonly { readonly who: readonly unknown[] }[]): number =>
    lists.reduce((sum, { who }) => sum + who.length, 0);
  const parts = [
    several(count(args.commitments), 'promise', 'promises'),
    several(count(args.exchanges), 'thing given or received', 'things given or received'),
    several(args.introductions.length, 'introduction', 'introductions'),
  ].filter((part) => part !== '');
  const beside = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const { interaction } = args;
  const names = interaction?.with.map((one) => ('id' in one ? nameOf(one.id) : one.name)) ?? [];
  const verb = interaction?.planned === true ? 'Planned' : 'Noted';
  const main = interaction === undefined ? 'Kept' : `${verb} with ${listed(names)}`;
  const stubs = new Map(openQuestions(meant).unknown.map((name) => [nameKey(name), name]));
  const added = stubs.size === 0 ? '' : `. New: ${listed([...stubs.values()])}`;
  return `${main}${beside}${added}`;
}

function several(count: number, one: string, more: string): string {
  return count === 0 ? '' : many(count, one, more);
}

/** Why it cannot be logged yet, as a sentence at the field. */
export function hindrance(meant: Understood, added: readonly string[]): string | undefined {
  const { unknown, unclear } = openQuestions(meant);
  const [several] = unclear;
  if (several !== undefined) {
    return several.name === '' ? 'Say first whom you mean.' : `Say first who “${several.name}” is.`;
  }
  const stranger = unknown.find((name) => !added.includes(nameKey(name)));
  return stranger === undefined ? undefined : `Say first who “${stranger}” is.`;
}
