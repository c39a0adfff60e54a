import { describe, expect, it, vi } from 'vitest';
import { HostDouble } from './host-double.testing';
import { Replica } from './replica';

function connected(host: HostDouble): Replica {
  const replica = new Replica(host);
  host.subscribe((event) => replica.receive(event));
  return replica;
}

function add(host: HostDouble, id: string, name: string): void {
  host.edit('other', 'contact.add', { id, name: { full: name } });
}

const names = (replica: Replica): string[] => replica.list('contacts').map(({ name }) => name.full);

describe('filling', () => {
  it('reads every slice and says when it is ready', async () => {
    const host = new HostDouble();
    for (const name of ['Ana', 'Bo', 'Cem', 'Dana', 'Eve']) add(host, name.toLowerCase(), name);
    const replica = connected(host);
    expect(replica.state.getState().kind).toBe('filling');
    await replica.fill();
    expect(replica.state.getState().kind).toBe('ready');
    expect(names(replica)).toEqual(['Ana', 'Bo', 'Cem', 'Dana', 'Eve']);
    expect(replica.seq).toBe(5);
  });

  it('takes in edits that come while it fills, and none of them twice', async () => {
    const host = new HostDouble();
    for (const name of ['Ana', 'Bo', 'Cem', 'Dana', 'Eve']) add(host, name.toLowerCase(), name);
    let slices = 0;
    host.betweenSlices = () => {
      slices += 1;
      if (slices === 1) host.edit('other', 'contact.edit', { id: 'eve', name: { full: 'Eva' } });
      if (slices === 2) host.edit('other', 'contact.remove', { id: 'ana' });
      if (slices === 3) add(host, 'fay', 'Fay');
    };
    const replica = connected(host);
    await replica.fill();
    expect(names(replica).toSorted()).toEqual(['Bo', 'Cem', 'Dana', 'Eva', 'Fay']);
    expect(replica.seq).toBe(host.seq);
  });

  it('says why it failed, and can be filled again', async () => {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    const call = host.call;
    host.call = () => Promise.reject(new Error('gone'));
    const replica = connected(host);
    await replica.fill();
    expect(replica.state.getState()).toMatchObject({ kind: 'failed' });
    host.call = call;
    await replica.fill();
    expect(names(replica)).toEqual(['Ana']);
  });
});

describe('following edits', () => {
  it('asks for edits it missed and applies them in order', async () => {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    const replica = connected(host);
    await replica.fill();
    host.loses = (event) => event.type === 'edit' && event.seq < 4;
    host.edit('other', 'contact.edit', { id: 'ana', place: 'Porto' });
    add(host, 'bo', 'Bo');
    host.edit('other', 'contact.edit', { id: 'ana', place: 'Lund' });
    await replica.reached(4);
    expect(names(replica)).toEqual(['Ana', 'Bo']);
    expect(replica.network.get('contacts', 'ana')?.place).toBe('Lund');
    expect(host.calls).toContain('changes');
  });

  it('reads all anew when the network was replaced', async () => {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    const replica = connected(host);
    await replica.fill();
    host.loses = (event) => event.type === 'edit';
    add(host, 'bo', 'Bo');
    host.tell({ type: 'reload' });
    await vi.waitFor(() => expect(names(replica)).toEqual(['Ana', 'Bo']));
  });

  it('wakes those who look at what changed, and nobody else', async () => {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    add(host, 'bo', 'Bo');
    const replica = connected(host);
    await replica.fill();
    const [ana, bo, table, ties] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    replica.watch('contacts', 'ana', ana);
    const end = replica.watch('contacts', 'bo', bo);
    replica.watch('contacts', undefined, table);
    replica.watch('ties', undefined, ties);
    host.edit('other', 'contact.edit', { id: 'ana', place: 'Porto' });
    await replica.reached(host.seq);
    expect([ana, bo, table, ties].map((watcher) => watcher.mock.calls.length)).toEqual([1, 0, 1, 0]);
    end();
    host.edit('other', 'contact.edit', { id: 'bo', place: 'Lund' });
    await replica.reached(host.seq);
    expect(bo).not.toHaveBeenCalled();
  });

  it('keeps a list the same until something in it changes', async () => {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    const replica = connected(host);
    await replica.fill();
    const before = replica.list('contacts');
    expect(replica.list('contacts')).toBe(before);
    add(host, 'bo', 'Bo');
    await replica.reached(host.seq);
    expect(replica.list('contacts')).not.toBe(before);
  });
});

describe('summaries', () => {
  async function withCall(): Promise<{ host: HostDouble; replica: Replica }> {
    const host = new HostDouble();
    add(host, 'ana', 'Ana');
    const first = { id: 'i1', with: ['ana'], day: '2026-03-01', channel: 'call' };
    host.edit('other', 'interaction.add', first);
    const replica = connected(host);
    await replica.fill();
    return { host, replica };
  }

  it('come with the slices and follow what is noted', async () => {
    const { host, replica } = await withCall();
    expect(replica.summary('ana')).toEqual({ last: '2026-03-01', count: 1 });
    host.edit('other', 'interaction.add', { id: 'i2', with: ['ana'], day: '2026-04-01', channel: 'call' });
    host.edit('other', 'interaction.add', {
      with: ['ana'],
      day: '2026-06-01',
      channel: 'call',
      planned: true,
    });
    await replica.reached(host.seq);
    expect(replica.summary('ana')).toEqual({ last: '2026-04-01', count: 2 });
  });

  it('asks the host for the last contact when the last one goes', async () => {
    const { host, replica } = await withCall();
    host.edit('other', 'interaction.add', { id: 'i2', with: ['ana'], day: '2026-04-01', channel: 'call' });
    host.edit('other', 'interaction.remove', { id: 'i2' });
    await replica.reached(host.seq);
    await vi.waitFor(() => expect(replica.summary('ana')).toEqual({ last: '2026-03-01', count: 1 }));
  });

  it('follows an interaction that was moved to another day', async () => {
    const { host, replica } = await withCall();
    host.edit('other', 'interaction.edit', { id: 'i1', day: '2026-02-02' });
    await replica.reached(host.seq);
    await vi.waitFor(() => expect(replica.summary('ana')).toEqual({ last: '2026-02-02', count: 1 }));
  });
});
