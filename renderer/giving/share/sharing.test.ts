import { expect, it } from 'vitest';
import { Sharing } from './sharing';

it('keeps whom one chose until it is sent or something else is opened', () => {
  const sharing = new Sharing();
  const state = (): ReturnType<typeof sharing.store.getState> => sharing.store.getState();
  sharing.open('article');
  for (const contact of ['ana', 'ben', 'ana', 'cy']) sharing.choose(contact);
  sharing.unfold('ben');
  expect(state()).toEqual({ shareable: 'article', chosen: ['ben', 'cy'], contact: 'ben' });
  sharing.sent();
  sharing.unfold('ben');
  expect(state()).toMatchObject({ shareable: 'article', chosen: [], contact: undefined });
  sharing.choose('ana');
  sharing.open('other');
  expect(state()).toEqual({ shareable: 'other', chosen: [] });
  sharing.stop();
  expect(state()).toEqual({ chosen: [] });
});
