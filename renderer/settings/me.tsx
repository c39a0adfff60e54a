/** Who I am: a card with one of these addresses is me, never a contact. */
import { TagsInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { splitAddresses } from '../app/first-start/addresses';
import { Button } from '../app/parts/button';
import { NameField } from '../app/parts/fields';
import { Section } from '../app/parts/section';
import { many } from '../app/words';
import { useContact, useSession, useSettings, useTable } from '../network/hooks';

export function Me(): ReactNode {
  const { me } = useSettings();
  const contact = useContact(me);
  const addresses = useTable('myAddresses');
  const stand = addresses.map(({ value }) => value);
  return (
    <Section
      title="You"
      text="A card with one of your addresses is you and never a contact; its ties become yours. Changing this can be undone."
    >
      <MeForm
        key={`${contact?.name.full ?? ''} ${stand.join()}`}
        name={contact?.name.full ?? ''}
        addresses={stand}
      />
    </Section>
  );
}

function MeForm({ name, addresses }: { name: string; addresses: readonly string[] }): ReactNode {
  const session = useSession();
  const [full, setFull] = useState(name);
  const [own, setOwn] = useState<string[]>([...addresses]);
  const { addresses: understood, unknown } = splitAddresses(own.join('\n'));
  const changed = full !== name || own.join('\n') !== addresses.join('\n');
  const keep = async (): Promise<void> => {
    const args = { ...(full === name ? {} : { name: { full: full.trim() } }), addresses: understood };
    const answer = await session.tell('me.set', args, { done: 'Your details were changed' });
    const merged = answer?.['merged'];
    if (!Array.isArray(merged) || merged.length === 0) return;
    session.toasts.say(`${many(merged.length, 'card was', 'cards were')} yours and became you.`);
  };
  return (
    <form
      className="k-settings-body k-settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <NameField label="Your name" value={{ full }} onChange={(value) => setFull(value.full)} />
      <TagsInput
        label="Your mail addresses, phone numbers and profiles"
        placeholder={own.length === 0 ? 'Enter after each' : undefined}
        value={own}
        splitChars={[',', ';']}
        error={
          unknown.length === 0
            ? undefined
            : `Not a mail address, a number or a profile: ${unknown.join(', ')}`
        }
        onChange={setOwn}
      />
      <div>
        <Button look="filled" type="submit" disabled={!changed || unknown.length > 0}>
          Keep
        </Button>
      </div>
    </form>
  );
}
