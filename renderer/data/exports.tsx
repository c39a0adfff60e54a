/** Taking the network out in forms that other programs read. Confidential texts never leave. */
import { type ReactNode, useState } from 'react';
import type { Host, Result } from '../../shared/contract';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession, useToday } from '../network/hooks';

const forms = [
  { format: 'vcard', name: 'vCards', ending: 'vcf', type: 'text/vcard', text: 'people, for address books' },
  { format: 'csv', name: 'CSV', ending: 'csv', type: 'text/csv', text: 'people, for spreadsheets' },
  {
    format: 'graphml',
    name: 'GraphML',
    ending: 'graphml',
    type: 'application/xml',
    text: 'people and ties, for graph tools',
  },
  {
    format: 'json',
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    text: 'all of it, to come back here',
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
      const parts = await exported(session.host, form.format);
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

async function exported(host: Host, format: Form['format']): Promise<string[]> {
  const parts: string[] = [];
  let stream: string | undefined;
  for (let done = false; !done;) {
    const piece: Result<'export'> = await host.call('export', { format, stream });
    ({ stream, done } = piece);
    parts.push(piece.text);
  }
  return parts;
}

function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
