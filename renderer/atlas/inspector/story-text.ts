/**
 * The text of an entry in its form: open, or confidential and there only once it was asked for. A switch moves it from
 * one to the other.
 */
import type { JsonObject } from '../../../shared/json';
import type { Entered, StoryField } from './story-shape';

interface TextHeld {
  /** The field of the entity that holds it where it is open. */
  readonly field: 'text' | 'summary' | 'why';
  readonly label: string;
  readonly text?: string | undefined;
  /** The id of the confidential text. */
  readonly confidential?: string | undefined;
  /** What that says, once it was asked for. */
  readonly revealed?: string | undefined;
}

export interface TextParts {
  readonly fields: readonly StoryField[];
  /** What is asked last. */
  readonly after: readonly StoryField[];
  readonly values: Entered;
  /** Something confidential is kept whatever the fields say, so that they may be empty. */
  readonly isWritten: boolean;
  readonly argsOf: (entered: Entered) => JsonObject;
}

const secretField: StoryField = { key: 'secret', label: 'Confidential', kind: 'yes' };

export function textParts({ field, label, text = '', confidential, revealed }: TextHeld): TextParts {
  const written: StoryField = { key: 'text', label, kind: 'text' };
  if (confidential === undefined) {
    return {
      fields: [written],
      after: [secretField],
      values: { text },
      isWritten: false,
      argsOf: (entered) =>
        entered['secret'] === 'yes' && typed(entered, 'text') !== null
          ? { [field]: null, confidentialText: typed(entered, 'text') }
          : { [field]: typed(entered, 'text') },
    };
  }
  if (revealed === undefined) {
    const isOpenToo = text !== '';
    return {
      fields: isOpenToo ? [written] : [],
      after: [],
      values: { text },
      isWritten: true,
      argsOf: (entered) => (isOpenToo ? { [field]: typed(entered, 'text') } : {}),
    };
  }
  if (text !== '') {
    return {
      fields: [written],
      after: [{ key: 'hidden', label: 'Confidential', kind: 'text' }],
      values: { text, hidden: revealed },
      isWritten: true,
      argsOf: (entered) => ({
        [field]: typed(entered, 'text'),
        confidentialText: typed(entered, 'hidden'),
      }),
    };
  }
  return {
    fields: [written],
    after: [secretField],
    values: { text: revealed, secret: 'yes' },
    isWritten: false,
    argsOf: (entered) =>
      entered['secret'] === 'yes'
        ? { confidentialText: typed(entered, 'text') }
        : { [field]: typed(entered, 'text'), confidentialText: null },
  };
}

/** What was typed; null where it is empty, which takes a field out. */
export function typed(entered: Entered, key: string): string | null {
  const text = (entered[key] ?? '').trim();
  return text === '' ? null : text;
}

/** For a new entity, which has nothing to take out. */
export function withoutNulls(args: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}
