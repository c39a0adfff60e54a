import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('contact.add', { id: 'ana', name: { full: 'Ana Silva' }, tags: ['choir'], place: 'Basel' });
  await give('contact.add', { id: 'ben', name: { full: 'Ben Okoro' } });
  await give('contact.add', {
    id: 'ben2',
    name: { full: 'Ben Adler' },
    organisations: [{ name: 'Novartis' }],
  });
  await give('contact.add', { id: 'cem', name: { full: 'Cem Aydın' } });
  await give('interaction.add', { id: 'call', channel: 'call', with: ['ben'], day: '2026-05-01' });
  await give('interaction.add', { id: 'mail', channel: 'mail', with: ['cem'], day: '2026-01-01' });
  await give('tie.add', { id: 'one', a: 'ana', b: 'ben' });
  await give('tie.add', { id: 'two', a: 'ana', b: 'cem' });
  return terminal;
}

describe('kithmap paths', () => {
  it('answers the warmest ways, each step with what it rests on', async () => {
    const ran = await (await desk()).run('paths', 'Ana', 'Silva', '--json');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    const { from, to, paths, none } = ran.json();
    expect([from, to, none]).toEqual(['You', 'Ana Silva', null]);
    expect(paths).toMatchObject([
      {
        contacts: ['You', 'Ben Okoro', 'Ana Silva'],
        ties: [{ text: 'You and Ben Okoro: last in touch 3 days ago' }, { known: true }],
        hands: 1,
        why: expect.stringContaining('Through Ben Okoro.') as string,
        ask: { name: 'Ben Okoro', lastAsked: null },
      },
      { contacts: ['You', 'Cem Aydın', 'Ana Silva'] },
    ]);
  });

  it('says the same in words', async () => {
    const { out } = await (await desk()).run('paths', 'ana', '--k', '1');
    expect(out.split('\n').slice(0, 3)).toEqual([
      'You > Ben Okoro > Ana Silva',
      '  You and Ben Okoro: last in touch 3 days ago',
      '  Ben Okoro and Ana Silva: you said so today',
    ]);
    expect(out).toContain('  To ask Ben Okoro: You have not asked');
  });

  it('goes round those to avoid, begins with anybody, and says where there is none', async () => {
    const terminal = await desk();
    const avoided = await terminal.run('paths', 'ana', '--avoid', 'ben okoro', '--avoid', 'cem', '--json');
    expect(avoided.exit).toBe(0);
    expect(avoided.json()).toMatchObject({
      paths: [],
      none: expect.stringContaining('whom you left out') as string,
    });
    const from = await terminal.run('paths', 'cem', '--from', '@{ben}', '--only-known', '--json');
    expect(from.json()).toMatchObject({ from: 'Ben Okoro' });
    expect(from.json()['paths']).toMatchObject([
      { contacts: ['Ben Okoro', 'Ana Silva', 'Cem Aydın'] },
      { contacts: ['Ben Okoro', 'You', 'Cem Aydın'] },
    ]);
  });

  it('leads to an organisation, a place, an industry or a tag', async () => {
    const terminal = await desk();
    for (const to of ['tag:choir', 'place:basel']) {
      expect((await terminal.run('paths', to, '--json')).json()['paths']).toMatchObject([{ hands: 1 }, {}]);
    }
    const none = await terminal.run('paths', 'org:Novartis', '--json');
    expect(none.json()).toMatchObject({ to: 'Novartis', paths: [] });
    expect(await terminal.run('paths', 'industry:biotech')).toMatchObject({ exit: 2, out: '' });
  });

  it.each([
    [['ben'], ['could be several', '@{ben}  Ben Okoro', '@{ben2}  Ben Adler, Novartis']],
    [['Anna'], ['Nobody is called “Anna”']],
    [['An'], ['Nobody is called “An”', 'Ana Silva']],
    [['Novartis'], ['could be several', 'Ben Adler, Novartis']],
    [['org:'], ['Say which organisation']],
    [['ana', '--from', 'ana'], ['A path leads to somebody else']],
    [['ana', '--avoid', 'ben'], ['could be several']],
    [['ana', '--k', '0'], ['from 1 to 20']],
  ])('refuses %j with a sentence', async (args, words) => {
    const ran = await (await desk()).run('paths', ...args);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    for (const word of words) expect(ran.said.join('\n')).toContain(word);
  });
});
