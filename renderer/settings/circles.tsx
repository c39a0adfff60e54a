/** Circles and how often one wants to be in touch with those in them. */
import { NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Circle } from '../../shared/model/entities';
import { Button, IconButton } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';
import { SettingsForm } from './settings-form';

export function Circles(): ReactNode {
  const { circles } = useSettings();
  return (
    <Section
      title="Circles"
      text="Your own word for how close somebody is, and after how many days you would like to hear from each other. No ranking: nobody sees it but you."
    >
      <CircleForm key={JSON.stringify(circles)} circles={circles} />
    </Section>
  );
}

function CircleForm({ circles }: { circles: readonly Circle[] }): ReactNode {
  const session = useSession();
  const [rows, setRows] = useState(circles);
  const set = (at: number, part: Partial<Circle>): void =>
    setRows((standing) => standing.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const valid = rows.every(({ name, days }) => name.trim() !== '' && days >= 7 && days <= 1825);
  const changed = JSON.stringify(rows) !== JSON.stringify(circles);
  const keep = (): void =>
    void session.tell(
      'settings.change',
      { circles: rows.map((row) => ({ ...row, name: row.name.trim() })) },
      {
        done: 'Circles were changed',
      },
    );
  return (
    <SettingsForm
      keep="Keep circles"
      changed={changed}
      valid={valid}
      onKeep={keep}
      more={
        <Button
          look="quiet"
          icon={IconPlus}
          disabled={rows.length >= 20}
          onClick={() => setRows((standing) => [...standing, { id: freeId(standing), name: '', days: 90 }])}
        >
          Add a circle
        </Button>
      }
    >
      <ul>
        {rows.map(({ id, name, days }, i) => (
          <li className="k-circle" key={id}>
            <TextInput
              aria-label={`Name of circle ${i + 1}`}
              value={name}
              onChange={(event) => set(i, { name: event.currentTarget.value })}
            />
            <NumberInput
              aria-label={`Days between contacts in ${name}`}
              className="k-circle-days"
              value={days}
              min={7}
              max={1825}
              allowDecimal={false}
              hideControls
              suffix=" days"
              onChange={(value) => set(i, { days: typeof value === 'number' ? value : 0 })}
            />
            <IconButton
              icon={IconTrash}
              label={`Take ${name} out`}
              onClick={() => setRows((standing) => standing.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
    </SettingsForm>
  );
}

/** An id that no circle has. */
function freeId(circles: readonly Circle[]): string {
  for (let n = circles.length + 1; ; n += 1) {
    if (!circles.some(({ id }) => id === `circle-${n}`)) return `circle-${n}`;
  }
}
