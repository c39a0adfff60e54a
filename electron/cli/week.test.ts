import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { memoryLine } from '../memory.testing';
import { TestTerminal } from './terminal.testing';

// The terminal's day is 4 May 2026, a Monday.
const marker = 'quetzal-7f3a-embargo';

async function desk(...edits: [name: string, args: Record<string, unknown>][]): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const host = hostOf(memoryLine(terminal.test.local));
  const { client } = await host.call('hello', {});
  for (const [name, args] of edits) await host.call('edit', { client, name, args });
  return terminal;
}

const person = (id: string, fields: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
  'contact.add',
  { id, name: { full: `${id.charAt(0).toUpperCase()}${id.slice(1)} Test`, given: id }, ...fields },
];
const talk = (
  id: string,
  day: string,
  fields: Record<string, unknown> = {},
): [string, Record<string, unknown>] => ['interaction.add', { with: [id], day, channel: 'call', ...fields }];

const people = [
  person('ana', { cadenceDays: 30, phones: [{ value: '+41 44 668 18 00' }] }),
  talk('ana', '2026-03-19', { summary: 'Wants to meet in May.', minutes: 20 }),
  person('ben', { circle: 'close' }),
  talk('ben', '2026-02-01', { confidentialText: marker }),
  person('cy', { birthday: '--05-20' }),
  ['commitment.add', { contact: 'cy', by: 'me', text: 'the slides', due: '2026-05-08' }],
] satisfies [string, Record<string, unknown>][];

describe('kithmap week', () => {
  it('answers with the people of the week, why, the last time and how, as JSON', async () => {
    const terminal = await desk(...people);
    const ran = await terminal.run('week', '--json');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    expect(ran.json()).toMatchObject({
      limit: 5,
      from: '2026-05-04',
      to: '2026-05-10',
      contacts: [
        {
          id: 'ben',
          last: 'Spoke on the phone in February. What was said is confidential.',
          lastDay: '2026-02-01',
          state: 'open',
        },
        {
          id: 'ana',
          name: 'Ana Test',
          reasons: [
            {
              kind: 'due',
              text: 'You were last in touch in March, 16 days beyond the 30 days you chose.',
            },
          ],
          last: 'Spoke on the phone in March, 20 minutes: Wants to meet in May.',
          channel: 'call',
          suggestion: { kind: 'last-talk' },
        },
        { id: 'cy', reasons: [{ kind: 'promise', text: 'You promised “the slides” for Friday 8 May.' }] },
      ],
      leftOut: [],
      capacity: { holds: true },
    });
    expect(ran.out).not.toContain(marker);
  });

  it('never holds more people than the limit, and says why others are left out', async () => {
    const terminal = await desk(...people, ['settings.change', { weeklyLimit: 1 }]);
    const { contacts, leftOut, dated } = (await terminal.run('week', '--json')).json();
    expect(contacts).toMatchObject([{ id: 'ben' }]);
    expect(leftOut).toMatchObject([
      { id: 'ana', name: 'Ana Test', why: expect.stringMatching(/\.$/) as string },
    ]);
    expect(dated).toMatchObject([{ id: 'cy', kind: 'promise', day: '2026-05-08' }]);
  });

  it('looks at another day, and leaves the network as it is', async () => {
    const terminal = await desk(...people);
    const { seq } = terminal.test.store;
    const ran = await terminal.run('week', '--json', '--at', '2026-05-20');
    expect(ran.json()).toMatchObject({ from: '2026-05-18', to: '2026-05-24' });
    expect(terminal.test.store.seq).toBe(seq);
    expect((await terminal.run('week', '--at', 'May')).exit).toBe(2);
  });

  it('marks as done what is logged beside it, and stays the same list', async () => {
    const terminal = await desk(...people);
    const host = hostOf(memoryLine(terminal.test.local));
    const { client } = await host.call('hello', {});
    const list = async (): Promise<unknown> =>
      (await host.call('week', {})).contacts.map(({ id, state }) => `${id} ${state}`);
    expect(await list()).toEqual(['ben open', 'ana open', 'cy open']);
    await host.call('edit', { client, name: 'interaction.add', args: { with: ['ana'], channel: 'call' } });
    expect(await list()).toEqual(['ben open', 'ana done', 'cy open']);
    expect((await terminal.run('today', '--json')).json()).toMatchObject({
      contacts: [{ id: 'ben' }, { id: 'cy' }],
      done: 1,
    });
  });

  it('says it in words', async () => {
    const terminal = await desk(...people);
    const { out } = await terminal.run('week');
    expect(out).toMatch(/^today to Sunday 10 May\n/);
    expect(out).toContain(
      '\nAna Test\n  You were last in touch in March, 16 days beyond the 30 days you chose.',
    );
    expect(out).toContain('  By: call');
    expect((await (await desk()).run('week')).out).toMatch(/Nobody is due this week/);
    expect(out).not.toContain('goals');
  });

  it('ends with how the goals stand, where some are set, and in words alone', async () => {
    const goals: [string, Record<string, unknown>] = ['settings.change', { weekGoals: { contacts: 2 } }];
    const terminal = await desk(...people, goals, talk('cy', '2026-05-04'));
    const { out } = await terminal.run('week');
    expect(out).toMatch(/\nYour goals:\n {2}In touch with 1 of 2 people this week; .* reached it\.\n$/u);
    expect((await terminal.run('week', '--json')).json()).not.toHaveProperty('goals');
  });
});

