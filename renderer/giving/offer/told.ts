/** People were told today what I do and could offer: one edit, however many they are. */
import { people } from '../../app/words';
import type { Session } from '../../network/session';

export function toldToday(session: Session, told: readonly { id: string; name: string }[]): void {
  const { today } = session.state.getState();
  const [one] = told;
  if (one === undefined) return;
  const done = told.length === 1 ? `${one.name} was told today` : `${people(told.length)} were told today`;
  void session.tell('contact.bulk', { ids: told.map(({ id }) => id), knowsMyWork: today }, { done });
}
