/** Formats as people call them. */
import type { FormatName } from '../../../shared/formats/record';

export const formatWords: Readonly<Record<FormatName, string>> = {
  linkedin: 'LinkedIn',
  'linkedin-messages': 'LinkedIn messages',
  'linkedin-invitations': 'LinkedIn invitations',
  vcard: 'vCards',
  book: 'Address book',
  edges: 'who knows whom',
  graphml: 'GraphML',
  gexf: 'GEXF',
  pajek: 'Pajek',
  cytoscape: 'Cytoscape',
  kithmap: 'Kithmap',
  mail: 'Mail',
  calendar: 'Calendar',
  monica: 'Monica',
};
