import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostDouble } from '../network/host-double.testing';
import { noFiles } from '../network/no-files.testing';
import { openSession } from '../network/open-session';
import type { Session } from '../network/session';
import { questionOf, Ways } from './ways';

const noSearch = { post: () => undefined, onMessage: () => undefined, stop: () => undefined };

let session: Session;
let ways: Ways;
let me: string;

beforeEach(async () => {
  vi.stubGlobal('history', { pushState: () => undefined });
  const host = new HostDouble();
  for (const id of ['ana', 'ben', 'cem']) {
    host.edit('other', 'contact.add', { id, name: { full: id } });
  }
  host.edit('other', 'me.set', { name: { full: 'Mara' } });
  session = await openSession(host, { startSearch: () => noSearch, readFiles: noFiles });
  await session.start();
  ways = Ways.of(session);
  me = session.replica.network.get('settings', 'settings')?.me ?? '';
});
afterEach(() => void vi.unstubAllGlobals());

const state = () => ways.store.getState();
const ana = { kind: 'contact', id: 'ana' } as const;

describe('looking for ways', () => {
  it('asks nothing until it is said to whom', () => {
    expect(questionOf(state())).toBeUndefined();
    ways.open();
    expect(questionOf(state())).toBeUndefined();
    ways.to(ana);
    expect(questionOf(state())).toEqual({ to: ana, avoid: [], onlyKnown: false, k: 3 });
  });

  it('goes to the map, and nobody stands before the answer', () => {
    session.select('ana');
    session.navigation.go('people');
    ways.open(ana);
    expect(session.navigation.store.getState().screen).toBe('atlas');
    expect(session.selection.getState().contacts).toEqual([]);
    // Who stood there before stands there again.
    ways.leave();
    expect(state().isOpen).toBe(false);
    expect(session.selection.getState().contacts).toEqual(['ana']);
    ways.open(ana);
    ways.leave();
    session.select(undefined);
    ways.open(ana);
    ways.leave();
    expect(session.selection.getState().contacts).toEqual([]);
  });

  it('begins with me where I am named, or nobody', () => {
    ways.open(ana, me);
    expect(state().from).toBeUndefined();
    ways.from('ben');
    expect(questionOf(state())).toMatchObject({ from: 'ben' });
    ways.from(undefined);
    expect(state().from).toBeUndefined();
  });

  it('leaves people and guesses out, and lets them in again; another question looks at no way yet', () => {
    ways.open(ana);
    ways.choose('me ben ana');
    ways.avoid('ben');
    ways.avoid('ben');
    ways.avoid('cem');
    expect(state()).toMatchObject({ avoid: ['ben', 'cem'], chosen: undefined });
    ways.letIn(['ben']);
    ways.onlyKnown(true);
    expect(questionOf(state())).toMatchObject({ avoid: ['cem'], onlyKnown: true });
    ways.open(ana);
    expect(questionOf(state())).toMatchObject({ avoid: [], onlyKnown: false });
  });

  it('between two who are picked lasts as long as just these are', () => {
    session.selection.setState({ contacts: ['ana', me] }, true);
    ways.between('ana', me);
    expect(questionOf(state())).toMatchObject({ to: ana });
    expect(state().isOpen).toBe(true);
    session.selection.setState({ contacts: ['ana', me, 'ben'] }, true);
    expect(state().isOpen).toBe(false);
    session.selection.setState({ contacts: ['ana', 'ben'] }, true);
    ways.between('ana', 'ben');
    expect(questionOf(state())).toMatchObject({ from: 'ana', to: { kind: 'contact', id: 'ben' } });
    session.select(undefined);
    expect(state().isOpen).toBe(false);
  });

  it('stays while somebody on the way is looked at, and ends where something is highlighted', () => {
    ways.open(ana);
    session.select('ben');
    expect(state().isOpen).toBe(true);
    session.atlas.set({ highlight: 'cooling' });
    expect(state().isOpen).toBe(false);
  });
});
