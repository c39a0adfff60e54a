/**
 * What a line of quick capture says: chips, each with where it stands in the text, and the rest, which stays as the
 * summary. The same without places is what is confirmed, written out again and logged.
 *
 *   "coffee @ana yesterday, nice garden"  ->  [meal] [Ana Silva] [3 May]   rest "nice garden"
 */
import type { Channel, Exchange, Interaction } from '../model/entities';
import type { Day } from '../time';
import { nameKey } from './name-key';

/** From here to there in a text, as `slice` counts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A person as chips and completions show them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What tells them from somebody of the same name: organisation, else place. */
  readonly about?: string;
}

/** Whom an @name stands for. */
export type Who =
  | { readonly state: 'known'; readonly id: string; readonly name: string }
  /** Nobody is called that: a name alone may be added. */
  | { readonly state: 'unknown'; readonly name: string }
  /** Several could be meant, or one who was not named by name. */
  | { readonly state: 'several'; readonly name: string; readonly people: readonly Person[] };

export type Direction = Exclude<Interaction['direction'], 'both'>;
export type ExchangeKind = Exchange['kind'];

export interface Promised {
  readonly by: 'me' | 'them';
  /** Each of them gets a promise of their own. */
  readonly who: readonly Who[];
  readonly text: string;
  readonly due?: Day;
}

export interface Exchanged {
  readonly direction: Exchange['direction'];
  readonly exchange: ExchangeKind;
  readonly who: readonly Who[];
  readonly text: string;
}

export interface Introduced {
  readonly a: Who;
  readonly b: Who;
  readonly stage: 'idea' | 'introduced';
  readonly why?: string;
}

export interface ChannelSaid {
  readonly channel: Channel;
  /** The word for it where it says more than the channel: coffee, zoom. */
  readonly word?: string;
}

/**
 * Two chips may share a place where one word says two things ("called me": channel and direction); otherwise they
 * stand apart, in the order of the text.
 */
export type Chip = { readonly span: Span } & (
  | ({ readonly kind: 'channel' } & ChannelSaid)
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'day'; readonly day: Day; readonly planned: boolean }
  | { readonly kind: 'length'; readonly minutes: number }
  | { readonly kind: 'person'; readonly who: Who }
  | { readonly kind: 'topic'; readonly text: string }
  | ({ readonly kind: 'promise'; readonly dueSpan?: Span } & Promised)
  | ({ readonly kind: 'exchange' } & Exchanged)
  | ({ readonly kind: 'introduction' } & Introduced)
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'confidential' }
);

/** Why nothing may be written, as a sentence for the field. */
export interface Problem {
  readonly span: Span;
  readonly sentence: string;
}

/** What chips and rest say, without their places. */
export interface Understood {
  readonly channel?: ChannelSaid;
  readonly direction?: Direction;
  readonly day?: Day;
  readonly minutes?: number;
  readonly participants: readonly Who[];
  readonly topic?: string;
  readonly promises: readonly Promised[];
  readonly exchanges: readonly Exchanged[];
  readonly introductions: readonly Introduced[];
  readonly tags: readonly string[];
  readonly confidential: boolean;
  readonly rest: string;
}

export interface Capture {
  readonly text: string;
  readonly chips: readonly Chip[];
  readonly rest: string;
  readonly problems: readonly Problem[];
}

/** What the chips say together; who is named twice is there once. */
export function understood({ chips, rest }: Pick<Capture, 'chips' | 'rest'>): Understood {
  const of = <K extends Chip['kind']>(kind: K): Extract<Chip, { kind: K }>[] =>
    chips.filter((chip): chip is Extract<Chip, { kind: K }> => chip.kind === kind);
  const [channel] = of('channel');
  return {
    channel: channel && { channel: channel.channel, word: channel.word },
    direction: of('direction')[0]?.direction,
    day: of('day')[0]?.day,
    minutes: of('length')[0]?.minutes,
    participants: eachOnce(of('person').map(({ who }) => who)),
    topic: of('topic')[0]?.text,
    promises: of('promise').map(({ by, who, text, due }) => ({ by, who, text, due })),
    exchanges: of('exchange').map(({ direction, exchange, who, text }) => ({
      direction,
      exchange,
      who,
      text,
    })),
    introductions: of('introduction').map(({ a, b, stage, why }) => ({ a, b, stage, why })),
    tags: [...new Set(of('tag').map(({ tag }) => tag))],
    confidential: of('confidential').length > 0,
    rest,
  };
}

/** The same for two that stand for one person, whether known yet or not. */
export function whoKey(who: Who): string {
  return who.state === 'known' ? `id ${who.id}` : `${who.state} ${nameKey(who.name)}`;
}

export function eachOnce(people: readonly Who[]): readonly Who[] {
  return [...new Map(people.toReversed().map((who) => [whoKey(who), who])).values()].toReversed();
}
