import { describe, expect, it } from 'vitest';
import type { Settings } from '../model/entities';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';

/** Changes the settings one after another. */
function changed(...changes: (readonly [day: string, change: Record<string, unknown>])[]): Settings {
  const network = new Network();
  for (const [today, change] of changes) {
    const context = { now: `${today}T09:00:00.000Z`, today, zone: 'UTC', newId: () => 'new' };
    network.apply(run(network, commandNamed('settings.change'), change, context).patches);
  }
  return network.get('settings', 'settings')!;
}

const may = '2026-05-04';
const june = '2026-06-04';

describe('settings', () => {
  it('are made with the first change, and hold the others as they are', () => {
    expect(changed([may, { weeklyLimit: 8 }], [may, { digestHour: 9 }])).toMatchObject({
      weeklyLimit: 8,
      digestHour: 9,
      tooLateAt: 0.5,
    });
  });

  it('lose what is set to null, where they can be without it', () => {
    const goals = { weekGoals: { contacts: 5 }, digestHour: 9 };
    const settings = changed([may, goals], [may, { weekGoals: null, digestHour: null }]);
    expect(settings).not.toHaveProperty('weekGoals');
    expect(settings).not.toHaveProperty('digestHour');
    expect(() => changed([may, { weeklyLimit: null }])).toThrow();
  });

  it('say from when on a cadence by tag holds, anew where its days change', () => {
    const choir = { tag: 'choir', days: 30 };
    expect(changed([may, { tagCadences: [choir] }]).tagCadences).toEqual([{ ...choir, since: may }]);
    const both = [
      { tag: 'Choir', days: 30 },
      { tag: 'club', days: 90 },
    ];
    expect(changed([may, { tagCadences: [choir] }], [june, { tagCadences: both }]).tagCadences).toEqual([
      { ...both[0], since: may },
      { ...both[1], since: june },
    ]);
    const sooner = { tag: 'choir', days: 14 };
    expect(changed([may, { tagCadences: [choir] }], [june, { tagCadences: [sooner] }]).tagCadences).toEqual([
      { ...sooner, since: june },
    ]);
  });

  it('refuse what cannot be', () => {
    for (const change of [
      { weeklyLimit: 0 },
      { weeklyLimit: 101 },
      { digestHour: 24 },
      { weekGoals: { contacts: 0 } },
      { weekGoals: { talks: 101 } },
      { tagCadences: [{ tag: 'choir', days: 6 }] },
      { tagCadences: [{ tag: ' ', days: 30 }] },
      { me: 'ana' },
    ]) {
      expect(() => changed([may, change])).toThrow();
    }
    expect(() => changed([may, { dueAt: 1, tooLateAt: 0.5 }])).toThrow(
      'Nobody can be too late before they are due.',
    );
    expect(() => changed([may, { dueAt: 0.6 }])).toThrow(/too late/);
    const twice = [
      { tag: 'choir', days: 30 },
      { tag: 'Choir ', days: 60 },
    ];
    expect(() => changed([may, { tagCadences: twice }])).toThrow('The tag “Choir” has a cadence already.');
  });
});
