/** The best way to reach somebody, why where it is not the usual one, and every address and number they have. */
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WeekContact } from '../../shared/keeping/answers';
import type { Channel } from '../../shared/model/entities';
import { callName } from '../../shared/words';
import { OutsideLink } from '../app/link';
import { Button, IconButton } from '../app/parts/button';
import { useContact, useSession, useSettings } from '../network/hooks';
import { copyText } from './acts';

const bestWords: Readonly<Record<Channel, string>> = {
  'in-person': 'Best in person.',
  meal: 'Best over a meal.',
  call: 'Best by phone.',
  video: 'Best by video.',
  mail: 'Best by mail.',
  message: 'Best by message.',
  letter: 'Best by letter.',
  event: 'Best where you both go.',
  gift: 'Best with a small present.',
};

export function Reach({ card: { id, channel, channelWhy, draft } }: { card: WeekContact }): ReactNode {
  const session = useSession();
  const person = useContact(id);
  const { me } = useSettings();
  const self = useContact(me);
  // The draft holds nothing that is confidential, so neither does the link.
  const from = self === undefined ? '' : callName(self.name).trim();
  const mail = { subject: from === '' ? 'A few words' : `A few words from ${from}`, body: draft.text };
  if (person === undefined) return null;
  const phones = person.phones.map(({ value }) => ({ kind: 'phone' as const, value }));
  const emails = person.emails.map(({ value }) => ({ kind: 'email' as const, value }));
  const spoken = channel === 'call' || channel === 'in-person' || channel === 'meal';
  const ways = spoken ? [...phones, ...emails] : [...emails, ...phones];
  return (
    <>
      <span>{channelWhy ?? bestWords[channel]}</span>
      <span className="k-today-ways">
        {ways.map(({ kind, value }) => (
          <span className="k-today-way" key={`${kind} ${value}`}>
            <OutsideLink kind={kind} value={value} mail={mail} />
            <IconButton
              icon={IconCopy}
              label={`Copy ${value}`}
              onClick={() => void copyText(session, value, `${value} is copied`)}
            />
          </span>
        ))}
        {ways.length === 0 ? (
          <span className="k-quietest">
            No address or number is recorded.{' '}
            <Button look="quiet" className="k-today-inline" onClick={() => session.select(id)}>
              Add one
            </Button>
          </span>
        ) : null}
      </span>
    </>
  );
}
