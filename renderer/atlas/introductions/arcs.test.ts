import { describe, expect, it } from 'vitest';
import { Introduction } from '../../../shared/model/entities/introduction';
import { arcsOf, introductionsUnderWay, mostArcs, stageOn } from './arcs';

const made = (id: string, steps: Readonly<Record<string, string>>): Introduction =>
  Introduction.parse({
    id,
    a: `${id}-a`,
    b: `${id}-b`,
    stage: Object.values(steps).at(-1),
    history: Object.entries(steps).map(([day, stage]) => ({ day, stage })),
  });

const idea = made('idea', { '2026-05-01': 'idea' });
const asked = made('asked', { '2026-03-01': 'idea', '2026-04-01': 'asked' });
const agreed = made('agreed', { '2026-02-01': 'asked', '2026-04-20': 'agreed' });
const introduced = made('introduced', { '2026-04-25': 'introduced' });
const met = made('met', { '2026-01-05': 'asked', '2026-02-01': 'introduced', '2026-04-30': 'met' });
const over = made('over', { '2026-01-01': 'asked', '2026-01-20': 'declined' });
const all = [idea, met, asked, over, introduced, agreed];

describe('introductions on the map', () => {
  it('are those under way, both agreed first and ideas last', () => {
    expect(introductionsUnderWay(all, undefined).map(({ id }) => id)).toEqual([
      'agreed',
      'asked',
      'introduced',
      'idea',
    ]);
  });

  it('are drawn with their stage; without the highlight only where somebody waits', () => {
    expect(arcsOf(all, undefined, true)).toEqual([
      { a: 'agreed-a', b: 'agreed-b', label: 'Both agreed', look: 'under-way' },
      { a: 'asked-a', b: 'asked-b', label: 'Asked', look: 'under-way' },
      { a: 'introduced-a', b: 'introduced-b', label: 'Introduced', look: 'under-way' },
      { a: 'idea-a', b: 'idea-b', label: 'Idea', look: 'idea' },
    ]);
    expect(arcsOf(all, undefined, false).map(({ label }) => label)).toEqual(['Both agreed', 'Asked']);
  });

  it('are drawn as they stood on an earlier day', () => {
    expect(stageOn(met, '2026-01-31')).toBe('asked');
    expect(stageOn(idea, '2026-04-30')).toBeUndefined();
    expect(arcsOf(all, '2026-01-10', true).map(({ a, label }) => `${a} ${label ?? ''}`)).toEqual([
      'met-a Asked',
      'over-a Asked',
    ]);
  });

  it('are no more than the map can carry', () => {
    const many = Array.from({ length: mostArcs + 5 }, (_, at) => made(`i${at}`, { '2026-05-01': 'idea' }));
    expect(arcsOf(many, undefined, true)).toHaveLength(mostArcs);
  });
});
