import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { memoryLine } from '../memory.testing';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const host = hostOf(memoryLine(terminal.test.local));
  const { client } = await host.call('hello', {});
  const people: Record<string, unknown>[] = [
    { id: 'ana', name: { full: 'Ana Silva' }, interests: ['birding'], organisations: [{ name: 'Acme' }] },
    { id: 'ben', name: { full: 'Ben Okoro' }, tags: ['optics'] },
    { id: 'jo1', name: { full: 'Jo Park' }, organisations: [{ name: 'Acme' }] },
    { id: 'jo2', name: { full: 'Jo Park' }, place: 'Bern' },
  ];
  for (const args of people) await host.call('edit', { client, name: 'contact.add', args });
  return terminal;
}

describe('kithmap share', () => {
  it('names who might care, with the reason, and keeps nothing', async () => {
    const terminal = await desk();
    const lines = terminal.test.store.entries.length;
    expect(await terminal.run('share', 'A spring of birding', '--tag', 'optics')).toMatchObject({
      exit: 0,
      out:
        'Ben Okoro\n  Has your tag “optics”.\n  No contact is on record.\n' +
        'Ana Silva\n  Likes birding.\n  No contact is on record.\n',
      said: [],
    });
    const one = await terminal.run(
      'share',
      'A spring of birding',
      '--tag',
      'optics',
      '--limit',
      '1',
      '--json',
    );
    expect(one.json()).toMatchObject({
      title: 'A spring of birding',
      url: null,
      tags: ['optics'],
      kept: null,
      people: [{ id: 'ben', reasons: [{ kind: 'tag', text: 'has your tag “optics”', words: ['optics'] }] }],
      total: 2,
      leftOut: [],
      nobody: null,
    });
    expect((await terminal.run('share', 'Knitting')).out).toMatch(/^Nobody on record shares a word/);
    expect(terminal.test.store.entries.length).toBe(lines);
  });

  it('reads a text that is piped in', async () => {
    const terminal = await desk();
    terminal.piped = 'All about optics.';
    expect((await terminal.run('share', 'Read this', '--text', '-')).out).toContain('Ben Okoro');
    terminal.piped = 'x'.repeat(1_000_000);
    expect(await terminal.run('share', 'Read this', '--text', '-')).toMatchObject({
      exit: 2,
      out: '',
      said: [expect.stringMatching(/^The text is too long/)],
    });
  });

  it('marks as sent to those who are named, as one edit, and spares them from then on', async () => {
    const terminal = await desk();
    const { network, entries } = terminal.test.store;
    const lines = entries.length;
    const asked = ['share', 'On birding', '--url', 'https://example.org/b', '--tag', 'birding'];
    const ran = await terminal.run(...asked, '--to', 'ana', '--to', '@{jo2}', '--by', 'message', '--json');
    expect(ran.exit).toBe(0);
    expect(ran.json()).toMatchObject({
      shareable: { title: 'On birding', url: 'https://example.org/b', tags: ['birding'] },
      day: '2026-05-04',
      channel: 'message',
      sent: [
        { id: 'ana', name: 'Ana Silva' },
        { id: 'jo2', name: 'Jo Park' },
      ],
    });
    expect(entries.length).toBe(lines + 1);
    expect(network.count('interactions')).toBe(2);

    const [shareable] = network.all('shareables');
    const again = await terminal.run('share', 'On birding', '--json');
    expect(again.json()).toMatchObject({
      kept: shareable?.id,
      tags: ['birding'],
      people: [],
      leftOut: [{ id: 'ana', why: 'Had it today.' }],
    });
    expect((await terminal.run('share', 'On birding', '--to', 'Ben Okoro')).out).toBe(
      '“On birding” is marked as sent to Ben Okoro.\n',
    );
    expect(network.count('shareables')).toBe(1);
    const twice = await terminal.run('share', 'On birding', '--to', 'ana');
    expect(twice).toMatchObject({
      exit: 2,
      out: '',
      said: [expect.stringMatching(/^Ana Silva had it already/)],
    });
  });

  it('lists those whom a name could mean, and writes nothing', async () => {
    const terminal = await desk();
    const lines = terminal.test.store.entries.length;
    for (const [name, sentence] of [
      [
        'jo',
        '“jo” could be several. Name one in full, or so:\n  @{jo1}  Jo Park, Acme\n  @{jo2}  Jo Park, Bern',
      ],
      ['acme', '@{ana}  Ana Silva, Acme'],
      ['sil', 'Nobody is called “sil”. Name one in full, or so:\n  @{ana}  Ana Silva, Acme'],
      ['zed', 'Nobody is called “zed”. Correct it.'],
      ['@{gone}', 'nobody with the id gone'],
      ['', 'Nobody is called “”'],
    ] as const) {
      const ran = await terminal.run('share', 'On birding', '--to', 'ben', '--to', name);
      expect(ran, name).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.join(), name).toContain(sentence);
    }
    expect(terminal.test.store.entries.length).toBe(lines);
  });

  it('refuses no title, an address that is none, and a day to come', async () => {
    const terminal = await desk();
    for (const [args, sentence] of [
      [['share', ' '], 'Give it a title'],
      [['share', 'x', '--url', 'javascript:alert(1)'], 'no address of the web'],
      [['share', 'x', '--to', 'ana', '--at', '2026-05-05'], 'still to come'],
      [['share', 'x', '--by', 'pigeon'], ''],
    ] as const) {
      const ran = await terminal.run(...args);
      expect(ran, sentence).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.join()).toContain(sentence);
    }
    expect(terminal.test.store.network.count('shareables')).toBe(0);
  });
});
