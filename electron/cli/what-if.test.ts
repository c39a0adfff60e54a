import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestTerminal } from './terminal.testing';

/** Two groups of four, joined by Cem alone; I know Ana and Cem of the first. */
async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  const first = ['ana', 'ben', 'cem', 'dan'];
  const second = ['eva', 'fay', 'gus', 'hal'];
  for (const id of [...first, ...second]) {
    await give('contact.add', { id, name: { full: `${id.charAt(0).toUpperCase()}${id.slice(1)}` } });
  }
  for (const group of [first, second]) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) await give('tie.add', { a, b });
    }
  }
  await give('tie.add', { a: 'cem', b: 'eva' });
  const made = z.object({ answer: z.object({ me: z.string() }) });
  const { me } = made.parse(await give('me.set', { name: { full: 'Mara' } })).answer;
  for (const b of ['ana', 'cem']) await give('tie.add', { a: me, b });
  await give('atlas.partition', {
    clusters: [{ id: 'choir', name: 'Choir', tint: 1 }],
    gone: [],
    members: first.map((id) => ({ id, cluster: 'choir' })),
  });
  return terminal;
}

describe('kithmap whatif', () => {
  it('says what would come of it that two meet', async () => {
    const ran = await (await desk()).run('whatif', '--tie', 'ana', 'hal');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    expect(ran.out).toContain('Ana would reach 3 more people within two steps, and Hal 3.');
    expect(ran.out).toContain('Nobody would be cut off any longer without Cem and Eva.');
  });

  it('answers the same for programs, with names', async () => {
    const ran = await (await desk()).run('whatif', '--tie', 'ana', 'hal', '--json');
    expect(ran.json()).toMatchObject({
      asOf: '2026-05-04',
      tried: { ties: [{ a: { id: 'ana', name: 'Ana' }, b: { id: 'hal' } }], cut: [], without: [], cold: [] },
      changed: { people: 0, added: 1, removed: 0 },
      ends: [{ id: 'ana', before: 4, after: 7 }, { id: 'hal' }],
      cutPeople: { noLonger: [{ name: 'Cem', fallsOff: 3 }, { name: 'Eva' }] },
      gaps: [],
    });
  });

  it('says what a loss would change, and a tie that is cut', async () => {
    const terminal = await desk();
    const without = await terminal.run('whatif', '--without', 'cem');
    expect(without.out).toContain('3 people would be cut off from the rest.');
    const cut = await terminal.run('whatif', '--cut', 'cem', 'eva', '--json');
    expect(cut.json()).toMatchObject({ changed: { removed: 1 }, after: { pieces: 2 } });
  });

  it('says what would be if one lost touch with a group', async () => {
    const ran = await (await desk()).run('whatif', '--cold', 'choir');
    expect(ran.out).toContain('without the 4 people of “Choir” it would be 6.');
    expect(ran.out).toContain('You would no longer reach');
    const same = await (await desk()).run('whatif', '--cold', 'choir', '--json');
    expect(same.json()).toMatchObject({ tried: { cold: [{ name: 'Choir', people: 4 }] } });
  });

  it('refuses what it cannot try, with a sentence', async () => {
    const terminal = await desk();
    for (const [args, sentence] of [
      [[], 'Say what to try'],
      [['--tie', 'ana'], '--tie takes two people'],
      [['--tie', 'ana', 'nobody'], 'Nobody is called “nobody”'],
      [['--cold', 'office'], 'There is no group called “office”'],
      [['--without', 'me'], 'You cannot be left out'],
    ] as const) {
      const ran = await terminal.run('whatif', ...args);
      expect(ran.exit).toBe(2);
      expect(ran.said.join('\n')).toContain(sentence);
    }
  });
});
