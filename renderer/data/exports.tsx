/** Taking the network out in forms that other programs read. Confidential texts never leave. */
import { type ReactNode, useState } from 'react';
import type { Host, Result } from '../../shared/contract';
import { download } from '../app/download';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession, useToday } from '../network/hooks';

const forms = [
  { format: 'vcard', name: 'vCards', ending: 'vcf', type: 'text/vcard', text: 'people, for address books' },
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
] as const;
type Form = (typeof forms)[number];

export function Exports(): ReactNode {
  const session = useSession();
  const today = useToday();
  const [busy, setBusy] = useState<string>();
  const save = async (form: Form): Promise<void> => {
    setBusy(form.format);
    try {
      const { parts, findings } = await exported(session.host, form.format);
      for (const finding of findings) session.toasts.say(finding, { level: 'caution' });
      download(new Blob(parts, { type: form.type }), `kithmap-${today}.${form.ending}`);
    } catch (error) {
      session.fail(error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Section
      title="Take your network along"
      text="Everything but confidential texts, as a file that you keep."
    >
      <ul className="k-lines">
        {forms.map((form) => (
          <li className="k-line" key={form.format}>
            <div className="k-line-words">
              <span>{form.name}</span>
              <span className="k-quiet k-small">{form.text}</span>
            </div>
            <Button
              aria-label={`Save as ${form.name}`}
              disabled={busy !== undefined}
              onClick={() => void save(form)}
            >
              {busy === form.format ? 'Writing' : 'Save'}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function exported(
  host: Host,
  format: Form['format'],
): Promise<{ parts: string[]; findings: readonly string[] }> {
  const parts: string[] = [];
  let findings: readonly string[] = [];
  let stream: string | undefined;
  for (let done = false; !done;) {
    const piece: Result<'export'> = await host.call('export', { format, stream });
    ({ stream, done, findings } = piece);
    parts.push(piece.text);
  }
  return { parts, findings };
}
