/** From a day to another; it says so where the second is before the first. */
import type { ReactNode } from 'react';
import { isDay } from '../../shared/time';
import { DateField } from '../app/parts/fields';
import { FieldFault } from './field-fault';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** False where it ends before it begins; what is not a day yet is no fault. */
export function isOrdered({ from, to }: Span): boolean {
  return !isDay(from) || !isDay(to) || from <= to;
}

interface DaySpanProps {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
  readonly toLabel?: string;
}

export function DaySpan({ span, onChange, toLabel = 'To' }: DaySpanProps): ReactNode {
  return (
    <div className="k-fields">
      <DateField label="From" value={span.from} onChange={(from) => onChange({ ...span, from })} />
      <div>
        <DateField label={toLabel} value={span.to} onChange={(to) => onChange({ ...span, to })} />
        {isOrdered(span) ? null : <FieldFault>It ends before it begins.</FieldFault>}
      </div>
    </div>
  );
}
