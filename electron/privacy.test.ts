/**
 * Law 7: confidential text lives in one table of its own. A random marker is planted wherever a text can be
 * confidential, and looked for in everything that leaves the host: answers, events, streams, exports. It may come
 * out of `reveal` alone, and there it must.
 */
import { describe, expect, it } from 'vitest';
import { contract, type HostEvent, isMethod } from '../shared/contract';
import { hostOf } from '../shared/answerer';
import { commands } from '../shared/commands';
import { exportFormats } from '../shared/formats/export-formats';
import { isObject } from '../shared/json';
import { memoryLine, testHost } from './memory.testing';

const marker = 'quetzal-7f3a-embargo';

/** For each table that may hold a confidential text: how one comes to be. */
const plants = [
  ['note.add', { contact: 'ana' }],
  ['interaction.add', { with: ['ana'], channel: 'call' }],
  ['commitment.add', { contact: 'ana', by: 'me', due: '2026-05-05' }],
  ['exchange.add', { contact: 'ana', direction: 'given', kind: 'help' }],
  ['request.add', { contact: 'ana' }],
  ['introduction.add', { a: 'ana', b: 'ben', stage: 'idea' }],
] as const;

/** The steps of an introduction take one as well; what they say is kept below what stands there. */
const steps = [
  ['introduction.start', { id: 'steps', a: 'cy', b: 'dan' }],
  ['introduction.consent', { id: 'steps', side: 'a', consent: 'yes' }],
  ['introduction.move', { id: 'steps', stage: 'introduced', text: 'Cy, meet Dan.' }],
] as const;

