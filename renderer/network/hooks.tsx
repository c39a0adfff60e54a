/** How components read the session: each hook wakes its component only for what it reads. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import { type Answer, type AnswerTo, isAnswerTo, type Question } from '../../shared/analysis/questions';
import type { Connector, ContactWarmth } from '../../shared/analysis/service-messages';
import type { Contact, Settings } from '../../shared/model/entities';
import { Settings as SettingsSchema } from '../../shared/model/entities/upkeep';
import type { ContactSummary } from '../../shared/model/indices';
import type { EntityOf } from '../../shared/model/tables';
import type { OpenDialog } from './dialogs';
import type { ReplicaState, ReplicaTable } from './replica';
import type { Selection, Session } from './session';
import type { Tally } from './tally';

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No session was provided.');
  return session;
}

/** One entity; undefined where there is none. */
export function useEntity<T extends ReplicaTable>(table: T, id: string | undefined): EntityOf<T> | undefined {
  const { replica } = useSession();
  const subscribe = useCallback(
    (wake: () => void) => replica.watch(table, id ?? '', wake),
    [replica, table, id],
  );
  return useSyncExternalStore(subscribe, () =>
    id === undefined ? undefined : replica.network.get(table, id),
  );
}

export function useContact(id: string | undefined): Contact | undefined {
  return useEntity('contacts', id);
}

/** All entities of a table, in no order that means anything. */
export function useTable<T extends ReplicaTable>(table: T): readonly EntityOf<T>[] {
  const { replica } = useSession();
  const subscribe = useCallback(
    (wake: () => void) => replica.watch(table, undefined, wake),
    [replica, table],
  );
  return useSyncExternalStore(subscribe, () => replica.list(table));
}

/** The ties of a contact. */
export function useTiesOf(contact: string): readonly EntityOf<'ties'>[] {
  const { replica } = useSession();
  const all = useTable('ties');
  return useMemo(() => {
    // `all` says when to look again; the index knows where.
    if (all.length === 0) return [];
    const ids = replica.network.index.referring('contacts', contact, 'ties');
    return [...ids].flatMap((id) => {
      const tie = replica.network.get('ties', id);
      return tie === undefined || (tie.a !== contact && tie.b !== contact) ? [] : [tie];
    });
  }, [replica, all, contact]);
}

export function useSummary(contact: string): ContactSummary {
  const { replica } = useSession();
  const subscribe = useCallback(
    (wake: () => void) => replica.watch('summaries', contact, wake),
    [replica, contact],
  );
  return useSyncExternalStore(subscribe, () => replica.summary(contact));
}

/** What the network adds up to; wakes when any of it is different. */
export function useTally(): Tally {
  const { tally } = useSession();
  useStore(tally.revision);
  return tally;
}

/** Undefined until the analysis has answered for this contact. */
export function useWarmth(contact: string): ContactWarmth | undefined {
  const { analysis } = useSession();
  const subscribe = useCallback((wake: () => void) => analysis.watch(contact, wake), [analysis, contact]);
  return useSyncExternalStore(subscribe, () => analysis.warmth(contact));
}

export function useConnector(contact: string): Connector | undefined {
  const { analysis } = useSession();
  const subscribe = useCallback((wake: () => void) => analysis.watch(contact, wake), [analysis, contact]);
  return useSyncExternalStore(subscribe, () => analysis.connector(contact));
}

/**
 * What the analysis answers to a question; undefined until it has. The last answer stays while another is on its way.
 * @param question its content decides, not which object it is
 */
export function useAnswer<K extends Question['kind']>(
  question: Extract<Question, { kind: K }>,
): AnswerTo<K> | undefined {
  const { analysis } = useSession();
  const [heard, setHeard] = useState<{ readonly to: string; readonly answer: Answer }>();
  const key = JSON.stringify(question);
  useEffect(
    () => analysis.ask(question, (answer) => setHeard({ to: key, answer })),
    // The key is the question's content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [analysis, key],
  );
  if (heard?.to !== key || !isAnswerTo(heard.answer, question.kind)) return undefined;
  return heard.answer;
}

/** The settings, or their defaults before anything was set. */
export function useSettings(): Settings {
  const settings = useEntity('settings', 'settings');
  return useMemo(() => settings ?? SettingsSchema.parse({ id: 'settings' }), [settings]);
}

export function useSelection<R>(select: (selection: Selection) => R): R {
  return useStore(useSession().selection, select);
}

/** The one selected contact; undefined for none or several. */
export function useSelectedContact(): string | undefined {
  return useSelection(({ contacts }) => (contacts.length === 1 ? contacts[0] : undefined));
}

export function useReplicaState(): ReplicaState {
  return useStore(useSession().replica.state);
}

/** The host's day, which changes at midnight. */
export function useToday(): string {
  return useStore(useSession().state, ({ today }) => today);
}

/** The open dialog of this name. */
export function useDialog(name: string): OpenDialog | undefined {
  return useStore(useSession().dialogs.store, ({ open }) => (open?.name === name ? open : undefined));
}
