/** What can be done about somebody on the week's list. Each is one edit, said in a toast that offers to take it back. */
import type { OpenPromise, OwedReply, WeekContact } from '../../shared/keeping/answers';
import { channels } from '../../shared/model/entities/happening';
import type { Channel, Snooze } from '../../shared/model/entities';
import type { Session } from '../network/session';

/** What was done by a channel, as a toast says it of somebody. */
const logged: Readonly<Record<Channel, (name: string) => string>> = {
  'in-person': (name) => `Logged: met ${name} today`,
  meal: (name) => `Logged: a meal with ${name} today`,
  call: (name) => `Logged: called ${name} today`,
  video: (name) => `Logged: a video call with ${name} today`,
  mail: (name) => `Logged: a mail to ${name} today`,
  message: (name) => `Logged: a message to ${name} today`,
  letter: (name) => `Logged: a letter to ${name} today`,
  event: (name) => `Logged: an event with ${name} today`,
  gift: (name) => `Logged: a present for ${name} today`,
};

/** What goes one way, and came from me. */
const oneWay: readonly Channel[] = ['mail', 'message', 'letter', 'gift'];

/** Logs contact today by a channel. */
export async function logContact(
  session: Session,
  { id, name }: Pick<WeekContact, 'id' | 'name'>,
  channel: Channel,
): Promise<void> {
  const direction = oneWay.includes(channel) ? 'mine' : 'both';
  await session.tell('interaction.add', { with: [id], channel, direction }, { done: logged[channel](name) });
}

/** What each kind of putting off is called once it is done. */
const putOff: Readonly<Record<Snooze['kind'], (name: string) => string>> = {
  snooze: (name) => `${name} is put off`,
  skip: (name) => `Skipped ${name} once`,
  elsewhere: (name) => `In touch elsewhere with ${name}`,
  swap: (name) => `${name} gave the place to somebody else this week`,
};

export async function putAside(
  session: Session,
  { id, name }: Pick<WeekContact, 'id' | 'name'>,
  kind: Snooze['kind'],
  until?: string,
): Promise<void> {
  const args = { contact: id, kind, ...(until === undefined ? {} : { until }) };
  await session.tell('snooze.add', args, { done: putOff[kind](name) });
}

/** Takes back what put somebody off last. */
export async function bringBack(
  session: Session,
  { id, name }: Pick<WeekContact, 'id' | 'name'>,
): Promise<void> {
  const own = [...session.replica.network.all('snoozes')].filter(({ contact }) => contact === id);
  const latest = own.sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (latest === undefined) return;
  await session.tell('snooze.remove', { id: latest.id }, { done: `${name} is back on the list` });
}

export async function copyText(session: Session, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    session.toasts.say(done);
  } catch {
    session.toasts.say('Copying was not allowed. Mark the text and copy it by hand.', { level: 'caution' });
  }
}

/** A promise is kept; for an update, its giver was told. */
export async function keepPromise(
  session: Session,
  { id, kind, name }: Pick<OpenPromise, 'id' | 'kind' | 'name'>,
): Promise<void> {
  const { today } = session.state.getState();
  if (kind === 'update') {
    await session.tell('commitment.edit', { id, toldOn: today }, { done: `${name} was told` });
    return;
  }
  const done = kind === 'advice' ? 'Followed the advice' : 'The promise is kept';
  await session.tell('commitment.edit', { id, doneOn: today }, { done });
}

/** Dropped, with a word on why where one is given. */
export async function dropPromise(session: Session, id: string, word: string): Promise<void> {
  const { today } = session.state.getState();
  const outcome = word.trim() === '' ? {} : { outcome: word.trim() };
  await session.tell(
    'commitment.edit',
    { id, droppedOn: today, ...outcome },
    { done: 'The promise is dropped' },
  );
}

/** An answer was given: what was logged answers what is owed from before today. */
export async function replyGiven(session: Session, reply: OwedReply): Promise<void> {
  const { today } = session.state.getState();
  const channel = channels.find((one) => one === reply.channel) ?? 'mail';
  if (reply.marked && reply.since >= today) {
    await session.tell(
      'owed-reply.edit',
      { id: reply.source, doneOn: today },
      { done: `Answered ${reply.name}` },
    );
  } else await logContact(session, reply, channel);
}

/** Nothing needs to be answered: no contact is pretended. */
export async function noReplyNeeded(session: Session, reply: OwedReply): Promise<void> {
  const { today } = session.state.getState();
  const done = `No answer to ${reply.name} needed`;
  if (reply.marked) {
    await session.tell('owed-reply.edit', { id: reply.source, doneOn: today }, { done });
    return;
  }
  const { id: contact, since, source: interaction } = reply;
  await session.tell('owed-reply.add', { contact, since, interaction, doneOn: today }, { done });
}
