/** What to do next with the person who is selected, above what is known of them. */
import type { ReactNode } from 'react';
import { ActionButton } from '../app/parts/button';
import { useSelectedContact } from '../network/hooks';

export function PersonActs(): ReactNode {
  if (useSelectedContact() === undefined) return null;
  return (
    <div className="k-insights-acts" role="group" aria-label="What to do next">
      <ActionButton id="people.who-they-know" look="quiet" />
      <ActionButton id="people.show-on-map" look="quiet" />
      <ActionButton id="insights.without" look="quiet" />
    </div>
  );
}
