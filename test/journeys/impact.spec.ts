import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, button, field, narrow, saved, test, title } from './drafting.ts';
import { pageOf, signIn } from './governors.ts';
import { pastTheKeyboard, press, pressBefore, tabTo, typeDay, typeOver } from './keyboard.ts';
import { opening } from './trial.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** Uploads a cohort that is made elsewhere, as whoever may. */
async function makeCohort(page: Page, name: string, families: number) {
  await page.goto('/cohorts/make');
  await field(page, 'Name of the cohort').fill(name);
  await field(page, 'How many families').fill(String(families));
  await page.keyboard.press('Enter');
  await expect(title(page, name)).toBeVisible({ timeout: 90_000 });
}

const headline = (page: Page) => page.getByRole('status').filter({ hasText: /^Of 1,350 families/ });

test('what a draft changes for 1,350 families follows its rules as they are edited, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const hers = await pageOf(browser, started, 'ada');
  await makeCohort(hers, 'Autumn', 1350);
  await hers.close();

  await signIn(page, 'mary');
  const past = await pastTheKeyboard(page);
  const draft = await begin(page, { version: { id: 'phase-2', version: '1.0.0' } });
  await page.goto(draft);
  await press(page, page.getByRole('link', { name: 'Impact', exact: true }));
  await expect(title(page, 'Impact')).toBeFocused();
  await expect(page.getByText('Choose a cohort and a day.')).toBeVisible(opening);
  await tabTo(page, field(page, 'Cohort'));
  await page.keyboard.type('Autumn');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2016');
  await expect(headline(page)).toHaveText('Of 1,350 families none is told anything different.', {
    timeout: 60_000,
  });
  await clean(page);
  await narrow(page);

  await press(page, page.getByRole('link', { name: 'Parameters', exact: true }));
  await press(page, page.getByRole('link', { name: /^Absence, for any reason, that is persistent/ }).first());
  await typeOver(page, page.getByRole('textbox', { name: 'Value' }), '10');
  await saved(page);
  await pressBefore(page, page.getByRole('link', { name: 'Impact', exact: true }));
  await expect(headline(page)).toHaveText(
    /10 are told something different\. 3 become eligible and none stops being so; £3,000 more is due/,
    { timeout: 60_000 },
  );
  const area = page.getByRole('region', { name: 'What moves in each area' });
  await expect(area.getByRole('row', { name: /^Hertfordshire/ })).toContainText('more');
  await expect(
    page.getByRole('region', { name: 'Families that meet each' }).getByRole('row').nth(1),
  ).toContainText('%');
  await clean(page);
  await narrow(page);
  const csv = page.waitForEvent('download');
  await press(page, button(page, 'Download as CSV'));
  expect(readFileSync(await (await csv).path(), 'utf8')).toMatch(/verdict,Eligibility,not-met,met,3,/);

  await press(page, page.getByText('10 families told something different'));
  const moved = page.getByRole('button', { name: /^Try .* under this draft$/ });
  await expect(moved).toHaveCount(10);
  const name = (await moved.first().textContent()) ?? '';
  await press(page, moved.first());
  await expect(title(page, 'Try a family')).toBeFocused();
  const changes = page.getByRole('region', { name: 'What this draft changes for this family' });
  await expect(changes.getByRole('row').nth(1)).toBeVisible(opening);
  await expect(page.getByRole('heading', { name: new RegExp(`^Family ${name} `) })).toBeVisible();
  await press(page, button(changes, 'Say which edits cause it'));
  await expect(changes.getByRole('row').nth(1)).toContainText('Absence, for any reason', opening);

  // because a day that was restated for one family is of that family alone
  const restated = page.getByRole('group', { name: 'Attached on, as restated', includeHidden: true });
  await pressBefore(page, page.getByText('As if attached on another day'));
  await typeDay(page, restated, '1 6 2016');
  await expect(restated.getByLabel('Day', { exact: true })).toHaveValue('1');
  await pressBefore(page, page.getByRole('link', { name: 'Impact', exact: true }));
  await expect(title(page, 'Impact')).toBeFocused();
  await press(page, page.getByText('10 families told something different'));
  const other = (await moved.nth(1).textContent()) ?? '';
  await press(page, moved.nth(1));
  await expect(page.getByRole('heading', { name: new RegExp(`^Family ${other} `) })).toBeVisible(opening);
  for (const part of ['Day', 'Month', 'Year']) await expect(restated.getByLabel(part)).toHaveValue('');
  expect(past).toEqual([]);
  const spent = await page.evaluate(() => performance.getEntriesByName('impact').at(-1)?.duration);
  test.info().annotations.push({ type: 'weighed in', description: `${String(Math.round(spent ?? 0))} ms` });
});

test('a draft that was made from nothing has nothing to be weighed against', async ({ page }) => {
  await signIn(page, 'mary');
  const made = { kind: 'ruleset', id: 'afresh', title: 'Afresh', jurisdiction: 'Nowhere' };
  const draft = await begin(page, { new: made });
  await page.goto(`${draft}/impact`);
  await expect(page.getByText('there is nothing to weigh it against')).toBeVisible(opening);
});
