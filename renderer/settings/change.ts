/** Changing a setting: a step to undo like any other, and a failure is said. */
import type { Settings } from '../../shared/model/entities';
import type { Session } from '../network/session';

export function changeSettings(session: Session, change: Partial<Omit<Settings, 'id' | 'me'>>): void {
  void session.tell('settings.change', change);
}
