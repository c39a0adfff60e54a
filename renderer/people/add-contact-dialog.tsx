/** Adding a person by hand. A name is enough; the rest can follow. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { JsonObject } from '../../shared/json';
import { Dialog } from '../app/parts/dialog';
import { NameField } from '../app/parts/fields';
import { PersonPicker } from '../app/parts/person-picker';
import { TagField } from '../app/parts/tag-field';
import { useSession, useSettings } from '../network/hooks';

interface Draft {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly place: string;
  readonly email: string;
  readonly phone: string;
  readonly circle: string | null;
  readonly tags: string[];
  readonly howMet: string;
  readonly knows: readonly string[];
}

const blank: Draft = {
  name: '',
  organisation: '',
  title: '',
  place: '',
  email: '',
  phone: '',
  circle: null,
  tags: [],
  howMet: '',
  knows: [],
};

export function AddContactDialog({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const { circles } = useSettings();
  const [draft, setDraft] = useState(blank);
  const set = (part: Partial<Draft>): void => setDraft((standing) => ({ ...standing, ...part }));
  const namesake = useNamesake(draft.name);

  const keep = async (): Promise<void> => {
    onClose();
    const answer = await session.tell('contact.add', contactOf(draft), {
      done: `Added ${draft.name.trim()}`,
    });
    const id = answer?.['id'];
    if (typeof id !== 'string') return;
    if (draft.knows.length > 0) await session.tell('tie.link', { contact: id, with: draft.knows });
    session.select(id);
    session.show(id);
  };

  return (
    <Dialog
      title="Add a person"
      onClose={onClose}
      submit="Add"
      canSubmit={draft.name.trim() !== ''}
      onSubmit={() => void keep()}
      aside={
        namesake ? 'Someone of this name is in your network already; this will be another person.' : undefined
      }
    >
      <NameField value={{ full: draft.name }} onChange={({ full }) => set({ name: full })} autoFocus />
      <div className="k-fields">
        <TextInput
          label="Organisation"
          value={draft.organisation}
          onChange={(event) => set({ organisation: event.currentTarget.value })}
        />
        <TextInput
          label="What they do there"
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label="Place"
          value={draft.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <Select
          label="Circle"
          placeholder="None yet"
          clearable
          data={circles.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.circle}
          onChange={(circle) => set({ circle })}
        />
        <TextInput
          label="Mail address"
          type="email"
          value={draft.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label="Phone"
          type="tel"
          value={draft.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TagField className="k-wide" label="Tags" value={draft.tags} onChange={(tags) => set({ tags })} />
        <div className="k-wide">
          <PersonPicker label="Whom they know" value={draft.knows} onChange={(knows) => set({ knows })} />
        </div>
        <Textarea
          className="k-wide"
          label="How you met"
          autosize
          minRows={2}
          value={draft.howMet}
          onChange={(event) => set({ howMet: event.currentTarget.value })}
        />
      </div>
    </Dialog>
  );
}

function contactOf(draft: Draft): JsonObject {
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const listed = (value: string): { value: string }[] =>
    value.trim() === '' ? [] : [{ value: value.trim() }];
  const organisation = text(draft.organisation) ?? (text(draft.title) === undefined ? undefined : '');
  const howMet = text(draft.howMet);
  return {
    name: { full: draft.name.trim() },
    ...(organisation === undefined
      ? {}
      : { organisations: [{ name: organisation, title: text(draft.title) }] }),
    place: text(draft.place),
    emails: listed(draft.email),
    phones: listed(draft.phone),
    circle: draft.circle ?? undefined,
    tags: draft.tags,
    ...(howMet === undefined ? {} : { howMet: { text: howMet } }),
  };
}

/** Whether somebody is called exactly so. */
function useNamesake(name: string): boolean {
  const { replica } = useSession();
  return useMemo(() => {
    const wanted = name.trim().toLowerCase();
    if (wanted === '') return false;
    for (const contact of replica.network.all('contacts')) {
      if (contact.name.full.toLowerCase() === wanted) return true;
    }
    return false;
  }, [replica, name]);
}
