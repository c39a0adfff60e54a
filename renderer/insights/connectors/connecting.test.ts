import { expect, it } from 'vitest';
import type { ConnectorReason, PersonMeasures } from '../../../shared/analysis/questions';
import { connecting } from './connecting';
import { numberColumns } from './number-columns';

const person = (contact: string, reasons: ConnectorReason[], fields: Partial<PersonMeasures> = {}) => ({
  contact,
  degree: 3,
  betweenness: null,
  betweennessNormalized: null,
  exact: true,
  constraint: null,
  effectiveSize: null,
  efficiency: null,
  participation: 0.5,
  cluster: null,
  cutPerson: false,
  ring: false,
  reasons,
  ...fields,
});
const pairs = (count: number): ConnectorReason => ({ kind: 'pairs', pairs: count });
const names = (list: readonly PersonMeasures[]) => connecting(list).map(({ contact }) => contact);

it('lists who links groups or keeps somebody from being cut off, in the order given', () => {
  const list = [
    person('ring', [pairs(9)], { ring: true }),
    person('inside', [pairs(90)]),
    person('cut', [{ kind: 'fallsOff', people: 1 }]),
    person('across', [{ kind: 'reaches', clusters: [{ cluster: 'x', people: 2 }] }, pairs(1)]),
    person('beside', [{ kind: 'reaches', clusters: [{ cluster: 'x', people: 2 }] }, pairs(0)]),
    person('alone', [{ kind: 'alone', clusters: ['x'] }]),
  ];
  expect(names(list)).toEqual(['ring', 'cut', 'across', 'alone']);
});

it('lists whose pairs need them where nothing else can be said of anybody', () => {
  expect(names([person('a', [pairs(2)]), person('b', [pairs(0)]), person('c', [])])).toEqual(['a']);
  expect(names([])).toEqual([]);
});

it('gives no number where there is none, and compares participation only from four ties on', () => {
  const cells = (fields: Partial<PersonMeasures>) =>
    numberColumns.map(({ of }) => of(person('a', [], fields)));
  expect(cells({ degree: 0 })).toEqual([0, null, null, null, null]);
  expect(cells({ degree: 4 })).toEqual([4, null, null, null, 0.5]);
});
