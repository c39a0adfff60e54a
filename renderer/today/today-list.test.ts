/** The list of Today follows the network, shows the newest answer alone, and every act on it can be taken back. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../shared/json';
import { HostDouble } from '../network/host-double.testing';
import { noFiles } from '../network/no-files.testing';
import { openSession } from '../network/open-session';
import type { Session } from '../network/session';
import { bringBack, keepPromise, logContact, noReplyNeeded, putAside, replyGiven } from './acts';
import { TodayList } from './today-list';

const noSearch = { post: () => undefined, onMessage: () => undefined, stop: () => undefined };

/** Three people are due, and one waits for a reply. */
async function open(
  host = new HostDouble(),
): Promise<{ host: HostDouble; session: Session; list: TodayList }> {
  const give = (name: string, args: JsonObject): void => void host.edit('other', name, args);
  for (const [id, day] of [
    ['ana', '2026-02-01'],
    ['ben', '2026-02-11'],
    ['cy', '2026-02-21'],
  ] as const) {
    give('contact.add', {
      id,
      name: { full: id },
      cadenceDays: 30,
      emails: [{ value: `${id}@example.org` }],
    });
    give('interaction.add', { with: [id], channel: 'mail', direction: 'mine', day });
  }
  give('contact.add', { id: 'witness', name: { full: 'witness' }, neverRemind: true });
  give('interaction.add', {
    with: ['witness'],
    channel: 'mail',
    direction: 'theirs',
    day: '2026-05-01',
    id: 'mail',
  });
  const session = await openSession(host, { startSearch: () => noSearch, readFiles: noFiles });
  await session.start();
  const list = TodayList.of(session);
  await list.ask();
  return { host, session, list };
}

const cardOf = (list: TodayList, id: string): { id: string; name: string; state: string } => {
  const found = list.store.getState().week?.contacts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not on the list.`);
  return found;
};
const standing = (list: TodayList): string[] => list.cards.map(({ id, state }) => `${id} ${state}`);
const first = ['witness open', 'ana open', 'ben open', 'cy open'];

describe('the list of Today', () => {
  it('begins on the first card, and goes to the next when one goes', async () => {
    const { session, list } = await open();
    expect(standing(list)).toEqual(first);
    expect(list.card?.id).toBe('witness');
    list.goTo('ben');
    await putAside(session, cardOf(list, 'ben'), 'skip');
    await list.ask();
    expect(standing(list)).toEqual(['witness open', 'ana open', 'cy open']);
    expect(list.card?.id).toBe('cy');
    list.goTo('cy');
    await putAside(session, cardOf(list, 'cy'), 'elsewhere');
    await list.ask();
    expect(list.card?.id).toBe('ana');
  });

  it('follows edits while somebody looks, and no longer', async () => {
    const { host, list } = await open();
    const end = list.look();
    await expect.poll(() => host.calls.filter((name) => name === 'week').length).toBe(2);
    host.edit('other', 'interaction.add', { with: ['ana'], channel: 'call', day: '2026-05-04' });
    await expect.poll(() => standing(list)).toContain('ana done');
    end();
    const asked = host.calls.length;
    host.edit('other', 'interaction.add', { with: ['ben'], channel: 'call', day: '2026-05-04' });
    await list.ask();
    expect(host.calls.slice(asked).filter((name) => name === 'week')).toHaveLength(1);
  });

  it('shows the answer to the last question, however late an earlier one comes', async () => {
    const { host, list } = await open();
    const answer = host.call;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isComputed = (): void => undefined;
    const computed = new Promise<void>((resolve) => (isComputed = resolve));
    let isFirst = true;
    host.call = async (method, args) => {
      const isHeld = method === 'week' && isFirst;
      if (isHeld) isFirst = false;
      const result = await answer(method, args);
      if (isHeld) {
        isComputed();
        await held;
      }
      return result;
    };
    const early = list.ask();
    await computed;
    host.edit('other', 'interaction.add', { with: ['ana'], channel: 'call', day: '2026-05-04' });
    await list.ask();
    expect(standing(list)).toContain('ana done');
    release();
    await early;
    expect(standing(list)).toContain('ana done');
  });

  it('keeps what it has when it cannot be brought up to date, and says why', async () => {
    const { host, list } = await open();
    const answer = host.call;
    host.call = () => Promise.reject(new Error('The line is down.'));
    await list.ask();
    expect(list.store.getState().failed).toMatch(/./);
    expect(standing(list)).toEqual(first);
    host.call = answer;
    await list.ask();
    expect(list.store.getState().failed).toBeUndefined();
  });
});

describe('an act', () => {
  it('logs contact by a channel, from me where it goes one way', async () => {
    const { host, session, list } = await open();
    await logContact(session, cardOf(list, 'ana'), 'mail');
    await logContact(session, cardOf(list, 'ben'), 'call');
    const made = [...host.network.all('interactions')].filter(({ day }) => day === '2026-05-04');
    expect(made.map(({ with: people, channel, direction }) => [...people, channel, direction])).toEqual([
      ['ana', 'mail', 'mine'],
      ['ben', 'call', 'both'],
    ]);
    await list.ask();
    expect(standing(list)).toEqual(['witness open', 'ana done', 'ben done', 'cy open']);
    await session.undo();
    await session.undo();
    await list.ask();
    expect(standing(list)).toEqual(first);
  });

  it('that put somebody off is taken back by bringing them back', async () => {
    const { session, list } = await open();
    await putAside(session, cardOf(list, 'ben'), 'snooze', '2026-06-03');
    await list.ask();
    expect(cardOf(list, 'ben').state).toBe('put-off');
    await bringBack(session, cardOf(list, 'ben'));
    await list.ask();
    expect(standing(list)).toEqual(first);
  });

  it('answers a reply by what was logged, or says that none is needed without pretending contact', async () => {
    const { host, session, list } = await open();
    const reply = (): NonNullable<ReturnType<typeof list.store.getState>['due']>['replies'] =>
      list.store.getState().due?.replies ?? [];
    const [owed] = reply();
    expect(owed).toMatchObject({ id: 'witness', source: 'mail', marked: false });
    if (owed === undefined) return;
    const count = host.network.count('interactions');
    await noReplyNeeded(session, owed);
    await list.ask();
    expect(reply()).toEqual([]);
    expect(host.network.count('interactions')).toBe(count);
    await session.undo();
    await replyGiven(session, owed);
    await list.ask();
    expect(reply()).toEqual([]);
    expect(host.network.count('interactions')).toBe(count + 1);
    await session.undo();
    host.edit('other', 'owed-reply.add', { contact: 'ana', since: '2026-05-04', id: 'marked' });
    await list.ask();
    const marked = reply().find(({ id }) => id === 'ana');
    expect(marked).toMatchObject({ source: 'marked', marked: true });
    if (marked === undefined) return;
    await replyGiven(session, marked);
    await list.ask();
    expect(reply().map(({ id }) => id)).toEqual(['witness']);
  });

  it('keeps a promise, and for advice that was followed says that its giver was told', async () => {
    const { host, session } = await open();
    host.edit('other', 'commitment.add', {
      id: 'book',
      contact: 'ana',
      by: 'them',
      advice: true,
      text: 'Read',
    });
    await keepPromise(session, { id: 'book', kind: 'advice', name: 'ana' });
    expect(host.network.get('commitments', 'book')).toMatchObject({ doneOn: '2026-05-04' });
    await keepPromise(session, { id: 'book', kind: 'update', name: 'ana' });
    expect(host.network.get('commitments', 'book')).toMatchObject({ toldOn: '2026-05-04' });
  });
});
