import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('contact.add', { id: 'ana', name: { full: 'Ana Silva' } });
  await give('contact.add', { id: 'ben', name: { full: 'Ben Okoro' } });
  const promise = { contact: 'ana', by: 'me', madeOn: '2026-04-01' };
  await give('commitment.add', { ...promise, id: 'someday', text: 'a visit' });
  await give('commitment.add', { ...promise, id: 'later', text: 'slides', due: '2026-05-08' });
  await give('commitment.add', { ...promise, id: 'late', text: 'a book', due: '2026-05-01' });
  await give('commitment.add', { ...promise, id: 'now', confidentialText: 'xyzzy', due: '2026-05-04' });
  await give('commitment.add', { ...promise, id: 'done', text: 'old', doneOn: '2026-04-02' });
  await give('commitment.add', { ...promise, id: 'dropped', text: 'old', droppedOn: '2026-04-02' });
  await give('commitment.add', { ...promise, id: 'lunch', contact: 'ben', by: 'them', text: 'lunch' });
  const advice = { contact: 'ben', by: 'them', text: 'to read a book', madeOn: '2026-04-01', advice: true };
  await give('commitment.add', { ...advice, id: 'advice', doneOn: '2026-04-20' });
  await give('commitment.add', { ...advice, id: 'told', doneOn: '2026-04-20', toldOn: '2026-04-21' });
  return terminal;
}

describe('kithmap commitments', () => {
  it('lists what is open, mine and theirs, overdue ones first', async () => {
    const terminal = await desk();
    const ran = await terminal.run('commitments', '--json');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    const { asOf, mine, theirs } = ran.json() as unknown as Record<string, { id: string }[]>;
    expect(asOf).toBe('2026-05-04');
    expect(mine?.map(({ id }) => id)).toEqual(['late', 'now', 'later', 'advice', 'someday']);
    expect(mine?.[0]).toEqual({
      id: 'late',
      kind: 'promise',
      contact: { id: 'ana', name: 'Ana Silva' },
      text: 'a book',
      confidential: false,
      madeOn: '2026-04-01',
      due: '2026-05-01',
      late: 3,
    });
    expect(mine?.[3]).toMatchObject({ kind: 'update', due: null, late: null });
    expect(theirs).toMatchObject([{ id: 'lunch', contact: { name: 'Ben Okoro' } }]);
  });

  it('says the same in words, confidential texts aside', async () => {
    const terminal = await desk();
    const ran = await terminal.run('commitments');
    expect(ran.out).toBe(
      [
        'Mine:',
        '  3 days overdue  Ana Silva: a book',
        '  today  Ana Silva: (confidential)',
        '  in 4 days  Ana Silva: slides',
        '  no day  Ben Okoro: tell them what came of their advice: to read a book',
        '  no day  Ana Silva: a visit',
        'Theirs:',
        '  no day  Ben Okoro: lunch',
        '',
      ].join('\n'),
    );
    expect((await new TestTerminal().run('commitments')).out).toBe(
      'Mine: nothing is open.\nTheirs: nothing is open.\n',
    );
  });

  it('counts from another day', async () => {
    const terminal = await desk();
    const ran = await terminal.run('commitments', '--json', '--at', '2026-05-10');
    expect(ran.json()).toMatchObject({
      asOf: '2026-05-10',
      mine: [{ id: 'late', late: 9 }, { late: 6 }, { late: 2 }, {}, {}],
    });
  });

  it('shows what quick capture promised', async () => {
    const terminal = await desk();
    await terminal.run('log', 'call @ben, I owe him feedback by tomorrow');
    expect((await terminal.run('commitments')).out).toContain('in 1 day  Ben Okoro: feedback');
  });
});