describe('a confidential text', () => {
  it('is planted in this test wherever a command takes one', () => {
    const taking = commands
      .filter(({ name, schema }) => !name.endsWith('.edit') && isObject(schema) && takesSecret(schema))
      .map(({ name }) => name);
    expect(taking.sort()).toEqual([...plants, ...steps].map(([name]) => name).sort());
  });

  it('comes out of nothing but reveal', async () => {
    const { local, store } = testHost();
    const host = hostOf(memoryLine(local));
    const other = hostOf(memoryLine(local));
    const heard: HostEvent[] = [];
    const told: unknown[] = [];
    other.subscribe((event) => heard.push(event));
    const { client } = await host.call('hello', {});

    const edit = async (name: string, args: Record<string, unknown>): Promise<number> => {
      const answer = await host.call('edit', { client, name, args });
      told.push(answer);
      return answer.seq;
    };
    await edit('contact.add', { id: 'ana', birthday: '--05-05', name: { full: 'Ana' } });
    await edit('contact.add', { id: 'ben', name: { full: 'Ben' } });
    await edit('contact.add', { id: 'cy', name: { full: 'Cy' } });
    await edit('contact.add', { id: 'dan', name: { full: 'Dan' } });
    await edit('settings.change', { digestHour: 0, weekGoals: { contacts: 1, talks: 50 } });
    const seqs: number[] = [];
    for (const [name, args] of plants) {
      seqs.push(
        await edit(name, { ...args, id: name.replace('.', '-'), confidentialText: `${marker} ${name}` }),
      );
    }
    for (const [name, args] of steps) await edit(name, { ...args, confidentialText: `${marker} ${name}` });
    await edit('draft.keep', { introduction: 'steps', use: 'thank', contact: 'cy', body: 'Thank you.' });
    await edit('note.edit', { id: 'note-add', confidentialText: `${marker} changed` });
    told.push(await host.call('tryOut', { name: 'contact.remove', args: { id: 'ana' } }));
    const undone = await host.call('undo', { client, seq: seqs[1]! });
    told.push(undone, await host.call('undo', { client, seq: undone.seq }));

    for (const method of ['replica', 'feed', 'searchTexts'] as const) {
      let piece = await host.call(method, {});
      told.push(piece);
      while (!piece.done) {
        piece = await host.call(method, { stream: piece.stream });
        told.push(piece);
      }
    }
    for (const format of exportFormats) {
      let text = '';
      let piece = await host.call('export', { format });
      text += piece.text;
      while (!piece.done) {
        piece = await host.call('export', { format, stream: piece.stream });
        text += piece.text;
      }
      expect(text).toContain('Ana');
      told.push(text);
      // By name, and in its own form alone.
      if (format === 'json') continue;
      await expect(host.call('export', { format, confidential: true })).rejects.toThrow(/own JSON alone/);
    }
    expect(JSON.stringify(await host.call('export', { format: 'json', confidential: true }))).toContain(
      marker,
    );
    told.push(await host.call('details', { contact: 'ana' }));
    for (const day of ['2026-05-04', '2026-12-01']) {
      told.push(await host.call('week', { day }), await host.call('due', { day }));
      told.push(await host.call('weeks', { day }));
    }
    const digest = await host.call('digest', { hour: 23 });
    expect(digest.text).toMatch(/Ana/);
    told.push(digest);
    const cares = await host.call('whoCares', { title: `On ${marker}`, tags: ['quetzal', 'changed'] });
    expect(cares.people).toEqual([]);
    told.push(cares);
    expect(await host.call('whoCanHelp', { need: `${marker} changed` })).toMatchObject({
      total: 0,
      people: [],
    });
    const readiness = await host.call('readiness', { contact: 'ana' });
    expect(readiness.text).toContain('something confidential');
    told.push(readiness, await host.call('asked', {}), await host.call('whoKnows', {}));
    await edit('tie.add', { id: 'tie', a: 'ana', b: 'ben' });
    const ways = await host.call('paths', { to: { kind: 'contact', id: 'ben' } });
    expect(ways.paths[0]?.ask?.name).toBe('Ana');
    told.push(ways);
    told.push(await host.call('suggestions', {}), await host.call('guesses', {}));
    const load = await host.call('load', { contacts: ['ana', 'ben'] });
    expect(load.loads[0]?.asks[0]?.text).toContain('something confidential');
    told.push(load);
    await edit('plan.add', { id: 'plan', title: 'Meet Ben', text: 'choir' });
    told.push(await host.call('plan', { plan: 'plan' }));
    told.push(await host.call('duplicates', { least: 0 }));
    told.push(await host.call('interactions', { contact: 'ana' }));
    told.push(await host.call('changes', { after: 0 }));
    const what = { kind: 'contact', contact: 'ana' } as const;
    told.push(await host.call('forget', { what, remember: false, dry: true }));
    told.push(await host.call('folder', {}));
    told.push(await host.call('health', {}), await host.call('backups', {}));

    expect(heard.filter(({ type }) => type === 'edit').length).toBeGreaterThan(plants.length);
    expect(JSON.stringify(heard)).not.toContain('quetzal');
    expect(JSON.stringify(told)).not.toContain('quetzal');

    const secrets = [...store.network.all('confidential')];
    // The steps share one.
    expect(secrets).toHaveLength(plants.length + 1);
    for (const { id } of secrets) {
      expect((await host.call('reveal', { id })).text).toContain(marker);
    }
  });

  it('was looked for behind every method that answers with more than a number', () => {
    // A method that is added has to be thought of here.
    const thoughtOf = [
      ['hello', 'replica', 'feed', 'searchTexts', 'changes', 'details', 'interactions', 'evidence', 'reveal'],
      ['edit', 'tryOut', 'undo', 'undoBatch', 'importOpen', 'importAdd', 'importReview', 'importCommit'],
      ['importCancel', 'loadSample', 'export', 'backups', 'backup', 'restore', 'health', 'openExternal'],
      ['showFolder', 'week', 'due', 'weeks', 'digest', 'paths', 'whoCares', 'suggestions', 'load', 'plan'],
      [
        'whoCanHelp',
        'readiness',
        'asked',
        'whoKnows',
        'duplicates',
        'guesses',
        'forget',
        'folder',
        'clearSample',
        'startAgain',
        'batch',
      ],
    ].flat();
    expect(Object.keys(contract).filter(isMethod).sort()).toEqual(thoughtOf.sort());
  });
});

function takesSecret(schema: object): boolean {
  const shape: unknown = 'shape' in schema ? schema.shape : undefined;
  return isObject(shape) && 'confidentialText' in shape;
}
