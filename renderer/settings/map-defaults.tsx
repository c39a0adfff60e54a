/** What the atlas shows when it opens. */
import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../app/parts/section';
import { useSession, useSettings } from '../network/hooks';
import { changeSettings } from './change';

export function MapDefaults(): ReactNode {
  const session = useSession();
  const { showMe, showGuessed } = useSettings();
  return (
    <Section title="On the atlas">
      <div className="k-settings-body k-settings-form">
        <Switch
          label="Show me"
          description="Hidden, because a star around you hides who knows whom"
          checked={showMe}
          onChange={(event) => changeSettings(session, { showMe: event.currentTarget.checked })}
        />
        <Switch
          label="Show guessed ties"
          description="Thin and dotted, until you confirm them"
          checked={showGuessed}
          onChange={(event) => changeSettings(session, { showGuessed: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}
