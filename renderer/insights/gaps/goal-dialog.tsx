/** A goal: the share of people with a value that the user would like to reach. Set, changed, taken back. */
import { Autocomplete, NumberInput, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { attributeWords, sayShare } from '../../../shared/analysis/say-diversity';
import { Button } from '../../app/parts/button';
import { Dialog } from '../../app/parts/dialog';
import { useSession, useTable } from '../../network/hooks';
import { type GoalFields, goalFaults } from './goal-faults';

interface GoalDialogProps {
  readonly diversity: AnswerTo<'diversity'>;
  /** What it begins with; `id` where a goal is changed. */
  readonly begin: GoalFields & { readonly id?: string };
  readonly label: (attribute: string, value: string) => string;
  readonly onClose: () => void;
}

export function GoalDialog({ diversity, begin, label, onClose }: GoalDialogProps): ReactNode {
  const session = useSession();
  const goals = useTable('diversityTargets');
  const [fields, setFields] = useState<GoalFields>(begin);
  const [tried, setTried] = useState(false);
  const { id } = begin;
  const { attribute, value, percent } = fields;
  const faults = goalFaults(
    fields,
    goals.filter((goal) => goal.id !== id),
  );
  const shown = tried ? faults : {};
  const change = (part: Partial<GoalFields>): void => setFields((standing) => ({ ...standing, ...part }));
  const values = diversity.attributes.find((one) => one.attribute === attribute)?.values ?? [];
  const choices = values.map((one) => ({ value: one.value, label: label(attribute, one.value) }));
  const { one } = attributeWords(attribute);

  const keep = (): void => {
    setTried(true);
    if (Object.keys(faults).length > 0 || percent === undefined) return;
    onClose();
    const share = percent / 100;
    const done = `Goal for ${label(attribute, value.trim())}: ${sayShare(share)}`;
    const goal = { attribute, value: value.trim(), share };
    void (id === undefined
      ? session.tell('diversity-target.add', goal, { done })
      : session.tell('diversity-target.edit', { id, ...goal }, { done }));
  };
  const remove = (): void => {
    onClose();
    if (id !== undefined)
      void session.tell(
        'diversity-target.remove',
        { id },
        { done: `Goal for ${label(attribute, value)} removed` },
      );
  };

  return (
    <Dialog
      title={id === undefined ? 'Set a goal' : 'Change the goal'}
      onClose={onClose}
      submit={id === undefined ? 'Set the goal' : 'Keep it'}
      onSubmit={keep}
      aside={
        id === undefined ? (
          'Shares are of those whose value is known.'
        ) : (
          <Button look="quiet" onClick={remove}>
            Remove the goal
          </Button>
        )
      }
    >
      <Select
        label="What"
        data={diversity.attributes.map((report) => ({
          value: report.attribute,
          label: attributeWords(report.attribute).name,
        }))}
        value={attribute}
        allowDeselect={false}
        onChange={(chosen) => change({ attribute: chosen ?? attribute, value: '' })}
      />
      {attribute === 'circle' || attribute === 'cluster' ? (
        <Select
          label={`Which ${one}`}
          data={choices}
          value={value === '' ? null : value}
          error={shown.value}
          searchable
          data-autofocus={value === '' || undefined}
          onChange={(chosen) => change({ value: chosen ?? '' })}
        />
      ) : (
        <Autocomplete
          label={`Which ${one}`}
          data={[...new Set(choices.map((choice) => choice.label))]}
          limit={50}
          openOnFocus={false}
          value={value}
          error={shown.value}
          classNames={{ label: 'k-mantine-label' }}
          data-autofocus={value === '' || undefined}
          onChange={(typed) => change({ value: typed })}
        />
      )}
      <NumberInput
        label="Share you would like, in percent"
        value={percent ?? ''}
        suffix=" %"
        allowNegative={false}
        decimalScale={1}
        hideControls
        error={shown.percent}
        data-autofocus={value !== '' || undefined}
        onChange={(typed) => change({ percent: typeof typed === 'number' ? typed : undefined })}
      />
    </Dialog>
  );
}
