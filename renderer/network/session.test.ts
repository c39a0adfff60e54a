import { describe, expect, it } from 'vitest';
import { HostDouble } from './host-double.testing';
import { noFiles } from './no-files.testing';
import { openSession } from './open-session';
import type { SearchPort } from './search-client';
import type { Session } from './session';

const noSearch = (): SearchPort => ({
  post: () => undefined,
  onMessage: () => undefined,
  stop: () => undefined,
});

async function open(host: HostDouble): Promise<Session> {
  const session = await openSession(host, { startSearch: noSearch, readFiles: noFiles });
  await session.start();
  return session;
}

const contact = (session: Session, id: string) => session.replica.network.get('contacts', id);
const lastToast = (session: Session) => session.toasts.store.getState().at(-1);

describe('the locale', () => {
  it('is the host’s, whatever the window’s own is', async () => {
    const host = new HostDouble();
    host.locale = 'pt-BR';
    expect((await open(host)).hello.locale).toBe('pt-BR');
  });
});

describe('editing', () => {
  it('answers once the edit is in the page’s copy, and offers to undo it', async () => {
    const session = await open(new HostDouble());
    const answer = await session.edit(
      'contact.add',
      { id: 'ana', name: { full: 'Ana' } },
      { done: 'Added Ana' },
    );
    expect(answer).toEqual({ id: 'ana' });
    expect(contact(session, 'ana')?.name.full).toBe('Ana');
    expect(lastToast(session)).toMatchObject({ text: 'Added Ana', action: { label: 'Undo' } });
    expect(session.state.getState().pending).toBe(0);
  });

  it('shows why a command was refused', async () => {
    const session = await open(new HostDouble());
    expect(await session.tell('contact.remove', { id: 'nobody' })).toBeUndefined();
    expect(lastToast(session)).toMatchObject({ level: 'danger' });
    expect(session.canUndo).toBe(false);
  });

  it('keeps what the app does by itself out of undo', async () => {
    const session = await open(new HostDouble());
    await session.edit('atlas.place', { spots: [] }, { undoable: false });
    expect(session.canUndo).toBe(false);
  });
});

describe('undo and redo', () => {
  it('goes back and forth over what this window did, and leaves others alone', async () => {
    const host = new HostDouble();
    const session = await open(host);
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    host.edit('other', 'contact.add', { id: 'bo', name: { full: 'Bo' } });
    await session.edit('contact.edit', { id: 'ana', place: 'Porto' });
    await session.undo();
    expect(contact(session, 'ana')?.place).toBeUndefined();
    await session.undo();
    expect(contact(session, 'ana')).toBeUndefined();
    expect(contact(session, 'bo')?.name.full).toBe('Bo');
    expect(session.canUndo).toBe(false);
    await session.redo();
    await session.redo();
    expect(contact(session, 'ana')?.place).toBe('Porto');
    expect(session.canRedo).toBe(false);
    await session.undo();
    expect(contact(session, 'ana')?.place).toBeUndefined();
  });

  it('asked in haste, takes back as many as were asked for, also what is not answered yet', async () => {
    const session = await open(new HostDouble());
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    await session.edit('contact.edit', { id: 'ana', place: 'Porto' });
    const hasty = session.edit('contact.edit', { id: 'ana', place: 'Lund' });
    await Promise.all([hasty, session.undo(), session.undo()]);
    expect(contact(session, 'ana')?.name.full).toBe('Ana');
    expect(contact(session, 'ana')?.place).toBeUndefined();
    await Promise.all([session.redo(), session.redo()]);
    expect(contact(session, 'ana')?.place).toBe('Lund');
    expect(session.canRedo).toBe(false);
  });

  it('can be asked for before the first edit is answered, and not for what the app does by itself', async () => {
    const session = await open(new HostDouble());
    const placed = session.edit('atlas.place', { spots: [] }, { undoable: false });
    expect(session.canUndo).toBe(false);
    const first = session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    expect(session.canUndo).toBe(true);
    await Promise.all([placed, first, session.undo()]);
    expect(contact(session, 'ana')).toBeUndefined();
    expect(session.canUndo).toBe(false);
    await expect(session.edit('contact.remove', { id: 'nobody' })).rejects.toThrow();
    expect(session.canUndo).toBe(false);
  });

  it('takes one thing back once, however often its toast is pressed', async () => {
    const session = await open(new HostDouble());
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } }, { done: 'Added Ana' });
    const offer = lastToast(session)?.action;
    offer?.perform();
    offer?.perform();
    await session.undo();
    expect(session.undoState.getState().undone).toHaveLength(1);
    expect(contact(session, 'ana')).toBeUndefined();
  });

  it('says in words what stays because it was changed since', async () => {
    const host = new HostDouble();
    const session = await open(host);
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    await session.edit('contact.edit', { id: 'ana', place: 'Porto' });
    host.edit('other', 'contact.edit', { id: 'ana', place: 'Lund' });
    await session.replica.reached(host.seq);
    await session.undo();
    expect(contact(session, 'ana')?.place).toBe('Lund');
    expect(lastToast(session)?.text).toBe('Undone: change contact. Kept as it is: one thing changed since.');
  });

  it('has nothing to do again after something new', async () => {
    const session = await open(new HostDouble());
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    await session.undo();
    await session.edit('contact.add', { id: 'bo', name: { full: 'Bo' } });
    expect(session.canRedo).toBe(false);
  });

  it('takes the lines of one batch for one thing', async () => {
    const host = new HostDouble();
    const session = await open(host);
    const line = {
      type: 'edit',
      client: 'me',
      name: 'import',
      label: 'Import a.csv',
      at: '2026-05-04T09:00:00Z',
    } as const;
    for (const seq of [1, 2, 3]) host.tell({ ...line, seq, batch: 'b1', patches: [] });
    expect(session.undoState.getState().done).toEqual([{ seq: 3, label: 'Import a.csv', batch: 'b1' }]);
  });
});

describe('the selection', () => {
  it('lets go of who is gone', async () => {
    const host = new HostDouble();
    const session = await open(host);
    await session.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    session.select('ana');
    host.edit('other', 'contact.remove', { id: 'ana' });
    await session.replica.reached(host.seq);
    expect(session.selection.getState().contacts).toEqual([]);
  });
});

it('follows what the host says of its file and the day', async () => {
  const host = new HostDouble();
  const session = await open(host);
  host.tell({ type: 'saved', saved: { seq: 3, trouble: 'The disk is full.' } });
  host.tell({ type: 'day', today: '2026-05-05' });
  host.tell({ type: 'closing', reason: 'Kithmap was closed.' });
  expect(session.state.getState()).toMatchObject({
    saved: { trouble: 'The disk is full.' },
    today: '2026-05-05',
    closing: 'Kithmap was closed.',
  });
});
