import { describe, expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

async function desk(): Promise<TestTerminal> {
  const terminal = new TestTerminal();
  const give = terminal.give.bind(terminal);
  await give('contact.add', {
    id: 'kat',
    name: { full: 'Katarzyna Mazur' },
    phones: [{ value: '+48 601 234 567' }],
  });
  await give('contact.add', {
    id: 'kasia',
    name: { full: 'Kasia Mazur' },
    phones: [{ value: '0048601234567' }],
    place: 'Gdańsk',
  });
  await give('contact.add', { id: 'ben', name: { full: 'Ben Okoro' } });
  await give('interaction.add', { id: 'call', channel: 'call', with: ['kasia'], day: '2026-05-01' });
  return terminal;
}

describe('kithmap duplicates, merge and split', () => {
  it('lists who may be there twice, puts them together and takes them apart', async () => {
    const terminal = await desk();
    const listed = await terminal.run('duplicates');
    expect(listed).toMatchObject({ exit: 1, said: [] });
    expect(listed.out).toContain('1 pair may be one person, 1 of them for certain.');
    expect(listed.out).toContain('Kasia Mazur @{kasia} and Katarzyna Mazur @{kat}: certain');
    expect(listed.out).toContain('  + The same number (+48601234567)');
    const { pairs, certain } = (await terminal.run('duplicates', '--json')).json();
    expect(certain).toBe(1);
    expect(pairs).toMatchObject([{ a: { id: 'kasia' }, b: { id: 'kat' }, certain: true }]);

    await terminal.give('pair.same-later', { a: 'kat', b: 'kasia' });
    expect(await terminal.run('duplicates')).toMatchObject({
      exit: 0,
      out: 'Nobody seems to be in your network twice.\n1 pair put off until later\n',
    });

    const merged = await terminal.run('merge', 'Katarzyna Mazur', 'Kasia Mazur', '--keep', 'place=mine');
    expect(merged).toMatchObject({ exit: 0, said: [] });
    const { network } = terminal.test.store;
    expect(network.get('contacts', 'kat')).toMatchObject({ nicknames: ['Kasia Mazur'] });
    expect(network.get('contacts', 'kat')?.place).toBeUndefined();
    expect(network.get('interactions', 'call')?.with).toEqual(['kat']);
    expect((await terminal.run('duplicates')).out).toBe('Nobody seems to be in your network twice.\n');

    const apart = await terminal.run('split', 'Katarzyna', 'Mazur');
    expect(apart.out).toBe('Katarzyna Mazur and Kasia Mazur are two contacts again.\n');
    expect(network.get('interactions', 'call')?.with).toEqual(['kasia']);
    // They were taken apart on purpose.
    expect((await terminal.run('duplicates')).out).toContain('Nobody seems');
  });

  it('says what of introductions goes with a merge', async () => {
    const terminal = await desk();
    await terminal.give('introduction.add', { id: 'i', a: 'kat', b: 'kasia', stage: 'idea' });
    expect((await terminal.run('merge', '@{kat}', '@{kasia}')).out).toBe(
      'Kasia Mazur and Katarzyna Mazur are one contact now. 1 introduction between the two went with it. kithmap split takes them apart.\n',
    );
    await terminal.run('split', 'Katarzyna', 'Mazur');
    expect(terminal.test.store.network.get('introductions', 'i')).toMatchObject({ a: 'kat', b: 'kasia' });
  });

  it('refuses what could mean several, what is no field, and what was never merged', async () => {
    const terminal = await desk();
    const several = await terminal.run('merge', 'Mazur', 'Ben');
    expect(several.exit).toBe(2);
    expect(several.said.join()).toContain('@{kasia}');
    expect(await terminal.run('merge', '@{kat}', '@{kasia}', '--keep', 'shoes=mine')).toMatchObject({
      exit: 2,
    });
    expect(await terminal.run('merge', '@{kat}', '@{kat}')).toMatchObject({ exit: 2 });
    expect(await terminal.run('split', 'Ben')).toMatchObject({ exit: 2 });
  });
});
