/** How much is asked of somebody, in sentences: never a rank, and never a balance. What is confidential is only mentioned. */
import { stageNames } from '../introductions/stages';
import { fullName, shortName, type Speaking } from '../keeping/names';
import { openText } from '../keeping/occasion';
import { quoted, when } from '../keeping/say-reasons';
import { addDays } from '../time';
import { listed, many, sayDayAhead } from '../words';
import type { ToldLoad } from './answers';
import type { Ask } from './asks';
import { type Back, lately, type Load } from './load';

/** Asks that are told one by one. */
const mostTold = 12;
const year = 365;

export function toldLoad(speaking: Speaking, load: Load): ToldLoad {
  return {
    contact: load.contact,
    text: [sayLately(speaking, load), sayAnswers(speaking, load), sayBack(speaking, load)]
      .filter((sentence) => sentence !== '')
      .join(' '),
    brief: sayLately(speaking, load),
    lately: load.lately.length,
    freeFrom: load.freeFrom ?? null,
    asks: load.asks.slice(0, mostTold).map((ask) => {
      const { day, table, id } = ask;
      return { day, table, id, text: sayAsk(speaking, ask) };
    }),
  };
}

/** “Ana was asked twice in the last 30 days, once of it by Ben. That is as often as you want to ask (once a month); …” */
export function sayLately(speaking: Speaking, load: Load): string {
  const { asks, lately: recent, limit, freeFrom } = load;
  const who = shortName(speaking, load.contact);
  const [newest] = asks;
  if (newest === undefined) return '';
  if (recent.length === 0) return `${who} was last asked for something ${when(newest.day, speaking)}.`;
  const others = recent.filter(({ by }) => by !== undefined);
  const names = [...new Set(others.map(({ by = '' }) => fullName(speaking, by)))];
  const byOthers =
    others.length === 0
      ? ''
      : others.length === recent.length
        ? ` by ${listed(names)}`
        : `, ${sayTimes(others.length)} of it by ${listed(names)}`;
  const often = `${who} was asked ${sayTimes(recent.length)} in the last ${lately} days${byOthers}.`;
  return freeFrom === undefined ? often : `${often} ${sayFull(speaking, limit, freeFrom)}`;
}

/** “That is as often as you want to ask one person (once a month); from Friday 5 June on it is easier.” */
export function sayFull({ today, locale }: Speaking, limit: number, freeFrom: string): string {
  return `That is as often as you want to ask one person (${sayLimit(limit)}); from ${sayDayAhead(freeFrom, today, locale)} on it is easier.`;
}

/** “once a month”. */
export function sayLimit(limit: number): string {
  return `${sayTimes(limit)} a month`;
}

function sayTimes(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

const answered: Readonly<Record<Ask['answer'], string>> = {
  yes: 'yes',
  no: 'no',
  'not-now': 'not now',
  open: 'no answer yet',
};

/** What came of the last year's. */
function sayAnswers(speaking: Speaking, { asks }: Load): string {
  const inYear = asks.filter(({ day }) => day > addDays(speaking.today, -year));
  if (inYear.length === 0) return '';
  const [only] = inYear;
  if (inYear.length === 1 && only !== undefined) return `What came of it: ${answered[only.answer]}.`;
  const counts = (['yes', 'no', 'not-now', 'open'] as const).flatMap((answer) => {
    const count = inYear.filter((ask) => ask.answer === answer).length;
    return count === 0 ? [] : [`${sayTimes(count)} ${answered[answer]}`];
  });
  return `Of ${many(inYear.length, 'time', 'times')} in a year: ${listed(counts, counts.length)}.`;
}

const given: Readonly<Record<Back['kind'], string>> = {
  help: 'you helped',
  information: 'you passed on information',
  referral: 'you gave a referral',
  introduction: 'you made an introduction',
  gift: 'you gave a present',
  time: 'you gave time',
  other: 'you gave something',
  thanks: 'you said thank you',
  brought: 'you introduced them to somebody',
};

function sayBack(speaking: Speaking, { back, asks }: Load): string {
  if (back !== undefined) {
    return `Something last went back ${when(back.day, speaking)}: ${given[back.kind]}.`;
  }
  return asks.length === 0 ? '' : 'Nothing that went back is on record yet.';
}

/** “You asked for “the visa”: yes”. */
function sayAsk(speaking: Speaking, ask: Ask): string {
  const { network } = speaking;
  const who = ask.by === undefined ? 'You' : fullName(speaking, ask.by);
  if (ask.kind === 'request') {
    const request = network.get('requests', ask.id);
    return `${who} asked for ${quoted(openText(request ?? {}))}: ${answered[ask.answer]}`;
  }
  const introduction = network.get('introductions', ask.id);
  const sides = introduction === undefined ? [] : [introduction.a, introduction.b];
  const others = sides.filter((id) => id !== ask.contact).map((id) => nameOf(speaking, id));
  const stage = ask.stage === undefined ? '' : ` (${stageNames[ask.stage]})`;
  return ask.kind === 'meeting'
    ? `${who} asked about meeting ${listed(others)}: ${answered[ask.answer]}${stage}`
    : `You asked for an introduction of ${listed(others)}${stage}`;
}

function nameOf(speaking: Speaking, id: string): string {
  return id === speaking.network.get('settings', 'settings')?.me ? 'you' : fullName(speaking, id);
}
