/** Adds to the story: what happened in the capture line, everything else by a small form in its place. */
import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Contact, Fact } from '../../../shared/model/entities';
import { callName } from '../../../shared/words';
import { ActionButton, Button } from '../../app/parts/button';
import { useSession, useSettings, useToday } from '../../network/hooks';
import { write } from './story-acts';
import { FactAdder } from './story-facts';
import { type Addable, addingShape } from './story-fields';
import { StoryForm } from './story-form';

const facts = {
  job: 'A job',
  move: 'A move',
  study: 'A study',
  other: 'Something else',
} as const satisfies Record<Fact['kind'], string>;
type What = Addable | keyof typeof facts;

export function StoryAdd({ contact, isMe }: { contact: Contact; isMe: boolean }): ReactNode {
  const [what, setWhat] = useState<What>();
  const close = (): void => setWhat(undefined);
  if (what !== undefined) {
    return isFact(what) ? (
      <FactAdder contact={contact.id} kind={what} onClose={close} />
    ) : (
      <Adder contact={contact} what={what} onClose={close} />
    );
  }
  return (
    <div className="k-insp-edit-tools k-story-add">
      {isMe ? null : (
        <ActionButton id="log" look="quiet" withIcon={false} withKey={false}>
          Log what happened
        </ActionButton>
      )}
      <Button look="quiet" onClick={() => setWhat('note')}>
        Add a note
      </Button>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button look="quiet">Add more</Button>
        </Menu.Target>
        <Menu.Dropdown className="k-insp-menu">
          {isMe ? null : (
            <>
              <Menu.Item onClick={() => setWhat('promise')}>A promise</Menu.Item>
              <Menu.Item onClick={() => setWhat('advice')}>Advice they gave</Menu.Item>
              <Menu.Item onClick={() => setWhat('exchange')}>Something given or received</Menu.Item>
              <Menu.Item onClick={() => setWhat('introduction')}>An introduction</Menu.Item>
            </>
          )}
          {(['job', 'move', 'study', 'other'] as const).map((kind) => (
            <Menu.Item key={kind} onClick={() => setWhat(kind)}>
              {facts[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function isFact(what: What): what is Fact['kind'] {
  return what in facts;
}

function Adder({
  contact,
  what,
  onClose,
}: {
  contact: Contact;
  what: Addable;
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const { me } = useSettings();
  const [shape] = useState(() =>
    addingShape(what, { contact: contact.id, name: callName(contact.name), me, today }),
  );
  const { label, fields, values, check, command, argsOf } = shape;
  return (
    <StoryForm
      label={label}
      fields={fields}
      values={values}
      check={check}
      onLeave={onClose}
      onKeep={(entered) => {
        onClose();
        void write(session, command, argsOf(entered));
      }}
    />
  );
}
