/** A plan, made or changed: whom it is for, where it leads, until when, and with how many introductions at most. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usualMost } from '../../../shared/plans/most';
import type { Plan } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { DateField } from '../../app/parts/fields';
import { PersonPicker } from '../../app/parts/person-picker';
import { TagField } from '../../app/parts/tag-field';
import { useSession, useSettings } from '../../network/hooks';
import { outside, WholeNumber } from '../../settings/whole-number';
import { aimsAt, argumentsOf, draftOf, type PlanDraft } from './plan-draft';
import { Planning } from './planning';
import { useValues } from './use-values';

export function PlanForm({ plan }: { plan?: Plan }): ReactNode {
  const session = useSession();
  const planning = Planning.of(session);
  const [draft, setDraft] = useState(() => draftOf(plan));
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<PlanDraft>): void => setDraft((standing) => ({ ...standing, ...part }));
  const faults = {
    title: draft.title.trim() === '' ? 'Give it a name.' : undefined,
    aim: aimsAt(draft) ? undefined : 'Say where it leads: one of these, at least.',
    most: outside(draft.most, 1, 10, 'introductions'),
  };
  const keep = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const args = argumentsOf(draft, plan);
    const answer =
      plan === undefined
        ? await session.tell('plan.add', args, { done: `Planned: ${draft.title.trim()}` })
        : await session.tell('plan.edit', { ...args, id: plan.id }, { done: 'The plan is changed' });
    if (answer === undefined) return;
    planning.show(plan?.id ?? (typeof answer['id'] === 'string' ? answer['id'] : undefined));
  };
  const leave = (): void => planning.show(plan?.id);
  return (
    <form
      className="k-plan-form"
      aria-label={plan === undefined ? 'New plan' : `Change ${plan.title}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2 className="k-heading-name">{plan === undefined ? 'New plan' : 'Change the plan'}</h2>
      <TextInput
        label="What it is about"
        placeholder="Dana to biotech in Basel"
        value={draft.title}
        error={isTried ? faults.title : undefined}
        autoFocus
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <WhomFor draft={draft} onChange={set} />
      <AimFields draft={draft} onChange={set} fault={isTried ? faults.aim : undefined} />
      <div className="k-plan-form-pair">
        <DateField
          label="Until when, if there is a day"
          value={draft.horizon}
          onChange={(horizon) => set({ horizon })}
        />
        <WholeNumber
          label="Introductions at most"
          description={`${usualMost} are enough for most plans`}
          value={draft.most}
          error={faults.most}
          onChange={(most) => set({ most })}
        />
      </div>
      <div className="k-plan-form-foot">
        <Button look="filled" type="submit">
          {plan === undefined ? 'Make the plan' : 'Keep the change'}
        </Button>
        <Button look="quiet" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: PlanDraft;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

function WhomFor({ draft, onChange }: PartProps): ReactNode {
  const { me } = useSettings();
  return (
    <PersonPicker
      single
      label="Whom it is for; you, where nobody is named"
      value={draft.person === undefined ? [] : [draft.person]}
      without={me === undefined ? [] : [me]}
      onChange={([person]) => onChange({ person })}
    />
  );
}

function AimFields({ draft, onChange, fault }: PartProps & { fault: string | undefined }): ReactNode {
  const values = useValues();
  return (
    <fieldset className="k-plan-aim">
      <legend>Where it leads</legend>
      <p className="k-small k-quiet">
        Somebody is there who meets one value of each of these that you fill in. The beginning of a word is
        enough: “biotech” finds Biotechnology.
      </p>
      <div className="k-plan-form-pair">
        <TagField
          label="Industries"
          value={draft.industries}
          among={values.industry}
          onChange={(industries) => onChange({ industries })}
        />
        <TagField
          label="Places"
          value={draft.places}
          among={values.place}
          onChange={(places) => onChange({ places })}
        />
        <TagField
          label="Organisations"
          value={draft.organisations}
          among={values.organisation}
          onChange={(organisations) => onChange({ organisations })}
        />
        <TagField
          label="Tags"
          value={draft.tags}
          among={values.tag}
          onChange={(tags) => onChange({ tags })}
        />
      </div>
      <TextInput
        label="In words: a trade, a subject"
        placeholder="data engineer"
        value={draft.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {fault === undefined ? null : (
        <p className="k-small k-plan-fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
