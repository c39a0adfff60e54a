/** Settings: who I am, how it looks, what keeping in touch means, what keys do, and where everything lies. */
import type { ReactNode } from 'react';
import { KeyList } from '../app/keys-dialog';
import { Section } from '../app/parts/section';
import { About } from './about';
import { Appearance } from './appearance';
import { AskingPeople } from './asking-people';
import { Circles } from './circles';
import { DailyDigest } from './daily-digest';
import { DataFolder } from './data-folder';
import { KeepingInTouch } from './keeping-in-touch';
import { MapDefaults } from './map-defaults';
import { Me } from './me';
import './settings.css';
import { TagCadences } from './tag-cadences';
import { Templates } from './templates';
import { WeekGoals } from './week-goals';

export function SettingsScreen(): ReactNode {
  return (
    <section className="k-screen k-settings" aria-label="Settings">
      <h1 className="k-title">Settings</h1>
      <Me />
      <Appearance />
      <MapDefaults />
      <KeepingInTouch />
      <AskingPeople />
      <Circles />
      <TagCadences />
      <WeekGoals />
      <DailyDigest />
      <Templates />
      <DataFolder />
      <Section title="Keys" text="What works in this window. Letter keys act only outside text.">
        <div className="k-settings-body">
          <KeyList />
        </div>
      </Section>
      <About />
    </section>
  );
}
