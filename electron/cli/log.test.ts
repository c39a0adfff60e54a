import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import type { Host } from '../../shared/contract';
import { memoryLine } from '../memory.testing';
import { TestTerminal } from './terminal.testing';

/** Another way in to the same network, as the window is. */
function windowOf(terminal: TestTerminal): Host {
  return hostOf(memoryLine(terminal.test.local));
}

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const people: Record<string, unknown>[] = [
    { id: 'ana', name: { full: 'Ana Silva' }, organisations: [{ name: 'Acme' }] },
    { id: 'ben', name: { full: 'Ben Okoro' } },
    { id: 'jo1', name: { full: 'Jo Park' }, organisations: [{ name: 'Acme' }] },
    { id: 'jo2', name: { full: 'Jo Park' }, place: 'Bern' },
  ];
  const host = windowOf(terminal);
  const { client } = await host.call('hello', {});
  for (const args of people) await host.call('edit', { client, name: 'contact.add', args });
  return terminal;
}

describe('kithmap log', () => {
  it('answers with everything it wrote, each with its id', async () => {
    const terminal = await desk();
    const ran = await terminal.run(
      'log',
      'coffee @ana @ben yesterday 20 min re: grant, I owe @ana slides by Fri, @ben gave me a tip, +intro @ben to @dana, nice garden #biotech',
      '--yes',
      '--json',
    );
    expect(ran.exit).toBe(0);
    const answer = ran.json();
    const { network } = terminal.test.store;
    const id = expect.any(String) as string;
    expect(answer).toMatchObject({
      interaction: {
        id,
        day: '2026-05-03',
        planned: false,
        channel: 'meal',
        direction: 'both',
        minutes: 20,
        summary: 'grant. nice garden',
        confidential: false,
      },
      contacts: [
        { id: 'ana', name: 'Ana Silva' },
        { id: 'ben', name: 'Ben Okoro' },
      ],
      commitments: [
        { id, by: 'me', text: 'slides', due: '2026-05-08', contact: { id: 'ana', name: 'Ana Silva' } },
      ],
      exchanges: [{ id, direction: 'received', kind: 'information', text: 'a tip', contact: { id: 'ben' } }],
      introductions: [{ id, a: { id: 'ben' }, b: { id, name: 'dana' }, stage: 'idea', why: null }],
      stubs: [{ id, name: 'dana' }],
      cautions: [],
      rest: 'nice garden',
    });
    expect(answer['understood']).toContainEqual({
      kind: 'day',
      day: '2026-05-03',
      planned: false,
      said: 'yesterday',
    });
    for (const [field, table] of [
      ['commitments', 'commitments'],
      ['exchanges', 'exchanges'],
      ['introductions', 'introductions'],
      ['stubs', 'contacts'],
    ] as const) {
      const [one] = answer[field] as unknown as { id: string }[];
      expect(network.has(table, one?.id ?? ''), table).toBe(true);
    }
    expect(network.has('interactions', (answer['interaction'] as unknown as { id: string }).id)).toBe(true);
  });

  it('says when a week holds more promises than one keeps, and logs them all the same', async () => {
    const terminal = await desk();
    const promises = Array.from({ length: 8 }, (_, at) => `I owe @ana text ${at} by Fri`);
    expect((await terminal.run('log', promises.join(', '))).said).toEqual([]);
    const ninth = await terminal.run('log', 'I owe @ben slides by Sat');
    const sentence =
      'That makes 9 promises of yours that fall due this week. A later day may be easier to keep.';
    expect(ninth).toMatchObject({ exit: 0, said: [sentence] });
    const tenth = await terminal.run('log', 'I owe @ben a book by Fri', '--json');
    expect(tenth.json()['cautions']).toEqual([sentence.replace('9', '10')]);
    expect(terminal.test.store.network.count('commitments')).toBe(10);
  });

  it('is one edit, which a window takes back as a whole', async () => {
    const terminal = await desk();
    const { network, entries } = terminal.test.store;
    const before = network.toData();
    const lines = entries.length;
    await terminal.run('log', 'call @zed and @ana, I owe @zed a book #x', '--yes');
    expect(entries.length).toBe(lines + 1);
    const window = windowOf(terminal);
    const { client, seq } = await window.call('hello', {});
    await window.call('undo', { client, seq });
    expect(network.toData()).toEqual(before);
  });

  it('takes the line with and without quotation marks, and answers with the line as it was understood', async () => {
    const terminal = await desk();
    const ran = await terminal.run('log', 'coffee', '@ana', 'yesterday,', 'nice', 'garden');
    expect(ran).toMatchObject({
      exit: 0,
      out: 'coffee @Ana Silva 2026-05-03, nice garden\n',
      said: [],
    });
  });

  it('writes nothing for a name that nobody has, unless told to', async () => {
    const terminal = await desk();
    const { entries } = terminal.test.store;
    const lines = entries.length;
    const refused = await terminal.run('log', 'coffee @zed', '--json');
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.said.join()).toMatch(/“zed”.*--yes/);
    expect((await terminal.run('log', 'coffee @oko')).said.join()).toContain('Did you mean @Ben Okoro?');
    expect(entries.length).toBe(lines);
    const added = await terminal.run('log', 'coffee @zed', '--yes');
    expect(added.said).toEqual(['zed is in your network from now on, by name alone.']);
    expect((await terminal.run('log', 'coffee @zed today')).exit).toBe(0);
    expect(terminal.test.store.network.count('contacts')).toBe(5);
  });

  it('lists those whom a name could mean, and takes one of them by id', async () => {
    const terminal = await desk();
    const lines = terminal.test.store.entries.length;
    const refused = await terminal.run('log', 'coffee @jo', '--yes');
    expect(refused).toMatchObject({ exit: 2, out: '' });
    expect(refused.said.join()).toContain('@{jo1}  Jo Park, Acme\n  @{jo2}  Jo Park, Bern');
    const company = await terminal.run('log', 'coffee @acme', '--yes');
    expect(company.said.join()).toContain('@{ana}  Ana Silva, Acme');
    const either = await terminal.run('log', 'coffee @ana @ben, I owe her a book', '--yes');
    expect(either.said.join()).toContain('@{ben}  Ben Okoro');
    expect(terminal.test.store.entries.length).toBe(lines);
    const named = await terminal.run('log', 'coffee @{jo2}', '--json');
    expect(named.json()).toMatchObject({ contacts: [{ id: 'jo2' }] });
  });

  it('refuses with a sentence and writes nothing where it cannot be meant so', async () => {
    const terminal = await desk();
    const lines = terminal.test.store.entries.length;
    for (const [line, sentence] of [
      ['', 'Nothing is said yet'],
      ['coffee yesterday', 'Nobody is named'],
      ['coffee @ana 31 Feb', 'is not in the calendar'],
      ['I owe @ana slides by yesterday', 'before it was promised'],
      ['I owe @ana slides by summer', 'names no day'],
      ['+intro @ana', 'names two people'],
      ['coffee @me', 'You are part of it'],
      ['coffee @{gone}', 'nobody with the id'],
      ['x'.repeat(30_000), 'too long'],
    ]) {
      const ran = await terminal.run('log', line ?? '', '--yes', '--json');
      expect(ran, line).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.join()).toContain(sentence);
    }
    expect(terminal.test.store.entries.length).toBe(lines);
  });

  it('takes another day for today', async () => {
    const terminal = await desk();
    const past = await terminal.run(
      'log',
      'call @ana yesterday, I owe her a book by Fri',
      '--at',
      '2026-05-16',
      '--json',
    );
    expect(past.json()).toMatchObject({
      interaction: { day: '2026-05-15', planned: false },
      commitments: [{ due: '2026-05-22' }],
    });
    const ahead = await terminal.run('log', 'call @ana tomorrow', '--json');
    expect(ahead.json()).toMatchObject({ interaction: { day: '2026-05-05', planned: true } });
  });

  it('prints no confidential text among what it wrote', async () => {
    const terminal = await desk();
    const ran = await terminal.run('log', 'call @ana, I owe her xyzzy !confidential', '--json');
    expect(ran.json()).toMatchObject({
      interaction: { confidential: true, summary: null },
      commitments: [{ text: null }],
    });
    const { confidential, ...rest } = terminal.test.store.network.toData();
    expect(JSON.stringify(confidential)).toContain('xyzzy');
    expect(JSON.stringify(rest)).not.toContain('xyzzy');
  });

  it('knows me as nobody to be with, and writes promises without an interaction', async () => {
    const terminal = await desk();
    const window = windowOf(terminal);
    const { client } = await window.call('hello', {});
    await window.call('edit', { client, name: 'me.choose', args: { id: 'ben' } });
    const me = await terminal.run('log', 'coffee @ben', '--yes');
    expect(me).toMatchObject({ exit: 2, said: ['You are part of it anyway. Name the others alone.'] });
    const alone = await terminal.run('log', 'I owe @ana slides', '--json');
    expect(alone.json()).toMatchObject({
      interaction: null,
      contacts: [{ id: 'ana' }],
      commitments: [{ due: null }],
    });
  });
});
