/** The line that is being typed, what is understood of it at every key, and logging it as one edit. */
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Capture, type Understood, understood, type Who } from '../../shared/capture/capture';
import { habitsOf } from '../../shared/capture/habits';
import { type LogArguments, logArguments, type OpenQuestions, openQuestions } from '../../shared/capture/log';
import { nameKey } from '../../shared/capture/name-key';
import { parseCapture } from '../../shared/capture/parse';
import { toErrorMessage } from '../../shared/errors';
import { nameOf } from '../app/words';
import { useSession, useSettings, useToday } from '../network/hooks';
import { CaptureState, type Draft, type LineContext } from './capture-state';
import { hindrance, sayLogged } from './say';

interface LineProblem {
  readonly sentence: string;
  /** It is only not finished yet: said once somebody wants to log it. */
  readonly waits: boolean;
}

export interface Line {
  readonly text: string;
  /** It is typed on. */
  readonly setText: (text: string) => void;
  /** It says something else because a chip was corrected, or a name taken; this can be taken back. */
  readonly correct: (text: string) => void;
  /** Takes back the last correction. @returns false where the last thing done was typing */
  readonly takeBack: () => boolean;
  /** False while the names are still being read. */
  readonly ready: boolean;
  readonly context: LineContext;
  readonly capture: Capture;
  readonly meant: Understood;
  readonly args: LogArguments;
  readonly questions: OpenQuestions;
  /** Keys of the names that were said to be new. */
  readonly added: readonly string[];
  /** Somebody is new, and is to be known by name alone; the line may say so in other words then. */
  readonly add: (name: string, text?: string) => void;
  /** What keeps it from being logged. */
  readonly problems: readonly LineProblem[];
  /** Somebody wanted to log it. */
  readonly tried: boolean;
  /** Logs it. @returns whether it is logged, or a sentence says why not. */
  readonly log: () => Promise<boolean>;
}

export function useLine(contacts: readonly string[]): Line {
  const session = useSession();
  const state = session.keep(CaptureState, () => new CaptureState(session.replica));
  const { ready, revision } = useStore(state.reading);
  const { weekStart } = useSettings();
  const today = useToday();
  const [typed, setTyped] = useState<Draft>();
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const sending = useRef(false);
  /** What was there before each correction since one last typed. */
  const before = useRef<readonly Draft[]>([]);
  // Given again after its answer was lost on the way, the same line is written once.
  const attempt = useRef<{ readonly text: string; readonly id: string }>(undefined);

  const { locale } = session.hello;
  const context = useMemo(
    () => ({ today, habits: habitsOf(locale, weekStart), people: state.people, revision }),
    [today, locale, weekStart, state, revision],
  );
  const draft = typed ?? state.draft(contacts);
  const { text, added } = draft;
  const read = useMemo(() => {
    const capture = parseCapture(text, context);
    const meant = understood(capture);
    return { capture, meant, args: logArguments(meant, context.today), questions: openQuestions(meant) };
  }, [text, context]);
  const { capture, meant, args } = read;

  const keep = (next: Draft): void => {
    setTyped(next);
    setRefusal(undefined);
    state.keep(contacts, next);
  };
  const open = ready ? hindrance(meant, added) : 'The names of your people are still being read. One moment.';
  const problems = [
    ...capture.problems.map(({ sentence, span }) => ({
      sentence,
      waits: span.from === 0 && span.to === text.length,
    })),
    ...(open === undefined ? [] : [{ sentence: open, waits: true }]),
    ...(refusal === undefined ? [] : [{ sentence: refusal, waits: false }]),
  ];

  const corrected = (next: Draft): void => {
    before.current = [...before.current, draft];
    keep(next);
  };

  const log = async (): Promise<boolean> => {
    setTried(true);
    if (capture.problems.length > 0 || open !== undefined || sending.current) return false;
    sending.current = true;
    if (attempt.current?.text !== text) attempt.current = { text, id: crypto.randomUUID() };
    const { id } = attempt.current;
    try {
      const name = (contact: string): string => {
        const known = session.replica.network.get('contacts', contact);
        return known === undefined ? '' : nameOf(known);
      };
      await session.edit('capture.log', { id, ...args }, { done: sayLogged(meant, args, name) });
    } catch (error) {
      setRefusal(toErrorMessage(error).message);
      return false;
    } finally {
      sending.current = false;
    }
    state.forget(contacts);
    attempt.current = undefined;
    before.current = [];
    setTyped({ text: '', added: [] });
    setTried(false);
    return true;
  };

  return {
    ...read,
    text,
    ready,
    context,
    added,
    problems,
    tried,
    setText: (next) => {
      before.current = [];
      keep({ text: next, added });
    },
    correct: (next) => corrected({ text: next, added }),
    takeBack: () => {
      const last = before.current.at(-1);
      before.current = before.current.slice(0, -1);
      if (last !== undefined) keep(last);
      return last !== undefined;
    },
    add: (name, next = text) => corrected({ text: next, added: [...new Set([...added, nameKey(name)])] }),
    log,
  };
}

/** Whether somebody was said to be new. */
export function isNew(who: Who, added: readonly string[]): boolean {
  return who.state === 'unknown' && added.includes(nameKey(who.name));
}
