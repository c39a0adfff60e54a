/** The lines of the list of gaps as a file would hold them. */
import { useMemo } from 'react';
import { attributeWords } from '../../../shared/analysis/say-diversity';
import type { Table } from '../../network/insights-view';
import { useNaming } from '../use-naming';
import type { GapRow } from './gap-rows';

/** Undefined where there is nothing to save. */
export function useGapTable(
  rows: readonly GapRow[],
  label: (attribute: string, value: string) => string,
): Table | undefined {
  const naming = useNaming();
  return useMemo(() => {
    if (rows.length === 0) return undefined;
    return {
      name: 'gaps',
      headers: [
        'Attribute',
        'Value',
        'People',
        'Of',
        'Share',
        'Goal',
        'Base rate',
        'Short',
        'Could lead there',
      ],
      rows: () =>
        rows.map((row) => [
          attributeWords(row.attribute).name,
          label(row.attribute, row.value),
          String(row.people),
          String(row.known),
          numberCell(row.share),
          numberCell(row.goal?.share ?? null),
          numberCell(row.base),
          row.kind === 'asked' ? '' : String(row.short),
          row.lead.flatMap(({ contact }) => naming.person(contact) ?? []).join('; '),
        ]),
    };
  }, [rows, label, naming]);
}

/** Empty for what is not known, never 0. */
function numberCell(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(4)));
}
