/** Where a contact came from: which files, when. */
import type { ReactNode } from 'react';
import type { Contact, Source } from '../../../shared/model/entities';
import { exactDay } from '../../app/words';
import { useSession } from '../../network/hooks';
import { dayOf } from '../../../shared/time';
import { Section } from './section';

const formatWords: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  'linkedin-messages': 'LinkedIn messages',
  'linkedin-invitations': 'LinkedIn invitations',
  vcard: 'an address book (vCard)',
  book: 'an address book (CSV)',
  mail: 'mail',
  calendar: 'a calendar',
  edges: 'a list of ties',
  graphml: 'GraphML',
  gexf: 'GEXF',
  pajek: 'Pajek',
  cytoscape: 'Cytoscape',
  kithmap: 'Kithmap',
  monica: 'Monica',
};

export function SourcesSection({
  contact,
  sources,
}: {
  contact: Contact;
  sources: readonly Source[];
}): ReactNode {
  const { hello } = useSession();
  const day = (moment: string): string => exactDay(dayOf(moment, hello.zone), hello.locale);
  return (
    <Section title="Where this came from">
      <ul className="k-small k-quiet">
        {sources.map(({ id, format, file, at }) => (
          <li key={id}>
            {file ?? 'A file'}, from {formatWords[format] ?? format}, {day(at)}
          </li>
        ))}
        {sources.length === 0 ? <li>Added by hand, {day(contact.createdAt)}</li> : null}
      </ul>
    </Section>
  );
}
