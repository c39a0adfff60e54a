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
  'markdown',
  'html',
  'ics',
  'ics-weekly',
  'ics-dates',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Each holds so much that a choice of fields means something to it; calendars hold names and ways to people alone. */
export function isCalendar(format: ExportFormat): boolean {
  return format === 'ics' || format === 'ics-weekly' || format === 'ics-dates';
}
