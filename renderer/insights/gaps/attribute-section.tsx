/** One attribute: for how many it is known, how varied that is, how people mix, and all its values folded away. */
import { type ReactNode, useState } from 'react';
import type { AttributeReport } from '../../../shared/analysis/questions';
import {
  attributeWords,
  sayCoverage,
  sayEvenness,
  sayMixing,
  sayShare,
} from '../../../shared/analysis/say-diversity';
import { listed } from '../../../shared/words';
import { Button } from '../../app/parts/button';
import { many } from '../../app/words';
import { fits } from '../narrow';

interface AttributeSectionProps {
  readonly report: AttributeReport;
  /** Narrows the values down; opens them where it does. */
  readonly text: string;
  readonly whose: string;
  readonly label: (attribute: string, value: string) => string;
  readonly onGoal: (value: string) => void;
}

/** Something is there to be said or shown of it. */
export function isKnown({ known, values }: AttributeReport): boolean {
  return known > 0 || values.length > 0;
}

/** Of which attributes nothing is known, in one sentence rather than a section each. */
export function UnknownAttributes({ reports }: { reports: readonly AttributeReport[] }): ReactNode {
  const unknown = reports.filter((report) => !isKnown(report));
  if (unknown.length === 0) return null;
  const words = unknown.map(({ attribute }) => attributeWords(attribute));
  const names = listed(
    words.map(({ name, one }, at) => (at === 0 ? name : one)),
    words.length,
  );
  return (
    <p className="k-attribute k-quiet">
      {names} {unknown.length === 1 ? 'is' : 'are'} known of nobody here.
    </p>
  );
}

const step = 50;

export function AttributeSection({ report, text, whose, label, onGoal }: AttributeSectionProps): ReactNode {
  const { attribute, known, values } = report;
  const [most, setMost] = useState(step);
  const { name } = attributeWords(attribute);
  const all = values.filter(({ people }) => people > 0);
  const isMeant = fits({ text }, { name });
  const present = isMeant
    ? all
    : all.filter(({ value }) => fits({ text }, { name: label(attribute, value) }));
  if (!isMeant && present.length === 0) return null;
  return (
    <section className="k-attribute" aria-label={name}>
      <h3 className="k-heading">{name}</h3>
      <p className="k-quiet">
        {sayCoverage(report)} {known === 0 ? '' : sayEvenness(report, whose)}
      </p>
      {known === 0 ? null : <p className="k-small k-quietest">{sayMixing(report)}</p>}
      {present.length === 0 ? null : (
        <details className="k-attribute-values" open={isMeant ? undefined : true}>
          <summary className="k-small">
            {isMeant ? '' : `${present.length.toLocaleString('en')} of `}
            {many(all.length, 'value', 'values')}
          </summary>
          <ul>
            {present.slice(0, most).map(({ value, people, share, base, target }) => (
              <li key={value}>
                <span className="k-attribute-value">{label(attribute, value)}</span>
                <span className="k-number k-quiet">{people.toLocaleString('en')}</span>
                <span className="k-small k-quietest">
                  {share === null ? '' : sayShare(share)}
                  {base === null ? '' : `, ${sayShare(base)} among everybody`}
                </span>
                <button
                  type="button"
                  className="k-link-button k-small"
                  aria-label={
                    target === null
                      ? `Set a goal for ${label(attribute, value)}`
                      : `Goal ${sayShare(target.share)} for ${label(attribute, value)}. Change`
                  }
                  onClick={() => onGoal(value)}
                >
                  {target === null ? 'Set a goal' : `Goal ${sayShare(target.share)}`}
                </button>
              </li>
            ))}
          </ul>
          {present.length > most ? (
            <Button look="quiet" onClick={() => setMost(most + step)}>
              {(present.length - most).toLocaleString('en')} more
            </Button>
          ) : null}
        </details>
      )}
    </section>
  );
}
