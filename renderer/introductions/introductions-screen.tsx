/** Introductions: all that are under way as a board by stage, all of them as a list, one of them open at the side. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Inspector } from '../atlas/inspector/inspector';
import { ActionButton } from '../app/parts/button';
import { NobodyYet } from '../app/parts/nobody-yet';
import { Tabs } from '../app/parts/tabs';
import { useEntity, useSelectedContact, useSession, useSettings, useTable } from '../network/hooks';
import { BoardView } from './board/board-view';
import { IntroductionDetail } from './detail/detail';
import { Introducing } from './introducing';
import './introductions.css';
import { ListView } from './list/list-view';
import { PlansView } from './plans/plans-view';
import { SuggestionsView } from './suggestions/suggestions-view';

const parts = ['board', 'list', 'suggestions', 'plans'] as const;
type Part = (typeof parts)[number];

const names: Readonly<Record<Part, string>> = {
  board: 'Board',
  list: 'List',
  suggestions: 'Suggestions',
  plans: 'Plans',
};

const views: Readonly<Record<Part, React.ComponentType>> = {
  board: BoardView,
  list: ListView,
  suggestions: SuggestionsView,
  plans: PlansView,
};

export function IntroductionsScreen(): ReactNode {
  const session = useSession();
  const { part: asked } = useStore(session.navigation.store);
  const part = parts.find((one) => one === asked) ?? 'board';
  const contact = useSelectedContact();
  const open = useStore(Introducing.of(session).store, (state) => state.open);
  const introduction = useEntity('introductions', open);
  const View = views[part];
  const { me } = useSettings();
  const others = useTable('contacts').some(({ id }) => id !== me);
  const aside =
    contact !== undefined ? (
      <aside className="k-side" aria-label="The person selected">
        <Inspector />
      </aside>
    ) : introduction !== undefined ? (
      <aside className="k-side" aria-label="The introduction that is open">
        <IntroductionDetail key={introduction.id} introduction={introduction} />
      </aside>
    ) : null;
  return (
    <div className={aside === null ? 'k-intro-alone' : 'k-with-side'}>
      <section className="k-intro" aria-label="Introductions">
        <header className="k-screen-head">
          <h1 className="k-title">Introductions</h1>
          <Tabs screen="introductions" label="Introductions" parts={parts} names={names} part={part} />
          {others ? (
            <div className="k-screen-tools">
              <ActionButton id="introductions.begin" look="filled" withIcon={false} />
            </div>
          ) : null}
        </header>
        <div
          className="k-intro-view"
          role="tabpanel"
          id="introductions-view"
          aria-labelledby={`introductions-${part}`}
        >
          {others ? (
            <View />
          ) : (
            <NobodyYet lead="Here two people whom you know come to know each other, and you keep what became of it." />
          )}
        </div>
      </section>
      {aside}
    </div>
  );
}
