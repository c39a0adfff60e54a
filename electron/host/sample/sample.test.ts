/** The sample is what its generator writes, fits the model, and holds what it says is in it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../../../scripts/sample/make';
import { sampleText } from '../../../scripts/sample/write';
import { describePerson, type Person } from '../../../shared/analysis/attributes';
import { betweenness } from '../../../shared/analysis/betweenness';
import { finish } from '../../../shared/analysis/chunked';
import { diversityReport } from '../../../shared/analysis/diversity-report';
import { buildGraph } from '../../../shared/analysis/graph';
import { bestOf, leidenOfSeeds } from '../../../shared/analysis/leiden';
import { adjustedRand } from '../../../shared/analysis/modularity';
import { clusterCare, recentDays } from '../../../shared/analysis/neglect';
import { contactDays, warmthOf } from '../../../shared/analysis/warmth';
import { dayNumber, daysBetween } from '../../../shared/time';
import { Network } from '../../../shared/model/network';
import { loadSampleText, samplePatches } from './sample';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const today = '2026-05-04';

function sampleNetwork(): Network {
  const network = new Network();
  network.apply(samplePatches(file('network.json'), today));
  return network;
}

describe('the sample', () => {
  const { sample, truth } = makeSample();
  const network = sampleNetwork();
  const people = [...network.all('contacts')];

  it('is the text that its generator writes', async () => {
    expect(sampleText(sample)).toBe(file('network.json'));
    expect(JSON.parse(file('truth.json'))).toEqual(truth);
    expect(await loadSampleText()).toBe(file('network.json'));
  });

  it('has about 240 people in 9 groups with ties, interactions, promises and introductions', () => {
    expect(people.length).toBe(240);
    expect(new Set(Object.values(truth.groups)).size).toBe(9);
    expect(network.count('ties')).toBeGreaterThan(700);
    expect(network.count('interactions')).toBeGreaterThan(2_000);
    expect(network.count('commitments')).toBeGreaterThan(20);
    expect(network.count('introductions')).toBe(9);
    expect([...network.all('ties')].some(({ state }) => state === 'inferred')).toBe(true);
  });

  it('ends on the day it is loaded and reaches back three years', () => {
    const days = [...network.all('interactions')].map(({ day }) => day).sort();
    expect(daysBetween(days.at(-1)!, today)).toBeGreaterThanOrEqual(0);
    expect(daysBetween(days.at(-1)!, today)).toBeLessThan(7);
    expect(daysBetween(days[0]!, today)).toBeGreaterThan(2.5 * 365);
  });

  it('neglects one group and lacks one industry', () => {
    const there = people.filter(({ id }) => truth.groups[id] === truth.neglectedGroup);
    expect(there.length).toBeGreaterThan(20);
    for (const { id } of there) {
      const { last } = network.index.summary(id);
      if (last !== undefined) expect(daysBetween(last, today)).toBeGreaterThan(180);
    }
    expect(people.some(({ industry }) => industry === truth.missingIndustry)).toBe(false);
    expect([...network.all('diversityTargets')].map(({ value }) => value)).toContain(truth.missingIndustry);
  });

  it('is found by the analysis: both connectors among the first three, groups with adjusted Rand of 0.8 or more', () => {
    const ids = people.map(({ id }) => id);
    const at = new Map(ids.map((id, index) => [id, index]));
    const ties = [...network.all('ties')];
    const graph = buildGraph(ids.length, {
      a: ties.map(({ a }) => at.get(a)!),
      b: ties.map(({ b }) => at.get(b)!),
      confidence: ties.map(({ confidence }) => confidence ?? 1),
    });
    const { pairs } = finish(betweenness(graph));
    const first = ids
      .map((id, index) => ({ id, pairs: pairs[index]! }))
      .sort((one, other) => other.pairs - one.pairs)
      .slice(0, 3);
    expect(first.map(({ id }) => id)).toEqual(expect.arrayContaining(truth.connectors));
    const groupNames = [...new Set(Object.values(truth.groups))];
    const { groups } = bestOf(finish(leidenOfSeeds(graph, 5)));
    expect(
      adjustedRand(
        groups,
        ids.map((id) => groupNames.indexOf(truth.groups[id]!)),
      ),
    ).toBeGreaterThanOrEqual(0.8);
  });

  it('is found by the analysis: the missing industry, who could lead there, and the neglected group alone', () => {
    const ids = people.map(({ id }) => id);
    const at = new Map(ids.map((id, index) => [id, index]));
    const ties = [...network.all('ties')].filter(({ state }) => state === 'known');
    const graph = buildGraph(ids.length, {
      a: ties.map(({ a }) => at.get(a)!),
      b: ties.map(({ b }) => at.get(b)!),
    });
    const asOf = dayNumber(today);
    const days = ids.map((id) =>
      contactDays(
        [...network.all('interactions')]
          .filter((interaction) => interaction.with.includes(id))
          .map(({ day }) => ({ day: dayNumber(day), weight: 1 })),
      ),
    );
    const warmth = days.map((own) => warmthOf(own, undefined, asOf));
    const recent = days.map((own) => recentDays(own.days, asOf));
    const facts = [...network.all('facts')].filter(({ kind }) => kind === 'job');
    const persons = people.map((contact): Person => {
      const jobs = facts.filter((fact) => fact.contact === contact.id);
      return describePerson(
        contact.id,
        {
          ...contact,
          cluster: truth.groups[contact.id],
          jobs: jobs.map((fact) => ({ ...fact, name: fact.organisation ?? '' })),
          places: [],
        },
        today,
      );
    });

    const report = finish(
      diversityReport({
        ...{ people: persons, graph, recent, part: null, tagGroups: [], wishes: [] },
        warmth: warmth.map(({ state, shown }) => (state === 'unknown' ? null : shown)),
        targets: [...network.all('diversityTargets')],
        mixing: { permutations: 200 },
      }),
    );
    const gaps = report.attributes.flatMap(({ gaps: found }) => (found.kind === 'tooFew' ? [] : found.list));
    expect(gaps.map(({ value, people: there }) => [value, there])).toEqual([[truth.missingIndustry, 0]]);
    const leads = gaps[0]!.lead.map(({ person }) => ids[person]);
    expect([...leads].sort()).toEqual([...truth.couldLead].sort());

    const groupNames = [...new Set(Object.values(truth.groups))];
    const care = clusterCare({
      ...{ ids, graph, recent },
      clusters: ids.map((id) => groupNames.indexOf(truth.groups[id]!)),
      clusterCount: groupNames.length,
      state: warmth.map(({ state }) => state),
      order: warmth.map(({ order }) => order),
    });
    const neglected = care.filter(({ attention }) => attention.kind === 'counted' && attention.neglected);
    expect(neglected.map(({ cluster }) => groupNames[cluster])).toEqual([truth.neglectedGroup]);
    expect(neglected[0]!.cooling.length).toBeGreaterThan(10);
    expect(neglected[0]!.bridges.map(({ person }) => ids[person])[0]).toBe(truth.connectors[0]);
  });
});
