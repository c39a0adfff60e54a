import { expect, test } from 'vitest';
import type { JsonObject } from '../json';
import type { Network } from '../model/network';
import type { Answer, AnswerTo, Question } from './questions';
import { type Random, seededRandom } from './random';
import type { AnalysisView } from './service-messages';
import { type Edited, plantedNetwork, ServiceOnTheBench } from './service.testing';

const createdAt = '2026-01-01T00:00:00Z';
/** Clusters are those that the network says: what is found anew is another matter (keep-clusters.test.ts). */
const plain: AnalysisView = { asOf: '2026-03-01', guessedFrom: 0.5, layout: false, replay: true };

/** Everything that can be answered of the people who count and their ties, and is exact. */
function exactOf(service: ServiceOnTheBench): Answered {
  const ask = <K extends Question['kind']>(question: Extract<Question, { kind: K }>): AnswerTo<K> => {
    service.tell({ type: 'ask', request: 'one', question });
    while (service.all('answer').length === 0 && service.turn());
    const answer = service.all('answer')[0]?.answer;
    service.answers.length = 0;
    if (answer === undefined || !isOf(answer, question.kind)) throw new Error(`no ${question.kind}`);
    return answer;
  };
  service.settle();
  service.answers.length = 0;
  const { list } = ask<'connectors'>({ kind: 'connectors', most: 1_000 });
  const { list: ties } = ask<'ties'>({ kind: 'ties' });
  return {
    summary: ask<'summary'>({ kind: 'summary' }),
    people: new Map(list.map((measures) => [measures.contact, measures])),
    alone: new Map(list.map(({ contact }) => [contact, ask<'person'>({ kind: 'person', contact })])),
    ties: new Map(ties.map(({ a, b, ...tie }) => [[a, b].sort().join(' '), tie])),
  };
}
interface Answered {
  readonly summary: AnswerTo<'summary'>;
  readonly people: ReadonlyMap<string, object>;
  readonly alone: ReadonlyMap<string, AnswerTo<'person'>>;
  readonly ties: ReadonlyMap<string, object>;
}

function isOf<K extends Question['kind']>(answer: Answer, kind: K): answer is AnswerTo<K> {
  return answer.kind === kind;
}

