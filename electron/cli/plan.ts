/** `kithmap plan`: plans that introductions serve, made, looked at, followed and closed. */
import { z } from 'zod';
import type { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import { Plan as PlanSchema } from '../../shared/model/entities/introduction';
import type { Plan } from '../../shared/model/entities';
import { keyOf } from '../../shared/paths/targets';
import { sayAim } from '../../shared/plans/aim';
import type { PlanAnswer, Proposal } from '../../shared/plans/answers';
import { sayDay, sayDayAhead } from '../../shared/words';
import { isMe, peopleNamed, peopleOf } from './people';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export const planActs = ['list', 'new', 'show', 'step', 'close', 'reopen', 'remove'] as const;
export type PlanAct = (typeof planActs)[number];

export interface PlanCommandOptions extends CommonOptions {
  readonly for?: string;
  readonly industry?: readonly string[];
  readonly place?: readonly string[];
  readonly org?: readonly string[];
  readonly tag?: readonly string[];
  readonly text?: string;
  readonly by?: string;
  readonly most?: number;
  readonly result?: string;
  readonly dropped?: boolean;
}

/** @param words what follows the act: a title, or which plan and what of it */
export function plan(
  terminal: Terminal,
  act: PlanAct,
  words: readonly string[],
  options: PlanCommandOptions,
): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const doing = new Doing(session, options, await plansOf(session), (await peopleOf(session)).people);
    await doing.act(act, words);
    return exits.done;
  });
}

class Doing {
  readonly #session: Session;
  readonly #options: PlanCommandOptions;
  readonly #plans: readonly Plan[];
  readonly #people: PeopleIndex;

  constructor(session: Session, options: PlanCommandOptions, plans: readonly Plan[], people: PeopleIndex) {
    this.#session = session;
    this.#options = options;
    this.#plans = plans;
    this.#people = people;
  }

  async act(act: PlanAct, words: readonly string[]): Promise<void> {
    const [which = '', ...rest] = words;
    switch (act) {
      case 'list':
        this.#out(listInWords(this.#session, this.#plans, this.#people), {
          plans: this.#plans.map((one) => this.#planInJson(one)),
        });
        return;
      case 'new': {
        const { id } = await this.#edit('plan.add', this.#fields(words.join(' ')));
        await this.#show(id);
        return;
      }
      case 'show':
        await this.#show(this.#named(words.join(' ')).id);
        return;
      case 'step': {
        const { id, title } = this.#named(which);
        await this.#edit('plan.step', { plan: id, text: rest.join(' ') });
        await this.#told(id, `Added to “${title}”: ${rest.join(' ')}`);
        return;
      }
      case 'close': {
        const { id, title } = this.#named(words.join(' '));
        const { dropped, result } = this.#options;
        const state = dropped === true ? 'dropped' : 'done';
        await this.#edit('plan.close', { id, state, ...(result === undefined ? {} : { result }) });
        await this.#told(id, `${state === 'done' ? 'Done' : 'Let go'}: ${title}`);
        return;
      }
      case 'reopen': {
        const { id, title } = this.#named(words.join(' '));
        await this.#edit('plan.reopen', { id });
        await this.#told(id, `Open again: ${title}`);
        return;
      }
      case 'remove': {
        const { id, title } = this.#named(words.join(' '));
        await this.#edit('plan.remove', { id });
        this.#out(`Removed: ${title}\n`, { removed: id });
      }
    }
  }

  async #show(id: string): Promise<void> {
    const { host, today } = this.#session;
    const answer = await host.call('plan', { plan: id, day: today });
    const standing = (await plansOf(this.#session)).find((one) => one.id === id);
    const steps = standing?.steps ?? [];
    this.#out(inWords(answer, steps), {
      ...answer,
      state: standing?.state ?? 'open',
      result: standing?.result ?? null,
      steps: steps.map((step) => ({ id: step.id, text: step.text, doneOn: step.doneOn ?? null })),
    });
  }

  async #told(id: string, text: string): Promise<void> {
    const changed = (await plansOf(this.#session)).find((one) => one.id === id);
    this.#out(`${text}\n`, changed === undefined ? {} : this.#planInJson(changed));
  }

  /** @throws KithmapError `bad-argument` without a title, or where it leads nowhere */
  #fields(title: string): object {
    const { for: whom, industry = [], place = [], org = [], tag = [], text, by, most } = this.#options;
    if (title.trim() === '') {
      throw new KithmapError(
        'bad-argument',
        'Say what it is about: kithmap plan new "Dana to biotech in Basel".',
      );
    }
    if ([...industry, ...place, ...org, ...tag].length === 0 && (text?.trim() ?? '') === '') {
      throw new KithmapError(
        'bad-argument',
        'Say where it leads: --industry, --place, --org, --tag or --text.',
      );
    }
    const person = whom === undefined || isMe(whom) ? undefined : peopleNamed(this.#people, [whom])[0]?.id;
    return {
      title: title.trim(),
      ...(person === undefined ? {} : { person }),
      industries: industry,
      places: place,
      organisations: org,
      tags: tag,
      ...(text === undefined ? {} : { text }),
      ...(by === undefined ? {} : { horizon: by }),
      ...(most === undefined ? {} : { most }),
    };
  }

  /** By id, by title, or by part of it. */
  #named(words: string): Plan {
    const sought = keyOf(words);
    const is = (fits: (one: Plan) => boolean): Plan[] => this.#plans.filter(fits);
    const exact = is(({ id, title }) => id === words.trim() || keyOf(title) === sought);
    const found =
      exact.length > 0 || sought === '' ? exact : is(({ title }) => keyOf(title).includes(sought));
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const list = (found.length > 0 ? found : this.#plans).map(({ id, title }) => `  ${id}  ${title}`);
    const head =
      found.length > 0
        ? `“${words}” could be several plans. Name one in full, or by its id.`
        : sought === ''
          ? 'Say which plan.'
          : `There is no plan called “${words}”.`;
    throw new KithmapError('bad-argument', [head, ...list].join('\n'));
  }

  async #edit(name: string, args: object): Promise<{ id: string }> {
    const { host, hello } = this.#session;
    const { answer } = await host.call('edit', { client: hello.client, name, args: { ...args } });
    return { id: typeof answer['id'] === 'string' ? answer['id'] : '' };
  }

  #out(text: string, answer: object): void {
    this.#session.terminal.out(this.#options.json === true ? json(answer) : text);
  }

  #planInJson(one: Plan): object {
    const { id, title, person, horizon, state, closedOn, result, madeOn, steps } = one;
    return {
      id,
      title,
      person:
        person === undefined ? null : { id: person, name: this.#people.person(person)?.name ?? 'Somebody' },
      aim: sayAim(one),
      horizon: horizon ?? null,
      state,
      madeOn,
      closedOn: closedOn ?? null,
      result: result ?? null,
      steps: steps.map((step) => ({ id: step.id, text: step.text, doneOn: step.doneOn ?? null })),
    };
  }
}

