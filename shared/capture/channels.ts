/**
 * How one was in touch, and who reached out. A word stands for a channel only where people put it when they log
 * something: first in a clause, before a person, or after "for", "by", "on" and the like. "Talked about mail" says
 * nothing of a channel.
 */
import type { Channel } from '../model/entities';
import type { ChannelSaid, Direction } from './capture';
import { matchAt, separatorAt, skipBlanks, wordEnd } from './text';

const nouns: Readonly<Record<Channel, readonly string[]>> = {
  'in-person': ['in person', 'meeting', 'visit', 'walk', 'catch-up', 'catchup', 'chat', 'talk'],
  meal: [
    'meal',
    'coffee',
    'lunch',
    'dinner',
    'breakfast',
    'brunch',
    'supper',
    'tea',
    'drinks',
    'drink',
    'beers',
    'beer',
  ],
  call: ['call', 'phone call', 'phone'],
  video: ['video', 'video call', 'videocall', 'zoom', 'teams', 'facetime', 'skype'],
  mail: ['mail', 'email', 'e-mail', 'emails', 'mails'],
  message: ['message', 'messages', 'text', 'texts', 'sms', 'whatsapp', 'signal', 'telegram', 'slack', 'dm'],
  letter: ['letter', 'postcard', 'card'],
  event: ['event', 'conference', 'party', 'workshop', 'wedding', 'concert', 'meetup', 'reunion'],
  gift: ['gift', 'present', 'flowers'],
};
const channelOfNoun = new Map<string, Channel>();
for (const [channel, words] of Object.entries(nouns)) {
  for (const word of words) if (isChannel(channel)) channelOfNoun.set(word, channel);
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(nouns, name);
}

/** Nouns that say no more than their channel does. */
const plainNouns = new Set([
  'meeting',
  'talk',
  'phone',
  'phone call',
  'email',
  'e-mail',
  'emails',
  'mails',
  'messages',
  'texts',
  'video call',
  'videocall',
  'present',
]);

/** Verbs that say who reached out, and those that do not. */
const reaching: Readonly<Record<string, Channel>> = {
  called: 'call',
  phoned: 'call',
  rang: 'call',
  mailed: 'mail',
  emailed: 'mail',
  'e-mailed': 'mail',
  wrote: 'mail',
  messaged: 'message',
  texted: 'message',
  zoomed: 'video',
};
const meeting = [
  'met up',
  'met',
  'saw',
  'visited',
  'talked',
  'spoke',
  'chatted',
  'caught up',
  'ran into',
  'bumped into',
];

/** The noun that stands for a channel where no word says more. */
export const ownNoun = (channel: Channel): string => nouns[channel][0] ?? channel;

