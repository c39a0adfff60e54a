/** Why somebody stands out on the map. */
import type { ReactNode } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { useConnector, useTable } from '../../network/hooks';
import { asRecorded, asSentences, connectorReasons, sayConnector } from '../../../shared/analysis/reasons';
import { callName } from '../../../shared/words';
import { Section } from './section';

export function WhySection({ contact }: { contact: Contact }): ReactNode {
  const connector = useConnector(contact.id);
  const clusters = useTable('clusters');
  if (connector === undefined || (!connector.ring && connector.reaches.length === 0)) return null;
  const sentences = asSentences(
    sayConnector(
      connectorReasons(connector),
      callName(contact.name),
      (id) => clusters.find((cluster) => cluster.id === id)?.name,
    ),
  );
  if (sentences.length === 0) return null;
  return (
    <Section title={connector.ring ? `Why ${callName(contact.name)} stands out` : 'Beyond the own group'}>
      <p>{sentences.join(' ')}</p>
      <p className="k-small k-quietest">
        {asRecorded} Counted without you, over ties you know of and guesses of at least even odds.
      </p>
    </Section>
  );
}
