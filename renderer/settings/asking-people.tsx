/** How often one person is asked for something: a soft limit that suggestions and paths keep to, and say so. */
import { type ReactNode, useState } from 'react';
import { sayLimit } from '../../shared/load/say-load';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';
import { SettingsForm } from './settings-form';
import { outside, WholeNumber } from './whole-number';

const [least, most, usual] = [1, 30, 1];

export function AskingPeople(): ReactNode {
  const { askLimit = usual } = useSettings();
  return (
    <Section
      title="Asking people"
      text="How often one person is asked for something, by you or for you. Whoever was asked that often comes later in suggestions and on paths, and plans turn to others; each says from which day on it is easier."
    >
      <LimitForm key={askLimit} standing={askLimit} />
    </Section>
  );
}

function LimitForm({ standing }: { standing: number }): ReactNode {
  const session = useSession();
  const [limit, setLimit] = useState<number | undefined>(standing);
  const fault = outside(limit, least, most, 'times in 30 days');
  const keep = (): void => {
    if (limit === undefined) return;
    void session.tell(
      'settings.change',
      { askLimit: limit },
      { done: `One person is asked ${sayLimit(limit)} at most` },
    );
  };
  return (
    <SettingsForm keep="Keep this" changed={limit !== standing} valid={fault === undefined} onKeep={keep}>
      <div className="k-settings-pairs">
        <WholeNumber
          label="Times in 30 days that one person is asked"
          description="Requests, whether they would like to meet somebody, and introductions that they are to make"
          value={limit}
          error={fault}
          onChange={setLimit}
        />
      </div>
    </SettingsForm>
  );
}
