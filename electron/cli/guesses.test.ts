import { beforeEach, describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

let terminal: TestTerminal;
beforeEach(async () => {
  terminal = new TestTerminal();
  const people = { ana: 'Ana Silva', ben: 'Ben Okoro', cem: 'Cem Aydin' };
  for (const [id, full] of Object.entries(people)) await terminal.give('contact.add', { id, name: { full } });
  await terminal.give('tie.add', { id: 't1', a: 'ana', b: 'ben', state: 'inferred' });
  await terminal.give('tie.add', { id: 't2', a: 'ana', b: 'cem', state: 'inferred' });
  await terminal.give('evidence.add', { tie: 't1', kind: 'meeting', day: '2026-05-01', size: 2 });
  await terminal.give('evidence.add', { tie: 't2', kind: 'mail', day: '2026-05-03', size: 3, count: 2 });
});

const ties = (): { id: string; state: string }[] =>
  [...terminal.test.store.network.all('ties')].map(({ id, state }) => ({ id, state }));

describe('kithmap import of mail', () => {
  it('says how to answer who one is, and takes the answer', async () => {
    const mail = (from: string, to: string, day: string): string =>
      `From: ${from}\nTo: ${to}\nDate: ${day} Mar 2026 10:00:00 +0000\nMessage-ID: <${day}@x.org>\n\nHello.\n`;
    const box = [mail('me@x.org', 'zoe@x.org', '2'), mail('dana@x.org', 'me@x.org', '3')];
    terminal.piped = box.map((text) => `From x Mon Mar  2 10:00:00 2026\n${text}\n`).join('');
    const first = await terminal.run('import', '-', '--json');
    expect(first.json()).toMatchObject({ new: 0, interactions: 0 });
    expect(first.said.at(-1)).toBe('If me@x.org is you, import again with --me me@x.org.');
    const trial = await terminal.run('import', '-', '--json', '--me', 'me@x.org', '--dry-run');
    expect(trial.json()).toMatchObject({ new: 1, interactions: 1, batch: null });
    const second = await terminal.run('import', '-', '--json', '--me', 'me@x.org');
    expect(second.json()).toMatchObject({ new: 1, interactions: 1 });
    expect(second.said.join()).not.toContain('import again');
  });
});

describe('kithmap infer', () => {
  it('lists the guesses, surest first, with what each rests on', async () => {
    const ran = await terminal.run('infer');
    expect(ran).toMatchObject({ exit: 0, said: [] });
    expect(ran.out.split('\n')).toEqual([
      ' 50 %  Ana Silva and Ben Okoro: both were in 1 meeting 3 days ago',
      ' 23 %  Ana Silva and Cem Aydin: both were on 2 mails, the last yesterday',
      '',
    ]);
    expect((await terminal.run('infer', '--above', '0.4', '--json')).json()).toMatchObject({
      total: 1,
      guesses: [{ tie: 't1', confidence: 0.5, group: null }],
    });
  });

  it('leaves out what one was not sure of, and says so', async () => {
    await terminal.give('tie.later', { ids: ['t1'] });
    expect((await terminal.run('infer')).out.split('\n')).toEqual([
      ' 23 %  Ana Silva and Cem Aydin: both were on 2 mails, the last yesterday',
      '1 guess left for later: you were not sure',
      '',
    ]);
    expect((await terminal.run('confirm', '--above', '0.1')).out).toBe('1 tie is known\n');
    expect((await terminal.run('confirm', 'ana', 'ben')).out).toBe('1 tie is known\n');
  });

  it('guesses within organisations first', async () => {
    for (const id of ['ben', 'cem'])
      await terminal.give('contact.edit', { id, organisations: [{ name: 'Acme' }] });
    const ran = await terminal.run('infer');
    expect(ran.out).toContain('1 new guess within organisations\n');
    expect(ran.out).toContain(' 10 %  Ben Okoro and Cem Aydin: same organisation at the same time, Acme\n');
  });

  it('says how to come by some where there are none', async () => {
    expect((await new TestTerminal().run('infer')).out).toMatch(/^There are no guesses/);
  });
});

describe('kithmap confirm', () => {
  it('makes one known, or all that are sure enough', async () => {
    expect((await terminal.run('confirm', 'ana', 'cem')).out).toBe('1 tie is known\n');
    expect((await terminal.run('confirm', '--above', '0.4')).out).toBe('1 tie is known\n');
    expect(ties()).toEqual([
      { id: 't1', state: 'known' },
      { id: 't2', state: 'known' },
    ]);
  });

  it('takes one back for good', async () => {
    expect((await terminal.run('confirm', 'ana', 'ben', '--no', '--json')).json()).toEqual({ denied: 1 });
    expect(ties().map(({ id }) => id)).toEqual(['t2']);
    expect([...terminal.test.store.network.all('pairDecisions')]).toMatchObject([{ kind: 'not-tied' }]);
  });

  it('refuses what is no guess', async () => {
    expect(await terminal.run('confirm', 'ben', 'cem')).toMatchObject({
      exit: 2,
      said: ['Nothing is guessed of Ben Okoro and Cem Aydin.'],
    });
    expect(await terminal.run('confirm')).toMatchObject({ exit: 2 });
    expect(await terminal.run('confirm', 'ana', '--above', '0.1')).toMatchObject({ exit: 2 });
  });
});
