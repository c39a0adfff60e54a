/** What can be done before asking. Each is one edit, said in a toast that offers to take it back, or opens where it is done. */
import type { Better } from '../../../shared/asking/answers';
import type { JsonObject } from '../../../shared/json';
import type { Session } from '../../network/session';

type Act = NonNullable<Better['act']>;

export interface Performable {
  readonly label: string;
  readonly perform: () => void;
}

export function actFor(session: Session, { kind, id }: Act): Performable {
  const { today } = session.state.getState();
  const edit = (label: string, command: string, args: JsonObject, done: string): Performable => ({
    label,
    perform: () => void session.tell(command, { id, ...args }, { done }),
  });
  switch (kind) {
    case 'keep-promise':
      return edit('Kept', 'commitment.edit', { doneOn: today }, 'The promise is kept');
    case 'tell-outcome':
      return edit('Told', 'commitment.edit', { toldOn: today }, 'They were told');
    case 'answer-reply':
      return edit('Answered', 'owed-reply.edit', { doneOn: today }, 'Answered');
    case 'thank-exchange':
      return edit('Thanked', 'exchange.edit', { thankedOn: today }, 'Thanked');
    case 'thank-request':
      return edit('Thanked', 'request.thank', {}, 'Thanked');
    case 'be-in-touch':
      return { label: 'Log contact', perform: () => session.dialogs.open('note', [id]) };
    case 'give':
      return { label: 'Share something', perform: () => session.navigation.go('giving', 'share') };
    case 'write-answer':
      return edit('Not now', 'request.answer', { answer: 'not-now' }, 'The answer is written down');
  }
}
