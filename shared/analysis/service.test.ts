import { describe, expect, test } from 'vitest';
import { Network } from '../model/network';
import { FromAnalysis } from './service-messages';
import { type Edited, interaction, ofType, plantedNetwork, ServiceOnTheBench } from './service.testing';

const moment = '2026-01-01T00:00:00Z';
const loaded = (network: Network) => {
  const service = new ServiceOnTheBench(network);
  service.load();
  service.settle();
  return service;
};
const clusterOf = (answers: readonly FromAnalysis[]) =>
  new Map(
    ofType(answers, 'clusters').flatMap(({ members }) =>
      members.map(({ contact, cluster }) => [contact, cluster]),
    ),
  );

describe('the analysis service, once a network is loaded', () => {
  const service = loaded(plantedNetwork(5, 14, 4));

  test('answers warmth, strengths, clusters, places and connectors, and says when it is done', () => {
    for (const answer of service.answers) expect(FromAnalysis.safeParse(answer).success).toBe(true);
    expect(service.all('warmth').flatMap(({ warmth }) => warmth)).toHaveLength(74);
    expect(service.all('strengths').flatMap(({ strengths }) => strengths)).toHaveLength(
      service.network.count('ties'),
    );
    expect(service.answers.at(-1)).toEqual({ type: 'settled', revision: 0 });
    expect(service.all('failed')).toEqual([]);
  });

  test('finds the groups, proposes their names, and gives each a tint of its own', () => {
    const [{ clusters, regrouped }] = service.all('clusters') as [
      ReturnType<typeof service.all<'clusters'>>[0],
    ];
    expect(regrouped).toBe(true);
    expect(clusters.map(({ name }) => name).sort()).toEqual([0, 1, 2, 3, 4].map((group) => `Works ${group}`));
    expect(new Set(clusters.map(({ tint }) => tint)).size).toBe(5);
    const of = clusterOf(service.answers);
    for (let group = 0; group < 5; group++) {
      for (let i = 2; i < 14; i++) expect(of.get(`g${group}p${i}`)).toBe(of.get(`g${group}p2`));
    }
    expect(of.get('alone0') ?? null).toBeNull();
  });

  test('says who connects, and why', () => {
    const [first] = service.all('connectors').at(-1)!.connectors;
    expect(first).toMatchObject({ contact: 'g0p0', ring: true });
    expect(first!.reaches).toHaveLength(4);
    expect(first!.alone).toHaveLength(4);
    expect(service.all('connectors').at(-1)!.exact).toBe(true);
  });

  test('gives everyone a place', () => {
    const places = service.all('layout').flatMap((layout) => layout.places);
    expect(new Set(places.map(({ contact }) => contact)).size).toBe(74);
    expect(service.all('layout').map(({ kind }) => kind)).toEqual(['newcomers']);
  });
});

