/**
 * What a person must say of files before they can be read, one after the other, and what was said of files of the same
 * kind before.
 */
import { answerTo, type FileQuestion } from '../../shared/formats/question';
import type { ReadHow } from '../../shared/formats/read-how';

/** What was said before. */
export interface QuestionMemory {
  /** How a file of this kind was read last; undefined where it never was. */
  recall(question: FileQuestion): ReadHow | undefined;
  keep(question: FileQuestion, how: ReadHow): Promise<void>;
}

export interface Asked {
  readonly file: File;
  readonly question: FileQuestion;
  /** What was said before, where it is asked anew. */
  readonly before?: ReadHow | undefined;
}

/** How to read it, and whether that was known. */
export interface Answered {
  readonly how: ReadHow;
  readonly asBefore: boolean;
}

export class FileQuestions {
  readonly #memory: QuestionMemory | undefined;
  #answer: ((how: ReadHow | undefined) => void) | undefined;

  constructor(memory: QuestionMemory | undefined) {
    this.#memory = memory;
  }

  /**
   * @param anew also where it is known from before
   * @param show puts the question
   * @returns undefined where the file is to be left out. @throws where the signal fires
   */
  async ask(
    file: File,
    question: FileQuestion,
    { anew, signal, show }: { anew: boolean; signal: AbortSignal; show: (asked: Asked) => void },
  ): Promise<Answered | undefined> {
    const before = this.#memory?.recall(question);
    if (before !== undefined && !anew) return { how: answerTo(question, before), asBefore: true };
    const answered = new Promise<ReadHow | undefined>((resolve, reject) => {
      this.#answer = resolve;
      signal.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')), {
        once: true,
      });
    });
    show({ file, question, before });
    const how = await answered;
    if (how === undefined) return undefined;
    await this.#memory?.keep(question, how);
    return { how: answerTo(question, how), asBefore: false };
  }

  /** Answers what is asked. @param how undefined leaves the file out */
  answer(how: ReadHow | undefined): void {
    this.#answer?.(how);
    this.#answer = undefined;
  }
}
