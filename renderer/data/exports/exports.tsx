/** Taking the network out in forms that other programs read. Confidential texts leave only where asked for by name. */
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { download } from '../../app/download';
import { Button } from '../../app/parts/button';
import { Section } from '../../app/parts/section';
import { people as sayPeople } from '../../app/words';
import { useSelection, useSession, useSettings, useTable, useTally, useToday } from '../../network/hooks';
import { useRows } from '../../people/use-rows';
import { exported, ExportDesk, exportsPart } from './export-desk';
import { type ExportForm, exportForms } from './export-forms';

const ExportChoice = lazy(() => import('./export-choice').then((room) => ({ default: room.ExportChoice })));

export function Exports(): ReactNode {
  const session = useSession();
  const { whose } = useStore(ExportDesk.of(session).wish);
  const { part } = useStore(session.navigation.store);
  const people = useTable('contacts').length;
  const { me } = useSettings();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (part === exportsPart) top.current?.scrollIntoView({ block: 'start' });
  }, [part]);
  if (people === (me === undefined ? 0 : 1)) return null;
  return (
    <Section
      title="Take your network along"
      text="All of it or a part, as a file that you keep. Confidential texts stay here unless you say otherwise."
    >
      <div ref={top} className="k-export-top">
        <Suspense fallback={null}>
          <ExportChoice />
        </Suspense>
      </div>
      {whose === 'listed' ? <ListedForms /> : <ChosenForms />}
      <p className="k-data-line k-quiet">
        A picture of the map (PNG, SVG, PDF) is saved on the atlas, by the button beside the zoom; a sheet to
        print of this week on Today, and of a group or of those picked where they are shown.
      </p>
    </Section>
  );
}

/** The list of People is worked out where it is wanted, and not before. */
function ListedForms(): ReactNode {
  const rows = useRows();
  return <Forms people={rows} isReady={rows !== undefined} />;
}

/** Those picked, or of a group; else everybody. */
function ChosenForms(): ReactNode {
  const session = useSession();
  const { whose, group } = useStore(ExportDesk.of(session).wish);
  const picked = useSelection(({ contacts }) => contacts);
  const tally = useTally();
  if (whose === 'everybody') return <Forms people={undefined} />;
  return <Forms people={whose === 'picked' ? picked : [...tally.membersOf(group ?? '')]} />;
}

function Forms({
  people,
  isReady = true,
}: {
  people: readonly string[] | undefined;
  isReady?: boolean;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const wish = useStore(ExportDesk.of(session).wish);
  const [busy, setBusy] = useState<string>();
  const save = async (form: ExportForm): Promise<void> => {
    setBusy(form.format);
    try {
      const { content, findings } = await exported(session.host, form, wish, people);
      for (const finding of findings) session.toasts.say(finding, { level: 'caution' });
      download(content, `kithmap-${today}.${form.ending}`);
      // Asked for once is not asked for the next time.
      if (form.format === 'json') ExportDesk.of(session).set({ confidential: false });
    } catch (error) {
      session.fail(error);
    } finally {
      setBusy(undefined);
    }
  };
  const nobody = people?.length === 0;
  return (
    <>
      {people === undefined ? null : (
        <p className="k-data-line k-quiet" role="status">
          {nobody ? 'Nobody is chosen, so there is nothing to save.' : `${sayPeople(people.length)} chosen.`}
        </p>
      )}
      <ul className="k-lines" aria-label="Forms">
        {exportForms.map((form) => (
          <li className="k-line" key={form.format}>
            <div className="k-line-words">
              <span>{form.name}</span>
              <span className="k-quiet k-small">{form.text}</span>
            </div>
            <Button
              aria-label={`Save as ${form.name}`}
              disabled={busy !== undefined || nobody || !isReady}
              onClick={() => void save(form)}
            >
              {busy === form.format ? 'Writing' : 'Save'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
