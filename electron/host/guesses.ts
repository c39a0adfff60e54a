/** Guessed ties that wait for a yes or no, looked up over all of them beside other work. */
import type { Result } from '../../shared/contract';
import type { GuessesQuestion } from '../../shared/guesses/answers';
import { guessesSteps } from '../../shared/guesses/guesses';
import type { SharingOptions } from './sharing';

/** The same as for what is shared: a network, a clock, and writes to go beside. */
type GuessOptions = SharingOptions;

export function answerGuesses(
  { store, clock, writing }: GuessOptions,
  question: GuessesQuestion,
): Promise<Result<'guesses'>> {
  const today = question.day ?? clock.today();
  return writing.beside(() =>
    guessesSteps({ network: store.network, today, locale: clock.locale }, question),
  );
}