const longestFirst = (words: Iterable<string>): string =>
  [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');
const noun = `(${longestFirst(channelOfNoun.keys())})${wordEnd}`;
const verb = `(${longestFirst(Object.keys(reaching))})${wordEnd}`;
const mention = '(?=@[^\\s@])';

const first = new RegExp(
  `(?:(?:I|we)\\s+)?(?:had\\s+|grabbed\\s+|took\\s+)?(?:an?\\s+|the\\s+|our\\s+)?(?:(quick|short|long|nice|good|great|lovely|brief)\\s+)?${noun}(?:\\s+(from|to|with|w/)(?=\\s*@[^\\s@]))?`,
  'iuy',
);
const beforePerson = new RegExp(`${noun}\\s+(?:(from|to|with|w/)\\s*)?${mention}`, 'iuy');
const afterWord = new RegExp(
  `(?:over|for|by|via|on|through|at|during)\\s+(?:an?\\s+|the\\s+|our\\s+)?${noun}`,
  'iuy',
);
const toPerson = new RegExp(`(?:I\\s+)?${verb}\\s+(?:to\\s+|with\\s+)?${mention}`, 'iuy');
const toMe = new RegExp(`${verb}\\s+(?:to\\s+)?me${wordEnd}`, 'iuy');
const alone = new RegExp(`(I\\s+)?${verb}`, 'iuy');
const met = new RegExp(
  `(?:(?:I|we)\\s+)?(${longestFirst(meeting)})${wordEnd}\\s+(?:to\\s+|with\\s+)?${mention}`,
  'iuy',
);

/** What is spoken of is not how: "talked about mail with @ana", "I have to call @ana". */
const spokenOf = /(?:^|\s)(?:about|of|to|her|his|my|their|your|no)\s+$/i;

export interface ChannelReading extends ChannelSaid {
  readonly end: number;
  readonly direction?: Direction;
  /** A more telling word may follow: "met @ana for coffee". */
  readonly weak: boolean;
  /** What it was like: "great coffee". That is no part of the channel and stays. */
  readonly aside?: string;
}

export interface Scene {
  /** Nothing but chips stands before in the clause. */
  readonly fresh: boolean;
  /** A person was named just before. */
  readonly afterPerson: boolean;
}

/** The channel that is said exactly here. */
export function readChannel(
  text: string,
  at: number,
  { fresh, afterPerson }: Scene,
): ChannelReading | undefined {
  const led = matchAt(afterWord, text, at);
  if (led?.[1] !== undefined && endsSaying(text, at + led[0].length)) return said(led[1], at + led[0].length);
  const me = matchAt(toMe, text, at);
  if (me?.[1] !== undefined) return reached(me[1], at + me[0].length, 'theirs');
  const to = matchAt(toPerson, text, at);
  if (to?.[1] !== undefined) return reached(to[1], at + to[0].length, 'mine');
  const seen = matchAt(met, text, at);
  if (seen !== undefined) return { channel: 'in-person', end: at + seen[0].length, weak: true };
  const lone = matchAt(alone, text, at);
  if (lone?.[2] !== undefined && (fresh || afterPerson) && endsSaying(text, at + lone[0].length)) {
    const theirs = afterPerson && lone[1] === undefined;
    return reached(lone[2], at + lone[0].length, theirs ? 'theirs' : 'mine');
  }
  const named = matchAt(beforePerson, text, at);
  if (named?.[1] !== undefined && !spokenOf.test(text.slice(Math.max(0, at - 12), at))) {
    return said(named[1], at + named[0].length, named[2]);
  }
  const opening = fresh ? matchAt(first, text, at) : undefined;
  if (opening?.[2] !== undefined) {
    const end = at + opening[0].length;
    if (opening[3] !== undefined || endsSaying(text, end)) {
      const reading = said(opening[2], end, opening[3]);
      return reading && { ...reading, aside: opening[1] };
    }
  }
  return undefined;
}

function said(word: string, end: number, preposition?: string): ChannelReading | undefined {
  const key = word.toLowerCase().replace(/\s+/g, ' ');
  const channel = channelOfNoun.get(key);
  if (channel === undefined) return undefined;
  const by = preposition?.toLowerCase();
  return {
    channel,
    ...(key === ownNoun(channel) || plainNouns.has(key) ? {} : { word: key }),
    end,
    ...(by === 'from' ? { direction: 'theirs' } : by === 'to' ? { direction: 'mine' } : {}),
    weak: false,
  };
}

function reached(word: string, end: number, direction: Direction): ChannelReading | undefined {
  const channel = reaching[word.toLowerCase()];
  return channel && { channel, end, direction, weak: false };
}

const goesOn = new RegExp(
  `(?:with|w/|about|re|and|on|at|in|for|from|to|yesterday|today|tomorrow|tonight|last|this|next|the\\s+day|mon|tue|wed|thu|fri|sat|sun|I\\s+(?:owe|promised)|a\\s+(?:week|month|day))`,
  'iuy',
);

/** What follows is no more of the same saying: "coffee, ...", "coffee @ana", "coffee yesterday", but not "mail server". */
function endsSaying(text: string, at: number): boolean {
  const next = skipBlanks(text, at);
  if (next >= text.length || separatorAt(text, at) > 0 || separatorAt(text, next) > 0) return true;
  return (
    /[@#+(\d]/.test(text.charAt(next)) ||
    text.startsWith('//', next) ||
    text.startsWith('!', next) ||
    matchAt(goesOn, text, next) !== undefined
  );
}
