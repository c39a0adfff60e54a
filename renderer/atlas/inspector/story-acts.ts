/** What can be done with an entry of the story at once. Each is one edit, said in a toast that offers to take it back. */
import type { JsonObject } from '../../../shared/json';
import { isWritten } from '../../../shared/keeping/real-contact';
import type { Commitment, Interaction, Request } from '../../../shared/model/entities';
import type { StoryEntry } from '../../../shared/story/entry';
import { cautionsIn } from '../../network/cautions';
import type { Session } from '../../network/session';

export interface StoryAct {
  readonly label: string;
  readonly command: string;
  readonly args: JsonObject;
  /** What the toast says once it is done. */
  readonly done: string;
}

/** The first is what the key does: a planned one took place, a promise is kept, somebody was thanked. */
export function actsOf(entry: StoryEntry, today: string): readonly StoryAct[] {
  const { id } = entry;
  switch (entry.kind) {
    case 'interaction':
      return entry.interaction.planned === true
        ? happened(id, entry.interaction.day, today)
        : owing(entry.interaction);
    case 'promise': {
      const { advice, doneOn, droppedOn, toldOn } = entry.promise;
      const command = 'commitment.edit';
      if (entry.ahead) {
        return advice === true
          ? [{ label: 'Followed', command, args: { id, doneOn: today }, done: 'Followed the advice' }]
          : [{ label: 'Kept', command, args: { id, doneOn: today }, done: 'The promise is kept' }];
      }
      if (advice !== true || droppedOn !== undefined || doneOn === undefined || toldOn !== undefined)
        return [];
      return [{ label: 'Told them', command, args: { id, toldOn: today }, done: 'They were told' }];
    }
    case 'exchange': {
      const { direction, thankedOn } = entry.exchange;
      if (thankedOn !== undefined) return [];
      const isMine = direction === 'received';
      return [
        {
          label: isMine ? 'You thanked them' : 'They thanked you',
          command: 'exchange.edit',
          args: { id, thankedOn: today },
          done: isMine ? 'You thanked them' : 'They thanked you',
        },
      ];
    }
    case 'request':
      return actsOfRequest(entry.request);
    default:
      return [];
  }
}

export function perform(session: Session, { command, args, done }: StoryAct): void {
  void session.tell(command, args, { done });
}

/** Dropped, or advice not followed, with a word on why where one is given. */
export function drop(
  session: Session,
  { id, advice }: Pick<Commitment, 'id' | 'advice'>,
  today: string,
  word: string,
): void {
  const outcome = word.trim() === '' ? {} : { outcome: word.trim() };
  void session.tell(
    'commitment.edit',
    { id, droppedOn: today, ...outcome },
    { done: advice === true ? 'The advice is not followed' : 'The promise is dropped' },
  );
}

/** What came of advice. */
export function tellOutcome(session: Session, id: string, word: string): void {
  if (word.trim() !== '') void session.tell('commitment.edit', { id, outcome: word.trim() });
}

/** Gives an edit of a form, and says what its answer gives to think about. */
export async function write(session: Session, command: string, args: JsonObject): Promise<void> {
  const answer = await session.tell(command, args);
  for (const caution of cautionsIn(answer)) session.toasts.say(caution, { level: 'caution' });
}

const commandOf: Readonly<Record<StoryEntry['kind'], string>> = {
  interaction: 'interaction',
  promise: 'commitment',
  introduction: 'introduction',
  exchange: 'exchange',
  request: 'request',
  fact: 'fact',
  note: 'note',
};

/** @param title what the story calls it */
export function remove(session: Session, { kind, id }: StoryEntry, title: string): void {
  void session.tell(`${commandOf[kind]}.remove`, { id }, { done: `Removed: ${title}` });
}

function actsOfRequest({ id, answer, thankedOn }: Request): StoryAct[] {
  if (answer === 'open') {
    const answered = { command: 'request.answer', done: 'The answer is written down' };
    return [
      { label: 'They said yes', args: { id, answer: 'yes' }, ...answered },
      { label: 'No', args: { id, answer: 'no' }, ...answered },
      { label: 'Not now', args: { id, answer: 'not-now' }, ...answered },
    ];
  }
  const done = 'You thanked them';
  return answer === 'yes' && thankedOn === undefined
    ? [{ label: done, command: 'request.thank', args: { id }, done }]
    : [];
}

/** Theirs, in writing, to me alone: it may wait for a reply. */
function owing({ id, day, channel, direction, with: people }: Interaction): StoryAct[] {
  const [contact] = people;
  if (direction !== 'theirs' || !isWritten(channel) || people.length !== 1 || contact === undefined)
    return [];
  const args = { contact, since: day, channel, interaction: id };
  return [{ label: 'I owe a reply', command: 'owed-reply.add', args, done: 'You owe a reply' }];
}

function happened(id: string, day: string, today: string): StoryAct[] {
  const command = 'interaction.happened';
  const done = 'It took place';
  return [
    { label: 'It took place today', command, args: { id, day: today }, done },
    ...(day < today ? [{ label: 'It took place then', command, args: { id, day }, done }] : []),
  ];
}
