import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { button, choose, field, narrow, title } from './drafting.ts';
import { addGovernors, pageOf, signIn } from './governors.ts';
import { pastTheKeyboard, press, typeDay, typeInto, typeOver } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';
import { opening } from './trial.ts';

/** On a server of its own, which has no cohort yet. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const pounds = (pence: number) =>
  new Intl.NumberFormat('en-GB', {
    ...{ style: 'currency', currency: 'GBP', maximumFractionDigits: pence % 100 === 0 ? 0 : 2 },
  }).format(pence / 100);

interface Sum {
  readonly families: number;
  readonly pence: number;
}
interface Forecast {
  readonly families: number;
  readonly total: { readonly low: Sum; readonly expected: Sum; readonly high: Sum };
  readonly windows: readonly { readonly label: string; readonly expected: Sum }[];
  readonly never: { readonly families: number };
}

/** What the server forecasts for the same families. */
async function byServer(page: Page, cohort: string, more = ''): Promise<{ forecast: Forecast; csv: string }> {
  const families = await page.request.get(`/api/v1/cohorts/${cohort}/families.ndjson`);
  const ask = async (as: string) =>
    page.request.post(`/api/v1/forecasts?ruleset=phase-1&version=1.0.0&asOf=2013-10-15${more}${as}`, {
      data: await families.body(),
      headers: { 'content-type': 'application/x-ndjson', 'sec-fetch-site': 'same-origin' },
    });
  const [json, csv] = [await ask(''), await ask('&as=csv')];
  return { forecast: (await json.json()) as Forecast, csv: await csv.text() };
}

const inWords = ({ families, pence }: Sum) =>
  `${pounds(pence)} for ${String(families)} ${families === 1 ? 'family' : 'families'}`;
const found = (page: Page) => page.getByRole('region', { name: 'What would be claimed' });
const result = (page: Page) => found(page).getByRole('status').filter({ hasText: /^Of / });
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

/** Where it was asked, to be sent to somebody. */
let address = '';

test('without a cohort there is nothing to forecast from', async ({ page }) => {
  await signIn(page, 'ada', '/programme/forecast');
  await expect(page.getByText('There is no cohort that is whole.')).toBeVisible(opening);
  await clean(page);
});

