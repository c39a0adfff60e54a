/** The first rows of a table, and above each column what it is said to hold. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ColumnUse, columnUses, type TableMapping } from '../../../shared/formats/read-how';

/** Rows that are shown. */
const shown = 6;

const useWords: Readonly<Record<ColumnUse, string>> = {
  name: 'Full name',
  given: 'First name',
  family: 'Last name',
  nickname: 'Nickname',
  mail: 'Mail address',
  phone: 'Phone',
  url: 'Web address',
  organisation: 'Organisation',
  title: 'Job title',
  place: 'Place',
  birthday: 'Birthday',
  tags: 'Tags',
  note: 'Note',
  keep: 'Keep under its own name',
  leave: 'Leave out',
};

interface ColumnTableProps {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: TableMapping;
  readonly onUses: (uses: readonly ColumnUse[]) => void;
}

export function ColumnTable({ rows, mapping, onUses }: ColumnTableProps): ReactNode {
  const { hasHeader, uses } = mapping;
  const names = uses.map((_, at) => (hasHeader ? rows[0]?.[at] : undefined) ?? `Column ${at + 1}`);
  const body = (hasHeader ? rows.slice(1) : rows).slice(0, shown);
  return (
    <div className="k-columns-scroll" tabIndex={0} role="region" aria-label="The first rows of the file">
      <table className="k-columns-table">
        <thead>
          <tr>
            {uses.map((use, at) => (
              <th key={at} scope="col" data-left-out={use === 'leave'}>
                <span className="k-columns-name">{names[at] === '' ? `Column ${at + 1}` : names[at]}</span>
                <NativeSelect
                  size="xs"
                  aria-label={`What ${names[at] ?? ''} holds`}
                  value={use}
                  data={columnUses.map((value) => ({ value, label: useWords[value] }))}
                  onChange={({ currentTarget }) => {
                    const chosen = columnUses.find((one) => one === currentTarget.value);
                    if (chosen !== undefined) onUses(uses.with(at, chosen));
                  }}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, line) => (
            <tr key={line}>
              {uses.map((use, at) => (
                <td key={at} data-left-out={use === 'leave'}>
                  {row[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
