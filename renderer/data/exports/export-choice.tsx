/** What goes along: whom, what of them, guessed ties or not, and confidential texts only where asked for by name. */
import { Checkbox, Select } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { type ExportField, exportFields } from '../../../shared/formats/export-choice';
import { many, people } from '../../app/words';
import { useSelection, useSession, useTable, useTally } from '../../network/hooks';
import { isFiltered } from '../../network/people-view';
import { ExportDesk, type Whose } from './export-desk';

const fieldWords: Readonly<Record<ExportField, string>> = {
  addresses: 'Addresses and numbers',
  work: 'Work and place',
  about: 'About them: tags, interests, days, other fields',
  notes: 'Notes',
  happened: 'What happened, and promises',
};

export function ExportChoice(): ReactNode {
  const session = useSession();
  const desk = ExportDesk.of(session);
  const { fields, guessed, confidential } = useStore(desk.wish);
  const legend = useId();
  const turn = (field: ExportField, on: boolean): void => {
    desk.set({ fields: exportFields.filter((one) => (one === field ? on : fields.includes(one))) });
  };
  return (
    <div className="k-export-choice" role="group" aria-label="What goes along">
      <div>
        <WhoseField />
        <Checkbox
          size="sm"
          label="Guessed ties, marked as guesses where the form can say so"
          checked={guessed}
          onChange={(event) => desk.set({ guessed: event.currentTarget.checked })}
        />
        <Checkbox
          size="sm"
          label="Confidential texts too, in JSON alone"
          description="Whoever has the file can read them. No other form ever holds them."
          checked={confidential}
          onChange={(event) => desk.set({ confidential: event.currentTarget.checked })}
        />
      </div>
      <fieldset aria-labelledby={legend}>
        <p className="k-export-legend" id={legend}>
          Beside the name
        </p>
        {exportFields.map((field) => (
          <Checkbox
            key={field}
            size="sm"
            label={fieldWords[field]}
            checked={fields.includes(field)}
            onChange={(event) => turn(field, event.currentTarget.checked)}
          />
        ))}
        <p className="k-quiet k-small">Calendars hold names and how to reach people, whatever is chosen.</p>
      </fieldset>
    </div>
  );
}

function WhoseField(): ReactNode {
  const session = useSession();
  const desk = ExportDesk.of(session);
  const { whose, group } = useStore(desk.wish);
  const picked = useSelection(({ contacts }) => contacts.length);
  const view = useStore(session.peopleView);
  const clusters = useTable('clusters');
  const tally = useTally();
  const listed = isFiltered(view) || view.archived;
  const choices: { value: Whose; label: string; disabled?: boolean }[] = [
    { value: 'everybody', label: 'Everybody' },
    {
      value: 'picked',
      label: picked === 0 ? 'Those picked (nobody is)' : `Those picked: ${people(picked)}`,
      disabled: picked === 0,
    },
    {
      value: 'listed',
      label: listed ? 'Those listed in People, as it is filtered' : 'Those listed in People',
    },
    { value: 'group', label: 'A group', disabled: clusters.length === 0 },
  ];
  const groups = clusters
    .map(({ id, name }) => ({
      value: id,
      label: `${name} (${many(tally.membersOf(id).size, 'person', 'people')})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="k-export-whose">
      <Select
        label="Whom"
        allowDeselect={false}
        data={choices}
        value={whose}
        onChange={(value) => {
          const chosen = choices.find((one) => one.value === value)?.value;
          if (chosen !== undefined) desk.set({ whose: chosen });
        }}
      />
      {whose === 'group' ? (
        <Select
          label="Which group"
          searchable
          data={groups}
          value={group ?? null}
          placeholder="Choose one"
          onChange={(value) => desk.set({ group: value ?? undefined })}
        />
      ) : null}
    </div>
  );
}