/** Where two answers differ, numbers by more than the order of a sum can make them. */
function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (typeof one === 'number' && typeof other === 'number') {
    const near = Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
    return near ? undefined : `${path}: ${one} and ${other}`;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? undefined : `${path}: ${String(one)} and ${String(other)}`;
  }
  const [these, those] = [entriesOf(one), entriesOf(other)];
  if (these.size !== those.size) return `${path}: ${these.size} and ${those.size} entries`;
  for (const [key, value] of these) {
    const found = those.has(key)
      ? difference(value, those.get(key), `${path} ${key}`)
      : `${path} ${key}: none`;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lists by what their elements are of: equals come in any order. */
function entriesOf(value: object): ReadonlyMap<string, unknown> {
  if (value instanceof Map) return value;
  if (!Array.isArray(value)) return new Map<string, unknown>(Object.entries(value));
  return new Map(value.map((element: unknown) => [ofWhat(element), element]));
}

function ofWhat(element: unknown): string {
  if (typeof element !== 'object' || element === null) return String(element);
  const own = new Map<string, unknown>(Object.entries(element));
  return ['cluster', 'role', 'kind'].map((name) => String(own.get(name))).join(' ');
}

class Live {
  readonly network: Network;
  readonly service: ServiceOnTheBench;
  view = plain;

  constructor(network: Network) {
    this.network = network;
    this.service = new ServiceOnTheBench(network, plain);
    this.service.load();
    this.service.settle();
  }

  look(view: Partial<AnalysisView>): void {
    this.view = { ...this.view, ...view };
    this.service.tell({ type: 'view', view: this.view });
  }

  rebuilt(): ServiceOnTheBench {
    const service = new ServiceOnTheBench(this.network, this.view);
    service.load();
    return service;
  }
}

function randomEdit(network: Network, random: Random, number: number): Edited[] {
  const contacts = [...network.all('contacts')].filter(({ id }) => id !== 'me');
  const own = [...network.all('ties')];
  const some = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const changed = (entity: object, fields: JsonObject): JsonObject => ({
    ...entity,
    ...fields,
  });
  switch (random.below(11)) {
    case 0: {
      const id = `new${number}`;
      const a = some(contacts).id;
      const [first, second] = [a, id].sort();
      return [
        ['contacts', id, { id, name: { full: id }, createdAt }],
        ['ties', `t${number}`, { id: `t${number}`, a: first!, b: second!, state: 'known', createdAt }],
      ];
    }
    case 1: {
      const { id } = some(contacts);
      const gone = own.filter(({ a, b }) => a === id || b === id);
      const place: Edited[] = network.has('positions', id) ? [['positions', id, null]] : [];
      return [...gone.map((tie): Edited => ['ties', tie.id, null]), ...place, ['contacts', id, null]];
    }
    case 2: {
      const contact = some(contacts);
      return [['contacts', contact.id, changed(contact, { archived: contact.archived !== true })]];
    }
    case 3: {
      const contact = some(contacts);
      return [['contacts', contact.id, changed(contact, { noMeasures: contact.noMeasures !== true })]];
    }
    case 4:
      return [['ties', some(own).id, null]];
    case 5: {
      const tie = some(own);
      return [['ties', tie.id, changed(tie, { closeness: 1 + random.below(5) })]];
    }
    case 6: {
      const tie = some(own);
      const fields = { state: tie.state === 'known' ? 'inferred' : 'known', confidence: random.next() };
      return [['ties', tie.id, changed(tie, fields)]];
    }
    case 7: {
      const { id } = some(contacts);
      return [['positions', id, { id, x: 1, y: 1, cluster: `c${random.below(4)}` }]];
    }
    default: {
      const [a, b] = [some(contacts).id, random.below(6) === 0 ? 'me' : some(contacts).id].sort();
      if (a === undefined || b === undefined || a === b || network.index.tieBetween(a, b) !== undefined) {
        return [];
      }
      const id = `t${number}`;
      const since = random.below(3) === 0 ? '2026-02' : undefined;
      return [['ties', id, { id, a, b, state: 'known', closeness: 1 + random.below(5), since, createdAt }]];
    }
  }
}

/** Me or not, guesses or not, by strengths or not, on an earlier day, only some people. */
function randomLook(live: Live, random: Random): void {
  const { view, network } = live;
  switch (random.below(5)) {
    case 0:
      live.look({ withMe: view.withMe !== true });
      break;
    case 1:
      live.look({ guessedFrom: [0, 0.5, 2][random.below(3)]! });
      break;
    case 2:
      live.look({ weighted: view.weighted !== true });
      break;
    case 3:
      live.look({ asOf: view.asOf === plain.asOf ? '2026-01-15' : plain.asOf });
      break;
    default: {
      const some = [...network.all('contacts')].map(({ id }) => id).filter(() => random.below(4) > 0);
      live.look({ among: view.among === undefined ? some : undefined });
    }
  }
}

function start(): Live {
  const network = plantedNetwork(4, 8, 3);
  network.load('contacts', 'me', { id: 'me', name: { full: '' }, createdAt });
  network.load('settings', 'settings', { id: 'settings', me: 'me' });
  for (let cluster = 0; cluster < 4; cluster++) {
    network.load('clusters', `c${cluster}`, { id: `c${cluster}`, name: `c${cluster}`, tint: cluster + 1 });
    for (let person = 0; person < 8; person++) {
      const id = `g${cluster}p${person}`;
      network.load('positions', id, { id, x: 1, y: 1, cluster: `c${cluster}` });
    }
  }
  return new Live(network);
}

test('after each of 500 random edits every exact measure is that of the network read anew', () => {
  const live = start();
  const random = seededRandom(11);
  const seen = { people: new Set<number>(), bridges: 0, cut: 0, roles: 0 };
  for (let number = 0; number < 500; number++) {
    if (number % 25 === 24) randomLook(live, random);
    live.service.edit(...randomEdit(live.network, random, number));
    const found = exactOf(live.service);
    expect(difference(found, exactOf(live.rebuilt())), `edit ${number}`).toBeUndefined();
    seen.people.add(found.people.size);
    for (const tie of found.ties.values()) if ('bridge' in tie && tie.bridge === true) seen.bridges++;
    for (const { measures, brokerage, betweenness } of found.alone.values()) {
      expect(betweenness).toEqual({ kind: 'exact' });
      expect(found.people.get(measures!.contact)).toMatchObject({ betweenness: measures!.betweenness });
      if (measures!.cutPerson) seen.cut++;
      if ((brokerage?.roles.length ?? 0) > 1) seen.roles++;
    }
  }
  // The edits have led somewhere.
  expect(seen.people.size).toBeGreaterThan(10);
  expect(Math.min(seen.bridges, seen.cut, seen.roles)).toBeGreaterThan(500);
});

test('only some people count: everything is as without the others', () => {
  const { network } = start();
  const among = [...network.all('contacts')].map(({ id }) => id).filter((id) => !/p[25]$/u.test(id));
  const service = new ServiceOnTheBench(network, { ...plain, among });
  service.load();
  const found = exactOf(service);
  expect(found.people.size).toBe(27);
  const others = [...network.all('contacts')].filter(({ id }) => !among.includes(id));
  const live = new Live(network);
  live.service.edit(...others.map((one): Edited => ['contacts', one.id, { ...one, noMeasures: true }]));
  expect(difference(found, exactOf(live.service))).toBeUndefined();
});
