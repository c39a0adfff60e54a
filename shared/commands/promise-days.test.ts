import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';

const promise = { id: 'p', contact: 'ana', by: 'me', text: 'slides', madeOn: '2026-05-01' };

/** A network with Ana; answers a function that gives a command. */
function network(): (name: string, args: JsonObject) => void {
  const kept = new Network();
  const context = testContext();
  const give = (name: string, args: JsonObject): void => {
    kept.apply(run(kept, commandNamed(name), args, context).patches);
  };
  give('contact.add', { id: 'ana', name: { full: 'Ana' } });
  return give;
}

describe('the days of a promise', () => {
  it.each([
    ['due', '2026-04-30', 'It is due on 2026-04-30, before it was promised (2026-05-01).'],
    ['doneOn', '2026-04-30', 'It was kept on 2026-04-30, before it was promised (2026-05-01).'],
    ['droppedOn', '2026-04-30', 'It was dropped on 2026-04-30, before'],
    ['toldOn', '2026-04-30', 'They were told on 2026-04-30, before'],
    ['doneOn', '2026-05-05', 'It was kept on 2026-05-05, and that day has not come yet.'],
  ])('refuses %s %s, when it is new and when it is changed', (field, day, sentence) => {
    const give = network();
    expect(() => give('commitment.add', { ...promise, [field]: day })).toThrow(sentence);
    give('commitment.add', promise);
    expect(() => give('commitment.edit', { id: 'p', [field]: day })).toThrow(sentence);
    expect(() => give('commitment.edit', { id: 'p', [field]: '2026-05-04' })).not.toThrow();
  });

  it('takes the day itself, and a day before which it moves with the promise', () => {
    const give = network();
    give('commitment.add', { ...promise, due: '2026-05-01', doneOn: '2026-05-01' });
    expect(() => give('commitment.edit', { id: 'p', madeOn: '2026-05-02' })).toThrow(
      'before it was promised',
    );
    give('commitment.edit', { id: 'p', madeOn: '2026-04-01', due: '2026-04-01', doneOn: '2026-04-02' });
    give('commitment.edit', { id: 'p', due: null, doneOn: null, madeOn: '2026-05-04' });
  });

  it('does not hold up an edit of something else where the days are wrong already', () => {
    const kept = new Network();
    const wrong = { ...promise, due: '2026-04-01' };
    kept.apply([
      {
        table: 'contacts',
        id: 'ana',
        before: null,
        after: {
          id: 'ana',
          name: { full: 'Ana' },
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
        },
      },
      { table: 'commitments', id: 'p', before: null, after: wrong },
    ]);
    const edit = (args: JsonObject) => run(kept, commandNamed('commitment.edit'), args, testContext());
    expect(edit({ id: 'p', doneOn: '2026-05-04' }).patches).toHaveLength(1);
  });
});
