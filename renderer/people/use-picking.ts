/**
 * The cursor of a list, and who is picked. While nobody is picked, the selection follows the cursor; picking one
 * (`x`) leaves the cursor free to move on.
 */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';

export interface Picking {
  /** The row one is on; -1 before the first move. */
  readonly at: number;
  readonly isPicked: (id: string) => boolean;
  readonly anyPicked: boolean;
  moveTo: (at: number, extend: boolean) => void;
  toggle: (at: number) => void;
  pickAll: () => void;
  /** Back to the row one is on. */
  leave: () => void;
}

export function usePicking(rows: readonly string[]): Picking {
  const session = useSession();
  const { contacts } = useStore(session.selection);
  const [cursor, setCursor] = useState<string>();
  const [anchor, setAnchor] = useState<string>();
  const [picking, setPicking] = useState(false);
  const here = cursor ?? contacts[0];
  const at = here === undefined ? -1 : rows.indexOf(here);
  const active = contacts.length > 1 || (picking && contacts.length > 0);

  const select = (ids: readonly string[]): void => session.selection.setState({ contacts: ids }, true);
  return {
    at,
    anyPicked: active,
    isPicked: (id) => active && contacts.includes(id),
    moveTo(next, extend) {
      const id = rows[Math.max(0, Math.min(rows.length - 1, next))];
      if (id === undefined) return;
      setCursor(id);
      if (extend) {
        const from = rows.indexOf(anchor ?? here ?? id);
        const to = rows.indexOf(id);
        setAnchor(anchor ?? here ?? id);
        setPicking(true);
        select(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
        return;
      }
      setAnchor(undefined);
      if (active) return;
      setPicking(false);
      select([id]);
    },
    toggle(row) {
      const id = rows[row];
      if (id === undefined) return;
      setCursor(id);
      setAnchor(id);
      setPicking(true);
      if (!active) select([id]);
      else select(contacts.includes(id) ? contacts.filter((other) => other !== id) : [...contacts, id]);
    },
    pickAll() {
      setPicking(true);
      select(rows);
    },
    leave() {
      setPicking(false);
      setAnchor(undefined);
      select(active && cursor !== undefined ? [cursor] : []);
    },
  };
}
