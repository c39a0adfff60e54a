/** "Who of these knows Ana?": one person, then ticks for everybody they know, then the next person. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActionButton, Button } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { PersonPicker } from '../../app/parts/person-picker';
import { many, nameOf, roleOf } from '../../app/words';
import { useContact, useSession, useTable, useTiesOf } from '../../network/hooks';
import { LinkList } from './link-list';
import { useLikely } from './use-likely';

export function LinkPeople(): ReactNode {
  const session = useSession();
  const count = useTable('contacts').length;
  const [chosen, setChosen] = useState<string | undefined>(session.selection.getState().contacts[0]);
  const [visited, setVisited] = useState<readonly string[]>([]);
  const order = useLikely(undefined, '');
  const person = chosen ?? order[0];
  const done = (): void => {
    setVisited((standing) => (person === undefined ? standing : [...standing, person]));
  };
  if (count < 3 || person === undefined) {
    return (
      <section className="k-screen" aria-label="Who knows whom">
        <h1 className="k-title">Who knows whom</h1>
        <Empty
          title="There are not enough people yet"
          action={<ActionButton id="data.import" look="filled" />}
        >
          Bring your contacts in first; then say who of them know each other.
        </Empty>
      </section>
    );
  }
  return (
    <WhoKnows
      key={person}
      person={person}
      visited={visited}
      onChoose={setChosen}
      onDone={(next) => {
        done();
        setChosen(next);
      }}
    />
  );
}

interface WhoKnowsProps {
  readonly person: string;
  readonly visited: readonly string[];
  readonly onChoose: (person: string) => void;
  readonly onDone: (next: string | undefined) => void;
}

function WhoKnows({ person, visited, onChoose, onDone }: WhoKnowsProps): ReactNode {
  const session = useSession();
  const contact = useContact(person);
  const ties = useTiesOf(person);
  const known = new Set(
    ties.filter(({ state }) => state === 'known').map(({ a, b }) => (a === person ? b : a)),
  );
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useLikely(person, text);
  const name = contact === undefined ? '' : nameOf(contact);

  const toggle = (id: string): void =>
    setTicked((standing) => {
      const next = new Set(standing);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const keep = async (): Promise<void> => {
    const next = [...ticked, ...rows].find((id) => id !== person && !visited.includes(id));
    if (ticked.size > 0) {
      const done = `${name} knows ${many(ticked.size, 'more person', 'more people')}`;
      const answer = await session.tell('tie.link', { contact: person, with: [...ticked] }, { done });
      if (answer === undefined) return;
    }
    onDone(next);
  };

  return (
    <section className="k-link-people" aria-label="Who knows whom">
      <div className="k-link-head">
        <h1 className="k-title">Who of these knows {name}?</h1>
        {contact === undefined || roleOf(contact) === '' ? null : (
          <p className="k-quiet">{roleOf(contact)}</p>
        )}
        <p className="k-quiet">
          Those who share an organisation, a place, a tag or an acquaintance come first.{' '}
          {known.size === 0 ? '' : `${many(known.size, 'tie is', 'ties are')} known already.`}
        </p>
        <div className="k-link-fields">
          <PersonPicker
            single
            label="Somebody else"
            value={[]}
            without={[person]}
            onChange={([id]) => id !== undefined && onChoose(id)}
          />
          <TextInput
            label="Only those who fit"
            value={text}
            placeholder="Name, place, organisation"
            classNames={{ label: 'k-mantine-label' }}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </div>
      <LinkList
        rows={rows}
        known={known}
        ticked={ticked}
        onToggle={toggle}
        onKeep={() => void keep()}
        name={name}
      />
      <footer className="k-import-foot">
        <Button look="filled" onClick={() => void keep()} keyShown="Enter">
          {ticked.size === 0
            ? 'Nobody; next person'
            : `Keep ${many(ticked.size, 'tie', 'ties')}, next person`}
        </Button>
        <Button onClick={() => session.navigation.go('atlas')}>See the map</Button>
        <Button look="quiet" onClick={() => session.navigation.go('data')}>
          Back to Data
        </Button>
      </footer>
    </section>
  );
}
