import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { browser } from './journeys/browser.ts';

const { env, ...launch } = await browser();

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../dist/reports/journeys',
  // because a page and its server wait for each other: two pairs keep two processors at work
  workers: Math.min(2, availableParallelism()),
  // because of two, each has half of a machine that may be slow
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../dist/reports/journeys.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { ...launch, env },
  },
});
