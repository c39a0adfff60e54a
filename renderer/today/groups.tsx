/** Reminders for several people at once that come up within two weeks, with their ways to be reached. */
import type { ReactNode } from 'react';
import type { DueAnswer } from '../../shared/keeping/answers';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, many, people, sayDayAhead } from '../app/words';
import { useSession, useToday } from '../network/hooks';
import { copyText } from './acts';
import { OwedLine, OwedSection } from './owed-section';

export function Groups({ groups }: { groups: DueAnswer['groups'] }): ReactNode {
  const session = useSession();
  const today = useToday();
  if (groups.length === 0) return null;
  const { locale } = session.hello;
  return (
    <OwedSection title="Together">
      {groups.map(({ id, name, next, note, contacts }) => {
        const addresses = contacts.flatMap(({ emails }) => emails.slice(0, 1));
        return (
          <OwedLine
            key={id}
            name={name}
            detail={note ?? `${people(contacts.length)}: ${contacts.map((one) => one.name).join(', ')}`}
            aside={{ text: sayDayAhead(next, today, locale), title: exactDay(next, locale) }}
          >
            {addresses.length === 0 ? undefined : (
              <TextButton
                label={`Copy the addresses of ${name}`}
                onClick={() =>
                  void copyText(
                    session,
                    addresses.join(', '),
                    `${many(addresses.length, 'address is', 'addresses are')} copied`,
                  )
                }
              >
                Copy {many(addresses.length, 'address', 'addresses')}
              </TextButton>
            )}
          </OwedLine>
        );
      })}
    </OwedSection>
  );
}
