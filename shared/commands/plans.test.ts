import { describe, expect, it } from 'vitest';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';

const context = {
  now: '2026-05-04T09:00:00.000Z',
  today: '2026-05-04',
  zone: 'Europe/Zurich',
  newId: () => `id-${++made}`,
};
let made = 0;

function desk() {
  const network = new Network();
  const give = (name: string, args: object) => {
    const { patches, answer } = run(network, commandNamed(name), args, context);
    network.apply(patches);
    return answer;
  };
  give('contact.add', { id: 'dana', name: { full: 'Dana' } });
  const { me } = give('me.set', { name: { full: 'Mara' } });
  return { network, give, me, plan: () => network.get('plans', 'plan') };
}

describe('a plan', () => {
  it('is made for somebody or for me, with its aim, and followed by steps to its result', () => {
    const { give, plan } = desk();
    give('plan.add', {
      id: 'plan',
      title: 'Dana to biotech in Basel',
      person: 'dana',
      industries: ['Biotech'],
      places: ['Basel'],
      horizon: '2026-09-30',
      most: 2,
    });
    expect(plan()).toMatchObject({ madeOn: '2026-05-04', state: 'open', steps: [], tags: [] });
    const { id } = give('plan.step', { plan: 'plan', text: ' Ask for her papers ' });
    give('plan.step-edit', { plan: 'plan', step: id, done: true });
    expect(plan()?.steps).toEqual([{ id, text: 'Ask for her papers', doneOn: '2026-05-04' }]);
    give('plan.step-edit', { plan: 'plan', step: id, text: 'Ask for her CV', done: false });
    expect(plan()?.steps).toEqual([{ id, text: 'Ask for her CV' }]);
    give('plan.step-remove', { plan: 'plan', step: id });
    expect(plan()?.steps).toEqual([]);
    give('plan.close', { id: 'plan', state: 'done', result: 'She starts in August.' });
    expect(plan()).toMatchObject({ state: 'done', closedOn: '2026-05-04', result: 'She starts in August.' });
    expect(() => give('plan.close', { id: 'plan', state: 'dropped' })).toThrow('closed already');
    give('plan.reopen', { id: 'plan' });
    expect(plan()).not.toHaveProperty('closedOn');
    expect(() => give('plan.reopen', { id: 'plan' })).toThrow('This plan is open.');
  });

  it('names nobody where it is for me, and nobody who is in the archive', () => {
    const { give, me } = desk();
    expect(() => give('plan.add', { title: 'Know lawyers', person: me })).toThrow('names nobody');
    give('contact.edit', { id: 'dana', archived: true });
    expect(() => give('plan.add', { title: 'Dana to Basel', person: 'dana' })).toThrow('in the archive');
    expect(() => give('plan.step-edit', { plan: 'gone', step: 'gone' })).toThrow();
  });

  it('leaves its introductions where they are when it goes', () => {
    const { give, network } = desk();
    give('contact.add', { id: 'reto', name: { full: 'Reto' } });
    give('plan.add', { id: 'plan', title: 'Dana to Basel', person: 'dana' });
    give('introduction.start', { id: 'intro', a: 'dana', b: 'reto', plan: 'plan' });
    give('plan.remove', { id: 'plan' });
    expect(network.get('introductions', 'intro')).not.toHaveProperty('plan');
  });
});