/** Open ones first, each as it was made. */
async function plansOf({ host }: Session): Promise<Plan[]> {
  const plans = z.array(PlanSchema).parse((await rowsOf(host, 'plans')).get('plans'));
  return plans.sort(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.madeOn < b.madeOn ? -1 : 1),
  );
}

function listInWords(
  { today, hello: { locale } }: Session,
  plans: readonly Plan[],
  people: PeopleIndex,
): string {
  if (plans.length === 0) {
    return 'There is no plan yet. Make one: kithmap plan new TITLE --for WHO --industry WORD --place NAME\n';
  }
  const lines = plans.map((one) => {
    const { id, title, person, horizon, state, closedOn } = one;
    const whom = person === undefined ? 'for you' : `for ${people.person(person)?.name ?? 'somebody'}`;
    const until = horizon === undefined ? '' : `, by ${sayDayAhead(horizon, today, locale)}`;
    const closed = closedOn === undefined ? '' : ` ${sayDay(closedOn, today, locale)}`;
    const end = state === 'open' ? until : `, ${state === 'done' ? 'done' : 'let go'}${closed}`;
    return `${title}: ${whom}${end}\n  ${id}  ${sayAim(one)}`;
  });
  return `${lines.join('\n')}\n`;
}

function inWords(
  { title, person, aim, there, bridges, proposals, reach, guarantee, passedOver, none }: PlanAnswer,
  steps: Plan['steps'],
): string {
  const section = (head: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', head, ...lines.map((line) => `  ${line}`)];
  return `${[
    `${title}: for ${person.name === 'You' ? 'you' : person.name}, ${aim}.`,
    there.text,
    ...[reach.text, guarantee, none ?? ''].filter((text) => text !== ''),
    ...section('Introductions that would help', proposals.flatMap(proposalInWords)),
    ...section('Passed over for now', passedOver),
    ...section(
      'Who is there',
      there.people.slice(0, mostNamed).map(({ name, why }) => `${name}: ${why}`),
    ),
    ...section(
      'Who bridges to it',
      bridges.people.slice(0, mostNamed).map(({ name, text }) => `${name} ${text}`),
    ),
    ...section(
      'Other steps',
      steps.map(({ text, doneOn }) => `${doneOn === undefined ? '[ ]' : '[x]'} ${text}`),
    ),
  ].join('\n')}\n`;
}

const mostNamed = 20;

function proposalInWords({ a, b, by, why, load }: Proposal): string[] {
  const through = by === null ? '' : `, by ${by.name}`;
  return [`${a.name} and ${b.name}${through}`, `  ${why}`, ...(load === '' ? [] : [`  ${load}`])];
}
