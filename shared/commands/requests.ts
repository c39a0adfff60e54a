/**
 * What I ask of people: the question, its answer, and thanks. A yes may bring along what was received, as one step to
 * take back; thanks go to both.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { Exchange, Request } from '../model/entities/happening';
import { Id } from '../model/ids';
import { Text } from '../model/schema';
import { Day } from '../time';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { type Checking, entityCommands, keepSecret } from './entity-commands';

const plain = entityCommands({
  table: 'requests',
  name: 'request',
  word: 'request',
  schema: Request,
  stamp: (context) => ({ askedOn: context.today }),
  check,
});

/** Refuses what no request can be, in the words of whoever asks. */
function check(draft: Draft, fields: JsonObject, { context }: Checking): void {
  const { contact, text, confidential, askedOn, answeredOn, thankedOn } = fields;
  if (typeof contact !== 'string' || !draft.has('contacts', contact)) {
    throw new KithmapError(
      'not-found',
      'Whoever this is about is not in your network. Choose somebody who is.',
    );
  }
  if (draft.get('settings', 'settings')?.me === contact) {
    throw new KithmapError('bad-argument', 'This is you. Choose somebody else to ask.');
  }
  if ((typeof text !== 'string' || text.trim() === '') && confidential === undefined) {
    throw new KithmapError('bad-argument', 'Write what you ask for.');
  }
  if (typeof askedOn !== 'string') return;
  if (askedOn > context.today) {
    throw new KithmapError('bad-argument', 'This day has not come yet. Choose today or a day before it.');
  }
  for (const [day, what] of [
    [answeredOn, 'The answer'],
    [thankedOn, 'Thanks'],
  ] as const) {
    if (typeof day === 'string' && day < askedOn) {
      throw new KithmapError(
        'bad-argument',
        `${what} cannot come before you asked, on ${askedOn}. Choose that day or a later one.`,
      );
    }
  }
}

const Received = z.strictObject({
  kind: Exchange.shape.kind,
  text: Text.optional(),
  confidentialText: Text.optional(),
  day: Day.optional(),
});

/** Answered; `open` takes an answer back. What was received of a yes may be said with it. */
const answer = defineCommand({
  name: 'request.answer',
  label: 'Write down an answer',
  schema: z.strictObject({
    id: Id,
    answer: Request.shape.answer.unwrap(),
    answeredOn: Day.optional(),
    received: Received.optional(),
  }),
  apply(draft, { id, answer: said, answeredOn, received }, context) {
    const request = draft.need('requests', id);
    if (received !== undefined && said !== 'yes') {
      throw new KithmapError('conflict', 'Something is received of a yes alone. Write down the yes first.');
    }
    if (received !== undefined && request.received !== undefined) {
      throw new KithmapError('conflict', 'What came of this request is on record already. Change it there.');
    }
    const day = said === 'open' ? undefined : (answeredOn ?? context.today);
    const change = {
      answer: said,
      answeredOn: day,
      ...(said === 'yes' ? {} : { received: undefined, thankedOn: undefined }),
    };
    check(draft, { ...request, ...change }, { context });
    draft.update('requests', id, change);
    if (received === undefined) return undefined;
    const { confidentialText, ...fields } = received;
    const exchange = context.newId();
    const confidential = keepSecret(draft, undefined, confidentialText, context.newId);
    draft.create('exchanges', {
      day: day ?? context.today,
      ...fields,
      ...(confidential === undefined ? {} : { confidential }),
      id: exchange,
      contact: request.contact,
      direction: 'received',
    });
    draft.update('requests', id, { received: exchange });
    return { exchange };
  },
});

/** Thanked, for the answer and for what came of it. */
const thank = defineCommand({
  name: 'request.thank',
  label: 'Write down thanks',
  schema: z.strictObject({ id: Id, day: Day.optional() }),
  apply(draft, { id, day }, context) {
    const request = draft.need('requests', id);
    if (request.answer === 'open') {
      throw new KithmapError('conflict', 'There is no answer yet to give thanks for. Write it down first.');
    }
    const thankedOn = day ?? context.today;
    check(draft, { ...request, thankedOn }, { context });
    draft.update('requests', id, { thankedOn });
    const exchange = request.received === undefined ? undefined : draft.get('exchanges', request.received);
    if (exchange !== undefined && exchange.thankedOn === undefined) {
      draft.update('exchanges', exchange.id, { thankedOn });
    }
    return undefined;
  },
});

export const requestCommands: readonly Command[] = [...plain, answer, thank];
