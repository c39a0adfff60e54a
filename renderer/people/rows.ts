/** Which contacts a view of people shows, in which order: the tests and comparisons, one contact at a time. */
import type { ContactWarmth } from '../../shared/analysis/service-messages';
import type { Contact } from '../../shared/model/entities';
import type { PeopleView, SortColumn } from '../network/people-view';
import { nameOf } from '../app/words';

/** What rows are made of, besides the contact. */
export interface RowFacts {
  readonly me: string | undefined;
  readonly clusterOf: (contact: string) => string | undefined;
  readonly lastOf: (contact: string) => string | undefined;
  readonly warmthOf: (contact: string) => ContactWarmth | undefined;
  /** Ids of circles, innermost first. */
  readonly circles: readonly string[];
  /** Compares texts by the person's language. */
  readonly compare: (a: string, b: string) => number;
}

/** @param found ids that fit the text, where there is one. */
export function isShown(
  contact: Contact,
  view: PeopleView,
  found: ReadonlySet<string> | undefined,
  facts: RowFacts,
): boolean {
  if (contact.id === facts.me) return false;
  if ((contact.archived === true) !== view.archived) return false;
  if (found?.has(contact.id) === false) return false;
  if (view.tag !== undefined && !contact.tags.includes(view.tag)) return false;
  if (view.circle !== undefined && contact.circle !== view.circle) return false;
  if (view.place !== undefined && contact.place !== view.place) return false;
  if (
    view.organisation !== undefined &&
    !contact.organisations.some(({ name }) => name === view.organisation)
  ) {
    return false;
  }
  if (view.cluster !== undefined && facts.clusterOf(contact.id) !== view.cluster) return false;
  return view.warmth === undefined || (facts.warmthOf(contact.id)?.state ?? 'unknown') === view.warmth;
}

export type Comparison = (a: Contact, b: Contact) => number;

/** Whoever lacks what is sorted by comes last, whichever way round; equals are in the order of their names. */
export function comparison({ by, down }: PeopleView['sort'], facts: RowFacts): Comparison {
  const byName: Comparison = (a, b) => facts.compare(sortName(a), sortName(b));
  const turn = down ? -1 : 1;
  if (by === 'name') return (a, b) => turn * byName(a, b);
  const value = sortValue(by, facts);
  return (a, b) => {
    const va = value(a);
    const vb = value(b);
    if (va === undefined || vb === undefined) {
      if (va === vb) return byName(a, b);
      return va === undefined ? 1 : -1;
    }
    const order =
      typeof va === 'string' && typeof vb === 'string'
        ? compareTexts(by, va, vb, facts)
        : Number(va) - Number(vb);
    return order === 0 ? byName(a, b) : turn * order;
  };
}

function sortValue(
  by: Exclude<SortColumn, 'name'>,
  facts: RowFacts,
): (contact: Contact) => string | number | undefined {
  switch (by) {
    case 'organisation':
      return ({ organisations }) => presentOrganisation(organisations)?.name;
    case 'place':
      return ({ place }) => place;
    case 'circle':
      return ({ circle }) => {
        const at = circle === undefined ? -1 : facts.circles.indexOf(circle);
        return at < 0 ? undefined : at;
      };
    case 'last':
      return ({ id }) => facts.lastOf(id);
    case 'quiet':
      return ({ id }) => facts.warmthOf(id)?.quietBy ?? undefined;
    case 'warmth':
      return ({ id }) => {
        const warmth = facts.warmthOf(id);
        return warmth === undefined || warmth.state === 'unknown' ? undefined : 1 - warmth.shown;
      };
  }
}

/** Days are compared as they are written; words by the person's language. */
function compareTexts(by: SortColumn, a: string, b: string, { compare }: RowFacts): number {
  if (by === 'last' || by === 'quiet') return a < b ? -1 : a > b ? 1 : 0;
  return compare(a, b);
}

/** Where a person works now: the first without an end, else the first. */
export function presentOrganisation(
  organisations: Contact['organisations'],
): Contact['organisations'][number] | undefined {
  return organisations.find(({ to }) => to === undefined) ?? organisations[0];
}

/** The name as shown is what people look for, whichever part its bearer writes first. */
function sortName(contact: Contact): string {
  return nameOf(contact);
}