test('a cohort’s claims by window, the same as the server says, by keyboard alone', async ({ page }) => {
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/cohorts/make');
  await typeInto(page, field(page, 'Name of the cohort'), 'Worked with');
  await typeOver(page, field(page, 'How many families'), '60');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Worked with')).toBeFocused(opening);
  const cohort = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.goto('/programme');
  await press(page, page.getByRole('link', { name: 'Forecast from a cohort' }));
  await expect(title(page, 'Forecast from a cohort')).toBeFocused();
  await press(page, button(page, 'Work it out'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Choose a version',
    'Enter a day that there is',
    'Choose a cohort',
  ]);
  await clean(page);
  await narrow(page);
  await choose(page, field(page, 'Version'), 'phase-1 1.0.0');
  await typeDay(page, page.getByRole('group', { name: 'Asked on' }), '15 10 2013');
  await choose(page, field(page, 'Cohort'), 'Worked with');
  await press(page, button(page, 'Work it out'));

  const { forecast, csv } = await byServer(page, cohort);
  const { low, expected, high } = forecast.total;
  expect([forecast.families, low.pence > 0, expected.pence > low.pence]).toEqual([60, true, true]);
  await expect(result(page)).toContainText(
    `Of 60 families: low ${inWords(low)}, expected ${inWords(expected)}, high ${inWords(high)}.`,
    { timeout: 90_000 },
  );
  const table = page.getByRole('region', { name: 'Claims forecast, by claim window' });
  await expect(table.getByRole('row')).toHaveCount(1 + forecast.windows.length + 1);
  for (const one of forecast.windows)
    await expect(table.getByRole('row', { name: new RegExp(`^${one.label}`) })).toContainText(
      one.expected.pence === 0 ? '–' : inWords(one.expected),
    );
  const never = page.getByRole('region', { name: 'Never claimable in these windows' });
  await expect(never).toContainText(`${String(forecast.never.families)} famil`);
  await expect(page.getByRole('region', { name: 'Families with problems' })).toContainText('None');
  const saved = page.waitForEvent('download');
  await press(page, button(page, 'Download as CSV, with each payment'));
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(text.replace('\ufeff', '')).toBe(csv);
  await press(page, never.locator('summary'));
  await expect(never.getByRole('listitem')).toHaveCount(forecast.never.families);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await clean(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await clean(page);
  await narrow(page);
  expect(past).toEqual([]);
  address = page.url();
});

test('its address says the same to whoever it is sent to; it is cancelled, and worked out again', async ({
  browser,
  started,
}) => {
  const his = await pageOf(browser, started, 'beatrice');
  // because so few families are worked out before anybody has come to the button
  await his.route('**/families.ndjson*', () => undefined);
  await his.goto(address);
  await press(his, button(his, 'Cancel'));
  await expect(found(his).getByRole('status')).toContainText(/^Cancelled after \d+ famil/);
  await his.unroute('**/families.ndjson*');
  await clean(his);
  await press(his, button(his, 'Work it out again'));
  await expect(result(his)).toContainText('Of 60 families: low £', { timeout: 90_000 });
  await expect(field(his, 'Version')).toHaveValue('phase-1@1.0.0');

  await his.goto(address.replace('2013-10-15', '2016-01-01'));
  await expect(found(his).getByRole('alert')).toContainText('every window has closed by', opening);
  await clean(his);
  await his.goto(address.replace('1.0.0', '9.0.0'));
  await expect(found(his).getByRole('alert')).toContainText('version', opening);
  await his.goto(address.replace(/cohort=.*$/, 'cohort=gone'));
  await expect(found(his).getByRole('alert')).toContainText('cohort', opening);
  await his.goto(address);
  await his.route('**/families.ndjson*', (route) => route.abort());
  await his.goto(address);
  await expect(found(his).getByRole('alert')).toContainText('did not all come', opening);
  await clean(his);
  await his.close();
});

test('what the ledger has claimed is not counted again, and whoever may not read it is told that it is', async ({
  browser,
  started,
}) => {
  const hers = await pageOf(browser, started, 'beatrice');
  const cohort = new URL(address).searchParams.get('cohort') ?? '';
  const post = async (at: string, data: object) => {
    const answer = await hers.request.post(`/api/v1${at}`, {
      ...{ data, headers: { 'sec-fetch-site': 'same-origin' } },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string; state: string };
  };
  const ruleset = { id: 'phase-1', version: '1.0.0' };
  const { id } = await post('/claim-runs', { title: 'October', ruleset, asOf: '2013-10-15', cohort });
  for (let state = 'proposing'; state === 'proposing';)
    ({ state } = await post(`/claim-runs/${id}/next`, {}));
  const said = ({ low, expected, high }: Forecast['total']) =>
    `low ${inWords(low)}, expected ${inWords(expected)}, high ${inWords(high)}.`;
  const afresh = (await byServer(hers, cohort)).forecast.total;
  const beside = (await byServer(hers, cohort, '&ledgerClaims=true')).forecast.total;
  expect(beside.low.pence).toBeLessThan(afresh.low.pence);
  await hers.goto(address);
  await expect(result(hers)).toContainText(said(beside), { timeout: 90_000 });
  await expect(found(hers)).toContainText('those of the ledger and those in the families’ own records count');
  await clean(hers);
  await hers.close();
  const other = await pageOf(browser, started, 'mary');
  await other.goto(address);
  await expect(result(other)).toContainText(said(afresh), { timeout: 90_000 });
  await expect(found(other)).toContainText('only those in the families’ own records count');
  await clean(other);
  await other.close();
});

test('a key that may not see cohorts is told so', async ({ page, browser, started }) => {
  await signIn(page, 'ada');
  const made = await page.request.post('/api/v1/keys', {
    data: { name: 'rules alone', scopes: ['rulesets:read'] },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const { key } = (await made.json()) as { key: string };
  const other = await (await browser.newContext({ baseURL: started.address })).newPage();
  await other.goto(`/programme/forecast#key=${encodeURIComponent(key)}`);
  await expect(other.getByRole('alert')).toContainText('You are not allowed to see this', opening);
  await clean(other);
  await other.close();
});
