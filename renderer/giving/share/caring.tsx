/** Who might care, each with why: choose some by j, k and x, and mark it as sent to them. */
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Shareable } from '../../../shared/model/entities';
import type { WhoCaresAnswer } from '../../../shared/sharing/answers';
import type { sendingChannels } from '../../../shared/sharing/matter';
import { useKeyRules } from '../../app/action-context';
import { Button, IconButton } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { people as counted } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession } from '../../network/hooks';
import { CaringLine } from './caring-line';
import { Sharing } from './sharing';
import { LeftOut } from './left-out';

interface CaringProps {
  readonly shareable: Shareable;
  readonly answer: WhoCaresAnswer;
}

export function Caring({ shareable, answer }: CaringProps): ReactNode {
  const session = useSession();
  const sharing = Sharing.of(session);
  const { chosen, contact } = useStore(sharing.store);
  const { letterKeys } = useKeyRules();
  const stepping = useStepping();
  const list = useRef<HTMLUListElement>(null);
  const { people, total, nobody } = answer;
  const those = people.filter(({ id }) => chosen.includes(id));
  const mayWrite = session.hello.readOnly === undefined;
  // Who came here by keeping something goes on along the list.
  useEffect(() => {
    if (document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[data-step]')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const line = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-contact]') : null;
    const onLine = target === line && key === ' ';
    const byLetter = key === 'x' && letterKeys && !ctrlKey && !metaKey && !altKey;
    const id = line?.dataset['contact'];
    if (!mayWrite || id === undefined || !(onLine || byLetter)) {
      stepping.onKeyDown(event);
      return;
    }
    sharing.choose(id);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="k-share-caring" aria-labelledby="share-caring">
      <div className="k-share-caring-head">
        <h2 className="k-heading" id="share-caring">
          Who might care
        </h2>
        <p className="k-small k-quiet" role="status">
          {total > people.length ? `The first ${people.length} of ${counted(total)}` : counted(total)}
        </p>
        {mayWrite && those.length > 0 ? <Send shareable={shareable} to={those} /> : null}
      </div>
      {nobody === undefined ? null : <Empty title="Nobody comes to mind">{nobody}</Empty>}
      {people.length === 0 ? null : (
        <ul className="k-share-list" aria-labelledby="share-caring" ref={list} onKeyDown={onKeyDown}>
          {people.map((person) => (
            <CaringLine
              key={person.id}
              person={person}
              isChosen={mayWrite ? chosen.includes(person.id) : undefined}
              isOpen={person.id === contact}
            />
          ))}
        </ul>
      )}
      <LeftOut answer={answer} />
    </section>
  );
}

interface SendProps {
  readonly shareable: Shareable;
  readonly to: WhoCaresAnswer['people'];
}

function Send({ shareable: { id }, to }: SendProps): ReactNode {
  const session = useSession();
  const send = async (channel: (typeof sendingChannels)[number]): Promise<void> => {
    const [one] = to;
    const whom = to.length === 1 && one !== undefined ? one.name : counted(to.length);
    const args = { id, contacts: to.map((person) => person.id), channel };
    const answer = await session.tell('shareable.send', args, { done: `Marked as sent to ${whom}` });
    if (answer !== undefined) Sharing.of(session).sent();
  };
  return (
    <div className="k-share-send">
      <Button look="filled" onClick={() => void send('mail')}>
        Mark as sent to {to.length}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <IconButton icon={IconChevronDown} label="How it was sent" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void send('mail')}>Sent by mail</Menu.Item>
          <Menu.Item onClick={() => void send('message')}>Sent as a message</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
