import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { buildGraph } from './graph';
import { Clusters, type MeasuredPeople, type SaidCluster } from './service-clusters';

/** Three cliques of six, each tied to the next by one tie. */
function cliques(traits: (person: number) => readonly string[] = () => []): MeasuredPeople {
  const a: number[] = [];
  const b: number[] = [];
  for (let first = 0; first < 18; first += 6) {
    for (let i = 0; i < 6; i++) {
      for (let j = i + 1; j < 6; j++) {
        a.push(first + i);
        b.push(first + j);
      }
    }
    a.push(first);
    b.push((first + 7) % 18);
  }
  const ids = Array.from({ length: 18 }, (_, i) => `p${String(i).padStart(2, '0')}`);
  return {
    ids,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    graph: buildGraph(18, { a, b }),
    traits: ids.map((_, i) => traits(i)),
  };
}

const nothing = (): undefined => undefined;
const nobody: ReadonlySet<string> = new Set();

describe('clusters by contact', () => {
  test('are told before it is known how far they can be trusted, and then once more with that', () => {
    const people = cliques();
    const clusters = new Clusters();
    const { news } = finish(clusters.update(people, nobody, nothing, {}));
    expect(news?.clusters.map(({ agreement, clarity }) => [agreement, clarity])).toEqual(
      Array(3).fill([null, null]),
    );
    expect(news?.clear).toBe(true);
    expect(clusters.isDue).toBe(true);
    const reviewed = finish(clusters.review(people, nothing, {}));
    expect(reviewed.news?.clusters.map(({ agreement, clarity }) => [agreement, clarity])).toEqual(
      Array(3).fill([1, 'clear']),
    );
    expect(reviewed.news).toMatchObject({ regrouped: false, members: [] });
    expect(clusters.isDue).toBe(false);
  });

  test('are tried again only once a share of the ties was edited', () => {
    const people = cliques();
    const clusters = new Clusters();
    finish(clusters.update(people, nobody, nothing, {}));
    finish(clusters.review(people, nothing, {}));
    // The same ties: a tag was edited.
    finish(clusters.update(people, nobody, nothing, {}));
    expect(clusters.isDue).toBe(false);
    // Of 48 ties one is more than a share of five thousandths.
    finish(clusters.update(cliques(), new Set(['p00', 'p08']), nothing, {}));
    expect(clusters.isDue).toBe(true);
  });

  test('take a new name from new traits without a look at the ties', () => {
    const plain = cliques();
    const clusters = new Clusters();
    finish(clusters.update(plain, nobody, nothing, {}));
    const tagged = { ...plain, traits: plain.ids.map((_, i) => (i < 6 ? ['Choir'] : [])) };
    const work = clusters.update(tagged, nobody, nothing, {});
    expect(work.next().done).toBe(true);
    expect(clusters.found.map(({ name }) => name)).toEqual(['Choir', null, null]);
  });

  test('that fall far behind fresh ones are replaced once, and who was named by hand stays', () => {
    const people = cliques();
    const clusters = new Clusters();
    // As the network has it: everybody in one group, that of the third clique excepted.
    for (const [i, id] of people.ids.entries()) clusters.said(id, i < 12 ? 'work' : 'club');
    const named = (cluster: string): SaidCluster => ({ tint: 1, named: cluster === 'work' });
    const { news } = finish(clusters.review(people, named, {}));
    expect(news?.regrouped).toBe(true);
    expect(news?.clusters).toHaveLength(3);
    expect(news?.clusters.map(({ id }) => id)).toEqual(expect.arrayContaining(['work', 'club']));
    const again = finish(clusters.review(people, named, {}));
    expect(again.news).toBeUndefined();
  });
});
