/** What measures are of, how groups stand and what would be without some people, in sentences. */
import { listed, many, people } from '../words';
import { clarityOf } from './agreement';
import type { AnswerTo, ClusterReport } from './questions';
import type { Naming } from './reasons';
import { sayShare } from './say-diversity';

type Summary = Pick<
  AnswerTo<'summary'>,
  'people' | 'ties' | 'guessed' | 'guessedLeftOut' | 'pieces' | 'largestPiece' | 'isolates' | 'withMe'
>;

/** "312 people and 840 ties, 12 of them guessed; 5 guesses left out; as far as you have recorded". */
export function sayScope({ people: count, ties, guessed, guessedLeftOut, withMe }: Summary): string {
  const among = guessed === 0 ? '' : `, ${guessed.toLocaleString('en')} of them guessed`;
  const parts = [
    `${people(count)} and ${many(ties, 'tie', 'ties')}${among}`,
    guessedLeftOut === 0 ? '' : `${many(guessedLeftOut, 'guessed tie', 'guessed ties')} left out`,
    withMe ? 'you are counted' : '',
    'as far as you have recorded',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** That the network lies in pieces, and that some have no tie; empty where it does not. */
export function sayPieces({ pieces, largestPiece, isolates, ties }: Summary): string {
  const sentences: string[] = [];
  if (pieces > 1) {
    sentences.push(
      `Your network lies in ${pieces.toLocaleString('en')} pieces that no tie joins; the largest has ${people(largestPiece)}.`,
    );
  }
  if (ties > 0 && isolates > 0) {
    sentences.push(
      isolates === 1 ? 'Of 1 person no tie is recorded.' : `Of ${people(isolates)} no tie is recorded.`,
    );
  }
  return sentences.join(' ');
}

/** How surely a group is one. */
export function sayAgreement({ agreement, basis }: Pick<ClusterReport, 'agreement' | 'basis'>): {
  readonly word: string;
  readonly why: string;
} {
  if (basis === 'trait') {
    return { word: 'by what they share', why: 'made from what its people share, as no ties are recorded' };
  }
  if (agreement === null)
    return { word: 'not tried yet', why: 'whether it comes out again has not been tried' };
  const found = `looked for again, ${sayShare(agreement)} of it comes out alike`;
  switch (clarityOf(agreement)) {
    case 'clear':
      return { word: 'clear', why: found };
    case 'soft':
      return { word: 'soft', why: `${found}: its edge may well lie elsewhere` };
    case 'unclear':
      return { word: 'hardly a group', why: found };
  }
}

/** "3 % of your contact days in the last 180, for 12 % of your people."; empty where it cannot be said. */
export function sayAttention({ attention }: Pick<ClusterReport, 'attention'>): string {
  if (attention.kind === 'tooFew') return '';
  const { shareOfDays, shareOfPeople } = attention;
  const days = shareOfDays === 0 ? 'None' : sayShare(shareOfDays);
  return `${days} of your contact days in the last 180, for ${sayShare(shareOfPeople)} of your people.`;
}

/** "2 there are about to cool or have gone quiet." */
export function sayCoolingThere({ cooling }: Pick<ClusterReport, 'cooling'>): string {
  if (cooling.length === 0) return '';
  return `${cooling.length === 1 ? '1 person there is' : `${people(cooling.length)} there are`} cooling or gone quiet.`;
}

type WhatIf = AnswerTo<'whatIf'>;
/** Of each kind of what newly hangs on one person, or no longer does. */
const mostOfAKind = 3;

/**
 * What would be without some people, with other ties. Pairs with those people among the two are counted before and not
 * after.
 * @param without what they are called
 * @param naming of whom something then hangs on; without it that is left out
 */
export function sayWhatIf(answer: WhatIf, without: readonly string[], naming?: Naming): string[] {
  const { changed, before, after, cutOff } = answer;
  if (changed.people + changed.added + changed.removed === 0) {
    return ['Nothing would be different: that is how it is, as far as you have recorded.'];
  }
  const pairs = `${many(before.connectedPairs, 'pair', 'pairs')} of people have some way to each other`;
  const sentences = [
    after.connectedPairs === before.connectedPairs
      ? `${pairs}; that would stay so.`
      : `${pairs}; ${conditions(answer, without)} it would be ${after.connectedPairs.toLocaleString('en')}.`,
  ];
  const onlyTies = changed.people === 0;
  if (after.pieces !== before.pieces) {
    const [who, now] = onlyTies ? ['Your network', 'now'] : ['The others', 'with them'];
    sentences.push(
      `${who} would lie in ${many(after.pieces, 'piece', 'pieces')}; ${now} it is ${before.pieces.toLocaleString('en')}.`,
    );
  }
  sentences.push(...sayEfficiency(answer), ...sayNearer(answer));
  if (cutOff.length > 0) sentences.push(`${people(cutOff.length)} would be cut off from the rest.`);
  else if (!onlyTies) sentences.push('Nobody else would be cut off.');
  else if (changed.removed > 0) sentences.push('Nobody would be cut off.');
  if (naming !== undefined) {
    sentences.push(
      ...sayThrough(answer, naming),
      ...sayCutPeople(answer, naming),
      ...sayFreed(answer, naming),
      ...sayBridges(answer, naming),
    );
  }
  return sentences;
}

/** "without Ana, with 2 ties more and 1 tie less". */
function conditions(
  { changed: { people: gone, added, removed } }: WhatIf,
  without: readonly string[],
): string {
  const who = gone === 0 ? '' : `without ${without.length === 0 ? people(gone) : listed(without, 4)}`;
  const ties = [
    added === 0 ? '' : `${many(added, 'tie', 'ties')} more`,
    removed === 0 ? '' : `${many(removed, 'tie', 'ties')} less`,
  ].filter((part) => part !== '');
  return [who, ties.length === 0 ? '' : `with ${listed(ties)}`].filter((part) => part !== '').join(', ');
}

/** An estimate has fewer digits, and is always said with the sample that it comes from. */
function sayEfficiency({ before, after }: WhatIf): string[] {
  const { sample } = before;
  const digits = sample === null ? 4 : 2;
  const [was, is] = [before.efficiency.toFixed(digits), after.efficiency.toFixed(digits)];
  if (was === is) return [];
  const ways = after.efficiency < before.efficiency ? 'longer' : 'shorter';
  const estimated =
    sample === null
      ? ''
      : `, both estimated from the ways of ${sample.people.toLocaleString('en')} of ${people(sample.of)}`;
  return [`Ways would be ${ways} on average: an efficiency of ${is} beside ${was}${estimated}.`];
}

function sayNearer({ twoSteps: { gained, lost }, mine }: WhatIf): string[] {
  const pairs = (count: number): string => `${many(count, 'pair', 'pairs')} of people`;
  return [
    gained.count === 0 ? '' : `${pairs(gained.count)} would come within two steps of each other.`,
    lost.count === 0 ? '' : `${pairs(lost.count)} would no longer be within two steps of each other.`,
    mine === null || mine.gained.count === 0
      ? ''
      : `You would reach ${people(mine.gained.count)} within two steps whom you do not now.`,
    mine === null || mine.lost.count === 0
      ? ''
      : `You would no longer reach ${people(mine.lost.count)} within two steps.`,
  ].filter((sentence) => sentence !== '');
}

/** Previews are said as such, and only of those for whom they make a difference. */
function sayThrough({ through = [] }: WhatIf, { person }: Naming): string[] {
  return through
    .map(({ contact, before, preview }) => ({ contact, was: Math.round(before), is: Math.round(preview) }))
    .filter(({ was, is }) => was !== is)
    .slice(0, mostOfAKind)
    .map(
      ({ contact, was, is }) =>
        `By a first look, about ${many(is, 'pair', 'pairs')} would reach each other most directly through ${person(contact) ?? 'somebody'}; now it is ${was.toLocaleString('en')}.`,
    );
}

function sayCutPeople({ cutPeople: { newly } }: WhatIf, { person }: Naming): string[] {
  return newly
    .slice(0, mostOfAKind)
    .map(
      ({ contact, fallsOff }) =>
        `${people(fallsOff)} would then have no way to the rest but through ${person(contact) ?? 'somebody'}.`,
    );
}

/** Without whom nobody would be cut off any longer. */
export function sayFreed({ cutPeople: { noLonger } }: WhatIf, { person }: Naming): string[] {
  const free = noLonger.map(({ contact }) => person(contact) ?? 'somebody');
  return free.length === 0 ? [] : [`Nobody would be cut off any longer without ${listed(free)}.`];
}

/** Which bridges from one group into another come, go, or hang on one person where they did not, or no longer. */
export function sayBridges({ bridges }: WhatIf, { person, cluster }: Naming): string[] {
  const sentences: Record<'gone' | 'newly' | 'shared', string[]> = { gone: [], newly: [], shared: [] };
  for (const { from, to, before, after, hungOn, hangsOn } of bridges) {
    const [here, there] = [cluster(from) ?? 'one group', cluster(to) ?? 'another'];
    if (after === 0) sentences.gone.push(`Nobody in ${here} would know anyone in ${there} any longer.`);
    else if (hangsOn !== null) {
      const who = person(hangsOn) ?? 'one person';
      sentences.newly.push(
        before === 0
          ? `There would be a bridge from ${here} into ${there}, by ${who} alone.`
          : `The bridge from ${here} into ${there} would hang on ${who} alone.`,
      );
    } else if (hungOn !== null) {
      const who = person(hungOn) ?? 'one person';
      sentences.shared.push(`The bridge from ${here} into ${there} would no longer hang on ${who} alone.`);
    }
  }
  return [sentences.gone, sentences.newly, sentences.shared].flatMap((kind) =>
    kind.length <= mostOfAKind
      ? kind
      : [...kind.slice(0, mostOfAKind), `So it is with ${kind.length - mostOfAKind} more bridges.`],
  );
}
