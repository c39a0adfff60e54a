import { describe, expect, it } from 'vitest';
import { HostDouble } from '../network/host-double.testing';
import { Replica } from '../network/replica';
import { CaptureState } from './capture-state';

async function opened(host: HostDouble): Promise<CaptureState> {
  const replica = new Replica(host);
  host.subscribe((event) => replica.receive(event));
  await replica.fill();
  const state = new CaptureState(replica);
  if (!state.reading.getState().ready) {
    await new Promise<void>((resolve) => {
      const end = state.reading.subscribe(({ ready }) => {
        if (!ready) return;
        end();
        resolve();
      });
    });
  }
  return state;
}

const named = (state: CaptureState, name: string): string[] =>
  state.people.named(name).people.map(({ id }) => id);

describe('whom quick capture knows', () => {
  it('is everybody, and what every edit makes of them', async () => {
    const host = new HostDouble();
    for (const id of ['ana', 'ben']) host.edit('w', 'contact.add', { id, name: { full: id } });
    const state = await opened(host);
    expect(named(state, 'ana')).toEqual(['ana']);
    const { revision } = state.reading.getState();
    host.edit('w', 'contact.edit', { id: 'ana', name: { full: 'Annika' } });
    host.edit('w', 'contact.add', { id: 'cem', name: { full: 'Cem' } });
    host.edit('w', 'contact.remove', { id: 'ben' });
    await expect
      .poll(() => [named(state, 'annika'), named(state, 'cem'), named(state, 'ben')])
      .toEqual([['ana'], ['cem'], []]);
    expect(named(state, 'ana')).toEqual([]);
    expect(state.reading.getState().revision).toBeGreaterThan(revision);
  });

  it('offers last whom one has not met, and never the owner', async () => {
    const host = new HostDouble();
    for (const id of ['alma', 'alva']) host.edit('w', 'contact.add', { id, name: { full: id } });
    host.edit('w', 'interaction.add', { with: ['alva'], day: '2026-05-01', channel: 'call' });
    host.edit('w', 'me.set', { name: { full: 'Al' } });
    const state = await opened(host);
    expect(state.people.complete('al', 8).map(({ id }) => id)).toEqual(['alva', 'alma']);
  });
});

describe('what was typed and not logged', () => {
  it('is kept apart for each person it was begun with', async () => {
    const host = new HostDouble();
    host.edit('w', 'contact.add', { id: 'ana', name: { full: 'Ana Silva' } });
    const state = await opened(host);
    expect(state.draft(['ana']).text).toBe('@Ana Silva, ');
    state.keep(['ana'], { text: '@Ana Silva, called', added: [] });
    expect(state.draft([]).text).toBe('');
    expect(state.draft(['ana']).text).toBe('@Ana Silva, called');
    state.forget(['ana']);
    expect(state.draft(['ana']).text).toBe('@Ana Silva, ');
  });
});
