/** What can be done with files: bringing in, taking out, keeping safe. */
import {
  IconArchive,
  IconArrowMerge,
  IconFileExport,
  IconFileImport,
  IconFolder,
  IconLink,
} from '@tabler/icons-react';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import { ExportDesk, exportsPart } from './exports/export-desk';
import { chooseFiles } from './imports/choose-files';

export const dataActions: readonly Action[] = [
  {
    id: 'data.import',
    label: 'Import files',
    section: 'Network',
    keywords: 'open csv vcard vcf linkedin graphml gexf gephi pajek cytoscape edges contacts monica',
    icon: IconFileImport,
    when: writable,
    perform: async (session) => {
      const files = await chooseFiles();
      if (files.length === 0) return;
      session.navigation.go('data');
      await session.imports.add(files);
    },
  },
  {
    id: 'data.import-folder',
    label: 'Import a folder',
    section: 'Network',
    keywords: 'open directory maildir mails eml many files',
    icon: IconFolder,
    when: writable,
    perform: async (session) => {
      const files = await chooseFiles('folder');
      if (files.length === 0) return;
      session.navigation.go('data');
      await session.imports.add(files);
    },
  },
  {
    id: 'data.link',
    label: 'Say who knows whom',
    section: 'Network',
    keywords: 'ties bulk linker connect people know each other',
    icon: IconLink,
    keys: ['w'],
    when: (session) => writable(session) && session.replica.network.count('contacts') > 2,
    perform: ({ navigation }) => navigation.go('data', 'link'),
  },
  {
    id: 'data.same',
    label: 'Same person?',
    section: 'Network',
    keywords: 'duplicates twice merge double contacts',
    icon: IconArrowMerge,
    perform: ({ navigation }) => navigation.go('data', 'same'),
  },
  {
    id: 'data.export',
    label: 'Export',
    section: 'Network',
    keywords: 'take along save vcard csv json markdown html graphml picked',
    icon: IconFileExport,
    perform: (session) => {
      const isPicked = session.selection.getState().contacts.length > 1;
      ExportDesk.of(session).set({ whose: isPicked ? 'picked' : 'everybody' });
      session.navigation.go('data', exportsPart);
    },
  },
  {
    id: 'data.backup',
    label: 'Back up now',
    section: 'Network',
    keywords: 'save copy safe',
    icon: IconArchive,
    when: writable,
    perform: async (session) => {
      const { name } = await session.host.call('backup', {});
      session.toasts.say(`Backed up as ${name}.`);
    },
  },
];
