/** Settings: who I am, how it looks, what keys do, circles, and where everything lies. */
import type { ReactNode } from 'react';
import { KeyList } from '../app/keys-dialog';
import { Section } from '../app/parts/section';
import { About } from './about';
import { Appearance } from './appearance';
import { Circles } from './circles';
import { DataFolder } from './data-folder';
import { MapDefaults } from './map-defaults';
import { Me } from './me';
import './settings.css';

export function SettingsScreen(): ReactNode {
  return (
    <section className="k-screen k-settings" aria-label="Settings">
      <h1 className="k-title">Settings</h1>
      <Me />
      <Appearance />
      <MapDefaults />
      <Circles />
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
