/** The columns of the table of people. */
import type { SortColumn } from '../network/people-view';

export interface Column {
  readonly name: string;
  /** Also the end of its class. */
  readonly key: 'pick' | 'name' | 'organisation' | 'place' | 'circle' | 'tags' | 'last' | 'warmth' | 'quiet';
  readonly sort?: SortColumn;
}

export const columns: readonly Column[] = [
  { name: 'Picked', key: 'pick' },
  { name: 'Name', key: 'name', sort: 'name' },
  { name: 'Organisation', key: 'organisation', sort: 'organisation' },
  { name: 'Place', key: 'place', sort: 'place' },
  { name: 'Circle', key: 'circle', sort: 'circle' },
  { name: 'Tags', key: 'tags' },
  { name: 'Last contact', key: 'last', sort: 'last' },
  { name: 'Warmth', key: 'warmth', sort: 'warmth' },
  { name: 'Quiet by', key: 'quiet', sort: 'quiet' },
];
