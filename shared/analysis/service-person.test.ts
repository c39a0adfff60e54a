import { expect, test } from 'vitest';
import type { Network } from '../model/network';
import { BetweennessTeam } from './betweenness-team';
import { finish } from './chunked';
import type { AnswerTo } from './questions';
import { Held } from './service-held';
import { personAnswer } from './service-person';
import { untouched } from './service-state';
import { type Edited, plantedNetwork, ServiceOnTheBench } from './service.testing';
import type { AnalysisView } from './service-messages';

const createdAt = '2026-01-01T00:00:00Z';
type Person = AnswerTo<'person'>;

class AskedOfPeople {
  readonly service: ServiceOnTheBench;
  #request = 0;

  constructor(network: Network, view: Partial<AnalysisView> = {}) {
    this.service = new ServiceOnTheBench(network, { layout: false, ...view });
    this.service.load();
  }

  settled(): this {
    this.service.settle();
    return this;
  }

  /** Asks before every turn until nothing is left to do. @returns all answers, as they came. */
  whileWorking(contact: string): Person[] {
    const from = this.service.all('answer').length;
    do this.#ask(contact);
    while (this.service.turn() && this.service.answers.at(-1)?.type !== 'settled');
    return this.#answers().slice(from);
  }

  person(contact: string): Person {
    this.#ask(contact);
    this.service.settle();
    return this.#answers().at(-1)!;
  }

  #ask(contact: string): void {
    this.service.tell({
      type: 'ask',
      request: `${++this.#request}`,
      question: { kind: 'person', contact },
    });
  }

  #answers(): Person[] {
    return this.service.all('answer').flatMap(({ answer }) => (answer.kind === 'person' ? [answer] : []));
  }
}

const tie = (a: string, b: string): Edited => [
  'ties',
  `${a}-${b}`,
  { id: `${a}-${b}`, a, b, state: 'known', createdAt },
];
/** The same network read anew. */
const anew = (network: Network, contact: string, view: Partial<AnalysisView> = {}): Person =>
  new AskedOfPeople(network, view).settled().person(contact);

test('after an edit what is near is exact at once, and betweenness old and said to be so until it is exact', () => {
  const asked = new AskedOfPeople(plantedNetwork(5, 14)).settled();
  const before = asked.person('g1p4');
  expect(before.betweenness).toEqual({ kind: 'exact' });
  asked.service.edit(tie('g1p4', 'g2p4'));
  const heard = asked.whileWorking('g1p4');
  const rebuilt = anew(asked.service.network, 'g1p4');
  const pairs = rebuilt.measures!.betweenness!;
  expect(pairs).toBeGreaterThan(before.measures!.betweenness! + 10);

  const meanwhile = heard.filter(({ betweenness }) => betweenness.kind === 'before');
  expect(meanwhile.length).toBeGreaterThan(0);
  expect(heard.slice(0, meanwhile.length)).toEqual(meanwhile);
  for (const { measures, betweenness } of heard) {
    expect(measures).toMatchObject({
      degree: rebuilt.measures!.degree,
      constraint: rebuilt.measures!.constraint,
      effectiveSize: rebuilt.measures!.effectiveSize,
      efficiency: rebuilt.measures!.efficiency,
      cutPerson: rebuilt.measures!.cutPerson,
    });
    if (betweenness.kind === 'before') {
      expect(measures).toMatchObject({ betweenness: before.measures!.betweenness, exact: false });
      // Nearer to what it will be than what it was.
      const off = Math.abs(betweenness.preview! - pairs);
      expect(off).toBeLessThan(Math.abs(before.measures!.betweenness! - pairs));
    } else {
      expect(betweenness).toEqual({ kind: 'exact' });
      expect(measures).toMatchObject({ betweenness: pairs, exact: true });
    }
  }
  expect(heard.at(-1)).toEqual(rebuilt);
});

test('a newcomer has a preview before they are counted, and nothing that stands for unknown', () => {
  const asked = new AskedOfPeople(plantedNetwork(3, 12)).settled();
  asked.service.edit(
    ['contacts', 'new', { id: 'new', name: { full: 'new' }, createdAt }],
    tie('g0p3', 'new'),
    tie('g1p3', 'new'),
  );
  const [first] = asked.whileWorking('new');
  expect(first!.measures).toMatchObject({ betweenness: null, betweennessNormalized: null, degree: 2 });
  expect(first!.betweenness).toMatchObject({ kind: 'before', preview: expect.any(Number) });
  expect(first!.betweenness.kind === 'before' && first!.betweenness.preview).toBeGreaterThan(10);
  expect(first!.brokerage).toBeNull();
  expect(asked.person('new').betweenness).toEqual({ kind: 'exact' });
  expect(asked.person('nobody')).toEqual({
    kind: 'person',
    measures: null,
    betweenness: { kind: 'none' },
    brokerage: null,
  });
});

