import { beforeEach, describe, expect, it } from 'vitest';
import type { HostEvent } from '../../shared/contract';
import { HostDouble } from './host-double.testing';
import { noFiles } from './no-files.testing';
import { openSession } from './open-session';
import { Regrouping } from './regrouping';
import type { Session } from './session';

const cluster = (id: string) => ({
  id,
  basis: 'ties' as const,
  people: 3,
  name: null,
  tint: 1,
  agreement: null,
  clarity: null,
});
const anew = {
  regrouped: true,
  clusters: [cluster('work'), cluster('choir')],
  members: [{ contact: 'bo', cluster: 'choir' }],
};

let host: HostDouble;
let session: Session;
let regrouping: Regrouping;
const said = (): string[] => session.toasts.store.getState().map(({ text }) => text);

/** What came last, as if an import had done it. */
function asBatch(): HostEvent {
  const last = host.edits.at(-1);
  if (last === undefined) throw new Error('Nothing was done.');
  return { ...last, batch: 'import-1' };
}

beforeEach(async () => {
  host = new HostDouble();
  for (const id of ['ana', 'bo', 'cy', 'di']) host.edit('other', 'contact.add', { id, name: { full: id } });
  host.edit('other', 'atlas.partition', {
    clusters: ['work', 'choir'].map((id) => ({ id, name: id, tint: 1 })),
    gone: [],
    members: ['ana', 'bo', 'cy', 'di'].map((id) => ({ id, cluster: 'work' })),
  });
  session = await openSession(host, {
    startSearch: () => ({ post: () => undefined, onMessage: () => undefined, stop: () => undefined }),
    readFiles: noFiles,
  });
  await session.start();
  regrouping = new Regrouping(session);
  session.subscribe((event) => regrouping.follow(event));
  regrouping.settled();
});

describe('groups found anew', () => {
  it('are said once, with the edits they follow and what became of the names', async () => {
    await session.edit('tie.add', { a: 'ana', b: 'bo' });
    await session.edit('tie.add', { a: 'bo', b: 'cy' });
    regrouping.heard(anew);
    regrouping.heard(anew);
    expect(said()).toEqual(['The groups were found anew after 2 changes to ties; names were carried over.']);
  });

  it('say how many names were lost', async () => {
    await session.edit('tie.add', { a: 'ana', b: 'bo' });
    regrouping.heard({ ...anew, clusters: [cluster('choir'), cluster('new')] });
    expect(said()).toEqual([
      'The groups were found anew after 1 change to ties; 1 of 2 names were carried over.',
    ]);
  });

  it('are not said when nothing was edited, by others only, or no ties', async () => {
    regrouping.heard(anew);
    host.edit('other', 'tie.add', { a: 'ana', b: 'bo' });
    await session.edit('contact.edit', { id: 'ana', place: 'Porto' });
    regrouping.heard(anew);
    expect(said()).toEqual([]);
  });

  it('are not said of the first look, nor after an import, though edits went before it', async () => {
    regrouping.reset();
    await session.edit('tie.add', { a: 'ana', b: 'bo' });
    regrouping.heard(anew);
    regrouping.settled();
    await session.edit('tie.add', { a: 'bo', b: 'cy' });
    regrouping.follow(asBatch());
    regrouping.heard(anew);
    expect(said()).toEqual([]);
  });

  it('are not said while another day is looked at, nor where nobody has moved', async () => {
    await session.edit('tie.add', { a: 'ana', b: 'bo' });
    session.analysis.past.setState({ day: '2025-01-01' });
    regrouping.heard(anew);
    session.analysis.past.setState({}, true);
    regrouping.heard({ ...anew, regrouped: false });
    regrouping.heard({ ...anew, members: [{ contact: 'bo', cluster: 'work' }] });
    expect(said()).toEqual([]);
    regrouping.heard(anew);
    expect(said()).toHaveLength(1);
  });
});
