/** Who is archived, and starting again. */
import { type ReactNode, useState } from 'react';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { Section } from '../app/parts/section';
import { people as sayPeople } from '../app/words';
import { useSession, useSettings, useTable } from '../network/hooks';
import { everybody } from '../network/people-view';

export function SetAside(): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const contacts = useTable('contacts');
  const [asked, setAsked] = useState(false);
  const others = contacts.filter(({ id }) => id !== me);
  const archived = others.filter((contact) => contact.archived === true).length;
  if (others.length === 0) return null;
  const look = (): void => {
    session.peopleView.setState({ ...everybody, archived: true }, true);
    session.navigation.go('people');
  };
  const startAgain = async (): Promise<void> => {
    setAsked(false);
    try {
      session.select(undefined);
      const { kept } = await session.host.call('startAgain', { client: session.hello.client });
      session.toasts.say(`Everything is taken out. What was here is kept as ${kept}.`);
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <Section
      title="Archived, and starting again"
      text={
        archived === 0
          ? 'Nobody is archived.'
          : `${sayPeople(archived)} archived: out of the map, the lists and the measures.`
      }
      tools={
        <>
          {archived === 0 ? null : <Button onClick={look}>See who is archived</Button>}
          <Button onClick={() => setAsked(true)}>Start again</Button>
        </>
      }
    >
      {asked ? (
        <Dialog
          title="Start again with nobody?"
          onClose={() => setAsked(false)}
          submit="Take everything out"
          onSubmit={() => void startAgain()}
        >
          <p>
            {sayPeople(others.length)} go, with all that you wrote down. Your settings stay. A backup is kept
            first, so that you can come back from here; to leave no trace, forget people one by one.
          </p>
        </Dialog>
      ) : null}
    </Section>
  );
}
