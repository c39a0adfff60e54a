/** Data: what comes in, what came in, what goes out, and what is kept safe. */
import { type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import { Backups } from './backups';
import { BringIn } from './imports/bring-in';
import './data.css';
import { DuplicatesView } from './duplicates/duplicates-view';
import { Twice } from './duplicates/twice';
import { Exports } from './exports/exports';
import { GuessesScreen } from './guesses/guesses-screen';
import { Forgotten } from './forgetting/forgotten';
import { FileQuestionScreen } from './imports/file-question';
import { Health } from './health';
import { ImportDone, ImportFailed, ImportProgress } from './imports/import-progress';
import { ImportReview } from './imports/import-review';
import { LinkPeople } from './linking/link-people';
import { Ties } from './linking/ties';
import { PastImports } from './past-imports';
import { SetAside } from './set-aside';

export function DataScreen(): ReactNode {
  const session = useSession();
  const { part } = useStore(session.navigation.store);
  const state = useStore(session.imports.store);
  if (part === 'link') return <LinkPeople />;
  if (part === 'guesses') return <GuessesScreen />;
  if (part === 'same') return <DuplicatesView />;
  switch (state.kind) {
    case 'reading':
    case 'writing':
      return <ImportProgress state={state} />;
    case 'asking':
      return <FileQuestionScreen key={state.question.key} asked={state} />;
    case 'review':
      return <ImportReview review={state} />;
    case 'done':
      return <ImportDone done={state} />;
    case 'failed':
      return <ImportFailed message={state.message} />;
    case 'idle':
      return (
        <section className="k-screen k-data" aria-label="Data">
          <h1 className="k-title">Data</h1>
          <BringIn />
          <PastImports />
          <Ties />
          <Twice />
          <Exports />
          <Backups />
          <Health />
          <Forgotten />
          <SetAside />
        </section>
      );
  }
}
