import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browser } from './journeys/browser.ts';

const { env, ...launch } = await browser();
const root = fileURLToPath(new URL('..', import.meta.url));
/** Several checkouts on one machine each take a port of their own. */
const port = process.env.THRESHOLD_JOURNEY_PORT ?? '3901';
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../dist/reports/journeys',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../dist/reports/journeys.json' }]],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { ...launch, env },
  },
  webServer: {
    command: 'node dist/server/main.js',
    cwd: root,
    env: { PORT: port, THRESHOLD_DATA: mkdtempSync(path.join(tmpdir(), 'threshold-')) },
    url: `${address}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
