import { describe, expect, it } from 'vitest';
import type { Action } from './actions';
import { ariaKey, KeyReader, type KeyRules, keyWords, shownKey, worksHere } from './keys';

const desktop: KeyRules = { reservedKeys: false, letterKeys: true, mac: false };
const tab: KeyRules = { ...desktop, reservedKeys: true };
const action = (id: string, ...keys: string[]): Action => ({
  id,
  label: id,
  section: 'Edit',
  keys,
  perform: () => undefined,
});
const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'inText', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  inText: false,
  ...held,
});

describe('which keys work here', () => {
  it('leaves Ctrl+N and Ctrl+1 to the browser', () => {
    const note = action('note', 'mod+n', 'c');
    expect(shownKey(note, desktop)).toBe('mod+n');
    expect(shownKey(note, tab)).toBe('c');
    expect(worksHere('mod+k', tab)).toBe(true);
  });

  it('switches letter keys off, and only those', () => {
    const off = { ...tab, letterKeys: false };
    expect(['c', '?', 'g p', 'Escape', 'mod+k', 'Delete'].filter((key) => worksHere(key, off))).toEqual([
      'Escape',
      'mod+k',
      'Delete',
    ]);
  });
});

describe('what a press means', () => {
  const all = [
    action('note', 'c'),
    action('people', 'g p'),
    action('palette', 'mod+k'),
    action('redo', 'mod+shift+z'),
    action('remove', 'Delete'),
  ];
  const read = (...presses: (readonly [ReturnType<typeof press>, number])[]) => {
    const reader = new KeyReader();
    return presses.map(([one, at]) => reader.read(one, all, tab, at)?.id);
  };

  it('finds single keys, held keys and keys one after the other', () => {
    expect(read([press('c'), 0])).toEqual(['note']);
    expect(read([press('k', { ctrlKey: true }), 0])).toEqual(['palette']);
    expect(read([press('Z', { metaKey: true, shiftKey: true }), 0])).toEqual(['redo']);
    expect(read([press('g'), 0], [press('p'), 500])).toEqual([undefined, 'people']);
  });

  it('forgets the first key of two after a while, or when another comes between', () => {
    expect(read([press('g'), 0], [press('p'), 5_000])).toEqual([undefined, undefined]);
    expect(read([press('g'), 0], [press('c'), 100])).toEqual([undefined, 'note']);
  });

  it('leaves letters in text alone, but not held keys', () => {
    expect(read([press('c', { inText: true }), 0])).toEqual([undefined]);
    expect(read([press('k', { ctrlKey: true, inText: true }), 0])).toEqual(['palette']);
  });

  it('leaves the keys that edit text to it: Delete takes out a letter there, and a person elsewhere', () => {
    expect(read([press('Delete', { inText: true }), 0])).toEqual([undefined]);
    expect(read([press('Delete'), 0])).toEqual(['remove']);
  });
});

it('says keys as caps and to screen readers', () => {
  expect(keyWords('mod+shift+z', false)).toBe('Ctrl Shift Z');
  expect(keyWords('mod+k', true)).toBe('⌘ K');
  expect(keyWords('+', false)).toBe('+');
  expect(keyWords('mod++', false)).toBe('Ctrl +');
  expect(ariaKey('mod+k', false)).toBe('Control+k');
  expect(ariaKey('g p', false)).toBeUndefined();
});
