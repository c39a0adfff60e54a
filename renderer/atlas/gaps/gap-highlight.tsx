/** The gaps as a list beside the map, each with how many are missing and who could lead there. */
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { sayLead } from '../../../shared/analysis/reasons';
import { Button } from '../../app/parts/button';
import { many, nameOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';
import '../inspector/inspector.css';
import { PersonRow } from '../person-row';
import { gapWords } from './gap-words';
import { type ShownGap, useGaps } from './use-gaps';

const mostLeads = 6;

export function GapHighlight(): ReactNode {
  const session = useSession();
  const { atlas } = session;
  const gaps = useGaps();
  const chosen = useStore(atlas.look, ({ gap }) => gap);
  // Those who could lead there stay as they are on the map; everybody else steps back.
  useEffect(() => {
    const meant = (gaps ?? []).filter(({ key }) => chosen === undefined || key === chosen);
    atlas.set({ meant: new Set(meant.flatMap(({ lead }) => lead.map(({ contact }) => contact))) });
    return () => atlas.set({ meant: undefined });
  }, [atlas, gaps, chosen]);
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <h2 className="k-insp-name">Where you know few people</h2>
        {gaps === undefined ? null : (
          <p className="k-quiet k-small">
            {gaps.length === 0
              ? 'No gap that chance would not explain. Say in Insights what share you would like to reach, and it is held against that.'
              : 'Shown only where at least two are missing and chance alone would rarely explain it.'}
          </p>
        )}
        <div className="k-insp-actions">
          <Button onClick={() => session.navigation.go('insights', 'gaps')}>Goals and shares</Button>
        </div>
      </div>
      {(gaps ?? []).map((gap) => (
        <Gap key={gap.key} gap={gap} chosen={gap.key === chosen} />
      ))}
    </div>
  );
}

function Gap({ gap, chosen }: { gap: ShownGap; chosen: boolean }): ReactNode {
  const { atlas } = useSession();
  return (
    <section className="k-insp-section" aria-label={gapWords(gap)}>
      <h3 className="k-insp-head">
        <button
          type="button"
          className="k-gap-name"
          aria-pressed={chosen}
          onClick={() => atlas.set({ gap: chosen ? undefined : gap.key })}
        >
          {gapWords(gap)}
        </button>
        <span className="k-quietest k-small">{many(gap.short, 'short', 'short')}</span>
      </h3>
      <p className="k-small k-quiet">
        {gap.people} of {gap.known} whose {gap.attribute.replace(/^tag:/, '')} is known;{' '}
        {gap.against === 'target' ? 'your goal' : 'the usual share'} is {Math.round(100 * gap.wanted)} %.
      </p>
      {gap.lead.length === 0 ? (
        <p className="k-small k-quietest">Nobody you have recorded leads there.</p>
      ) : (
        <>
          <p className="k-small k-quietest">Could lead there:</p>
          <ul>
            {gap.lead.slice(0, mostLeads).map(({ contact, reasons }) => (
              <Lead key={contact} contact={contact} reasons={reasons} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Lead({ contact, reasons }: ShownGap['lead'][number]): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  if (person === undefined) return null;
  const { network } = session.replica;
  const named = (id: string): string | undefined => {
    const other = network.get('contacts', id);
    return other === undefined ? undefined : nameOf(other);
  };
  return (
    <li className="k-insp-why">
      <PersonRow contact={contact} />
      <p className="k-small k-quiet">{reasons.map((reason) => sayLead(reason, named)).join('; ')}</p>
    </li>
  );
}
