/**
 * Forgetting for good: somebody, or mail before a date, goes from the network and from every file that ever spoke of
 * it. If it is wished, digests stay by which imports know whom not to bring back.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Parsed } from '../../shared/contract-parsing';
import type { Result } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { contactKeys } from '../../shared/forgetting/keys';
import { goesWith, mailBefore, textsNaming } from '../../shared/forgetting/what-goes';
import type { PlanContext } from '../../shared/imports/context';
import type { Forgotten } from '../../shared/model/entities';
import type { ReadonlyNetwork } from '../../shared/model/network';
import type { Store } from './store/store';
import type { Writing } from './writing';

type Asked = Omit<Parsed<'forget'>, 'dry'>;
type Found = Omit<Result<'forget'>, 'done'>;

export interface ForgettingOptions {
  readonly store: Store;
  readonly writing: Writing;
  /** Whatever keeps ids of people beside the network. */
  readonly beside: readonly { forget(gone: ReadonlySet<string>): Promise<void> }[];
  /** Called once it is gone: everybody has to read anew. */
  readonly onDone: () => void;
}

/** What would go; nothing is changed. @throws KithmapError `not-found`, `conflict` */
export function whatWouldGo(network: ReadonlyNetwork, { what }: Asked): Found {
  if (what.kind === 'mail') return { goes: mailBefore(network, what.before).goes, naming: [] };
  const contact = needed(network, what.contact);
  return {
    goes: goesWith(network, contact.id),
    naming: textsNaming(network, contact),
  };
}

export async function forget(options: ForgettingOptions, asked: Asked): Promise<Found> {
  const { store, writing } = options;
  const found = await writing.alone(() => Promise.resolve(whatWouldGo(store.network, asked)));
  if (asked.remember) await remember(options, asked);
  await writing.alone(async () => {
    const { what } = asked;
    const ids = what.kind === 'mail' ? mailBefore(store.network, what.before).ids : [what.contact];
    const gone = await store.forget(ids);
    for (const one of options.beside) await one.forget(gone);
    options.onDone();
  });
  return found;
}

/** Written before anything goes, so that breaking off in between loses no digest. */
async function remember({ store, writing }: ForgettingOptions, { what }: Asked): Promise<void> {
  const [earlier] = store.network.all('forgotten');
  const salt = earlier?.salt ?? randomBytes(16).toString('hex');
  const given =
    what.kind === 'mail'
      ? { salt, mailBefore: what.before }
      : {
          salt,
          digests: contactKeys(store.network, needed(store.network, what.contact)).map((key) =>
            digest(salt, key),
          ),
        };
  if (given.digests?.length !== 0) await writing.edit('forget', 'forgotten.remember', given, false);
}

/** What imports leave out; undefined where nothing is remembered. */
export function forgottenOf(network: ReadonlyNetwork): PlanContext['forgotten'] {
  const all = [...network.all('forgotten')];
  if (all.length === 0) return undefined;
  const bySalt = new Map<string, Set<string>>();
  for (const { salt, digests } of all) {
    const known = bySalt.get(salt);
    if (known === undefined) bySalt.set(salt, new Set(digests));
    else for (const one of digests) known.add(one);
  }
  return {
    mailBefore: all
      .flatMap((one) => one.mailBefore ?? [])
      .sort()
      .at(-1),
    isForgotten: (keys) =>
      [...bySalt].some(([salt, known]) => known.size > 0 && keys.some((key) => known.has(digest(salt, key)))),
  };
}

/** What was remembered before a backup was put in place, and is not in it. */
export function missingAfter(before: readonly Forgotten[], network: ReadonlyNetwork): Forgotten[] {
  return before.filter(({ id }) => !network.has('forgotten', id));
}

function digest(salt: string, key: string): string {
  return createHash('sha256').update(`${salt} ${key}`).digest('hex');
}

function needed(
  network: ReadonlyNetwork,
  id: string,
): NonNullable<ReturnType<typeof network.get<'contacts'>>> {
  const contact = network.get('contacts', id);
  if (contact === undefined) throw new KithmapError('not-found', 'They are not in your network any more.');
  if (network.get('settings', 'settings')?.me === id)
    throw new KithmapError('conflict', 'That is you. Start again instead, on the Data screen.');
  return contact;
}
