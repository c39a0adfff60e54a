/** Theme, text size, keys, week. */
import { Select, Slider, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';
import { changeSettings } from './change';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const weeks = [
  { value: 'locale', label: 'As usual where you are' },
  { value: 'monday', label: 'Monday' },
  { value: 'saturday', label: 'Saturday' },
  { value: 'sunday', label: 'Sunday' },
] as const;

export function Appearance(): ReactNode {
  const session = useSession();
  const settings = useSettings();
  return (
    <Section title="How it looks and works">
      <div className="k-settings-body k-fields">
        <Select
          label="Theme"
          data={[...themes]}
          value={settings.theme}
          allowDeselect={false}
          onChange={(value) =>
            changeSettings(session, { theme: themes.find((theme) => theme.value === value)?.value })
          }
        />
        <Select
          label="Weeks begin on"
          data={[...weeks]}
          value={settings.weekStart}
          allowDeselect={false}
          onChange={(value) =>
            changeSettings(session, { weekStart: weeks.find((week) => week.value === value)?.value })
          }
        />
        <TextSize key={settings.textSize} size={settings.textSize} />
        <Switch
          className="k-wide"
          label="Letter keys: c to note what happened, g p to go to people, and so on"
          checked={settings.letterKeys}
          onChange={(event) => changeSettings(session, { letterKeys: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}

/** Follows the hand while it is dragged and is kept when let go, so that it is one step to undo. */
function TextSize({ size }: { size: number }): ReactNode {
  const session = useSession();
  const [shown, setShown] = useState(size);
  return (
    <div className="k-wide">
      <span className="k-mantine-label" id="text-size">
        Text size: {shown} %
      </span>
      <Slider
        className="k-settings-slider"
        min={80}
        max={200}
        step={10}
        value={shown}
        label={null}
        marks={[{ value: 100 }, { value: 150 }]}
        thumbProps={{ 'aria-labelledby': 'text-size' }}
        onChange={setShown}
        onChangeEnd={(textSize) => changeSettings(session, { textSize })}
      />
    </div>
  );
}
