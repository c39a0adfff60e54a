/** What would come of it that two people meet, in a few sentences: what is the same is not told. */
import { many, people } from '../words';
import type { AnswerTo } from './questions';
import type { Naming } from './reasons';
import { sayBridges, sayFreed } from './say-network';

/** @param answer to what would be if these two knew each other, and nothing else were different */
export function sayMeeting(
  answer: AnswerTo<'whatIf'>,
  [a, b]: readonly [string, string],
  naming: Naming,
): string[] {
  if (answer.changed.added === 0) {
    return [
      'Nothing would be different, as far as you have recorded: one of them is not counted, or they have a tie.',
    ];
  }
  const { ends = [], before, after, twoSteps, mine } = answer;
  const more = [a, b].flatMap((contact) => {
    const end = ends.find((one) => one.contact === contact);
    const gained = end === undefined ? 0 : end.after - end.before;
    return gained <= 0 ? [] : [{ name: naming.person(contact) ?? 'one of them', gained }];
  });
  const sentences = [
    sayReach(more),
    more.length === 0 && twoSteps.gained.count > 0
      ? `${many(twoSteps.gained.count, 'pair', 'pairs')} of people would come within two steps of each other.`
      : '',
    mine === null || mine.gained.count === 0
      ? ''
      : `You would reach ${people(mine.gained.count)} within two steps whom you do not now.`,
    after.pieces < before.pieces ? 'Two parts of your network that no tie joins would be one.' : '',
    ...sayFreed(answer, naming),
    ...sayBridges(answer, naming),
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0
    ? sentences
    : ['They move in the same circle already: nobody would come within reach who is not now.'];
}

/** “Ana would reach 31 more people within two steps, and Ben 4.” */
function sayReach(more: readonly { readonly name: string; readonly gained: number }[]): string {
  const [one, other] = more;
  if (one === undefined) return '';
  const second = other === undefined ? '' : `, and ${other.name} ${other.gained.toLocaleString('en')}`;
  return `${one.name} would reach ${many(one.gained, 'more person', 'more people')} within two steps${second}.`;
}
