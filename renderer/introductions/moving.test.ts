import { beforeEach, describe, expect, it } from 'vitest';
import type { Introduction, Stage } from '../../shared/model/entities';
import { HostDouble } from '../network/host-double.testing';
import { noFiles } from '../network/no-files.testing';
import { openSession } from '../network/open-session';
import type { SearchPort } from '../network/search-client';
import type { Session } from '../network/session';
import { Introducing } from './introducing';
import { LetterDesk } from './letters/letter-desk';
import { moveIntroduction, stageBeside, waysFrom } from './moving';

const noSearch = (): SearchPort => ({
  post: () => undefined,
  onMessage: () => undefined,
  stop: () => undefined,
});

let host: HostDouble;
let session: Session;
const intro = (): Introduction => {
  const introduction = session.replica.network.get('introductions', 'i');
  if (introduction === undefined) throw new Error('It is not there.');
  return introduction;
};
const state = (): ReturnType<Introducing['store']['getState']> => Introducing.of(session).store.getState();

beforeEach(async () => {
  host = new HostDouble();
  for (const id of ['ana', 'ben']) host.edit('other', 'contact.add', { id, name: { full: id } });
  host.edit('other', 'introduction.start', { id: 'i', a: 'ana', b: 'ben' });
  session = await openSession(host, { startSearch: noSearch, readFiles: noFiles });
  await session.start();
});

describe('where an introduction can go', () => {
  it.each<[Stage, readonly Stage[], readonly Stage[], readonly Stage[]]>([
    ['idea', ['asked', 'agreed', 'introduced'], [], ['not-now', 'declined', 'withdrawn']],
    ['introduced', ['met', 'outcome', 'thanked'], ['idea', 'asked', 'agreed'], []],
    ['not-now', ['idea', 'asked', 'agreed', 'introduced'], [], ['declined', 'withdrawn']],
    ['thanked', [], ['idea', 'asked', 'agreed', 'introduced', 'met', 'outcome'], []],
  ])('from %s', (stage, on, back, ends) => {
    expect(waysFrom({ ...intro(), stage })).toEqual({ on, back, ends });
  });

  it('is the stage beside it, for the keys, and none beside what ended', () => {
    expect(stageBeside(intro(), 1)).toBe('asked');
    expect(stageBeside(intro(), -1)).toBeUndefined();
    expect(stageBeside({ ...intro(), stage: 'thanked' }, 1)).toBeUndefined();
    expect(stageBeside({ ...intro(), stage: 'declined' }, 1)).toBeUndefined();
  });
});

describe('moving', () => {
  it('is done at once where there is nothing to tell, and followed by the focus', async () => {
    await moveIntroduction(session, intro(), 'asked');
    expect(intro().stage).toBe('asked');
    expect(state()).toMatchObject({ current: 'i', isMoving: true, fault: undefined });
    expect(session.toasts.store.getState().at(-1)).toMatchObject({
      text: 'Moved to “Asked”: ana and ben',
      action: { label: 'Undo' },
    });
    await moveIntroduction(session, intro(), 'idea');
    expect(intro().stage).toBe('idea');
    expect(session.dialogs.store.getState().open).toBeUndefined();
  });

  it('asks first where there is, and is refused before anybody fills in a form', async () => {
    await moveIntroduction(session, intro(), 'introduced');
    expect(intro().stage).toBe('idea');
    expect(session.dialogs.store.getState().open?.name).toBe('introduction-step');
    expect(Introducing.of(session).asking).toEqual({ id: 'i', stage: 'introduced' });
    session.dialogs.close();
    await moveIntroduction(session, intro(), 'met');
    expect(session.dialogs.store.getState().open).toBeUndefined();
    expect(state().fault).toEqual({
      id: 'i',
      text: '“Met” cannot follow “Idea”. What comes next is “Asked”, “Both agreed” or “Introduced”.',
    });
  });
});

describe('a letter that is written', () => {
  const letter = { introduction: 'i', use: 'ask', to: ['ana'] } as const;
  const kept = (): unknown[] => [...session.replica.network.all('drafts')].map(({ body }) => body);

  it('is kept when one goes on, once, and with what was typed meanwhile', async () => {
    const desk = LetterDesk.of(session);
    desk.write(letter, { subject: 'S', text: 'Hi' });
    expect(desk.wordsOf(letter)).toEqual({ subject: 'S', text: 'Hi' });
    const first = desk.keep(letter);
    desk.write(letter, { subject: 'S', text: 'Hi Ana' });
    await first;
    expect(kept()).toEqual(['Hi']);
    expect(desk.wordsOf(letter)?.text).toBe('Hi Ana');
    await Promise.all([desk.keep(letter), desk.keep(letter)]);
    expect(kept()).toEqual(['Hi Ana']);
    expect(desk.wordsOf(letter)).toBeUndefined();
    const { length } = host.edits;
    await desk.keep(letter);
    expect(host.edits).toHaveLength(length);
    await session.undo();
    expect(kept()).toEqual(['Hi']);
    desk.stop();
  });

  it('stays with the reason where it could not be kept, until it is typed in again', async () => {
    const desk = LetterDesk.of(session);
    host.edit('other', 'introduction.remove', { id: 'i' });
    desk.write(letter, { subject: '', text: 'Hi' });
    await desk.keep(letter);
    expect(desk.wordsOf(letter)).toMatchObject({ text: 'Hi', fault: expect.stringContaining('no longer') });
    desk.write(letter, { subject: '', text: 'Hi again' });
    expect(desk.wordsOf(letter)).toEqual({ subject: '', text: 'Hi again' });
    desk.stop();
  });
});
