import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Dialogs } from './dialogs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands what was typed before its field was there to the dialog that opens, and to no later one', () => {
  const dialogs = new Dialogs();
  expect(dialogs.isOpening).toBe(false);
  dialogs.open('palette');
  expect(dialogs.isOpening).toBe(true);
  dialogs.typeAhead('a');
  dialogs.typeAhead('n');
  const typed: string[] = [];
  const end = dialogs.onTyped((text) => typed.push(text));
  dialogs.typeAhead('a');
  expect(typed).toEqual(['an', 'a']);

  end();
  dialogs.typeAhead('b');
  dialogs.open('note');
  dialogs.onTyped((text) => typed.push(text));
  expect(typed).toEqual(['an', 'a']);
});

it('is opening for a moment only, and not once it is closed', () => {
  const dialogs = new Dialogs();
  dialogs.open('palette');
  vi.advanceTimersByTime(2_000);
  expect(dialogs.isOpening).toBe(false);
  dialogs.open('palette');
  dialogs.close();
  expect(dialogs.isOpening).toBe(false);
});
