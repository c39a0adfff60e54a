import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { memoryLine } from '../memory.testing';
import { TestTerminal } from './terminal.testing';

async function desk(...more: readonly [string, Record<string, unknown>][]): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const host = hostOf(memoryLine(terminal.test.local));
  const { client } = await host.call('hello', {});
  const people = [
    { id: 'ana', name: { full: 'Ana Silva' } },
    { id: 'ben', name: { full: 'Ben Okoro' } },
    { id: 'jo1', name: { full: 'Jo Park' }, place: 'Bern' },
    { id: 'jo2', name: { full: 'Jo Park' }, place: 'Oslo' },
  ];
  for (const args of people) await host.call('edit', { client, name: 'contact.add', args });
  await host.call('edit', { client, name: 'me.set', args: { name: { full: 'Mara Lind' } } });
  for (const [name, args] of more) await host.call('edit', { client, name, args });
  return terminal;
}

describe('kithmap introduce', () => {
  it('keeps an idea as one edit, with words to ask each side', async () => {
    const terminal = await desk();
    const { entries, network } = terminal.test.store;
    const lines = entries.length;
    expect(await terminal.run('introduce', 'ana', 'Ben Okoro', '--why', 'Both sail')).toMatchObject({
      exit: 0,
      said: [],
      out:
        'Kept as an idea: Ana Silva and Ben Okoro.\n\nTo ask Ana Silva:\n  Dear Ana Silva,\n\n' +
        '  May I put you in touch with Ben Okoro? Both sail. If now is not the time, a no is fine.\n\n  Mara Lind\n\n' +
        'To ask Ben Okoro:\n  Dear Ben Okoro,\n\n' +
        '  May I put you in touch with Ana Silva? Both sail. If now is not the time, a no is fine.\n\n  Mara Lind\n',
    });
    expect(entries.length).toBe(lines + 1);
    expect([...network.all('introductions')]).toMatchObject([{ a: 'ana', b: 'ben', stage: 'idea' }]);
  });

  it('writes down what has happened, with its tie and the talk', async () => {
    const terminal = await desk();
    const said = [
      '--stage',
      'introduced',
      '--by',
      'ben',
      '--channel',
      'call',
      '--day',
      '2026-05-01',
      '--json',
    ];
    const ran = await terminal.run('introduce', 'me', '@{jo2}', ...said);
    expect(ran).toMatchObject({ exit: 0, said: [] });
    const { introduction, tie, interaction, drafts } = ran.json();
    expect(introduction).toMatchObject({
      a: { name: 'you' },
      b: { id: 'jo2', name: 'Jo Park' },
      by: { id: 'ben', name: 'Ben Okoro' },
      stage: 'introduced',
      channel: 'call',
      day: '2026-05-01',
      stuck: null,
    });
    expect(drafts).toEqual([]);
    const { network } = terminal.test.store;
    expect(network.get('ties', String(tie))).toMatchObject({ state: 'known' });
    expect(network.get('interactions', String(interaction))).toMatchObject({ with: ['ben', 'jo2'] });
    const again = await terminal.run('introduce', 'ana', 'ben', '--stage', 'introduced');
    expect(again.out).toBe(
      'Written down: Ana Silva and Ben Okoro were introduced today, and know each other now.\n',
    );
  });

  it('refuses what cannot be with a sentence, and writes nothing', async () => {
    const terminal = await desk(['tie.add', { a: 'ana', b: 'jo1' }]);
    const lines = terminal.test.store.entries.length;
    for (const [args, sentence] of [
      [
        ['ana', 'jo'],
        '“jo” could be several. Name one in full, or so:\n  @{jo1}  Jo Park, Bern\n  @{jo2}  Jo Park, Oslo',
      ],
      [['zed', 'ana'], 'Nobody is called “zed”'],
      [['ana', 'ana'], 'needs two different people'],
      [['me', 'ana'], 'Say who is to introduce you to Ana Silva.'],
      [['ana', '@{jo1}'], 'know each other already'],
      [['ana', 'ben', '--day', '2026-05-05'], 'This day has not come yet'],
      [['ana', 'ben', '--stage', 'met'], ''],
      [['ana'], ''],
    ] as const) {
      const ran = await terminal.run('introduce', ...args);
      expect(ran, args.join(' ')).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.join('\n')).toContain(sentence);
    }
    expect(terminal.test.store.entries.length).toBe(lines);
    expect(await terminal.run('introduce', 'ana', '@{jo1}', '--sure')).toMatchObject({ exit: 0 });
    const twice = await terminal.run('introduce', 'ana', '@{jo1}', '--sure');
    expect(twice.said.join()).toContain(
      'under way already: “Idea”, since today. Go on with that introduction.',
    );
  });
});