describe('kithmap due and owed', () => {
  it('names whoever is due with every reason, and never those who are not settled', async () => {
    const terminal = await desk(...people);
    const ran = await terminal.run('due', '--json');
    expect(ran.json()).toMatchObject({
      asOf: '2026-05-04',
      total: 2,
      due: [
        {
          id: 'ben',
          state: 'too-late',
          cadence: { days: 30, from: 'circle', name: 'Close' },
          lastDay: '2026-02-01',
        },
        { id: 'ana', state: 'too-late', due: '2026-04-18', ratio: 0.533 },
      ],
    });
    expect((await terminal.run('due', '--most', '1')).out).toMatch(/^Ben Test: .*\nand 1 more\n$/);
    expect((await terminal.run('due', '--json', '--at', '2026-03-20')).json()).toMatchObject({ total: 1 });
    expect((await (await desk()).run('due')).out).toBe('Nobody is due.\n');
  });

  it('gives reminders for groups with names and ways to reach them', async () => {
    const terminal = await desk(...people, [
      'group-reminder.add',
      { name: 'Class of 2005', contacts: ['ana', 'ben'], everyDays: 1826, next: '2026-05-10' },
    ]);
    expect((await terminal.run('due', '--json')).json()).toMatchObject({
      groups: [
        {
          name: 'Class of 2005',
          contacts: [{ name: 'Ana Test', phones: ['+41 44 668 18 00'] }, { id: 'ben' }],
        },
      ],
    });
  });

  it('lists replies owed by age, marked ones and unanswered mails', async () => {
    const terminal = await desk(
      person('ana'),
      talk('ana', '2026-05-01', { channel: 'mail', direction: 'theirs' }),
      person('ben'),
      ['owed-reply.add', { contact: 'ben', since: '2026-04-25' }],
      person('cy'),
      talk('cy', '2026-05-01', { channel: 'mail', direction: 'theirs' }),
      talk('cy', '2026-05-02', { channel: 'call', direction: 'mine' }),
    );
    expect((await terminal.run('owed', '--json')).json()).toMatchObject({
      replies: [
        { id: 'ben', days: 9, marked: true },
        {
          id: 'ana',
          days: 3,
          marked: false,
          channel: 'mail',
          text: 'ana wrote 3 days ago, and no answer is on record.',
        },
      ],
    });
    expect((await terminal.run('owed')).out).toMatch(/^Ben Test: .*9 days.*\nAna Test: /);
    expect((await (await desk()).run('owed')).out).toBe('Nobody waits for your reply.\n');
  });
});
