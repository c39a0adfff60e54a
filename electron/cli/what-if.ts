/** `kithmap whatif`: what an introduction, a loss or a group gone cold would change, before it happens. */
import { defaultGuessedFrom } from '../../shared/analysis/graph';
import type { AnswerTo, Question } from '../../shared/analysis/questions';
import type { Naming } from '../../shared/analysis/reasons';
import { sayMeeting } from '../../shared/analysis/say-meeting';
import { sayWhatIf } from '../../shared/analysis/say-network';
import type { PeopleIndex } from '../../shared/capture/people';
import { KithmapError } from '../../shared/errors';
import type { Cluster } from '../../shared/model/entities';
import { Network } from '../../shared/model/network';
import { keyOf } from '../../shared/paths/targets';
import { listed, people } from '../../shared/words';
import { measure } from './measure';
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

interface Tried {
  readonly ties: readonly Pair[];
  readonly cut: readonly Pair[];
  readonly without: readonly string[];
  readonly cold: readonly Cluster[];
  /** Ties of mine in these. */
  readonly coldTies: number;
}

/** As many of each as can be asked for. */
const most = 100;

export function whatIf(terminal: Terminal, options: WhatIfOptions): Promise<Exit> {
  return withHost(terminal, options, async (session) => {
    const { host, today, terminal: screen } = session;
    const { people: index } = await peopleOf(session);
    const network = await networkOf(session);
    const tried = triedOf(index, network, options);
    const question: Extract<Question, { kind: 'whatIf' }> = {
      kind: 'whatIf',
      without: [...tried.without],
      addTies: tried.ties.map(([a, b]) => [a, b]),
      removeTies: tried.cut.map(([a, b]) => [a, b]),
    };
    screen.progress('Looking what would be');
    const view = { asOf: today, guessedFrom: defaultGuessedFrom, layout: false };
    const measured = await measure(host, view, [question]);
    const answer = measured.answer('whatIf');
    screen.progress('');
    const naming: Naming = {
      person: (id) => (id === index.me ? 'you' : index.person(id)?.name),
      cluster: (id) =>
        network.get('clusters', id)?.name ??
        measured.clusters.find((one) => one.id === id)?.name ??
        undefined,
    };
    const said = sentences(tried, answer, naming);
    screen.out(
      options.json === true ? json(inJson(today, tried, answer, said, naming)) : `${said.join('\n')}\n`,
    );
    return exits.done;
  });
}

async function networkOf({ host }: Session): Promise<Network> {
  const network = new Network();
  for (const [table, rows] of await rowsOf(host, 'settings', 'ties', 'clusters', 'positions')) {
    if (table !== 'settings' && table !== 'ties' && table !== 'clusters' && table !== 'positions') continue;
    for (const row of rows) network.load(table, String(row['id']), row);
  }
  return network;
}

/** @throws KithmapError `bad-argument` where a name means nobody or several, or nothing is tried */
function triedOf(index: PeopleIndex, network: Network, options: WhatIfOptions): Tried {
  const id = (name: string): string => {
    if (!isMe(name)) return peopleNamed(index, [name])[0]?.id ?? '';
    if (index.me !== undefined) return index.me;
    throw new KithmapError(
      'bad-argument',
      'Who you are is not known yet. Say so in the settings of the app.',
    );
  };
  const cold = (options.cold ?? []).map((name) => clusterNamed(network, name));
  const coldTies = cold.flatMap((cluster) => myTiesWith(network, cluster));
  const tried = {
    ties: pairsOf('--tie', options.tie ?? []).map(([a, b]): Pair => [id(a), id(b)]),
    cut: [...pairsOf('--cut', options.cut ?? []).map(([a, b]): Pair => [id(a), id(b)]), ...coldTies],
    without: (options.without ?? []).map(id),
    cold,
    coldTies: coldTies.length,
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

function clusterNamed(network: Network, name: string): Cluster {
  const clusters = [...network.all('clusters')];
  const sought = keyOf(name);
  const exact = clusters.filter((one) => keyOf(one.name) === sought);
  const found = exact.length > 0 ? exact : clusters.filter((one) => keyOf(one.name).includes(sought));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = (found.length > 0 ? found : clusters).map((one) => `  ${one.name}`).sort();
  const head = found.length > 0 ? `“${name}” could be several groups` : `There is no group called “${name}”`;
  const list = names.length === 0 ? ' The app finds groups when it is open.' : `\n${names.join('\n')}`;
  throw new KithmapError('bad-argument', `${head}.${list}`);
}

function myTiesWith(network: Network, cluster: Cluster): Pair[] {
  const me = network.get('settings', 'settings')?.me;
  if (me === undefined) return [];
  const pairs: Pair[] = [];
  for (const { a, b } of network.all('ties')) {
    const other = a === me ? b : b === me ? a : undefined;
    if (other !== undefined && network.get('positions', other)?.cluster === cluster.id)
      pairs.push([me, other]);
  }
  return pairs;
}

function sentences(tried: Tried, answer: AnswerTo<'whatIf'>, naming: Naming): string[] {
  const { ties, cut, without, cold } = tried;
  const [tie] = ties;
  const isMeeting = ties.length === 1 && cut.length + without.length + cold.length === 0;
  if (isMeeting && tie !== undefined) return sayMeeting(answer, tie, naming);
  const names = without.flatMap((id) => naming.person(id) ?? []);
  return [...sayCold(tried), ...sayWhatIf(answer, names, naming)];
}

function sayCold({ cold, coldTies }: Tried): string[] {
  if (cold.length === 0) return [];
  const groups = listed(
    cold.map(({ name }) => `“${name}”`),
    cold.length,
  );
  return coldTies === 0
    ? [`You have no tie on record with anybody in ${groups}.`]
    : [`You would lose touch with ${people(coldTies)} in ${groups}.`];
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
      cold: tried.cold.map(({ id, name }) => ({ id, name })),
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
