/** The map beside as it is now, or as it would be by what is tried: a switch, what its marks mean, and the map told. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AtlasLook, AtlasView } from '../../network/atlas-view';
import { useSession } from '../../network/hooks';
import type { Ends, Outcome } from '../../network/insights-view';

type TriedLook = Pick<AtlasLook, 'highlight' | 'meant' | 'arcs' | 'tried'>;

const asItIsNow: TriedLook = { highlight: 'none', meant: undefined, arcs: undefined, tried: undefined };

export function TriedOnMap({ atlas }: { atlas: AtlasView }): ReactNode {
  const { insights } = useSession();
  const { outcome, brought, cut, asItIs } = useStore(insights);
  const look = useMemo(
    () => (outcome === undefined ? asItIsNow : lookOf(outcome, brought, cut, asItIs)),
    [outcome, brought, cut, asItIs],
  );
  useEffect(() => atlas.set(look), [atlas, look]);
  useEffect(() => () => atlas.set(asItIsNow), [atlas]);
  if (outcome === undefined) return null;
  const marks = asItIs ? [] : marksOf(outcome, brought, cut);
  return (
    <div className="k-atlas-panel k-what-if-map">
      <div className="k-segments" role="group" aria-label="The map shows">
        {(['As it is', 'As it would be'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="k-segment"
            aria-pressed={asItIs === (name === 'As it is')}
            onClick={() => insights.setState({ asItIs: name === 'As it is' })}
          >
            {name}
          </button>
        ))}
      </div>
      {marks.length === 0 ? null : (
        <ul className="k-small" aria-label="What its marks mean">
          {marks.map(({ words, drawing }) => (
            <li key={words}>
              <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
                {drawing}
              </svg>
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Now, those stand out who are tried; then, those for whom most would change: whoever would be cut off, or brought together. */
function lookOf(
  { gone, cutOff }: Outcome,
  brought: readonly Ends[],
  cut: readonly Ends[],
  asItIs: boolean,
): TriedLook {
  const ends = [...brought, ...cut].flat();
  if (asItIs) return { ...asItIsNow, highlight: 'tried', meant: new Set([...gone, ...ends]) };
  const out = new Set(gone);
  return {
    highlight: 'tried',
    meant: new Set([...cutOff, ...ends].filter((id) => !out.has(id))),
    arcs: brought.filter((tie) => !tie.some((id) => out.has(id))).map(([a, b]) => ({ a, b, look: 'tried' })),
    tried: { gone: out, cut },
  };
}

function marksOf(
  { gone, cutOff }: Outcome,
  brought: readonly Ends[],
  cut: readonly Ends[],
): { readonly words: string; readonly drawing: ReactNode }[] {
  return [
    ...(gone.length === 0 ? [] : [{ words: 'would not be there', drawing: goneRing }]),
    ...(cutOff.length === 0 ? [] : [{ words: 'would be cut off: who stands out', drawing: cutOffDot }]),
    ...(brought.length === 0 ? [] : [{ words: 'would know each other', drawing: broughtArc }]),
    ...(cut.length === 0 ? [] : [{ words: 'would not know each other', drawing: cutLine }]),
  ];
}

const goneRing = (
  <circle
    cx="12"
    cy="7"
    r="5"
    fill="none"
    stroke="var(--k-text-3)"
    strokeWidth="1.4"
    strokeDasharray="2.5 2.5"
  />
);
const cutOffDot = <circle cx="12" cy="7" r="5" fill="var(--k-warmth-2)" />;
const broughtArc = (
  <path d="M2 12Q12-4 22 12" fill="none" stroke="var(--k-accent)" strokeWidth="2.2" strokeDasharray="5 3.5" />
);
const cutLine = (
  <path d="M1 7H23" fill="none" stroke="var(--k-text-3)" strokeWidth="1.4" strokeDasharray="2.5 3.5" />
);
