/** `kithmap infer` and `kithmap confirm`: guessed ties with what they rest on, and a yes or no to them. */
import { z } from 'zod';
import type { Result } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { Guess } from '../../shared/guesses/answers';
import { Tie } from '../../shared/model/entities/tie';
import { peopleNamed, peopleOf } from './people';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface InferOptions extends CommonOptions {
  readonly above?: number;
  readonly limit?: number;
}

export interface ConfirmOptions extends CommonOptions {
  readonly above?: number;
  readonly no?: boolean;
}

/** Guesses that one answer, and one edit, hold. */
const inOneGo = 2_000;
const Made = z.object({ ties: z.number(), supported: z.number() });
const Ends = Tie.pick({ id: true, a: true, b: true, state: true });

/** Guesses ties within organisations, then lists every guess there is, surest first. */
export function infer(
  terminal: Terminal,
  { above = 0, limit = 50, ...options }: InferOptions,
): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, today, terminal: screen } = session;
    const made = await guessColleagues(session);
    const asked = { above, by: 'confidence', limit: Math.min(limit, inOneGo), day: today } as const;
    const answer = await host.call('guesses', asked);
    const { total, putOff, guesses } = answer;
    screen.out(options.json === true ? json({ ...made, total, putOff, guesses }) : inWords(answer, made));
    return exits.done;
  });
}

/** Where there is nothing to guess, that is no failure: guesses of other evidence may be there. */
async function guessColleagues({ host, hello }: Session): Promise<z.output<typeof Made>> {
  try {
    const edit = { client: hello.client, name: 'tie.guess-colleagues', args: {} };
    const { answer } = await host.call('edit', edit);
    return Made.parse(answer);
  } catch (error) {
    if (error instanceof KithmapError && error.code === 'conflict') return { ties: 0, supported: 0 };
    throw error;
  }
}

function inWords({ guesses, total, putOff }: Result<'guesses'>, made: z.output<typeof Made>): string {
  const news =
    made.ties === 0 ? [] : [`${counted(made.ties, 'new guess', 'new guesses')} within organisations`];
  if (total === 0) return 'There are no guesses. Calendars and mail bring the most: import them.\n';
  const rest = total - putOff - guesses.length;
  const more = [
    ...(rest > 0 ? [`and ${rest} more; --limit names more of them`] : []),
    ...(putOff > 0 ? [`${counted(putOff, 'guess', 'guesses')} left for later: you were not sure`] : []),
  ];
  return `${[...news, ...guesses.map(oneInWords), ...more].join('\n')}\n`;
}

function oneInWords({ a, b, confidence, rests }: Guess): string {
  const why = rests.length === 0 ? '' : `: ${rests.join('; ')}`;
  return `${(100 * confidence).toFixed(0).padStart(3)} %  ${a.name} and ${b.name}${why}`;
}

/** Says of guesses that they are right, or with `--no` that they are wrong. */
export function confirm(terminal: Terminal, whom: readonly string[], options: ConfirmOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { above, no = false } = options;
    if ((above === undefined) === (whom.length === 0)) {
      throw new KithmapError('bad-argument', 'Name two people, or say --above and a confidence such as 0.8.');
    }
    const ids = above === undefined ? [await guessOf(session, whom)] : await guessesAbove(session, above);
    for (let at = 0; at < ids.length; at += inOneGo) {
      await session.host.call('edit', {
        client: session.hello.client,
        name: no ? 'tie.deny' : 'tie.confirm-many',
        args: { ids: ids.slice(at, at + inOneGo) },
      });
    }
    if (options.json === true) {
      session.terminal.out(json({ [no ? 'denied' : 'confirmed']: ids.length }));
      return exits.done;
    }
    const done = no ? 'taken back and not guessed again' : ids.length === 1 ? 'is known' : 'are known';
    session.terminal.out(`${counted(ids.length, 'tie')} ${done}\n`);
    return exits.done;
  });
}

async function guessOf(session: Session, whom: readonly string[]): Promise<string> {
  const { people } = await peopleOf(session);
  const [a, b, ...more] = peopleNamed(people, whom);
  if (a === undefined || b === undefined || more.length > 0 || a.id === b.id) {
    throw new KithmapError('bad-argument', 'A tie is between two people: name both.');
  }
  const rows = await rowsOf(session.host, 'ties');
  const tie = z
    .array(Ends)
    .parse(rows.get('ties'))
    .find((one) => [one.a, one.b].includes(a.id) && [one.a, one.b].includes(b.id));
  if (tie === undefined) {
    throw new KithmapError('not-found', `Nothing is guessed of ${a.name} and ${b.name}.`);
  }
  if (tie.state === 'known') {
    throw new KithmapError('conflict', `That ${a.name} and ${b.name} know each other is known already.`);
  }
  return tie.id;
}

async function guessesAbove({ host, today }: Session, above: number): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await host.call('guesses', { above, offset: ids.length, limit: inOneGo, day: today });
    ids.push(...page.guesses.map(({ tie }) => tie));
    if (page.guesses.length === 0 || ids.length >= page.total) return ids;
  }
}
