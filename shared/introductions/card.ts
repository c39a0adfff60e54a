/** One line for a card of the board: what was last, or whose turn it is. */
import { shortName } from '../keeping/names';
import type { Introduction } from '../model/entities';
import type { Consent } from '../model/entities/introduction';
import { listed } from '../words';
import type { Carded } from './board';
import { sayWhen, type SpeakingOfMe } from './say';
import { askedSides, consentDay, consentOf, type Side } from './sides';

export interface CardLine {
  readonly text: string;
  /** It waits for me, or has waited too long. */
  readonly isUrgent: boolean;
}

export function cardLine(speaking: SpeakingOfMe, { introduction, since, stuck }: Carded): CardLine {
  const text = lineOf(speaking, introduction, since);
  if (stuck !== undefined) {
    const words = introduction.stage === 'agreed' ? `both agreed ${sayWhen(stuck.since, speaking)}` : text;
    return { text: `Stuck: ${words}`, isUrgent: true };
  }
  return { text: capital(text), isUrgent: isMyTurn(speaking, introduction) };
}

/** Where the next step is mine alone. */
function isMyTurn({ me }: SpeakingOfMe, introduction: Introduction): boolean {
  const { stage, by } = introduction;
  if (stage === 'agreed') return by === undefined;
  if (stage === 'outcome') return true;
  if (stage !== 'asked' || by !== undefined) return false;
  return askedSides(introduction, me).every((side) =>
    ['yes', 'not-asked'].includes(consentOf(introduction, side)),
  );
}

function lineOf(speaking: SpeakingOfMe, introduction: Introduction, since: string | undefined): string {
  const { stage, by, day } = introduction;
  const when = since === undefined ? '' : ` ${sayWhen(since, speaking)}`;
  const through = by === undefined ? '' : shortName(speaking, by);
  switch (stage) {
    case 'idea':
      return by === undefined ? `noted${when}` : `${through} is to be asked`;
    case 'asked':
      return answers(speaking, introduction);
    case 'agreed':
      return by === undefined ? 'your turn: write the mail' : `${through} is to introduce`;
    case 'introduced': {
      const on = day === undefined ? when : ` ${sayWhen(day, speaking)}`;
      return `introduced${on}, no word yet`;
    }
    case 'met':
      return `met${when}; what came of it?`;
    case 'outcome':
      return 'thanks are still to be said';
    case 'thanked':
      return `thanked${when}`;
    case 'declined':
      return `${whoSaid(speaking, introduction, 'no') ?? 'declined'}${when}`;
    case 'not-now':
      return `${whoSaid(speaking, introduction, 'not-now') ?? 'put off'}${when}`;
    case 'withdrawn':
      return `withdrawn${when}`;
  }
}

/** “both asked 3 days ago”, “Ana said yes; Ben asked 5 days ago”, “Ana said yes; ask Ben”. */
function answers(speaking: SpeakingOfMe, introduction: Introduction): string {
  const asked = askedSides(introduction, speaking.me);
  const [one, other] = asked;
  const both = one !== undefined && other !== undefined;
  const same =
    both &&
    asked.every((side) => consentOf(introduction, side) === 'asked') &&
    consentDay(introduction, one) === consentDay(introduction, other);
  if (same) return `both asked${dayOf(speaking, introduction, one)}`;
  const order: readonly Consent[] = ['yes', 'no', 'not-now', 'asked', 'not-asked'];
  return [...asked]
    .sort((x, y) => order.indexOf(consentOf(introduction, x)) - order.indexOf(consentOf(introduction, y)))
    .map((side) => answer(speaking, introduction, side))
    .join('; ');
}

function answer(speaking: SpeakingOfMe, introduction: Introduction, side: Side): string {
  const name = shortName(speaking, introduction[side]);
  switch (consentOf(introduction, side)) {
    case 'not-asked':
      return introduction.by === undefined ? `ask ${name}` : `${name} is not asked yet`;
    case 'asked':
      return `${name} asked${dayOf(speaking, introduction, side)}`;
    case 'yes':
      return `${name} said yes`;
    case 'no':
      return `${name} said no`;
    case 'not-now':
      return `${name} said not now`;
  }
}

function dayOf(speaking: SpeakingOfMe, introduction: Introduction, side: Side): string {
  const day = consentDay(introduction, side);
  return day === undefined ? '' : ` ${sayWhen(day, speaking)}`;
}

function whoSaid(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  said: 'no' | 'not-now',
): string | undefined {
  const those = askedSides(introduction, speaking.me).filter(
    (side) => consentOf(introduction, side) === said,
  );
  if (those.length === 0) return undefined;
  const names = listed(those.map((side) => shortName(speaking, introduction[side])));
  return `${names} said ${said === 'no' ? 'no' : 'not now'}`;
}

function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
