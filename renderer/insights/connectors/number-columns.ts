/** The measures behind the sentences, for those who want numbers, each with what it says. */
import type { PersonMeasures } from '../../../shared/analysis/questions';

interface NumberColumn {
  readonly name: string;
  readonly explained: string;
  /** Null where there is none: unknown is never 0. */
  readonly of: (measures: PersonMeasures) => number | null;
  readonly digits: number;
}

export const numberColumns: readonly NumberColumn[] = [
  {
    name: 'Ties',
    explained: 'How many people somebody knows, as far as you have recorded.',
    of: ({ degree }) => degree,
    digits: 0,
  },
  {
    name: 'Pairs',
    explained:
      'Betweenness: pairs of others whose shortest way runs through somebody; several ways share a pair.',
    of: ({ betweenness }) => betweenness,
    digits: 1,
  },
  {
    name: 'Constraint',
    explained:
      'Burt’s constraint: near 1 where all whom somebody knows know each other, near 0 where few do.',
    of: ({ constraint }) => constraint,
    digits: 2,
  },
  {
    name: 'Effective size',
    explained: 'How many of those whom somebody knows do not stand in for each other.',
    of: ({ effectiveSize }) => effectiveSize,
    digits: 1,
  },
  {
    name: 'Participation',
    explained:
      'How evenly somebody’s ties go to all groups: 0 in one group alone; compared only from 4 ties on.',
    of: ({ participation, degree }) => (degree < 4 ? null : participation),
    digits: 2,
  },
];
