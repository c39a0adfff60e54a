/** What can be decided about a suggestion. Each is one edit, said in a toast that offers to take it back. */
import type { Suggestion } from '../../../shared/suggestions/answers';
import type { Session } from '../../network/session';
import { openIntroduction } from '../introducing';
import { bothNames, type Pair } from './pair';
import { reasonOf } from './reason';

/** @returns whether it is written down */
export async function saveAsIdea(session: Session, suggestion: Suggestion): Promise<boolean> {
  return (await started(session, suggestion, `Kept as an idea: ${bothNames(suggestion)}`)) !== undefined;
}

/** Starts the introduction and opens it, where the words to ask each side with are. */
export async function askBothFirst(session: Session, suggestion: Suggestion): Promise<boolean> {
  const id = await started(session, suggestion, `Begun: ${bothNames(suggestion)}. Ask each side first.`);
  if (id !== undefined) openIntroduction(session, id);
  return id !== undefined;
}

export async function notNow(session: Session, pair: Pair): Promise<boolean> {
  return await decide(session, 'pair.not-now', pair, `${bothNames(pair)}: not for the next 90 days`);
}

export async function notTheseTwo(session: Session, pair: Pair): Promise<boolean> {
  return await decide(session, 'pair.never', pair, `${bothNames(pair)} will not be suggested again`);
}

async function decide(session: Session, command: string, { a, b }: Pair, done: string): Promise<boolean> {
  return (await session.tell(command, { a: a.id, b: b.id }, { done })) !== undefined;
}

async function started(session: Session, suggestion: Suggestion, done: string): Promise<string | undefined> {
  const why = reasonOf(suggestion);
  const { a, b } = suggestion;
  const args = { a: a.id, b: b.id, ...(why === '' ? {} : { why }) };
  const answer = await session.tell('introduction.start', args, { done });
  return typeof answer?.['id'] === 'string' ? answer['id'] : undefined;
}
