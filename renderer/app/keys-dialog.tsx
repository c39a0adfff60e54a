/** Every key that works here, by section; also a part of the settings. */
import type { ReactNode } from 'react';
import { useActions, useKeyRules } from './action-context';
import { actionSections } from './actions';
import { worksHere } from './keys';
import './keys-dialog.css';
import { Dialog } from './parts/dialog';
import { KeyCap } from './parts/key-cap';

/** Keys that lists answer to by themselves. */
const listKeys: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ['j', 'ArrowDown'], label: 'Next' },
  { keys: ['k', 'ArrowUp'], label: 'Previous' },
  { keys: ['Enter'], label: 'Open' },
  { keys: ['x', 'Space'], label: 'Pick, or pick no longer' },
  { keys: ['shift+ArrowDown'], label: 'Pick a range' },
  { keys: ['mod+a'], label: 'Pick all' },
  { keys: ['shift+ArrowRight'], label: 'Introductions: on to the next stage' },
  { keys: ['shift+ArrowLeft'], label: 'Introductions: back a stage' },
  { keys: ['m'], label: 'Introductions: move to…' },
  { keys: ['m'], label: 'Same person?: merge' },
  { keys: ['n'], label: 'Same person?: not the same' },
  { keys: ['l'], label: 'Same person?: later' },
  { keys: ['Escape'], label: 'Back' },
];

export function KeysDialog({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" onClose={onClose} width="46rem">
      <KeyList />
    </Dialog>
  );
}

export function KeyList(): ReactNode {
  const actions = useActions();
  const rules = useKeyRules();
  const groups = actionSections.map((section) => ({
    section: section,
    lines: actions.all
      .filter((action) => action.section === section)
      .map(({ label, keys = [] }) => ({ label, keys: keys.filter((key) => worksHere(key, rules)) }))
      .filter(({ keys }) => keys.length > 0),
  }));
  const lists = listKeys
    .map(({ label, keys }) => ({ label, keys: keys.filter((key) => worksHere(key, rules)) }))
    .filter(({ keys }) => keys.length > 0);
  return (
    <div className="k-key-list">
      {[
        ...groups.map(({ section, lines }) => ({ title: section, lines })),
        { title: 'In lists', lines: lists },
      ]
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <section key={title}>
            <h3 className="k-key-list-title">{title}</h3>
            <dl>
              {lines.map(({ label, keys }) => (
                <div className="k-key-line" key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <KeyCap of={key} key={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}