describe('an edit', () => {
  test('of what happened changes that person’s warmth at once, and nothing else', () => {
    const service = loaded(plantedNetwork(4, 12));
    service.answers.length = 0;
    service.edit(interaction('i1', '2026-02-20', 'g1p3'));
    expect(service.answers).toMatchObject([
      {
        type: 'warmth',
        revision: 1,
        warmth: [{ contact: 'g1p3', last: '2026-02-20', state: 'warm', days: 1 }],
      },
    ]);
    expect(service.settle()).toEqual([{ type: 'settled', revision: 1 }]);
  });

  test('in several messages counts as a whole, also where a part of it was answered before the rest came', () => {
    const service = loaded(plantedNetwork(2, 8));
    const part = (id: string, day: string, contact: string, more: boolean) => {
      const after = { id, day, channel: 'call', with: [contact] };
      const patches = [{ table: 'interactions', id, before: null, after }];
      service.tell({ type: 'changes', seq: 1, patches, more });
    };
    service.tell({ type: 'view', view: { asOf: '2026-03-01', guessedFrom: 0.5, layout: true } });
    part('i1', '2026-01-10', 'g1p3', true);
    service.turn();
    part('i2', '2026-02-20', 'g1p3', true);
    service.turn();
    part('i3', '2026-02-21', 'g0p1', false);
    service.settle();
    const told = service.all('warmth').flatMap(({ warmth }) => warmth);
    expect(told.findLast(({ contact }) => contact === 'g1p3')).toMatchObject({ days: 2, last: '2026-02-20' });
  });

  test('of a part of an interaction counts as the whole of it; taken back, it is as before', () => {
    const service = loaded(plantedNetwork(2, 8));
    const [table, id, entity] = interaction('i1', '2026-02-20', 'g1p3');
    service.edit([table, id, entity]);
    service.edit([table, id, { ...entity, day: '2026-01-20' }]);
    const last = () => service.all('warmth').at(-1)!.warmth;
    expect(last()).toMatchObject([{ contact: 'g1p3', last: '2026-01-20' }]);
    service.edit([table, id, { ...entity, day: '2026-01-20', planned: true }]);
    expect(last()).toMatchObject([{ contact: 'g1p3', state: 'unknown' }]);
    service.edit([table, id, { ...entity, with: ['g0p1', 'g0p2'] }]);
    expect(
      last()
        .map(({ contact }) => contact)
        .sort(),
    ).toEqual(['g0p1', 'g0p2']);
    service.edit([table, id, null]);
    expect(last().every(({ state }) => state === 'unknown')).toBe(true);
  });

  test('by one tie changes the strengths at once and the clusters only where it concerns them', () => {
    const service = loaded(plantedNetwork(5, 14));
    const places = new Map(
      service.all('layout').flatMap((layout) => layout.places.map((p) => [p.contact, p])),
    );
    service.answers.length = 0;
    service.edit([
      'ties',
      't1',
      { id: 't1', a: 'g1p4', b: 'g2p4', state: 'known', closeness: 3, createdAt: moment },
    ]);
    expect(service.answers).toMatchObject([
      { type: 'strengths', strengths: [{ tie: 't1', strength: 3, counts: true }] },
    ]);
    const answers = service.settle();
    expect(ofType(answers, 'clusters').flatMap(({ members }) => members).length).toBeLessThanOrEqual(1);
    expect(ofType(answers, 'layout')).toEqual([]);
    expect(ofType(answers, 'connectors')).toHaveLength(1);
    expect(places.size).toBe(70);
  });

  test('that brings a newcomer gives that one a place and a cluster, and moves nobody', () => {
    const service = loaded(plantedNetwork(4, 14));
    service.edit(
      ['contacts', 'new', { id: 'new', name: { full: 'new' }, createdAt: moment }],
      ['ties', 't1', { id: 't1', a: 'g2p3', b: 'new', state: 'known', createdAt: moment }],
      ['ties', 't2', { id: 't2', a: 'g2p4', b: 'new', state: 'known', createdAt: moment }],
    );
    const answers = service.settle();
    expect(ofType(answers, 'layout').flatMap(({ places }) => places.map(({ contact }) => contact))).toEqual([
      'new',
    ]);
    const members = ofType(answers, 'clusters').flatMap((one) => one.members);
    expect(members).toEqual([{ contact: 'new', cluster: clusterOf(service.answers).get('g2p3') }]);
  });

  test('that overtakes work in progress leaves only its own results', () => {
    const service = new ServiceOnTheBench(plantedNetwork(4, 14));
    service.load();
    for (let i = 0; i < 2; i++) service.turn();
    service.edit(['ties', 't1', { id: 't1', a: 'g1p4', b: 'g2p4', state: 'known', createdAt: moment }]);
    const answers = service.settle();
    expect(ofType(answers, 'connectors').map(({ revision }) => revision)).toEqual([1]);
    expect(answers.at(-1)).toEqual({ type: 'settled', revision: 1 });
  });

  test('from what the service itself found, kept by the network, starts nothing anew', () => {
    const service = loaded(plantedNetwork(3, 10));
    const of = clusterOf(service.answers);
    const { clusters } = service.all('clusters')[0]!;
    service.answers.length = 0;
    service.edit(...clusters.map(({ id, tint }): Edited => ['clusters', id, { id, name: id, tint }]));
    service.edit(
      ...[...of].map(([id, cluster]): Edited => [
        'positions',
        id,
        { id, x: 1, y: 1, cluster: cluster ?? undefined },
      ]),
    );
    expect(service.settle().map(({ type }) => type)).toEqual(['settled']);
  });

  test('to a kept partition is a small one: loaded again, everyone is in the cluster they were in', () => {
    const network = plantedNetwork(5, 14);
    const first = loaded(network);
    const of = clusterOf(first.answers);
    for (const { id, tint } of first.all('clusters')[0]!.clusters)
      network.load('clusters', id, { id, name: id, tint });
    for (const { contact, x, y } of first.all('layout')[0]!.places) {
      network.load('positions', contact, { id: contact, x, y, cluster: of.get(contact) ?? undefined });
    }
    const again = loaded(network);
    expect(again.all('clusters').every(({ regrouped }) => !regrouped)).toBe(true);
    for (const { contact, cluster } of again.all('clusters')[0]!.members)
      expect(cluster).toBe(of.get(contact));
    expect(
      again
        .all('clusters')[0]!
        .clusters.map(({ id }) => id)
        .sort(),
    ).toEqual(
      first
        .all('clusters')[0]!
        .clusters.map(({ id }) => id)
        .sort(),
    );
    expect(again.all('layout')).toEqual([]);
  });
});

