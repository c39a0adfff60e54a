/** Reminders for several people at once: those of the next two weeks with ways to reach everybody, then the rest. */
import { type ReactNode, useState } from 'react';
import { sayEvery } from '../../shared/keeping/cadence-words';
import type { DueAnswer } from '../../shared/keeping/answers';
import type { GroupReminder } from '../../shared/model/entities';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, many, people, sayDayAhead } from '../app/words';
import { useSession, useToday } from '../network/hooks';
import { copyText } from './acts';
import { MoreButton } from './more-button';
import { OwedLine, OwedSection } from './owed-section';

type Soon = DueAnswer['groups'][number];

/** Those beyond two weeks that are shown at first. */
const first = 2;

export function Groups({ soon, all }: { soon: readonly Soon[]; all: readonly GroupReminder[] }): ReactNode {
  const [open, setOpen] = useState(false);
  const isSoon = new Set(soon.map(({ id }) => id));
  const later = all.filter(({ id }) => !isSoon.has(id)).sort((a, b) => (a.next < b.next ? -1 : 1));
  if (soon.length + later.length === 0) return null;
  return (
    <OwedSection title="Together">
      {soon.map((group) => (
        <Line key={group.id} group={group} detail={group.note ?? sayWho(group)}>
          <Addresses group={group} />
        </Line>
      ))}
      {later.slice(0, open ? undefined : first).map((group) => (
        <Line
          key={group.id}
          group={group}
          detail={`${sayEvery(group.everyDays)}, ${people(group.contacts.length)}`}
        />
      ))}
      <MoreButton all={later.length} first={first} open={open} onOpen={() => setOpen(true)} />
    </OwedSection>
  );
}

function Line({
  group: { id, name, next },
  detail,
  children,
}: {
  group: Pick<GroupReminder, 'id' | 'name' | 'next'>;
  detail: string;
  children?: ReactNode;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const { locale, readOnly } = session.hello;
  const tell = (command: string, done: string): void => void session.tell(command, { id }, { done });
  return (
    <OwedLine
      name={name}
      detail={detail}
      aside={{ text: sayDayAhead(next, today, locale), title: exactDay(next, locale) }}
      late={next < today}
    >
      {children}
      {readOnly === undefined ? (
        <>
          {children === undefined ? null : (
            <>
              <TextButton
                label={`We met: ${name}`}
                onClick={() => tell('group-reminder.met', `Logged: ${name}, today`)}
              >
                We met
              </TextButton>
              <TextButton
                label={`Skip this time: ${name}`}
                onClick={() => tell('group-reminder.skip', `${name} comes up the time after`)}
              >
                Skip
              </TextButton>
            </>
          )}
          <TextButton label={`Edit: ${name}`} onClick={() => session.dialogs.open('edit-group', [id])}>
            Edit
          </TextButton>
        </>
      ) : null}
    </OwedLine>
  );
}

/** Copies how to reach them: mail addresses, else phone numbers, a line each. */
function Addresses({ group: { name, contacts } }: { group: Soon }): ReactNode {
  const session = useSession();
  const addresses = contacts.flatMap(({ emails }) => emails.slice(0, 1));
  if (addresses.length === 0) return null;
  return (
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
  );
}

function sayWho({ contacts }: Soon): string {
  return `${people(contacts.length)}: ${contacts.map(({ name }) => name).join(', ')}`;
}
