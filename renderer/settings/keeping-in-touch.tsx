/** How many people a week holds, from when on somebody is due, and what counts as contact. */
import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Section } from '../app/parts/section';
import { many, people } from '../app/words';
import { useSession, useSettings } from '../network/hooks';
import { changeSettings } from './change';
import { outside, WholeNumber } from './whole-number';
import { SettingsForm } from './settings-form';

export function KeepingInTouch(): ReactNode {
  const session = useSession();
  const { weeklyLimit, dueAt, tooLateAt, groupEventsCount } = useSettings();
  return (
    <Section
      title="Keeping in touch"
      text="How many people Today asks you for, and from when on. Without a cadence, a circle or contact on record nobody is ever due."
    >
      <RulesForm
        key={`${weeklyLimit} ${dueAt} ${tooLateAt}`}
        limit={weeklyLimit}
        dueAt={percent(dueAt)}
        tooLateAt={percent(tooLateAt)}
      />
      <div className="k-settings-body">
        <Switch
          label="Events for many count as contact"
          description="A conference, a party, a meeting of twelve or more. Mails to so many never count"
          checked={groupEventsCount}
          onChange={(event) => changeSettings(session, { groupEventsCount: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}

const percent = (ratio: number): number => Math.round(ratio * 100);
/** The cadence of the example, in days. */
const example = 30;

interface Rules {
  readonly limit: number | undefined;
  readonly dueAt: number | undefined;
  readonly tooLateAt: number | undefined;
}

function RulesForm(rules: Rules): ReactNode {
  const session = useSession();
  const [{ limit, dueAt, tooLateAt }, setRules] = useState(rules);
  const set = (part: Partial<Rules>): void => setRules((standing) => ({ ...standing, ...part }));
  const faults = {
    limit: outside(limit, 1, 100, 'people a week'),
    dueAt: outside(dueAt, 0, 1_000, 'percent'),
    tooLateAt:
      outside(tooLateAt, 0, 1_000, 'percent') ??
      ((tooLateAt ?? 0) < (dueAt ?? 0) ? 'Nobody can be too late before they are due.' : undefined),
  };
  const changed = limit !== rules.limit || dueAt !== rules.dueAt || tooLateAt !== rules.tooLateAt;
  const valid = Object.values(faults).every((fault) => fault === undefined);
  const keep = (): void => {
    if (limit === undefined || dueAt === undefined || tooLateAt === undefined) return;
    const change = { weeklyLimit: limit, dueAt: dueAt / 100, tooLateAt: tooLateAt / 100 };
    void session.tell('settings.change', change, { done: `Today asks for ${people(limit)} a week at most` });
  };
  return (
    <SettingsForm keep="Keep these" changed={changed} valid={valid} onKeep={keep}>
      <div className="k-settings-pairs">
        <WholeNumber
          label="People a week, at most"
          description="Whatever brings them: promises and birthdays, too"
          value={limit}
          error={faults.limit}
          onChange={(value) => set({ limit: value })}
        />
        <WholeNumber
          label="Due, beyond the end of the cadence"
          description={after(dueAt, 'due')}
          suffix=" %"
          value={dueAt}
          error={faults.dueAt}
          onChange={(value) => set({ dueAt: value })}
        />
        <WholeNumber
          label="Too late, beyond the end of the cadence"
          description={after(tooLateAt, 'too late')}
          suffix=" %"
          value={tooLateAt}
          error={faults.tooLateAt}
          onChange={(value) => set({ tooLateAt: value })}
        />
      </div>
    </SettingsForm>
  );
}

/** "With a cadence of 30 days: too late after 45 days". */
function after(beyond: number | undefined, what: string): string {
  const days = Math.ceil(example * (1 + (beyond ?? 0) / 100));
  return `With a cadence of ${example} days: ${what} after ${many(days, 'day', 'days')}`;
}
