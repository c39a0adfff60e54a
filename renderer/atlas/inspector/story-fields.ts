/** The forms of the story: which fields an entry has, what they hold, and the edit that what was typed makes. */
import type { JsonObject } from '../../../shared/json';
import type { Commitment, Exchange, Interaction } from '../../../shared/model/entities';
import { channels } from '../../../shared/model/entities/happening';
import {
  type Faults,
  faultsOfAdvice,
  faultsOfExchange,
  faultsOfInteraction,
  faultsOfNote,
  faultsOfPromise,
  faultsOfRequest,
} from '../../../shared/story/entering';
import type { StoryEntry } from '../../../shared/story/entry';
import { channelWords } from '../../app/channel-words';
import { introductionAdding, introductionEditing } from './story-introduction';
import type { About, Entered, Shape, StoryField } from './story-shape';
import { type TextParts, textParts, typed, withoutNulls } from './story-text';
import { exchangeWords } from './story-words';

export type Addable = 'promise' | 'advice' | 'exchange' | 'note' | 'introduction';

const channelChoices = Object.fromEntries(channels.map((channel) => [channel, channelWords[channel]]));

export function addingShape(what: Addable, about: About): Shape {
  if (what === 'introduction') return introductionAdding(about);
  const asked = askedFor(what, about);
  const text = textParts({ field: 'text', label: asked.textLabel });
  return {
    ...shapeOf(asked, text),
    values: { ...asked.start, ...text.values },
    command: `${asked.command}.add`,
    argsOf: (entered) =>
      withoutNulls({ contact: about.contact, ...asked.partsOf(entered), ...text.argsOf(entered) }),
  };
}

/**
 * Undefined for what is edited elsewhere.
 * @param revealed what is confidential in it, once that was asked for
 */
export function editingShape(entry: StoryEntry, about: About, revealed?: string): Shape | undefined {
  switch (entry.kind) {
    case 'interaction':
      return interactionEditing(entry.interaction, about.today, revealed);
    case 'promise':
      return promiseEditing(entry.promise, about, revealed);
    case 'exchange':
      return standing(
        askedFor('exchange', about),
        entry.exchange,
        revealed,
        valuesOfExchange(entry.exchange),
      );
    case 'request':
      return standing(askedFor('request', about), entry.request, revealed, {
        askedOn: entry.request.askedOn,
      });
    case 'note':
      return standing(askedFor('note', about), entry.note, revealed, {});
    case 'introduction':
      return introductionEditing(entry.introduction, about.today, revealed);
    case 'fact':
      return undefined;
  }
}

interface Asked {
  readonly label: string;
  readonly textLabel: string;
  readonly command: string;
  /** Besides the text. */
  readonly fields: readonly StoryField[];
  readonly start: Entered;
  readonly check: (entered: Entered) => Faults;
  /** The arguments but for the text; null for what is empty. */
  readonly partsOf: (entered: Entered) => JsonObject;
}

function askedFor(what: Exclude<Addable, 'introduction'> | 'request', { name, today }: About): Asked {
  switch (what) {
    case 'promise':
      return {
        label: 'A promise',
        textLabel: 'What',
        command: 'commitment',
        fields: [
          { key: 'by', label: 'Who promised', kind: 'choice', choices: { me: 'You', them: name } },
          { key: 'madeOn', label: 'Promised on', kind: 'day' },
          { key: 'due', label: 'Due', kind: 'day' },
        ],
        start: { by: 'me', madeOn: today },
        check: faultsOfPromise,
        partsOf: (entered) => ({
          by: entered['by'],
          madeOn: typed(entered, 'madeOn'),
          due: typed(entered, 'due'),
        }),
      };
    case 'advice':
      return {
        label: 'Advice',
        textLabel: `What ${name} advised`,
        command: 'commitment',
        fields: [
          { key: 'madeOn', label: 'Advised on', kind: 'day' },
          { key: 'due', label: 'To try by', kind: 'day' },
        ],
        start: { madeOn: today },
        check: faultsOfAdvice,
        partsOf: (entered) => ({
          by: 'them',
          advice: true,
          madeOn: typed(entered, 'madeOn'),
          due: typed(entered, 'due'),
        }),
      };
    case 'exchange':
      return {
        label: 'Given or received',
        textLabel: 'What',
        command: 'exchange',
        fields: [
          { key: 'direction', label: 'Who gave', kind: 'choice', choices: { given: 'You', received: name } },
          { key: 'kind', label: 'What kind', kind: 'choice', choices: exchangeWords },
          { key: 'day', label: 'When', kind: 'day' },
          { key: 'thanked', label: 'Thanked', kind: 'yes' },
        ],
        start: { direction: 'given', kind: 'help', day: today },
        check: (entered) => faultsOfExchange(entered, today),
        partsOf: (entered) => ({
          direction: entered['direction'],
          kind: entered['kind'],
          day: typed(entered, 'day'),
          thankedOn: entered['thanked'] === 'yes' ? (typed(entered, 'thankedOn') ?? today) : null,
        }),
      };
    case 'request':
      return {
        label: 'A request',
        textLabel: 'What you asked for',
        command: 'request',
        fields: [{ key: 'askedOn', label: 'Asked on', kind: 'day' }],
        start: { askedOn: today },
        check: (entered) => faultsOfRequest(entered, today),
        partsOf: (entered) => ({ askedOn: typed(entered, 'askedOn') }),
      };
    case 'note':
      return {
        label: 'Note',
        textLabel: 'Note',
        command: 'note',
        fields: [],
        start: {},
        check: faultsOfNote,
        partsOf: () => ({}),
      };
  }
}

