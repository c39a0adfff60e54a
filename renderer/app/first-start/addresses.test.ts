import { expect, it } from 'vitest';
import { splitAddresses } from './addresses';

it('tells mail addresses, numbers and profiles apart', () => {
  expect(splitAddresses('ana@halden.example, +41 61 555 01 02; linkedin.com/in/ana-f').addresses).toEqual([
    { kind: 'email', value: 'ana@halden.example' },
    { kind: 'phone', value: '+41 61 555 01 02' },
    { kind: 'url', value: 'linkedin.com/in/ana-f' },
  ]);
});

it('names what is none of them', () => {
  expect(splitAddresses('Ana, a@b.example').unknown).toEqual(['Ana']);
});

it('takes nothing from an empty line', () => {
  expect(splitAddresses(' , ;')).toEqual({ addresses: [], unknown: [] });
});
