/** What speaks for a suggestion and what it costs: each part on a scale, in words, with what it rests on. */
import type { ReactNode } from 'react';
import type { Evidence, Part, PartKind, Suggestion } from '../../../shared/suggestions/answers';
import { useSession } from '../../network/hooks';
import { standing } from './standing';

interface Group {
  readonly name: string;
  readonly kinds: readonly PartKind[];
}

const groups: readonly Group[] = [
  { name: 'Plausible', kinds: ['plausibility'] },
  { name: 'Good for both', kinds: ['need', 'interest', 'group', 'bridge'] },
  { name: 'Willing', kinds: ['willingness'] },
  { name: 'Cost', kinds: ['cost'] },
];

export function Parts({ suggestion: { parts } }: { suggestion: Suggestion }): ReactNode {
  return (
    <section aria-label="How this came about" className="k-suggestion-parts">
      <h3 className="k-heading">How this came about</h3>
      <dl>
        {groups.map((group) => (
          <GroupOfParts
            key={group.name}
            group={group}
            parts={parts.filter(({ kind }) => group.kinds.includes(kind))}
          />
        ))}
      </dl>
    </section>
  );
}

function GroupOfParts({ group: { name }, parts }: { group: Group; parts: readonly Part[] }): ReactNode {
  const value = Math.max(0, ...parts.map((part) => part.value));
  const evidence = parts.flatMap((part) => part.evidence);
  return (
    <div className="k-suggestion-part">
      <dt>
        {name}
        <span className="k-small k-quietest">{standing(name === 'Cost' ? 'cost' : 'gain', value)}</span>
        <Scale value={value} />
      </dt>
      <dd>
        {parts.length === 0 ? (
          <p className="k-quiet">Nothing on record beyond knowing one more person.</p>
        ) : (
          parts.map(({ kind, text }) => (
            <p className="k-quiet" key={`${kind} ${text}`}>
              {text}
            </p>
          ))
        )}
        <Grounds of={name} evidence={evidence} />
      </dd>
    </div>
  );
}

const [begin, end, middle] = [5, 91, 7];

/** Where on its way from nothing to all something stands; the words beside say the same. */
function Scale({ value }: { value: number }): ReactNode {
  const at = begin + Math.min(1, Math.max(0, value)) * (end - begin);
  return (
    <svg className="k-suggestion-scale" width={96} height={14} viewBox="0 0 96 14" aria-hidden="true">
      <line x1={begin - 4} x2={end + 4} y1={middle} y2={middle} stroke="var(--k-line-2)" strokeWidth="2.5" />
      <circle cx={at} cy={middle} r={4.5} fill="var(--k-text-2)" />
    </svg>
  );
}

function Grounds({ of, evidence }: { of: string; evidence: readonly Evidence[] }): ReactNode {
  const session = useSession();
  const seen = new Map(evidence.map((one) => [`${one.table} ${one.id}`, one]));
  if (seen.size === 0) return null;
  return (
    <details className="k-suggestion-grounds">
      <summary className="k-small">
        What this rests on<span className="k-visually-hidden">: {of}</span>
      </summary>
      <ul className="k-small">
        {[...seen].map(([key, { text, contact }]) => (
          <li key={key}>
            {contact === undefined ? (
              text
            ) : (
              <button type="button" className="k-link-button" onClick={() => session.select(contact)}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
