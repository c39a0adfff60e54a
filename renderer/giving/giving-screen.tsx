/** Give and ask: who can help and whether it is a good moment to ask, who would care for something, who knows what I do. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Inspector } from '../atlas/inspector/inspector';
import { NobodyYet } from '../app/parts/nobody-yet';
import { Tabs } from '../app/parts/tabs';
import { useSelectedContact, useSession, useSettings, useTable } from '../network/hooks';
import { AskView } from './ask/ask-view';
import '../today/today.css';
import './giving.css';
import { OfferView } from './offer/offer-view';
import { ShareView } from './share/share-view';

const parts = ['ask', 'share', 'offer'] as const;
type Part = (typeof parts)[number];

const names: Readonly<Record<Part, string>> = {
  ask: 'Before asking',
  share: 'Worth sharing',
  offer: 'What I offer',
};

const views: Readonly<Record<Part, React.ComponentType>> = {
  ask: AskView,
  share: ShareView,
  offer: OfferView,
};

export function GivingScreen(): ReactNode {
  const session = useSession();
  const { part: asked } = useStore(session.navigation.store);
  const part = parts.find((one) => one === asked) ?? 'ask';
  const contact = useSelectedContact();
  const View = views[part];
  const { me } = useSettings();
  const others = useTable('contacts').some(({ id }) => id !== me);
  return (
    <div className={contact === undefined ? 'k-giving-alone' : 'k-with-side'}>
      <section className="k-giving" aria-label="Give and ask">
        <header className="k-screen-head">
          <h1 className="k-title">Give and ask</h1>
          <Tabs screen="giving" label="Give and ask" parts={parts} names={names} part={part} />
        </header>
        <div className="k-giving-view" role="tabpanel" id="giving-view" aria-labelledby={`giving-${part}`}>
          {others ? (
            <View />
          ) : (
            <NobodyYet lead="Here you see who can help, whether it is a good moment to ask, and who would care for what you share." />
          )}
        </div>
      </section>
      {contact === undefined ? null : (
        <aside className="k-side" aria-label="The person selected">
          <Inspector />
        </aside>
      )}
    </div>
  );
}