function shapeOf(asked: Asked, text: TextParts): Pick<Shape, 'label' | 'fields' | 'check'> {
  return {
    label: asked.label,
    fields: [...text.fields, ...asked.fields, ...text.after],
    // What is confidential counts as written.
    check: (entered) => asked.check(text.isWritten ? { ...entered, text: '-' } : entered),
  };
}

function standing(
  asked: Asked,
  held: {
    readonly id: string;
    readonly text?: string | undefined;
    readonly confidential?: string | undefined;
  },
  revealed: string | undefined,
  values: Entered,
): Shape {
  const { id, text: open, confidential } = held;
  const text = textParts({ field: 'text', label: asked.textLabel, text: open, confidential, revealed });
  return {
    ...shapeOf(asked, text),
    values: { ...values, ...text.values },
    command: `${asked.command}.edit`,
    argsOf: (entered) => ({ id, ...asked.partsOf(entered), ...text.argsOf(entered) }),
  };
}

function promiseEditing(promise: Commitment, about: About, revealed: string | undefined): Shape {
  const { by, advice, madeOn, due = '', doneOn, droppedOn, toldOn, outcome = '' } = promise;
  const asked = askedFor(advice === true ? 'advice' : 'promise', about);
  const settledOn = [doneOn, droppedOn, toldOn].filter((day) => day !== undefined).sort()[0];
  const values = { by, madeOn, due, outcome, settledOn: settledOn ?? '' };
  if (settledOn === undefined) return standing(asked, promise, revealed, values);
  const ended: StoryField = { key: 'outcome', label: outcomeLabel(advice === true), kind: 'text' };
  return standing(
    {
      ...asked,
      fields: [...asked.fields, ended],
      partsOf: (entered) => ({ ...asked.partsOf(entered), outcome: typed(entered, 'outcome') }),
    },
    promise,
    revealed,
    values,
  );
}

/** What a word on how it ended is called. */
export function outcomeLabel(isAdvice: boolean): string {
  return isAdvice ? 'What came of it' : 'A word on how it ended';
}

function valuesOfExchange({ direction, kind, day, thankedOn }: Exchange): Entered {
  const thanked = thankedOn === undefined ? '' : 'yes';
  return { direction, kind, day, thanked, thankedOn: thankedOn ?? '' };
}

function interactionEditing(interaction: Interaction, today: string, revealed: string | undefined): Shape {
  const { id, day, channel, minutes, summary, confidential, planned } = interaction;
  const text = textParts({ field: 'summary', label: 'What about', text: summary, confidential, revealed });
  return {
    label: 'What happened',
    fields: [
      { key: 'channel', label: 'How', kind: 'choice', choices: channelChoices },
      { key: 'day', label: 'When', kind: 'day' },
      { key: 'minutes', label: 'Minutes', kind: 'line' },
      ...text.fields,
      ...text.after,
    ],
    values: { channel, day, minutes: minutes === undefined ? '' : String(minutes), ...text.values },
    check: (entered) => faultsOfInteraction(entered, planned === true, today),
    command: 'interaction.edit',
    argsOf: (entered) => {
      const length = typed(entered, 'minutes');
      return {
        id,
        channel: entered['channel'],
        day: typed(entered, 'day'),
        minutes: length === null ? null : Number(length),
        ...text.argsOf(entered),
      };
    },
  };
}
