import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../server/setup/ensure.mjs';
import { clean } from './clean.ts';
import { addGovernors, signIn } from './governors.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** Has the example family decided and kept, as a program does. */
async function keep({ address, link }: Started, changes: object): Promise<void> {
  const example = (await (await fetch(`${address}/api/v1/examples/evaluation`)).json()) as object;
  const key = decodeURIComponent(link.split('#key=')[1] ?? '');
  const response = await fetch(`${address}/api/v1/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...example, keep: 'family', ...changes }),
  });
  expect(response.status).toBe(200);
}

/** On a server of its own: a family decided under two rulesets, and once withheld. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await keep(started, {});
        await keep(started, { ruleset: { id: 'oxfordshire', version: '1.0.0' }, asOf: '2013-10-01' });
        await keep(started, { keep: 'withhold' });
        await use(started);
      }),
    { scope: 'worker' },
  ],
});

const address = '/api/v1/families/F-001/evidence-pack?as=html';

/** What `threshold verify` of the built product says of a file. */
function verified(file: string) {
  const threshold = path.join(root, 'server/command-line/threshold.mjs');
  const argv = [threshold, 'verify', file];
  const { status, stdout } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  return { status, said: JSON.parse(stdout) as unknown };
}

test('an evidence pack is opened, read, printed, and checked as it was saved', async ({
  page,
  heard,
}, info) => {
  test.slow();
  await signIn(page, 'ada');
  const response = await page.goto(address);
  await expect(page).toHaveTitle('Evidence pack of family F-001');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Family F-001');
  await clean(page);
  const summary = page.getByRole('table', { name: 'Decisions, the oldest first' });
  await expect(summary.getByRole('rowheader')).toHaveCount(3);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^Decision 1/ })
    .click();
  const first = page.locator('section', { has: page.getByRole('heading', { name: /^Decision 1/ }) });
  await expect(first).toBeInViewport();
  await expect(first.getByRole('table', { name: 'Every payment, as it was kept' })).toContainText('£3,200');
  // because a style that is refused would leave the page as it comes
  expect(await page.getByRole('heading', { level: 1 }).evaluate((h1) => getComputedStyle(h1).fontSize)).toBe(
    '40px',
  );
  expect(heard).toEqual({ hosts: new Set([new URL(page.url()).host]), complaints: [] });

  const file = info.outputPath('pack.html');
  writeFileSync(file, (await response?.body()) ?? '');
  expect(verified(file)).toMatchObject({ status: 0, said: { whole: true } });
  await page.goto(`file://${file}`);
  const printed = await page.pdf({ preferCSSPageSize: true });
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a pack is read at 320 pixels without scrolling sideways', async ({ page }) => {
  await signIn(page, 'ada');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address);
  const sideways = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(sideways)).toBe(false);
});