describe('who counts', () => {
  test('me is in no measure, but has a place in the middle; neither has an archived person', () => {
    const network = plantedNetwork(4, 12);
    network.load('contacts', 'me', { id: 'me', name: { full: '' }, createdAt: moment });
    network.load('settings', 'settings', { id: 'settings', me: 'me' });
    network.load('contacts', 'gone', {
      id: 'gone',
      name: { full: 'gone' },
      archived: true,
      createdAt: moment,
    });
    for (let i = 0; i < 12; i++) {
      for (const group of [0, 1, 2, 3]) {
        const id = `m${group}-${i}`;
        network.load('ties', id, { id, a: `g${group}p${i}`, b: 'me', state: 'known', createdAt: moment });
      }
    }
    const service = loaded(network);
    expect(service.all('warmth').flatMap(({ warmth }) => warmth.map(({ contact }) => contact))).not.toContain(
      'me',
    );
    expect(
      service
        .all('connectors')
        .at(-1)!
        .connectors.map(({ contact }) => contact),
    ).not.toContain('me');
    expect(clusterOf(service.answers).has('me')).toBe(false);
    const placed = service.all('layout').flatMap(({ places }) => places.map(({ contact }) => contact));
    expect(placed).toContain('me');
    expect(placed).not.toContain('gone');
  });

  test('a person left out of measures is drawn, and nothing is said of them', () => {
    const network = plantedNetwork(3, 12);
    const contact = { ...network.get('contacts', 'g0p0')!, noMeasures: true };
    network.load('contacts', 'g0p0', contact);
    network.load(...interaction('i', '2026-02-20', 'g0p0'));
    const service = loaded(network);
    const warmth = service.all('warmth').flatMap((answer) => answer.warmth);
    expect(warmth.find((one) => one.contact === 'g0p0')).toMatchObject({ state: 'unknown', step: 0 });
    expect(
      service
        .all('connectors')
        .at(-1)!
        .connectors.map((one) => one.contact),
    ).not.toContain('g0p0');
    expect(service.all('layout')[0]!.places.map((place) => place.contact)).toContain('g0p0');
  });

  test('an imported star is grouped by what people share', () => {
    const network = new Network();
    for (let i = 0; i < 90; i++) {
      const organisations = i < 60 ? [{ name: `Company ${i % 6}` }] : [];
      network.load('contacts', `p${i}`, {
        id: `p${i}`,
        name: { full: 'x' },
        organisations,
        createdAt: moment,
      });
    }
    const { clusters } = loaded(network).all('clusters')[0]!;
    expect(clusters).toHaveLength(6);
    expect(clusters.every(({ basis, people }) => basis === 'trait' && people === 10)).toBe(true);
    expect(clusters.map(({ name }) => name)).toContain('Company 3');
  });
});

