/** Moving an introduction to another stage: at once, or after a question where the step needs an answer. */
import { toErrorMessage } from '../../shared/errors';
import { before } from '../../shared/introductions/back';
import { sayBoth } from '../../shared/introductions/say';
import type { Side } from '../../shared/introductions/sides';
import { isOnTheWay, nextStages, onTheWay, orderOf, stageNames } from '../../shared/introductions/stages';
import type { Introduction, Stage } from '../../shared/model/entities';
import type { Session } from '../network/session';
import { Introducing } from './introducing';

/** Steps of which there is something to tell. */
const told: readonly Stage[] = ['introduced', 'met', 'outcome', 'declined', 'not-now', 'withdrawn'];

/** Where it can go from here. */
export interface Ways {
  readonly on: readonly Stage[];
  readonly back: readonly Stage[];
  readonly ends: readonly Stage[];
}

export function waysFrom(introduction: Introduction): Ways {
  const { stage } = introduction;
  const isUnderWay = isOnTheWay(stage);
  const stood = isUnderWay ? stage : before(introduction);
  const next = nextStages(stood);
  return {
    on: [...(isUnderWay ? [] : [stood]), ...next.filter(isOnTheWay)],
    back: onTheWay.filter((one) => orderOf(one) < orderOf(stood)),
    ends: next.filter((one) => !isOnTheWay(one) && one !== stage),
  };
}

/** The one beside it on the way, for the keys; undefined where there is none. */
export function stageBeside({ stage }: Introduction, by: 1 | -1): Stage | undefined {
  return isOnTheWay(stage) ? onTheWay[orderOf(stage) + by] : undefined;
}

/** What is refused is said at its card. */
export async function moveIntroduction(
  session: Session,
  introduction: Introduction,
  stage: Stage,
): Promise<void> {
  const { id } = introduction;
  const introducing = Introducing.of(session);
  if (introduction.stage === stage) return;
  try {
    if (!isAsked(introduction.stage, stage)) {
      await session.edit(
        'introduction.move',
        { id, stage },
        { done: sayMoved(session, introduction, stage) },
      );
      introducing.follow(id);
      return;
    }
    // What cannot be is refused before anybody fills in a form.
    await session.host.call('tryOut', { name: 'introduction.move', args: { id, stage } });
    askForStep(session, { id, stage });
  } catch (error) {
    introducing.refuse(id, toErrorMessage(error).message);
  }
}

/** Asks for the day and the rest of a step. */
export function askForStep(session: Session, asking: { id: string; stage: Stage; text?: string }): void {
  Introducing.of(session).asking = asking;
  session.dialogs.open('introduction-step');
}

/** “Moved to “Asked”: Ana Silva and Ben Okoro”. */
export function sayMoved(session: Session, introduction: Introduction, stage: Stage): string {
  return `Moved to “${stageNames[stage]}”: ${bothOf(session, introduction)}`;
}

/** “Ana Silva and Ben Okoro”, “You and Ana Silva”. */
export function bothOf({ replica, hello, state }: Session, introduction: Pick<Introduction, Side>): string {
  const { network } = replica;
  const me = network.get('settings', 'settings')?.me;
  return sayBoth({ network, today: state.getState().today, locale: hello.locale, me }, introduction);
}

/** Back to an earlier stage nothing is asked. */
function isAsked(from: Stage, to: Stage): boolean {
  const isBack = isOnTheWay(from) && isOnTheWay(to) && orderOf(to) < orderOf(from);
  return !isBack && told.includes(to);
}
