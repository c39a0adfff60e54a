import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('contact.add', { id: 'dana', name: { full: 'Dana Lindqvist' } });
  await give('contact.add', {
    id: 'priya',
    name: { full: 'Priya Rao' },
    industry: 'Biotechnology',
    place: 'Basel, Switzerland',
  });
  for (const id of ['dana', 'priya']) {
    await give('interaction.add', { channel: 'call', with: [id], day: '2026-05-01' });
  }
  return terminal;
}

const aim = ['--industry', 'biotech', '--place', 'Basel'];

describe('kithmap plan', () => {
  it('makes one and says who is there and whom to introduce', async () => {
    const terminal = await desk();
    const ran = await terminal.run('plan', 'new', 'Dana to Basel', '--for', 'dana', ...aim);
    expect(ran).toMatchObject({ exit: 0, said: [] });
    expect(ran.out.split('\n')).toEqual([
      'Dana to Basel: for Dana Lindqvist, industry biotech, in Basel.',
      '1 person in your network meets all of it.',
      'Dana Lindqvist knows none of the 1 there and reaches none within two steps; with these introductions it would be 1 and 1.',
      'No other introduction would add more.',
      '',
      'Introductions that would help',
      '  Dana Lindqvist and Priya Rao',
      '    Priya Rao is there (Biotechnology, in Basel, Switzerland).',
      '',
      'Who is there',
      '  Priya Rao: Biotechnology, in Basel, Switzerland',
      '',
    ]);
  });

  it('is followed to its end, each step one edit', async () => {
    const terminal = await desk();
    await terminal.run('plan', 'new', 'Dana to Basel', '--for', 'dana', ...aim, '--by', '2026-09-01');
    expect((await terminal.run('plan', 'list')).out).toMatch(
      /^Dana to Basel: for Dana Lindqvist, by Tuesday 1 September\n {2}\S+ {2}industry biotech, in Basel\n$/,
    );
    const step = await terminal.run('plan', 'step', 'dana', 'Ask for her papers', '--json');
    expect(step.json()).toMatchObject({ steps: [{ text: 'Ask for her papers', doneOn: null }] });
    const closed = await terminal.run('plan', 'close', 'dana', '--result', 'She starts in May', '--json');
    expect(closed.json()).toMatchObject({
      state: 'done',
      closedOn: '2026-05-04',
      result: 'She starts in May',
    });
    expect((await terminal.run('plan', 'reopen', 'dana to basel')).out).toBe('Open again: Dana to Basel\n');
    const shown = await terminal.run('plan', 'show', 'basel', '--json');
    expect(shown.json()).toMatchObject({
      title: 'Dana to Basel',
      state: 'open',
      result: 'She starts in May',
      proposals: [{ a: { id: 'dana' }, b: { id: 'priya' }, by: null, meets: 1, nears: 0 }],
      there: { inAll: 1 },
    });
    expect((await terminal.run('plan', 'remove', 'basel')).out).toBe('Removed: Dana to Basel\n');
    expect((await terminal.run('plan', 'list')).out).toContain('There is no plan yet.');
  });

  it('refuses what is not clear, with the plans there are', async () => {
    const terminal = await desk();
    await terminal.run('plan', 'new', 'Dana to Basel', ...aim);
    await terminal.run('plan', 'new', 'Know Basel', '--place', 'Basel');
    for (const [args, sentence] of [
      [['new', 'Nowhere'], 'Say where it leads'],
      [['new', ''], 'Say what it is about'],
      [['show', 'basel'], 'could be several plans'],
      [['show', 'zurich'], 'There is no plan called “zurich”'],
      [['show'], 'Say which plan.'],
      [['new', 'Somebody to Basel', '--for', 'nobody', ...aim], 'Nobody is called “nobody”'],
    ] as const) {
      const ran = await terminal.run('plan', ...args);
      expect(ran.exit).toBe(2);
      expect(ran.said.join('\n')).toContain(sentence);
    }
    expect(await terminal.run('plan', 'dance')).toMatchObject({ exit: 2 });
  });
});
