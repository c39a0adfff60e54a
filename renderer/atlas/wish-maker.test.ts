import { beforeEach, describe, expect, it } from 'vitest';
import { HostDouble } from '../network/host-double.testing';
import { noFiles } from '../network/no-files.testing';
import { openSession } from '../network/open-session';
import type { Session } from '../network/session';
import type { MapWish } from './map/map-wishes';
import { AtlasModel } from './scene/atlas-model';
import { WishMaker } from './wish-maker';

const noSearch = { post: () => undefined, onMessage: () => undefined, stop: () => undefined };

let session: Session;
let maker: WishMaker;

beforeEach(async () => {
  session = await openSession(new HostDouble(), { startSearch: () => noSearch, readFiles: noFiles });
  await session.start();
  const model = new AtlasModel();
  for (const id of ['ana', 'ben', 'cem']) {
    const about = { warmth: 0, cooling: id === 'cem', connector: false, pinned: false, isMe: false };
    model.setPerson({ id, name: id, x: 0, y: 0, diameter: 9, ...about });
  }
  maker = new WishMaker(session, session.atlas, model);
});

const wish = (): MapWish => maker.make({ revision: 1, level: 'everyone', focused: undefined });
const way = { people: [undefined, 'ben', 'ana'], known: [true, true], isChosen: true };
const arc = { a: 'ana', b: 'cem', look: 'idea' } as const;

describe('what the map is to show', () => {
  it('has everybody as they are while nothing is looked for or highlighted', () => {
    session.atlas.set({ arcs: [arc] });
    expect(wish().meant).toBeUndefined();
    expect([...wish().linked]).toEqual(['ana', 'cem']);
  });

  it('has everybody step back who is on no way, and arcs as well', () => {
    session.atlas.set({ ways: [way], arcs: [arc], highlight: 'cooling' });
    expect([...(wish().meant ?? [])]).toEqual(['ben', 'ana']);
    expect([...wish().linked]).toEqual(['ben', 'ana']);
  });

  it('means by the highlight of introductions whoever is brought together', () => {
    session.atlas.set({ arcs: [arc], highlight: 'introductions' });
    expect([...(wish().meant ?? [])]).toEqual(['ana', 'cem']);
    session.atlas.set({ highlight: 'cooling' });
    expect([...(wish().meant ?? [])]).toEqual(['cem']);
  });

  it('keeps the names of the way that is looked at, and of those who are being brought together', () => {
    session.atlas.set({ ways: [way, { people: ['ana', 'cem'], known: [true], isChosen: false }] });
    expect([...wish().named]).toEqual(['ben', 'ana']);
    expect(wish().linked.size).toBe(3);
    session.atlas.set({ ways: undefined, arcs: [arc, { a: 'ben', b: 'cem', look: 'suggested' }] });
    expect([...wish().named]).toEqual(['ana', 'cem']);
    expect(wish().linked.size).toBe(3);
  });

  it('hands on the same sets as long as nothing changes', () => {
    session.atlas.set({ ways: [way] });
    const before = wish();
    expect(wish().linked).toBe(before.linked);
    expect(wish().selected).toBe(before.selected);
  });
});
