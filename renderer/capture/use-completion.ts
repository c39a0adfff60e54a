/** Whom to offer at the cursor while an @name is being typed, and taking one of them. */
import { useState } from 'react';
import { completionsAt } from '../../shared/capture/completions';
import { mentionOf, readMention } from '../../shared/capture/mentions';
import type { LineContext } from './capture-state';
import type { Option } from './option-list';

export interface Completion {
  /** What is typed of the name; nothing where nobody is offered. */
  readonly typed: string | undefined;
  /** The cursor is here now; nowhere while the field is left. */
  readonly moveTo: (cursor: number | undefined) => void;
  readonly options: readonly Option[];
  /** The one that Enter takes; -1 for none. */
  readonly active: number;
  readonly point: (at: number) => void;
  /** Closes the list until another name is typed. */
  readonly dismiss: () => void;
  /** The line with one of them taken, where the cursor stands then, and the name that is new. */
  readonly take: (
    at: number,
  ) => { readonly text: string; readonly cursor: number; readonly newName?: string } | undefined;
}

export function useCompletion(text: string, { people }: LineContext): Completion {
  const [cursor, setCursor] = useState<number>();
  /** The @name whose list was closed, or one of which was taken: as long as it stands there, nobody is offered. */
  const [closed, setClosed] = useState<{ readonly from: number; readonly said: string }>();
  const [pointed, setPointed] = useState<{ readonly typed: string; readonly at: number }>();
  const found = cursor === undefined ? undefined : completionsAt(text, cursor, people);
  const isClosed =
    closed !== undefined && found?.span.from === closed.from && text.startsWith(closed.said, closed.from);
  const shown = isClosed ? undefined : found;
  const from = shown?.span.from ?? 0;
  const options: (Option & { readonly insert: string })[] = [
    ...(shown?.offers ?? []).map(({ person, insert }) => ({
      key: person.id,
      label: person.name,
      ...(person.about === undefined ? {} : { about: person.about }),
      insert,
    })),
    ...(shown?.newName === undefined
      ? []
      : [
          {
            key: ' new',
            label: `Add “${shown.newName}” by name alone`,
            newName: shown.newName,
            insert: mentionOf({ state: 'unknown', name: shown.newName }, people),
          },
        ]),
  ];
  // Words after a name that is settled are no part of it, and what Enter would change nothing of is not in its way.
  const settled = shown === undefined ? undefined : readMention(text, from, people);
  const isSettled =
    settled?.who.state === 'known' &&
    (settled.end < text.slice(0, cursor).trimEnd().length ||
      options[0]?.insert === text.slice(from, cursor).trimEnd());
  const standing = pointed?.typed === shown?.typed ? pointed?.at : undefined;
  const first = isSettled || options[0]?.newName !== undefined ? -1 : 0;
  const active = Math.min(standing ?? first, options.length - 1);

  return {
    typed: options.length === 0 ? undefined : shown?.typed.trim(),
    moveTo: setCursor,
    options,
    active,
    point: (at) => {
      if (shown !== undefined && options.length > 0)
        setPointed({ typed: shown.typed, at: (at + options.length) % options.length });
    },
    dismiss: () => setClosed({ from, said: text.slice(from, cursor) }),
    take: (at) => {
      const option = options[at];
      if (shown === undefined || option === undefined) return undefined;
      setClosed({ from, said: option.insert });
      setCursor(undefined);
      const rest = text.slice(shown.span.to);
      const blank = /^[\s,;.)]/.test(rest) ? '' : ' ';
      const before = text.slice(0, from) + option.insert + blank;
      return {
        text: before + rest,
        cursor: before.length,
        ...(option.newName === undefined ? {} : { newName: option.newName }),
      };
    },
  };
}
