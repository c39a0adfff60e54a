/** People: everybody as a table, the twin of the atlas, with the one who is selected beside it. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Inspector } from '../atlas/inspector/inspector';
import { ActionButton, Button } from '../app/parts/button';
import { Empty } from '../app/parts/empty';
import { NobodyYet } from '../app/parts/nobody-yet';
import { people } from '../app/words';
import { useSelectedContact, useSession, useSettings, useTable } from '../network/hooks';
import { everybody, isFiltered } from '../network/people-view';
import { BulkBar } from './bulk-bar';
import { Filters } from './filters';
import { PeopleTable } from './people-table';
import './people.css';
import { useRows } from './use-rows';

export function PeopleScreen(): ReactNode {
  const rows = useRows();
  const selected = useSelectedContact();
  return (
    <div className={selected === undefined ? 'k-people-alone' : 'k-with-side'}>
      <section className="k-people" aria-label="People">
        <header className="k-screen-head k-people-head">
          <h1 className="k-title">People</h1>
          <HowMany rows={rows} />
          <div className="k-screen-tools">
            <ActionButton id="people.add" look="filled" />
          </div>
        </header>
        <Filters />
        {rows === undefined ? null : rows.length === 0 ? <NobodyHere /> : <PeopleTable rows={rows} />}
        <BulkBar />
      </section>
      {selected === undefined ? null : (
        <aside className="k-side" aria-label="The person selected">
          <Inspector />
        </aside>
      )}
    </div>
  );
}

function HowMany({ rows }: { rows: readonly string[] | undefined }): ReactNode {
  const session = useSession();
  const view = useStore(session.peopleView);
  const contacts = useTable('contacts');
  const { me } = useSettings();
  const all = contacts.length - (me === undefined ? 0 : 1);
  if (rows === undefined || all <= 0) return null;
  const words = isFiltered(view)
    ? `${rows.length.toLocaleString('en')} of ${people(all)}`
    : people(rows.length);
  return (
    <span className="k-quiet" role="status">
      {view.archived ? `${words}, archived` : words}
    </span>
  );
}

function NobodyHere(): ReactNode {
  const session = useSession();
  const view = useStore(session.peopleView);
  const clear = (
    <Button onClick={() => session.peopleView.setState({ ...everybody, sort: view.sort }, true)}>
      Show everybody
    </Button>
  );
  if (isFiltered(view)) {
    return (
      <Empty title="Nobody fits" action={clear}>
        Take a filter out, or look for a part of a name, a place, an organisation or a note.
      </Empty>
    );
  }
  if (view.archived) {
    return (
      <Empty title="Nobody is archived" action={clear}>
        Whom you archive stays in your network and out of the way.
      </Empty>
    );
  }
  return <NobodyYet />;
}
