/** The one notification a day, where the host has them; else what does the same. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';

const never = 'never';
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export function DailyDigest(): ReactNode {
  const session = useSession();
  const { digestHour } = useSettings();
  const { notifications } = session.hello.capabilities;
  if (!notifications) return <Elsewhere />;
  const change = (value: string | null): void => {
    const hour = hours.find((one) => one.value === value);
    const done = hour === undefined ? 'No notification any more' : `One notification a day, at ${hour.label}`;
    void session.tell(
      'settings.change',
      { digestHour: hour === undefined ? null : Number(hour.value) },
      { done },
    );
  };
  return (
    <Section
      title="One notification a day"
      text="Who is on this week’s list, by name, and whether a promise falls due; never what was said. None where there is nothing to say."
    >
      <div className="k-settings-body k-fields">
        <Select
          label="At"
          data={[{ value: never, label: 'Never' }, ...hours]}
          value={digestHour === undefined ? never : String(digestHour)}
          allowDeselect={false}
          onChange={change}
        />
      </div>
    </Section>
  );
}

/** A page in a browser shows no notifications. */
function Elsewhere(): ReactNode {
  const { navigation } = useSession();
  return (
    <Section
      title="One notification a day"
      text="Kithmap in a window of its own can show one, at an hour you choose. From a browser there is none; a calendar can remind you once a week, with the names on the list."
      tools={<Button onClick={() => navigation.go('data')}>A file for your calendar</Button>}
    />
  );
}
