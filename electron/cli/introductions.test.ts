import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

const marker = 'quetzal-embargo';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('me.set', { name: { full: 'Mara' } });
  for (const [id, full] of Object.entries({ ana: 'Ana', ben: 'Ben', cy: 'Cy' })) {
    await give('contact.add', { id, name: { full } });
  }
  const pair = { a: 'ana', b: 'ben' };
  await give('introduction.start', { ...pair, id: 'asked', why: 'Both sail' });
  await give('introduction.move', { id: 'asked', stage: 'asked', day: '2026-04-04' });
  await give('introduction.add', { ...pair, id: 'secret', b: 'cy', stage: 'idea', confidentialText: marker });
  await give('introduction.start', { id: 'over', a: 'ben', b: 'cy', why: 'Boats' });
  await give('introduction.move', { id: 'over', stage: 'declined', note: 'no time' });
  return terminal;
}

describe('kithmap introductions', () => {
  it('lists them by stage, with each side’s answer and what is stuck', async () => {
    const terminal = await desk();
    const { out, exit } = await terminal.run('introductions');
    expect(exit).toBe(0);
    expect(out).toBe(
      'Idea (1)\n  Ana and Cy: (confidential)\n    Idea.\n\n' +
        'Asked (1)\n  Ana and Ben: Both sail\n' +
        '    Asked, 30 days ago. Ana was asked 30 days ago; Ben was asked 30 days ago.\n' +
        '    You asked about meeting Ben 30 days ago, and no answer is on record. Ask once more, or let it rest.\n\n' +
        'Ended (1)\n  Ben and Cy: Boats\n    Declined, today.\n',
    );
    expect((await terminal.run('introductions', '--open')).out).not.toContain('Ended');
  });

  it('answers in JSON, and keeps what is confidential to itself', async () => {
    const terminal = await desk();
    const ran = await terminal.run('introductions', '--open', '--json');
    expect(ran.out).not.toContain(marker);
    expect(ran.json()).toMatchObject({
      asOf: '2026-05-04',
      total: 2,
      stuck: 1,
      introductions: [
        { id: 'secret', stage: 'idea', why: null, confidential: true, stuck: null },
        { id: 'asked', a: { id: 'ana' }, consentA: 'asked', since: '2026-04-04', stuck: { days: 30 } },
      ],
    });
    expect((await terminal.run('introductions', '--json')).json()).toMatchObject({ total: 3 });
  });

  it('names the next step where there are none', async () => {
    const terminal = new TestTerminal();
    expect((await terminal.run('introductions')).out).toMatch(/^No introductions are under way\. Begin one:/);
    expect((await terminal.run('introductions', '--json')).json()).toMatchObject({ introductions: [] });
  });

  it('draws who brought whom', async () => {
    const terminal = await desk();
    await terminal.run('introduce', 'me', 'cy', '--by', 'ana', '--stage', 'introduced');
    expect((await terminal.run('introductions', '--chain')).out).toBe(
      'Ana (brought 1 person)\n  Cy\n\nOf 1 person it is not on record through whom you know them.\n',
    );
    expect((await terminal.run('introductions', '--chain', '--json')).json()).toMatchObject({
      people: [
        { id: 'ana', through: null, count: 1 },
        { id: 'cy', through: 'ana', count: 0 },
        { id: 'ben', through: null, count: 0 },
      ],
    });
  });

  it('puts what is stuck among what is dated in the week', async () => {
    const terminal = await desk();
    const { dated } = (await terminal.run('today', '--json')).json();
    expect(dated).toMatchObject([{ id: 'ana', kind: 'introduction', source: 'asked', day: '2026-04-25' }]);
    expect((await terminal.run('week')).out).toContain(
      'Also dated:\n  Ana: You asked about meeting Ben 30 days ago',
    );
  });
});
