/** Which people a list shows, and in which order; kept while one is elsewhere. */
import type { Circle } from '../../shared/model/entities';

export const sortColumns = ['name', 'organisation', 'place', 'circle', 'last', 'warmth', 'quiet'] as const;
export type SortColumn = (typeof sortColumns)[number];

export const warmthFilters = ['warm', 'cooling', 'cold', 'unknown'] as const;
export type WarmthFilter = (typeof warmthFilters)[number];

export interface PeopleView {
  readonly text: string;
  readonly tag?: string;
  readonly circle?: Circle['id'];
  readonly place?: string;
  readonly organisation?: string;
  readonly cluster?: string;
  readonly warmth?: WarmthFilter;
  /** Those put away, rather than the others. */
  readonly archived: boolean;
  readonly sort: { readonly by: SortColumn; readonly down: boolean };
}

export const everybody: PeopleView = { text: '', archived: false, sort: { by: 'name', down: false } };

/** True where the view leaves anybody out who is not archived. */
export function isFiltered({ text, tag, circle, place, organisation, cluster, warmth }: PeopleView): boolean {
  const chosen = [tag, circle, place, organisation, cluster, warmth].some((value) => value !== undefined);
  return chosen || text.trim() !== '';
}
