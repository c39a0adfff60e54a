/** What one wants of a week; an empty field is no goal, and what is not a goal is not counted. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type GoalKind, goalKinds } from '../../shared/goals/answers';
import type { WeekGoals as Goals } from '../../shared/model/entities';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';
import { outside, WholeNumber } from './whole-number';
import { SettingsForm } from './settings-form';

const fields: Readonly<
  Record<
    GoalKind,
    { readonly label: string; readonly text: string; readonly most: number; readonly of: string }
  >
> = {
  contacts: {
    label: 'People to be in touch with',
    text: 'Each counts once a week',
    most: 200,
    of: 'people, or leave it empty',
  },
  talks: {
    label: 'Meetings and calls, of all interactions',
    text: 'In person, a meal, a call, a video call',
    most: 100,
    of: 'percent, or leave it empty',
  },
  newInside: {
    label: 'New connections inside your organisation',
    text: 'Those who share a present organisation with you',
    most: 100,
    of: 'people, or leave it empty',
  },
  newOutside: {
    label: 'New connections outside your organisation',
    text: 'Everybody else whom you met that week',
    most: 100,
    of: 'people, or leave it empty',
  },
};
const order = ['contacts', 'talks', 'newInside', 'newOutside'] as const;

export function WeekGoals(): ReactNode {
  const { navigation } = useSession();
  const { weekGoals = {} } = useSettings();
  const isMeant = useStore(navigation.store, ({ part }) => part === 'goals');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [isMeant]);
  return (
    <div ref={place}>
      <Section
        title="Goals of a week"
        text="For your own eyes: Today shows the last twelve weeks at its foot. Nothing happens when a week does not reach them."
      >
        <GoalsForm key={JSON.stringify(weekGoals)} goals={weekGoals} />
      </Section>
    </div>
  );
}

function GoalsForm({ goals }: { goals: Goals }): ReactNode {
  const session = useSession();
  const [typed, setTyped] = useState<Partial<Record<GoalKind, number | undefined>>>(goals);
  const faultOf = (kind: GoalKind): string | undefined =>
    typed[kind] === undefined ? undefined : outside(typed[kind], 1, fields[kind].most, fields[kind].of);
  const changed = goalKinds.some((kind) => typed[kind] !== goals[kind]);
  const valid = goalKinds.every((kind) => faultOf(kind) === undefined);
  const keep = (): void => {
    const set = Object.fromEntries(
      goalKinds.flatMap((kind) => (typed[kind] === undefined ? [] : [[kind, typed[kind]]])),
    );
    const none = Object.keys(set).length === 0;
    const done = none ? 'There are no goals any more' : 'Goals were changed';
    void session.tell('settings.change', { weekGoals: none ? null : set }, { done });
  };
  return (
    <SettingsForm keep="Keep goals" changed={changed} valid={valid} onKeep={keep}>
      <div className="k-settings-pairs">
        {order.map((kind) => (
          <WholeNumber
            key={kind}
            label={fields[kind].label}
            description={fields[kind].text}
            placeholder="No goal"
            {...(kind === 'talks' ? { suffix: ' %' } : {})}
            value={typed[kind]}
            error={faultOf(kind)}
            onChange={(value) => setTyped((standing) => ({ ...standing, [kind]: value }))}
          />
        ))}
      </div>
    </SettingsForm>
  );
}
