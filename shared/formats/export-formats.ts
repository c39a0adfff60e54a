/** What the network can be written as. */
export const exportFormats = [
  'json',
  'vcard',
  'vcard-3',
  'csv',
  'csv-google',
  'graphml',
  'gexf',
  'cytoscape',
  'ics',
  'ics-weekly',
] as const;