test('two windows that find the same groups at the same time call them the same', () => {
  const ids = () =>
    loaded(plantedNetwork(4, 12))
      .all('clusters')[0]!
      .clusters.map(({ id }) => id);
  expect(ids()).toEqual(ids());
});

describe('the view', () => {
  test('as of an earlier day what came later is not there', () => {
    const network = plantedNetwork(2, 8);
    network.load(...interaction('i', '2026-02-20', 'g0p2'));
    const service = loaded(network);
    service.tell({ type: 'view', view: { asOf: '2026-01-31', guessedFrom: 0.5, layout: true } });
    const answers = service.settle();
    expect(ofType(answers, 'warmth')).toMatchObject([
      { asOf: '2026-01-31', warmth: [{ contact: 'g0p2', state: 'unknown' }] },
    ]);
  });

  test('guesses count from the confidence asked for', () => {
    const network = plantedNetwork(2, 8);
    network.load('ties', 'guess', {
      id: 'guess',
      a: 'g0p3',
      b: 'g1p5',
      state: 'inferred',
      confidence: 0.3,
      createdAt: moment,
    });
    const service = loaded(network);
    const counts = () =>
      service
        .all('strengths')
        .flatMap(({ strengths }) => strengths)
        .filter(({ tie }) => tie === 'guess')
        .at(-1)?.counts;
    expect(counts()).toBe(false);
    service.tell({ type: 'view', view: { asOf: '2026-03-01', guessedFrom: 0.25, layout: true } });
    service.settle();
    expect(counts()).toBe(true);
  });
});

describe('tidying up', () => {
  test('answers everyone but the pinned; a cancelled one never answers', () => {
    const network = plantedNetwork(3, 10);
    for (const [i, contact] of [...network.all('contacts')].entries()) {
      network.load('positions', contact.id, {
        id: contact.id,
        x: (i % 6) * 60,
        y: Math.floor(i / 6) * 60,
        pinned: i === 0 || undefined,
      });
    }
    const service = loaded(network);
    service.tell({ type: 'tidy', request: 'one' });
    const [answer] = ofType(service.settle(), 'layout');
    expect(answer).toMatchObject({ kind: 'tidy', request: 'one' });
    expect(answer!.places).toHaveLength(29);
    expect(answer!.more).toBe(false);
    service.tell({ type: 'tidy', request: 'two' });
    service.turn();
    service.tell({ type: 'cancelTidy', request: 'two' });
    expect(ofType(service.settle(), 'layout').filter(({ request }) => request === 'two')).toEqual([]);
  });
});

test('places of many come in several messages, and the last says that it is', () => {
  const service = loaded(plantedNetwork(2, 510));
  const told = service.all('layout');
  expect(told.map(({ places, more }) => [places.length, more])).toEqual([
    [1_000, true],
    [20, false],
  ]);
});

describe('trouble', () => {
  test('a message that is none, and a patch that does not fit, are said and do no harm', () => {
    const service = loaded(plantedNetwork(2, 8));
    service.tell({ type: 'drop everything' });
    service.tell({ type: 'load', table: 'confidential', rows: [] });
    service.tell({
      type: 'changes',
      seq: 9,
      patches: [{ table: 'ties', id: 'nobody', before: { a: 'x' }, after: { a: 'y' } }],
    });
    expect(service.all('failed')).toHaveLength(3);
    service.edit(interaction('i1', '2026-02-20', 'g1p3'));
    expect(service.all('warmth').at(-1)!.warmth[0]!.contact).toBe('g1p3');
  });

  test('a large network never keeps the thread for long: messages are heard in between', () => {
    const service = new ServiceOnTheBench(plantedNetwork(12, 30));
    service.load();
    service.settle();
    expect(service.looks.length).toBeGreaterThan(20);
    // Eight milliseconds, each piece of work a millisecond or, with a look at the progress, two.
    expect(Math.max(...service.looks)).toBeLessThanOrEqual(11);
  });
});
