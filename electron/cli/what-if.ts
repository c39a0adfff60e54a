/** `kithmap whatif`: what an introduction, a loss or a group gone cold would change, before it happens. */
import { defaultGuessedFrom } from '../../shared/analysis/graph';
import type { AnswerTo, Question } from '../../shared/analysis/questions';
import type { Naming } from '../../shared/analysis/reasons';
import { sayGapsIf } from '../../shared/analysis/say-gaps-if';
import { sayMeeting } from '../../shared/analysis/say-meeting';
import { sayWhatIf } from '../../shared/analysis/say-network';
import type { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import { Network } from '../../shared/model/network';
import { keyOf } from '../../shared/paths/targets';
import { people } from '../../shared/words';
import { measure, type Measured } from './measure';
import { isMe, peopleNamed, peopleOf } from './people';
import { rowsOf, type Session, withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface WhatIfOptions extends CommonOptions {
  /** Two by two. */
  readonly tie?: readonly string[];
  readonly cut?: readonly string[];
  readonly without?: readonly string[];
  /** Groups with which I lose touch. */
  readonly cold?: readonly string[];
}

type Pair = [string, string];

interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

interface Tried {
  readonly ties: readonly Pair[];
  readonly cut: readonly Pair[];
  readonly without: readonly string[];
  readonly cold: readonly Group[];
}

/** As many of each as can be asked for. */
const most = 100;

export function whatIf(terminal: Terminal, options: WhatIfOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, today, terminal: screen } = session;
    const { people: index } = await peopleOf(session);
    const network = await networkOf(session);
    const view = { asOf: today, guessedFrom: defaultGuessedFrom, layout: false };
    screen.progress('Looking what would be');
    // Which groups there are is found first.
    const cold = options.cold ?? [];
    const found = cold.length === 0 ? undefined : await measure(host, view, [{ kind: 'summary' }]);
    const groups = found === undefined ? [] : groupsOf(network, found);
    const tried = triedOf(
      index,
      cold.map((name) => groupNamed(groups, name)),
      options,
    );
    const question: Extract<Question, { kind: 'whatIf' }> = {
      kind: 'whatIf',
      without: [...new Set([...tried.without, ...tried.cold.flatMap(({ members }) => members)])],
      addTies: tried.ties.map(([a, b]) => [a, b]),
      removeTies: tried.cut.map(([a, b]) => [a, b]),
    };
    const measured = await measure(host, view, [question, { ...question, kind: 'gapsIf' }]);
    const answer = measured.answer('whatIf');
    const gaps = measured.answer('gapsIf');
    screen.progress('');
    const naming: Naming = {
      person: (id) => (id === index.me ? 'you' : index.person(id)?.name),
      cluster: (id) => groupsOf(network, measured).find((one) => one.id === id)?.name,
    };
    const said = [...sentences(tried, answer, naming), ...sayGapsIf(gaps, naming)];
    screen.out(
      options.json === true
        ? json({ ...inJson(today, tried, answer, said, naming), gaps: gapsInJson(gaps, naming) })
        : `${said.join('\n')}\n`,
    );
    return exits.done;
  });
}

async function networkOf({ host }: Session): Promise<Network> {
  const network = new Network();
  for (const row of (await rowsOf(host, 'clusters')).get('clusters') ?? []) {
    network.load('clusters', String(row['id']), row);
  }
  return network;
}

/** By the name that the app gave it, else what its people share. */
function groupsOf(network: Network, { clusters, clusterOf }: Measured): Group[] {
  const members = new Map<string, string[]>();
  for (const [contact, cluster] of clusterOf) {
    const own = members.get(cluster);
    if (own === undefined) members.set(cluster, [contact]);
    else own.push(contact);
  }
  return clusters.flatMap(({ id, name: shared }) => {
    const name = network.get('clusters', id)?.name ?? shared ?? undefined;
    return name === undefined ? [] : [{ id, name, members: members.get(id) ?? [] }];
  });
}

