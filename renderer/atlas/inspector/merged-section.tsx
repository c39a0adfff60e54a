/** Who was merged into this contact, and the way to take them apart again. */
import type { ReactNode } from 'react';
import { isObject } from '../../../shared/json';
import type { Contact, Merge } from '../../../shared/model/entities';
import { dayOf } from '../../../shared/time';
import { many, nameOf, sayDay } from '../../app/words';
import { useSession, useToday } from '../../network/hooks';
import { Section, TextButton } from './section';

export function MergedSection({
  contact,
  merges,
}: {
  contact: Contact;
  merges: readonly Merge[];
}): ReactNode {
  const session = useSession();
  const { zone, locale, readOnly } = session.hello;
  const today = useToday();
  if (merges.length === 0) return null;
  const split = async (merge: Merge): Promise<void> => {
    const whole = nameOf(contact);
    const done = `${whole} and ${goneName(merge)} are two contacts again`;
    const answer = await session.tell('contact.split', { merge: merge.id }, { done });
    const left = answer?.['left'];
    if (typeof left !== 'number' || left === 0) return;
    session.toasts.say(`${many(left, 'thing', 'things')} changed since and stay with ${whole}.`);
  };
  return (
    <Section title="Merged">
      <ul className="k-small">
        {merges.map((merge) => (
          <li key={merge.id}>
            {goneName(merge)}, {sayDay(dayOf(merge.at, zone), today, locale)}{' '}
            {readOnly === undefined ? (
              <TextButton
                label={`Take ${goneName(merge)} and ${nameOf(contact)} apart`}
                onClick={() => void split(merge)}
              >
                Take apart
              </TextButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function goneName({ gone }: Merge): string {
  const { name } = gone;
  const full = isObject(name) ? name['full'] : undefined;
  return typeof full === 'string' && full.trim() !== '' ? full : 'A card without a name';
}