test('where ways go by strengths there is no preview', () => {
  const asked = new AskedOfPeople(plantedNetwork(4, 12), { weighted: true }).settled();
  asked.service.edit(tie('g1p4', 'g2p4'));
  const [first] = asked.whileWorking('g1p4');
  expect(first!.betweenness).toEqual({ kind: 'before', preview: null });
});

test('another way of looking is never answered with what was found by the one before', () => {
  const asked = new AskedOfPeople(plantedNetwork(4, 12)).settled();
  asked.service.tell({
    type: 'view',
    view: { asOf: '2026-03-01', guessedFrom: 0.5, layout: false, weighted: true },
  });
  const heard = asked.whileWorking('g0p0');
  expect(heard.map(({ betweenness }) => betweenness.kind)).toContain('counting');
  for (const { betweenness, measures } of heard) {
    if (betweenness.kind === 'counting') expect(measures!.betweenness).toBeNull();
    else expect(betweenness.kind).toBe('exact');
  }
});

test('nothing is said of anybody before the ties that count are those of the new way of looking', () => {
  const network = plantedNetwork(4, 12);
  const guess = { id: 'guess', a: 'g0p3', b: 'g1p5', state: 'inferred', confidence: 0.3, createdAt };
  network.load('ties', 'guess', guess);
  const asked = new AskedOfPeople(network).settled();
  const { degree } = asked.person('g0p3').measures!;
  const view = { asOf: '2026-03-01', guessedFrom: 0.25, layout: false };
  asked.service.tell({ type: 'view', view });
  const heard = asked.whileWorking('g0p3');
  expect(new Set(heard.map(({ measures }) => measures!.degree))).toEqual(new Set([degree + 1]));
});

test('estimates stand in only where nothing was counted yet, with how far they may be off', () => {
  const held = new Held({ asOf: '2026-03-01', guessedFrom: 0.5, layout: false }, new BetweennessTeam());
  const touched = untouched();
  // 900 people in a ring who know somebody far away besides, each with four or five who know nobody else.
  const ring = 900;
  const tied = (a: number, b: number) =>
    held.state.load('ties', { id: `t${a}-${b}`, a: `p${a}`, b: `p${b}`, state: 'known' }, touched);
  for (let number = 0; number < 5_100; number++) {
    held.state.load('contacts', { id: `p${number}` }, touched);
    tied(number, number < ring ? (number + 1) % ring : number % ring);
    if (number < ring) tied(number, (number * 7 + 300) % ring);
  }
  /** What is answered with each piece of the work, and what is told unasked. */
  const work = () => {
    const kinds = new Set<string>();
    const told: boolean[] = [];
    finish(held.people.follow(touched, held.view));
    touched.people.clear();
    const { ids } = held.people;
    const counting = held.standings.update(held, held.clusters.grouping(ids), ({ exact }) =>
      told.push(exact),
    );
    do kinds.add(finish(personAnswer(held, 'p35')).betweenness.kind);
    while (counting.next().done !== true);
    kinds.add(finish(personAnswer(held, 'p35')).betweenness.kind);
    return { kinds: [...kinds], told };
  };
  expect(work()).toEqual({ kinds: ['counting', 'sampled', 'exact'], told: [false, true] });
  tied(1, 660);
  expect(work()).toEqual({ kinds: ['before', 'exact'], told: [true] });
});

test('roles are those between clusters, and a person in none has none', () => {
  const asked = new AskedOfPeople(plantedNetwork(4, 12, 1)).settled();
  const { brokerage, measures } = asked.person('g0p0');
  const roles = new Map(brokerage!.roles.map(({ role, pairs }) => [role, pairs]));
  const inside = measures!.degree - 3;
  // The three whom g0p0 alone knows elsewhere do not know each other, nor anybody in the group.
  expect(roles.get('liaison')).toBe(3);
  expect(roles.get('gatekeeper')! + roles.get('representative')!).toBe(3 * inside);
  expect(roles.has('itinerant')).toBe(false);
  const own = asked.person('g2p5').brokerage!.roles.map(({ role }) => role);
  expect(own.filter((role) => role !== 'coordinator')).toEqual([]);
  expect(asked.person('alone0').brokerage).toBeNull();
});
