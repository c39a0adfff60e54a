import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('contact.add', { id: 'ana', name: { full: 'Ana Silva' }, lookingFor: ['piano teacher'] });
  await give('contact.add', { id: 'ben', name: { full: 'Ben Okoro' }, canHelpWith: ['piano lessons'] });
  for (const id of ['ana', 'ben']) {
    await give('interaction.add', { id: `call-${id}`, channel: 'call', with: [id], day: '2026-05-01' });
  }
  return terminal;
}

const parts = [
  'Ana Silva looks for “piano teacher”, and Ben Okoro can help with “piano lessons”.',
  'Nobody whom you know links the two yet.',
  'You and Ana Silva: last in touch 3 days ago. You and Ben Okoro: last in touch 3 days ago.',
  'Neither was asked or introduced in the last 30 days.',
];

describe('kithmap suggest', () => {
  it('says whom to bring together, with every part of why', async () => {
    const ran = await (await desk()).run('suggest');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    expect(ran.out.split('\n')).toEqual(['Ana Silva and Ben Okoro', ...parts.map((text) => `  ${text}`), '']);
  });

  it('answers the same for programs, with what each part rests on', async () => {
    const ran = await (await desk()).run('suggest', '--limit', '3', '--json');
    const { suggestions, from, to, none } = ran.json();
    expect([from, to, none]).toEqual(['2026-05-04', '2026-05-10', null]);
    expect(suggestions).toMatchObject([
      {
        a: { id: 'ana' },
        b: { id: 'ben' },
        why: parts[0],
        parts: [
          { kind: 'need', text: parts[0], evidence: [{ table: 'contacts', id: 'ana' }, { id: 'ben' }] },
          { kind: 'plausibility', evidence: [] },
          { kind: 'willingness', evidence: [{ table: 'interactions', id: 'call-ana' }, { id: 'call-ben' }] },
          { kind: 'cost', value: 0 },
        ],
      },
    ]);
  });

  it('says what is missing where there is nobody to suggest', async () => {
    const ran = await new TestTerminal().run('suggest');
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.out).toContain('fewer than two people');
    expect(await new TestTerminal().run('suggest', '--limit', 'x')).toMatchObject({ exit: 2 });
  });
});
