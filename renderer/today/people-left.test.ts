/** The count beside Today: known some time after the start, after edits, and from the list where that is looked at. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostDouble } from '../network/host-double.testing';
import { noFiles } from '../network/no-files.testing';
import { openSession } from '../network/open-session';
import { PeopleLeft } from './people-left';
import { TodayList } from './today-list';

const noSearch = { post: () => undefined, onMessage: () => undefined, stop: () => undefined };

async function open(): Promise<{ host: HostDouble; list: TodayList; left: PeopleLeft }> {
  const host = new HostDouble();
  for (const id of ['ana', 'ben', 'cy']) {
    host.edit('other', 'contact.add', { id, name: { full: id }, cadenceDays: 30 });
    host.edit('other', 'interaction.add', { with: [id], channel: 'call', day: '2026-02-01' });
  }
  host.edit('other', 'contact.add', { id: 'witness', name: { full: 'witness' }, neverRemind: true });
  host.edit('other', 'interaction.add', { with: ['witness'], channel: 'call', day: '2026-05-01' });
  const session = await openSession(host, { startSearch: () => noSearch, readFiles: noFiles });
  await session.start();
  return { host, list: TodayList.of(session), left: PeopleLeft.of(session) };
}

const asked = (host: HostDouble): number => host.calls.filter((call) => call === 'week').length;
const talk = (host: HostDouble, id: string): void =>
  void host.edit('other', 'interaction.add', { with: [id], channel: 'call', day: '2026-05-04' });

describe('how many people are left', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is asked for once, well after the start, and once after many edits', async () => {
    const { host, left } = await open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked(host)).toBe(0);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(left.store.getState()).toEqual({ left: 3 });
    for (const id of ['ana', 'ben']) talk(host, id);
    host.edit('other', 'tie.add', { a: 'ana', b: 'ben' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(left.store.getState()).toEqual({ left: 1 });
    expect(asked(host)).toBe(2);
    host.edit('other', 'tie.add', { a: 'ana', b: 'cy' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked(host)).toBe(2);
  });

  it('is that of the list while somebody looks at it, without asking', async () => {
    const { host, list, left } = await open();
    const end = list.look();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(left.store.getState()).toEqual({ left: 3 });
    expect(asked(host)).toBe(1);
    talk(host, 'ana');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(left.store.getState()).toEqual({ left: 2 });
    expect(asked(host)).toBe(2);
    end();
  });
});
