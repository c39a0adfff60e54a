import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ContactWarmth } from '../../shared/analysis/service-messages';
import { AnalysisState } from './analysis-state';
import { HostDouble } from './host-double.testing';
import { Replica } from './replica';
import { Tally } from './tally';

async function counted(
  host: HostDouble,
): Promise<{ tally: Tally; analysis: AnalysisState; replica: Replica }> {
  const replica = new Replica(host);
  host.subscribe((event) => replica.receive(event));
  const analysis = new AnalysisState();
  const tally = new Tally(replica, analysis);
  await replica.fill();
  return { tally, analysis, replica };
}

/** Everything it counts, in a form to compare. */
function summed(tally: Tally): unknown {
  const groups = [...tally.groups].sort().map((id) => ({
    id,
    members: [...tally.membersOf(id)].sort(),
    warmth: structuredClone(tally.warmthOf(id)),
  }));
  const { people, ties, guessed } = tally;
  return { people, ties, guessed, warmth: structuredClone(tally.warmth), groups };
}

const warm = (contact: string, step: number): ContactWarmth => ({
  contact,
  step,
  state: step < 4 ? 'warm' : 'cooling',
  word: 'in rhythm',
  order: step / 7,
  shown: 0.5,
  last: null,
  days: 3,
  meanGap: null,
  silence: null,
  rhythm: null,
  quietBy: null,
});

describe('what the network adds up to', () => {
  it('leaves out me and the archived, and counts guesses apart', async () => {
    const host = new HostDouble();
    for (const id of ['me', 'ana', 'bo', 'cem']) host.edit('w', 'contact.add', { id, name: { full: id } });
    host.edit('w', 'contact.bulk', { ids: ['cem'], archived: true });
    host.edit('w', 'tie.add', { id: 't1', a: 'ana', b: 'bo' });
    host.edit('w', 'tie.add', { id: 't2', a: 'me', b: 'bo' });
    host.edit('w', 'me.choose', { id: 'me' });
    const { tally } = await counted(host);
    await vi.waitFor(() => expect(tally.ties).toBe(1));
    expect(tally).toMatchObject({ people: 2, guessed: 0 });
  });

  it('is the same after any edits as counted anew', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), id }),
      fc.record({ do: fc.constant('remove' as const), id }),
      fc.record({ do: fc.constant('archive' as const), id }),
      fc.record({ do: fc.constant('tie' as const), id, to: id }),
      fc.record({ do: fc.constant('place' as const), id, cluster: fc.constantFrom('g1', 'g2') }),
      fc.record({ do: fc.constant('warm' as const), id, step: fc.integer({ min: 1, max: 7 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
        const host = new HostDouble();
        const { tally, analysis, replica } = await counted(host);
        for (const one of steps) {
          const { contacts, ties } = tablesOf(host);
          if (one.do === 'warm') analysis.setWarmth([warm(one.id, one.step)]);
          else if (one.do === 'add') {
            if (!contacts.has(one.id)) host.edit('w', 'contact.add', { id: one.id, name: { full: one.id } });
          } else if (!contacts.has(one.id)) continue;
          else if (one.do === 'remove') host.edit('w', 'contact.remove', { id: one.id });
          else if (one.do === 'archive') host.edit('w', 'contact.bulk', { ids: [one.id], archived: true });
          else if (one.do === 'place') {
            const clusters = [{ id: one.cluster, name: one.cluster, tint: 1 }];
            const members = [{ id: one.id, cluster: one.cluster }];
            host.edit('w', 'atlas.partition', { clusters, gone: [], members });
          } else if (one.to !== one.id && contacts.has(one.to) && !ties(one.id, one.to)) {
            host.edit('w', 'tie.add', { a: one.id, b: one.to });
          }
        }
        await replica.reached(host.seq);
        const anew = new Tally(replica, analysis);
        await vi.waitFor(() => expect(summed(tally)).toEqual(summed(anew)));
        tally.stop();
        anew.stop();
      }),
      { numRuns: 40 },
    );
  });
});

function tablesOf({ network }: HostDouble): {
  contacts: ReadonlySet<string>;
  ties: (a: string, b: string) => boolean;
} {
  return {
    contacts: new Set([...network.all('contacts')].map(({ id }) => id)),
    ties: (a, b) => network.index.tieBetween(a, b) !== undefined,
  };
}
