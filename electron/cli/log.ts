/** `kithmap log`: quick capture in the terminal. What is understood is logged as one edit; else nothing is written. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Chip, type Understood, understood, type Who } from '../../shared/capture/capture';
import { completionsAt } from '../../shared/capture/completions';
import { habitsOf } from '../../shared/capture/habits';
import { type LogArguments, logArguments, openQuestions } from '../../shared/capture/log';
import { nameKey } from '../../shared/capture/name-key';
import { parseCapture } from '../../shared/capture/parse';
import type { PeopleIndex } from '../../shared/capture/people';
import { writeCapture } from '../../shared/capture/write';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { listCandidates, peopleOf } from './people';
import { withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface LogOptions extends CommonOptions {
  readonly yes?: boolean;
}

const Ids = z.array(z.string());
const Written = z.object({
  interaction: z.string().optional(),
  contacts: Ids,
  commitments: Ids,
  exchanges: Ids,
  introductions: Ids,
  stubs: z.array(z.object({ id: z.string(), name: z.string() })),
  cautions: z.array(z.string()),
});
type Written = z.infer<typeof Written>;
const Repeated = z.object({ repeated: z.literal(true) });

export function logCapture(terminal: Terminal, words: readonly string[], options: LogOptions): Promise<Exit> {
  const text = words.join(' ');
  const id = randomBytes(12).toString('base64url');
  let expected: Written | undefined;
  return withHost(terminal, options, async (session) => {
    const { host, hello, today, terminal: screen } = session;
    const { people, weekStart } = await peopleOf(session);
    const context = { today, habits: habitsOf(hello.locale, weekStart), people };
    const capture = parseCapture(text, context);
    const [problem] = capture.problems;
    if (problem !== undefined) throw new KithmapError('bad-argument', problem.sentence);
    const meant = understood(capture);
    refuseOpen(meant, people, options.yes === true);

    const sent = logArguments(meant, today);
    const args = { id, ...sent };
    // Should the answer be lost on the way, this is what was written.
    expected ??= Written.parse((await host.call('tryOut', { name: 'capture.log', args })).answer);
    const { answer } = await host.call('edit', { client: hello.client, name: 'capture.log', args });
    const written = Repeated.safeParse(answer).success ? expected : Written.parse(answer);

    const nameOf = (contact: string): string =>
      people.person(contact)?.name ?? written.stubs.find((stub) => stub.id === contact)?.name ?? '';
    if (options.json === true) {
      const chips = capture.chips.map((chip) => chipAsJson(chip, text));
      screen.out(json({ ...asJson(meant, written, sent, nameOf), understood: chips, rest: capture.rest }));
    } else {
      screen.out(`${writeCapture(meant, context)}\n`);
      for (const stub of written.stubs)
        screen.say(`${stub.name} is in your network from now on, by name alone.`);
      for (const caution of written.cautions) screen.say(caution);
    }
    return exits.done;
  });
}

/** @throws KithmapError `bad-argument` where it is open whom a name means. */
function refuseOpen(meant: Understood, index: PeopleIndex, mayAdd: boolean): void {
  const { unknown, unclear } = openQuestions(meant);
  const sentences = unclear.map(({ name, people }) => {
    const whom = name === '' ? 'It is not said whom you mean' : `“${name}” could be several`;
    return listCandidates(whom, people);
  });
  for (const name of mayAdd ? [] : unknown) {
    const typed = `@${name}`;
    const alike = completionsAt(typed, typed.length, index, 3)?.offers.map(({ insert }) => insert) ?? [];
    const meaning = alike.length === 0 ? 'Correct it' : `Did you mean ${alike.join(' or ')}? Say so`;
    sentences.push(`Nobody is called “${name}”. ${meaning}, or give --yes to add who is new by name alone.`);
  }
  if (sentences.length > 0) throw new KithmapError('bad-argument', sentences.join('\n'));
}

function chipAsJson({ span, ...chip }: Chip, text: string): JsonObject {
  return { ...chip, said: text.slice(span.from, span.to) };
}

/** What was written, each with its id. Texts of a confidential capture are left out. */
function asJson(
  meant: Understood,
  written: Written,
  sent: LogArguments,
  nameOf: (id: string) => string,
): JsonObject {
  const idOf = (who: Who): string =>
    who.state === 'known'
      ? who.id
      : (written.stubs.find(({ name }) => nameKey(name) === nameKey(who.name))?.id ?? '');
  const person = (id: string): JsonObject => ({ id, name: nameOf(id) });
  const open = (text: string | undefined): string | null => (meant.confidential ? null : (text ?? null));
  const each = <T extends { readonly who: readonly Who[] }>(
    sayings: readonly T[],
    ids: readonly string[],
    say: (saying: T, at: number) => JsonObject,
  ): JsonObject[] =>
    sayings
      .flatMap((saying, at) => saying.who.map((who) => ({ ...say(saying, at), contact: person(idOf(who)) })))
      .map((fields, at) => ({ id: ids[at], ...fields }));
  return {
    interaction:
      sent.interaction === undefined
        ? null
        : {
            id: written.interaction,
            day: sent.day,
            planned: sent.interaction.planned ?? false,
            channel: sent.interaction.channel,
            direction: meant.direction ?? 'both',
            minutes: meant.minutes ?? null,
            summary: open(sent.interaction.summary),
            confidential: meant.confidential,
          },
    contacts: written.contacts.map(person),
    commitments: each(meant.promises, written.commitments, ({ by, due }, at) => ({
      by,
      text: open(sent.commitments[at]?.text),
      due: due ?? null,
    })),
    exchanges: each(meant.exchanges, written.exchanges, ({ direction, exchange }, at) => ({
      direction,
      kind: exchange,
      text: open(sent.exchanges[at]?.text),
    })),
    introductions: meant.introductions.map(({ a, b, stage }, at) => ({
      id: written.introductions[at],
      a: person(idOf(a)),
      b: person(idOf(b)),
      stage,
      why: open(sent.introductions[at]?.why),
    })),
    stubs: written.stubs,
    cautions: written.cautions,
  };
}
