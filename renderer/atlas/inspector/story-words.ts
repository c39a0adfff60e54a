/** What the story calls its entries, and when they were. */
import type { Channel, Contact, Exchange, Fact, Introduction, Request } from '../../../shared/model/entities';
import type { OpenNetwork } from '../../../shared/model/network';
import type { StoryEntry, StoryKind } from '../../../shared/story/entry';
import { callName } from '../../../shared/words';
import { channelWords } from '../../app/channel-words';
import { exactDay, nameOf, people, sayDay, sayMonth } from '../../app/words';

export const kindWords: Readonly<Record<StoryKind, string>> = {
  interaction: 'Contact',
  promise: 'Promises',
  introduction: 'Introductions',
  exchange: 'Given and received',
  request: 'Requests',
  fact: 'Jobs and moves',
  note: 'Notes',
};

export const exchangeWords: Readonly<Record<Exchange['kind'], string>> = {
  help: 'Help',
  information: 'Information',
  referral: 'A referral',
  introduction: 'An introduction',
  gift: 'A present',
  time: 'Time',
  other: 'Something else',
};

export const factWords: Readonly<Record<Fact['kind'], string>> = {
  job: 'Job',
  move: 'Move',
  study: 'Study',
  other: 'Other',
};

const plannedWords: Readonly<Record<Channel, string>> = {
  'in-person': 'to meet',
  meal: 'a meal',
  call: 'a call',
  video: 'a video call',
  mail: 'a mail',
  message: 'a message',
  letter: 'a letter',
  event: 'an event',
  gift: 'a present',
};

export const stageWords: Readonly<Record<Introduction['stage'], string>> = {
  idea: 'An idea so far',
  asked: 'Asked about it',
  agreed: 'Agreed to meet',
  introduced: 'Introduced',
  met: 'They met',
  outcome: 'They met, and something came of it',
  thanked: 'They met, and gave thanks',
  declined: 'Rather not',
  'not-now': 'Not now',
  withdrawn: 'Withdrawn',
};

/** Whose story it is, and who stands in it. */
export interface Teller {
  readonly contact: Contact;
  readonly network: Pick<OpenNetwork, 'get' | 'index'>;
  readonly me: string | undefined;
}

/** "Called", "You promised", "Signe gave you help": one line, without anything confidential. */
export function titleOf(entry: StoryEntry, teller: Teller): string {
  const name = callName(teller.contact.name);
  switch (entry.kind) {
    case 'interaction': {
      const { channel, planned } = entry.interaction;
      return planned === true ? `Planned: ${plannedWords[channel]}` : channelWords[channel];
    }
    case 'promise': {
      const { by, advice } = entry.promise;
      if (advice === true) return `${name} advised`;
      return by === 'me' ? 'You promised' : `${name} promised`;
    }
    case 'introduction':
      return introductionTitle(entry.introduction, teller);
    case 'exchange': {
      const { direction, kind } = entry.exchange;
      const what = kind === 'other' ? 'something' : exchangeWords[kind].toLowerCase();
      return direction === 'given' ? `You gave ${what}` : `You got ${what}`;
    }
    case 'request':
      return 'You asked';
    case 'fact':
      return factWords[entry.fact.kind];
    case 'note':
      return 'Note';
  }
}

/** What is told under the title; undefined where there is nothing, or nothing that is not confidential. */
export function bodyOf(entry: StoryEntry): string | undefined {
  switch (entry.kind) {
    case 'interaction':
      return entry.interaction.summary;
    case 'promise':
      return entry.promise.text;
    case 'introduction': {
      const { stage, why, outcome } = entry.introduction;
      return [`${stageWords[stage]}.`, why, outcome].filter((part) => part !== undefined).join(' ');
    }
    case 'exchange':
      return entry.exchange.text;
    case 'request':
      return entry.request.text;
    case 'fact': {
      const { organisation, title, place, text, to } = entry.fact;
      const parts = [title, organisation, place, text].filter((part) => part !== undefined && part !== '');
      return `${parts.join(', ')}${to === undefined ? '' : `, until ${to}`}`;
    }
    case 'note':
      return entry.note.text;
  }
}

const answerWords: Readonly<Record<Request['answer'], string>> = {
  open: 'no answer yet',
  yes: 'said yes',
  no: 'said no',
  'not-now': 'said not now',
};

/** "said yes 3 days ago, thanked yesterday". */
export function answerOf(
  {
    answer,
    askedOn,
    answeredOn = askedOn,
    thankedOn,
  }: Pick<Request, 'answer' | 'askedOn' | 'answeredOn' | 'thankedOn'>,
  sayDay: (day: string) => string,
): string {
  if (answer === 'open') return answerWords.open;
  const thanked = thankedOn === undefined ? '' : `, thanked ${sayDay(thankedOn)}`;
  return `${answerWords[answer]} ${sayDay(answeredOn)}${thanked}`;
}

/** Everything by which an entry is found. */
export function searchedOf(entry: StoryEntry, teller: Teller): string {
  const more =
    entry.kind === 'interaction'
      ? [companyOf(entry, teller), ...entry.interaction.tags]
      : entry.kind === 'promise'
        ? [entry.promise.outcome]
        : [];
  return [titleOf(entry, teller), bodyOf(entry), ...more].filter((part) => part !== undefined).join(' ');
}

/** "With Ben Okoro", of an interaction with others besides. */
export function companyOf(
  { interaction }: Extract<StoryEntry, { kind: 'interaction' }>,
  { contact, network, me }: Teller,
): string | undefined {
  const others = interaction.with.filter((id) => id !== contact.id && id !== me);
  if (others.length === 0) return undefined;
  const names = others.slice(0, 3).map((id) => nameIn(network, id));
  const more = others.length - names.length;
  return `With ${names.join(', ')}${more > 0 ? ` and ${people(more)} more` : ''}`;
}

/** When an entry was, under the heading of its month or year. */
export function dayWords(day: string | undefined, today: string, locale: string): string {
  if (day === undefined) return '';
  if (day.length === 4) return day;
  if (day.length === 7) return sayMonth(`${day}-01`, locale);
  const said = sayDay(day, today, locale);
  return /^(today|yesterday|tomorrow|\d)/.test(said)
    ? said
    : exactDay(day, locale)
        .replace(/^\S+ /, '')
        .replace(/,? \d{4}$/, '');
}

/** The whole of a day, for hovering and for those who hear it. */
export function wholeDay(day: string | undefined, locale: string): string {
  if (day === undefined) return 'without a date';
  return day.length === 10 ? exactDay(day, locale) : dayWords(day, day, locale);
}

function introductionTitle({ a, b, by }: Introduction, { contact, network, me }: Teller): string {
  const other = a === contact.id ? b : b === contact.id ? a : undefined;
  if (other !== undefined) {
    const name = other === me ? 'you' : nameIn(network, other);
    return by === undefined
      ? `You, about meeting ${name}`
      : `Through ${nameIn(network, by)}: meeting ${name}`;
  }
  const [one, two] = [a, b].map((id) => (id === me ? 'you' : nameIn(network, id)));
  return `${callName(contact.name)} brought together ${one ?? ''} and ${two ?? ''}`;
}

function nameIn(network: Pick<OpenNetwork, 'get'>, id: string): string {
  const contact = network.get('contacts', id);
  return contact === undefined ? 'someone' : nameOf(contact);
}