/** @throws KithmapError `bad-argument` where a name means nobody or several, or nothing is tried */
function triedOf(index: PeopleIndex, cold: readonly Group[], options: WhatIfOptions): Tried {
  const id = (name: string): string => {
    if (!isMe(name)) return peopleNamed(index, [name])[0]?.id ?? '';
    if (index.me !== undefined) return index.me;
    throw new KithmapError(
      'bad-argument',
      'Who you are is not known yet. Say so in the settings of the app.',
    );
  };
  const tried = {
    ties: pairsOf('--tie', options.tie ?? []).map(([a, b]): Pair => [id(a), id(b)]),
    cut: pairsOf('--cut', options.cut ?? []).map(([a, b]): Pair => [id(a), id(b)]),
    without: (options.without ?? []).map(id),
    cold,
  };
  if (tried.without.some((one) => one === index.me)) {
    throw new KithmapError('bad-argument', 'You cannot be left out of your own network. Name somebody else.');
  }
  const sizes = [tried.ties.length, tried.cut.length, tried.without.length];
  if (sizes.every((size) => size === 0) && cold.length === 0) {
    throw new KithmapError(
      'bad-argument',
      'Say what to try: --tie NAME NAME, --cut NAME NAME, --without NAME or --cold GROUP.',
    );
  }
  if (sizes.some((size) => size > most)) {
    throw new KithmapError('bad-argument', `That is more than ${most} at once. Try less of it.`);
  }
  return tried;
}

function pairsOf(option: string, names: readonly string[]): Pair[] {
  if (names.length % 2 === 1) {
    throw new KithmapError(
      'bad-argument',
      `${option} takes two people. Put names of several words in quotes.`,
    );
  }
  const pairs: Pair[] = [];
  for (let at = 0; at < names.length; at += 2) pairs.push([names[at] ?? '', names[at + 1] ?? '']);
  return pairs;
}

function groupNamed(groups: readonly Group[], name: string): Group {
  const sought = keyOf(name);
  const exact = groups.filter((one) => keyOf(one.name) === sought);
  const found = exact.length > 0 ? exact : groups.filter((one) => keyOf(one.name).includes(sought));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = (found.length > 0 ? found : groups).map((one) => `  ${one.name}`).sort();
  const head =
    found.length > 0 ? `“${name}” could be several groups.` : `There is no group called “${name}”.`;
  throw new KithmapError('bad-argument', [head, ...names].join('\n'));
}

function sentences(tried: Tried, answer: AnswerTo<'whatIf'>, naming: Naming): string[] {
  const { ties, cut, without, cold } = tried;
  const [tie] = ties;
  const isMeeting = ties.length === 1 && cut.length + without.length + cold.length === 0;
  if (isMeeting && tie !== undefined) return sayMeeting(answer, tie, naming);
  const gone = [
    ...without.flatMap((id) => naming.person(id) ?? []),
    ...cold.map(({ name, members }) => `the ${people(members.length)} of “${name}”`),
  ];
  return sayWhatIf(answer, gone, naming);
}

function inJson(
  asOf: string,
  tried: Tried,
  { changed, before, after, twoSteps, mine, cutOff, ends = [], cutPeople, bridges }: AnswerTo<'whatIf'>,
  text: readonly string[],
  { person, cluster }: Naming,
): object {
  const named = (id: string): object => ({ id, name: person(id) ?? null });
  const pair = ([a, b]: readonly [string, string]): object => ({ a: named(a), b: named(b) });
  return {
    asOf,
    tried: {
      ties: tried.ties.map(pair),
      cut: tried.cut.map(pair),
      without: tried.without.map(named),
      cold: tried.cold.map(({ id, name, members }) => ({ id, name, people: members.length })),
    },
    changed,
    text,
    before,
    after,
    ends: ends.map(({ contact, ...reached }) => ({ ...named(contact), ...reached })),
    twoSteps: {
      ...twoSteps,
      gained: { count: twoSteps.gained.count, list: twoSteps.gained.list.map(pair) },
      lost: { count: twoSteps.lost.count, list: twoSteps.lost.list.map(pair) },
    },
    mine:
      mine === null
        ? null
        : {
            ...mine,
            gained: { count: mine.gained.count, list: mine.gained.list.map(named) },
            lost: { count: mine.lost.count, list: mine.lost.list.map(named) },
          },
    cutOff: cutOff.map(named),
    cutPeople: {
      newly: cutPeople.newly.map(({ contact, fallsOff }) => ({ ...named(contact), fallsOff })),
      noLonger: cutPeople.noLonger.map(({ contact, fallsOff }) => ({ ...named(contact), fallsOff })),
    },
    bridges: bridges.map(({ from, to, hungOn, hangsOn, ...counts }) => ({
      from: cluster(from) ?? null,
      to: cluster(to) ?? null,
      ...counts,
      hungOn: hungOn === null ? null : named(hungOn),
      hangsOn: hangsOn === null ? null : named(hangsOn),
    })),
  };
}

function gapsInJson({ list }: AnswerTo<'gapsIf'>, { person }: Naming): object[] {
  const named = (id: string): object => ({ id, name: person(id) ?? null });
  return list.map(({ couldLead, noLonger, ...gap }) => ({
    ...gap,
    couldLead: couldLead.map(named),
    noLonger: noLonger.map(named),
  }));
}
