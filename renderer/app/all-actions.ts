/** Every action of every room, in the order in which lists show them. */
import { atlasActions } from '../atlas/actions';
import { dataActions } from '../data/actions';
import { guessActions, verdictActions } from '../data/guesses/guess-actions';
import { givingActions } from '../giving/actions';
import { shareActions } from '../giving/share/actions';
import { insightActions } from '../insights/actions';
import { introductionActions } from '../introductions/actions';
import { planActions } from '../introductions/plans/actions';
import { pathActions } from '../paths/actions';
import { peopleActions } from '../people/actions';
import { reminderActions } from '../reminders/actions';
import { sheetActions } from '../sheet/actions';
import { todayActions } from '../today/actions';
import type { Action } from './actions';
import { appActions } from './app-actions';

export function allActions(): readonly Action[] {
  return [
    ...verdictActions,
    ...todayActions,
    ...appActions,
    ...peopleActions,
    ...introductionActions,
    ...planActions,
    ...atlasActions,
    ...pathActions,
    ...givingActions,
    ...shareActions,
    ...reminderActions,
    ...insightActions,
    ...dataActions,
    ...sheetActions,
    ...guessActions,
  ];
}
