/** Every action of every room, in the order in which lists show them. */
import { atlasActions } from '../atlas/actions';
import { dataActions } from '../data/actions';
import { peopleActions } from '../people/actions';
import type { Action } from './actions';
import { appActions } from './app-actions';

export function allActions(): readonly Action[] {
  return [...appActions, ...peopleActions, ...atlasActions, ...dataActions];
}
