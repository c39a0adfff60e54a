/** `--me`: who the network belongs to, said beside an import by a mail address, a profile or a name. */
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { exactName } from '../../shared/imports/names';
import { addressKey, normaliseProfile } from '../../shared/model/addresses';
import { MyAddress } from '../../shared/model/entities/contact';
import { rowsOf, type Session } from './session';

const Named = z.object({ id: z.string(), name: z.object({ full: z.string() }) });
const Settings = z.object({ me: z.string().optional() });

/** Does nothing where it is known already. @throws KithmapError `conflict` where several people have the name. */
export async function setMe(session: Session, me: string): Promise<void> {
  const address = addressOf(me);
  await (address === undefined ? setName(session, exactName(me)) : addAddress(session, address));
}

export interface OwnAddress {
  readonly kind: 'email' | 'url';
  readonly value: string;
}

/** Mail addresses and profiles; anything else is a name. */
export function addressOf(me: string): OwnAddress | undefined {
  const value = me.trim();
  if (/^[^\s@/]+@[^\s@/]+$/.test(value)) return { kind: 'email', value };
  return value.includes('/') && normaliseProfile(value) !== undefined ? { kind: 'url', value } : undefined;
}

async function addAddress(session: Session, { kind, value }: OwnAddress): Promise<void> {
  const { host, hello, terminal } = session;
  const rows = await rowsOf(host, 'myAddresses');
  const mine = z.array(MyAddress.pick({ kind: true, value: true })).parse(rows.get('myAddresses'));
  const key = addressKey(kind, value);
  if (mine.some((address) => addressKey(address.kind, address.value) === key)) return;
  const addresses = [
    ...mine.map((address) => ({ kind: address.kind, value: address.value })),
    { kind, value },
  ];
  await host.call('edit', { client: hello.client, name: 'me.set', args: { addresses } });
  terminal.say(`${value} is yours from now on: a card with it is you.`);
}

async function setName(session: Session, name: string): Promise<void> {
  const { host, hello, terminal } = session;
  if (name === '') throw new KithmapError('bad-argument', '--me needs your mail address or your name.');
  const rows = await rowsOf(host, 'settings', 'contacts');
  const me = z.array(Settings).parse(rows.get('settings'))[0]?.me;
  const people = z.array(Named).parse(rows.get('contacts'));
  const [found, ...others] = people.filter((contact) => exactName(contact.name.full) === name);
  if (others.length > 0) {
    throw new KithmapError(
      'conflict',
      `Several people are called ${name}. Say who you are by your mail address.`,
    );
  }
  if (found?.id === me && me !== undefined) return;
  const edit =
    found === undefined
      ? { name: 'me.set', args: { name: { full: name } } }
      : { name: 'me.choose', args: { id: found.id } };
  await host.call('edit', { client: hello.client, ...edit });
  terminal.say(`You are ${name} from now on.`);
}
