import { expect, it } from 'vitest';
import { byCluster, byWhen, type CoolingEntry, soonCount } from './cooling-lines';

const entry = (
  contact: string,
  when: CoolingEntry['when'],
  cluster: string | null = null,
  only = false,
): CoolingEntry => ({
  contact,
  when,
  cluster,
  chance: null,
  reasons: only && cluster !== null ? [{ kind: 'onlyTieInto', cluster }] : [],
});
const list = [
  entry('a', 'later', 'x'),
  entry('b', 'month', 'y'),
  entry('c', 'quiet', 'x'),
  entry('d', 'month', 'z', true),
  entry('e', 'month', 'y'),
];
const shown = (groups: ReturnType<typeof byWhen>) =>
  groups.map(({ key, entries }) => `${key}: ${entries.map(({ contact }) => contact).join()}`);

it('goes from quiet already to later, an only tie into a group first', () => {
  expect(shown(byWhen(list))).toEqual(['quiet: c', 'month: d,b,e', 'later: a']);
  expect(byWhen([])).toEqual([]);
});

it('puts groups in which most are about to cool first', () => {
  expect(shown(byCluster(list))).toEqual(['y: b,e', 'z: d', 'x: c,a']);
  expect(shown(byCluster([entry('f', 'week')]))).toEqual([': f']);
});

it('counts whom a season will make quiet, not who is quiet already', () => {
  expect(soonCount({ entries: list })).toBe(3);
});
