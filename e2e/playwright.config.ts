import { defineConfig } from '@playwright/test';
import { findTestChromium } from '../scripts/setup/chromium.mjs';

const isRoot = process.getuid?.() === 0;

/** A Chromium that asks nothing of anybody: it looks for no updates, syncs nothing and talks to no one by itself. */
const args = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // Of a test that fails, `-- --trace retain-on-failure` keeps every step; that takes a tenth of the time more.
  // A test that fails now and then has found something.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalTimeout: 40 * 60_000,
  // `npm test` names the report it reads by PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: [['list'], ['json', { outputFile: '../test-results/report.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await findTestChromium(), args },
    viewport: { width: 1440, height: 900 },
    // Another one than the host's, which alone decides how days are said.
    locale: 'en-US',
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
  },
});
