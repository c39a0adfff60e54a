import { describe, expect, test } from 'vitest';
import { Network } from '../model/network';
import type { Patch } from '../model/patch';
import { sliceLength } from './feed';
import { changeMessages, feedMessages } from './feed-messages';
import { ToAnalysis } from './service-messages';
import { interaction, ofType, plantedNetwork, ServiceOnTheBench } from './service.testing';

const moment = '2026-01-01T00:00:00Z';

describe('the feed', () => {
  test('holds no names, notes or texts', () => {
    const secret = 'MARKER';
    const network = new Network();
    network.load('contacts', 'a', {
      id: 'a',
      name: { full: secret },
      emails: [{ value: secret }],
      howMet: { text: secret },
      tags: ['choir'],
      createdAt: moment,
    });
    network.load('confidential', 'x', { id: 'x', text: secret });
    network.load('notes', 'n', { id: 'n', contact: 'a', text: secret, at: moment, day: '2026-01-01' });
    network.load(
      ...interaction('i', '2026-01-01', 'a', { summary: secret, confidential: 'x', tags: [secret] }),
    );
    network.load('ties', 't', { id: 't', a: 'a', b: 'b', state: 'known', note: secret, createdAt: moment });
    const sent = JSON.stringify([...feedMessages(network, 1)]);
    expect(sent).not.toContain(secret);
    expect(sent).toContain('choir');
    const patches: Patch[] = [
      { table: 'contacts', id: 'a', before: { name: { full: '' } }, after: { name: { full: secret } } },
      { table: 'interactions', id: 'i', before: {}, after: { summary: secret, day: '2026-01-02' } },
      { table: 'notes', id: 'n', before: null, after: { id: 'n', text: secret } },
    ];
    const changes = changeMessages(2, patches);
    expect(JSON.stringify(changes)).not.toContain(secret);
    expect(changes).toMatchObject([
      { type: 'changes', seq: 2, patches: [{ id: 'i', after: { day: '2026-01-02' } }] },
    ]);
  });

  test('comes in slices that the service takes, and so does a large edit', () => {
    const network = plantedNetwork(2, 5, 1_200);
    const messages = [...feedMessages(network, 7)];
    expect(
      messages.filter((message) => message.type === 'load' && message.table === 'contacts'),
    ).toHaveLength(2);
    expect(messages.at(-1)).toEqual({ type: 'loaded', seq: 7 });
    const patches = Array.from({ length: sliceLength + 1 }, (_, i): Patch => {
      const [table, id, after] = interaction(`i${i}`, '2026-01-01', 'g0p0');
      return { table, id, before: null, after };
    });
    const changes = changeMessages(8, patches);
    expect(changes.map((message) => message.type === 'changes' && message.more)).toEqual([true, false]);
    for (const message of [...messages, ...changes]) expect(ToAnalysis.safeParse(message).success).toBe(true);
  });

  test('an edit that no measure reads still says how far the network has come', () => {
    const patch: Patch = { table: 'templates', id: 't', before: null, after: { id: 't' } };
    expect(changeMessages(5, [patch])).toEqual([{ type: 'changes', seq: 5, patches: [], more: false }]);
  });

  test('edits passed on lead to the same answers as loading the network they made', () => {
    const service = new ServiceOnTheBench(plantedNetwork(3, 10));
    service.load();
    service.settle();
    service.edit(
      interaction('i1', '2026-02-20', 'g1p3'),
      interaction('i2', '2026-02-25', 'g1p3', { channel: 'meal' }),
    );
    service.edit([
      'settings',
      'settings',
      { id: 'settings', circles: [{ id: 'close', name: 'Close', days: 14 }] },
    ]);
    service.edit(['pauses', 'p', { id: 'p', from: '2026-02-10', to: '2026-02-22' }]);
    service.edit(['ties', 't', { id: 't', a: 'g0p3', b: 'g1p3', state: 'inferred', createdAt: moment }]);
    service.edit([
      'evidence',
      'e',
      { id: 'e', tie: 't', kind: 'meeting', day: '2026-02-01', size: 2, count: 1 },
    ]);
    service.edit(['contacts', 'g2p0', null], ['ties', 'g2p0-g2p1', null]);
    service.edit(['interactions', 'i1', null]);
    service.settle();
    const fresh = new ServiceOnTheBench(service.network);
    fresh.load();
    fresh.settle();
    const warmth = (of: ServiceOnTheBench) =>
      new Map(
        ofType(of.answers, 'warmth').flatMap((answer) => answer.warmth.map((one) => [one.contact, one])),
      );
    const strengths = (of: ServiceOnTheBench) =>
      new Map(
        ofType(of.answers, 'strengths').flatMap((answer) => answer.strengths.map((one) => [one.tie, one])),
      );
    for (const [contact, one] of warmth(fresh)) expect(warmth(service).get(contact)).toEqual(one);
    for (const [tie, one] of strengths(fresh)) expect(strengths(service).get(tie)).toEqual(one);
    expect(strengths(fresh).get('t')).toMatchObject({ confidence: 0.5, counts: true });
  });
});
