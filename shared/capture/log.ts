/** From what was understood to the edit that logs it, and what has to be answered before. */
import type { Direction, Exchanged, Introduced, Person, Promised, Understood, Who } from './capture';
import { eachOnce } from './capture';
import type { Channel, Commitment, Exchange } from '../model/entities';
import type { Day } from '../time';

export interface OpenQuestions {
  /** Names that nobody has: to be added, or corrected. */
  readonly unknown: readonly string[];
  /** Names that several could be meant by. */
  readonly unclear: readonly { readonly name: string; readonly people: readonly Person[] }[];
}

/** Everybody whom a capture names, each once. */
function everybody({ participants, promises, exchanges, introductions }: Understood): readonly Who[] {
  return eachOnce([
    ...participants,
    ...promises.flatMap(({ who }) => who),
    ...exchanges.flatMap(({ who }) => who),
    ...introductions.flatMap(({ a, b }) => [a, b]),
  ]);
}

export function openQuestions(meant: Understood): OpenQuestions {
  const people = everybody(meant);
  return {
    unknown: people.flatMap((who) => (who.state === 'unknown' ? [who.name] : [])),
    unclear: people.flatMap((who) =>
      who.state === 'several' ? [{ name: who.name, people: who.people }] : [],
    ),
  };
}

type Somebody = { readonly id: string } | { readonly name: string };

/** What `capture.log` takes. */
export interface LogArguments {
  readonly day: Day;
  readonly madeOn: Day;
  readonly interaction?: {
    readonly with: readonly Somebody[];
    readonly channel: Channel;
    readonly direction?: Direction;
    readonly minutes?: number;
    readonly summary?: string;
    readonly planned?: boolean;
  };
  readonly commitments: readonly {
    readonly by: Commitment['by'];
    readonly who: readonly Somebody[];
    readonly text: string;
    readonly due?: Day;
  }[];
  readonly exchanges: readonly {
    readonly direction: Exchange['direction'];
    readonly kind: Exchange['kind'];
    readonly who: readonly Somebody[];
    readonly text: string;
  }[];
  readonly introductions: readonly {
    readonly a: Somebody;
    readonly b: Somebody;
    readonly stage: Introduced['stage'];
    readonly why?: string;
  }[];
  readonly tags: readonly string[];
  readonly confidential: boolean;
}

/**
 * The arguments of `capture.log`. An interaction is one where somebody was there or a channel, direction or length is
 * said; a promise alone is no contact, and what stands beside it goes with it.
 */
export function logArguments(meant: Understood, today: Day): LogArguments {
  const { channel, direction, minutes, participants, topic, rest, tags, confidential } = meant;
  const concerned = eachOnce([...meant.promises, ...meant.exchanges].flatMap(({ who }) => who));
  const company = participants.length > 0 ? participants : concerned;
  const met =
    participants.length > 0 || channel !== undefined || direction !== undefined || minutes !== undefined;
  const day = meant.day ?? today;
  const summary = [topic, rest].filter((part) => part !== undefined && part !== '').join('. ');
  const interaction =
    met && company.length > 0
      ? {
          with: company.map(somebody),
          channel: channel?.channel ?? 'in-person',
          ...(direction === undefined ? {} : { direction }),
          ...(minutes === undefined ? {} : { minutes }),
          ...(summary === '' ? {} : { summary }),
          ...(day > today ? { planned: true } : {}),
        }
      : undefined;
  const beside = interaction === undefined ? summary : '';
  const [commitments, exchanges, introductions] = withBeside(meant, beside);
  return {
    day,
    madeOn: day > today ? today : day,
    ...(interaction === undefined ? {} : { interaction }),
    commitments: commitments.map(({ by, who, text, due }) => ({
      by,
      who: who.map(somebody),
      text,
      ...(due === undefined ? {} : { due }),
    })),
    exchanges: exchanges.map(({ direction, exchange, who, text }) => ({
      direction,
      kind: exchange,
      who: who.map(somebody),
      text,
    })),
    introductions: introductions.map(({ a, b, stage, why }) => ({
      a: somebody(a),
      b: somebody(b),
      stage,
      ...(why === undefined ? {} : { why }),
    })),
    tags,
    confidential,
  };
}

function somebody(who: Who): Somebody {
  return who.state === 'known' ? { id: who.id } : { name: who.name };
}

/** What stands beside sayings and belongs to no interaction, added to the first of them, so that it is not lost. */
function withBeside(
  { promises, exchanges, introductions }: Understood,
  beside: string,
): [readonly Promised[], readonly Exchanged[], readonly Introduced[]] {
  const [promise, ...promisesAfter] = promises;
  const [exchange, ...exchangesAfter] = exchanges;
  const [introduction, ...introductionsAfter] = introductions;
  if (beside === '') return [promises, exchanges, introductions];
  if (promise !== undefined) {
    return [
      [{ ...promise, text: `${promise.text} (${beside})` }, ...promisesAfter],
      exchanges,
      introductions,
    ];
  }
  if (exchange !== undefined) {
    return [
      promises,
      [{ ...exchange, text: `${exchange.text} (${beside})` }, ...exchangesAfter],
      introductions,
    ];
  }
  if (introduction === undefined) return [promises, exchanges, introductions];
  const why = introduction.why === undefined ? beside : `${introduction.why} (${beside})`;
  return [promises, exchanges, [{ ...introduction, why }, ...introductionsAfter]];
}
