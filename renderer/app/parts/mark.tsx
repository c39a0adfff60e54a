/**
 * The mark of a person, the same on the map, in lists and on cards: a disc whose size is the circle and whose fill is
 * warmth; hollow without a record; a dashed ring when cooling, a double ring for who connects groups.
 */
import type { ReactNode } from 'react';
import { useConnector, useContact, useWarmth } from '../../network/hooks';

/** Diameters in px by circle; the user's own circles are drawn as acquaintances. */
export const markSizes: Readonly<Record<string, number>> = {
  inner: 18,
  close: 15,
  wider: 12,
  acquaintance: 9,
  stub: 7,
};

export interface MarkProps {
  /** 1 warm to 7 cold; 0 where there is no record. */
  readonly step: number;
  readonly diameter?: number;
  readonly cooling?: boolean;
  readonly connector?: boolean;
  /** The ground that shows between rings and in a hollow disc. */
  readonly ground?: string;
  /** Width and height; the mark stands in the middle. By itself: as large as the mark. */
  readonly box?: number;
}

export function Mark({
  step,
  diameter = 11,
  cooling = false,
  connector = false,
  ground = 'var(--k-ground, var(--k-surface))',
  box,
}: MarkProps): ReactNode {
  const r = diameter / 2;
  const reach = connector ? r + 7 : r + 4;
  const half = box === undefined ? reach : box / 2;
  const side = 2 * half;
  return (
    <svg
      className="k-mark"
      width={side}
      height={side}
      viewBox={`${-half} ${-half} ${side} ${side}`}
      aria-hidden="true"
    >
      {connector ? <circle r={r + 6.4} fill={ground} /> : null}
      {step === 0 ? (
        <circle r={r - 0.75} fill={ground} stroke="var(--k-warmth-unknown)" strokeWidth="1.5" />
      ) : (
        <circle r={r} fill={`var(--k-warmth-${Math.min(7, Math.max(1, step))})`} />
      )}
      {connector ? (
        <>
          <circle r={r + 2.6} fill="none" stroke="var(--k-ring)" strokeWidth="1.4" />
          <circle
            r={r + 5.6}
            fill="none"
            stroke="var(--k-ring)"
            strokeWidth="1.1"
            strokeDasharray={cooling ? '3.2 2.4' : undefined}
          />
        </>
      ) : null}
      {cooling && !connector ? (
        <circle r={r + 2.9} fill="none" stroke="var(--k-ring)" strokeWidth="1.1" strokeDasharray="3 2.2" />
      ) : null}
    </svg>
  );
}

/** The mark of a contact as the analysis sees it now; of one size in lists unless `sized` by circle. */
export function ContactMark({
  contact,
  box,
  sized = false,
  diameter = 11,
}: {
  contact: string;
  box?: number;
  sized?: boolean;
  diameter?: number;
}): ReactNode {
  const warmth = useWarmth(contact);
  const connector = useConnector(contact);
  const person = useContact(contact);
  const size = person?.stub === true ? 'stub' : (person?.circle ?? 'acquaintance');
  return (
    <Mark
      step={warmth?.step ?? 0}
      cooling={warmth?.state === 'cooling'}
      connector={connector?.ring ?? false}
      diameter={sized ? (markSizes[size] ?? 9) : diameter}
      box={box}
    />
  );
}
