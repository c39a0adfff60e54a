/**
 * Letters while they are written: what is typed stands here at once, and is kept when one pauses or goes on to something
 * else, also when the letter is no longer on screen by then.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { toErrorMessage } from '../../../shared/errors';
import type { Words } from '../../../shared/introductions/drafts';
import type { Occasion } from '../../../shared/introductions/occasions';
import type { Session } from '../../network/session';

export interface LetterOf extends Occasion {
  readonly introduction: string;
}

interface Written extends Words {
  /** Why it could not be kept. */
  readonly fault?: string;
}

/** Milliseconds without typing after which it is kept. */
const pause = 900;

export class LetterDesk {
  /** By letter; what is kept is no longer here. */
  readonly store: StoreApi<Readonly<Record<string, Written>>> = createStore<
    Readonly<Record<string, Written>>
  >(() => ({}));
  readonly #session: Session;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(session: Session) {
    this.#session = session;
  }

  static of(session: Session): LetterDesk {
    return session.keep(LetterDesk, () => new LetterDesk(session));
  }

  /** What was typed and is not kept yet. */
  wordsOf(letter: LetterOf): Words | undefined {
    return this.store.getState()[letterKey(letter)];
  }

  write(letter: LetterOf, words: Words): void {
    const key = letterKey(letter);
    this.store.setState({ [key]: words });
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.keep(letter), pause),
    );
  }

  /** Keeps what was typed, if anything was: one after the other, so that nothing is kept twice. */
  async keep(letter: LetterOf): Promise<void> {
    const key = letterKey(letter);
    clearTimeout(this.#timers.get(key));
    for (let other = this.#underWay.get(key); other !== undefined; other = this.#underWay.get(key))
      await other;
    const words = this.store.getState()[key];
    if (words === undefined || words.fault !== undefined) return;
    const keeping = this.#keep(key, letter, words).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, keeping);
    await keeping;
  }

  /** Begins with other words: a template, filled. */
  async begin(letter: LetterOf, words: Words, template: string): Promise<void> {
    this.#forget(letterKey(letter));
    await this.#session.tell('draft.keep', argsOf(letter, words, template), {
      done: 'The letter begins anew',
    });
  }

  /** Back to the words it had before anything was edited. */
  async beginAnew(letter: LetterOf, draft: string | undefined): Promise<void> {
    this.#forget(letterKey(letter));
    if (draft === undefined) return;
    await this.#session.tell('draft.remove', { id: draft }, { done: 'The letter begins anew' });
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #keep(key: string, letter: LetterOf, words: Written): Promise<void> {
    try {
      await this.#session.edit('draft.keep', argsOf(letter, words));
      // Whatever was typed meanwhile stays.
      if (this.store.getState()[key] === words) this.#forget(key);
    } catch (error) {
      const fault = toErrorMessage(error).message;
      if (this.store.getState()[key] === words) this.store.setState({ [key]: { ...words, fault } });
    }
  }

  #forget(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.store.setState(
      (all) => Object.fromEntries(Object.entries(all).filter(([own]) => own !== key)),
      true,
    );
  }
}

export function letterKey({ introduction, use, to }: LetterOf): string {
  return `${introduction} ${use} ${to.join(' ')}`;
}

function argsOf(
  { introduction, use, to }: LetterOf,
  { subject, text }: Words,
  template?: string,
): Readonly<Record<string, string>> {
  const [contact] = to;
  return {
    introduction,
    use,
    ...(to.length === 1 && contact !== undefined ? { contact } : {}),
    ...(template === undefined ? {} : { template }),
    subject,
    body: text,
  };
}
