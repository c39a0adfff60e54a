/**
 * What an entry of a list is about, as its `data-light`: "person ID", "people ID ID", "cluster ID". Whatever the pointer
 * or the keyboard is at within it lights up on the map; one handler for a whole screen finds it there.
 */
import type { PointedAt } from '../../network/atlas-view';

export const light = {
  person: (id: string): string => `person ${id}`,
  /** Undefined for nobody: there is nothing to light up. */
  people: (ids: readonly string[]): string | undefined =>
    ids.length === 0 ? undefined : ['people', ...ids].join(' '),
  cluster: (id: string): string => `cluster ${id}`,
};

/** @returns undefined for what is about nobody */
export function pointedBy(of: string | undefined): PointedAt | undefined {
  const [kind, ...ids] = of?.split(' ') ?? [];
  const [first] = ids;
  if (first === undefined) return undefined;
  return kind === 'cluster' ? { people: [], cluster: first } : { people: ids };
}

/** What an element is in, the innermost first. */
export function lightAround(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-light]')?.dataset['light'];
}

/** What the keyboard is at: within a grid it is a row of it that is meant. */
export function lightAtFocus(focused: Element): string | undefined {
  const row = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  return lightAround(row ?? focused);
}

/**
 * Whether an entry is about what is pointed at.
 * @param clusterOf in which group somebody is
 */
export function isLit(
  of: string | undefined,
  { people, cluster }: PointedAt,
  clusterOf: (person: string) => string | undefined,
): boolean {
  const about = pointedBy(of);
  if (about === undefined) return false;
  const [one, ...more] = people;
  if (about.cluster !== undefined) {
    return about.cluster === (cluster ?? (one === undefined || more.length > 0 ? undefined : clusterOf(one)));
  }
  if (one === undefined) return false;
  // Several people are an entry of their own: those who share one of them are not meant.
  return more.length === 0 ? about.people.includes(one) : of === light.people(people);
}
