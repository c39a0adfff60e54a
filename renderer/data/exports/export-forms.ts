/** The forms in which the network can be taken along, as the page offers them. */
import type { ExportFormat } from '../../../shared/formats/export-formats';

export interface ExportForm {
  readonly format: ExportFormat;
  readonly name: string;
  /** Of the file. */
  readonly ending: string;
  readonly type: string;
  /** What goes, and for whom. */
  readonly text: string;
}

export const exportForms: readonly ExportForm[] = [
  {
    format: 'vcard',
    name: 'vCards',
    ending: 'vcf',
    type: 'text/vcard',
    text: 'people, for address books',
  },
  {
    format: 'vcard-3',
    name: 'vCards, version 3',
    ending: 'vcf',
    type: 'text/vcard',
    text: 'people, for older phones and programs',
  },
  { format: 'csv', name: 'CSV', ending: 'csv', type: 'text/csv', text: 'people, for spreadsheets' },
  {
    format: 'csv-google',
    name: 'CSV for Google Contacts',
    ending: 'csv',
    type: 'text/csv',
    text: 'people, in Google’s columns',
  },
  {
    format: 'markdown',
    name: 'Notes in Markdown',
    ending: 'zip',
    type: 'application/zip',
    text: 'a folder with one note a person and links between them, for Obsidian or Logseq',
  },
  {
    format: 'html',
    name: 'An atlas for any browser',
    ending: 'html',
    type: 'text/html',
    text: 'one page with the map, a search and a card for each person; it needs no network',
  },
  {
    format: 'graphml',
    name: 'GraphML',
    ending: 'graphml',
    type: 'application/xml',
    text: 'people and ties, for graph tools',
  },
  {
    format: 'gexf',
    name: 'GEXF',
    ending: 'gexf',
    type: 'application/xml',
    text: 'people and ties, for Gephi',
  },
  {
    format: 'cytoscape',
    name: 'Cytoscape',
    ending: 'cyjs',
    type: 'application/json',
    text: 'people and ties, for Cytoscape',
  },
  {
    format: 'json',
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    text: 'all of it, to come back here',
  },
  {
    format: 'ics',
    name: 'Calendar, person by person',
    ending: 'ics',
    type: 'text/calendar',
    text: 'a reminder on the day each of them is due, for calendars',
  },
  {
    format: 'ics-weekly',
    name: 'Calendar, once a week',
    ending: 'ics',
    type: 'text/calendar',
    text: 'one review a week with the names on its list, for calendars',
  },
  {
    format: 'ics-dates',
    name: 'Calendar of people’s days',
    ending: 'ics',
    type: 'text/calendar',
    text: 'birthdays, other dates, and meetings that are planned',
  },
];
