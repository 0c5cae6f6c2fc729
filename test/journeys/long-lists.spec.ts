import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, field, narrow, test } from './drafting.ts';
import { signIn } from './governors.ts';
import { tabTo } from './keyboard.ts';

test.describe.configure({ timeout: 120_000 });

const rows = (page: Page) => page.locator('li[aria-posinset]');
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')));

test('of 226 cases those are laid out that are seen: each says which it is, Tab finds the next, paper has all', async ({
  page,
  heard,
}) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/cases`);
  await expect(page.getByText('226 of 226 cases; 226 passed, 0 failed')).toBeVisible();
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '226');
  expect(await rows(page).count()).toBeLessThan(100);
  await clean(page);
  await narrow(page);

  await tabTo(page, rows(page).first().getByRole('link'), 120);
  for (let row = 2; row <= 60; row += 1) {
    await page.keyboard.press('Tab');
    expect(await focusedRow(page)).toBe(row);
  }
  expect(await rows(page).count()).toBeLessThan(100);
  await page.keyboard.press('Shift+Tab');
  expect(await focusedRow(page)).toBe(59);

  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await expect(page.locator('li[aria-posinset="226"]')).toBeInViewport();
  expect(await focusedRow(page)).toBe(59);
  await page.evaluate(() => {
    document.querySelector('h1')?.focus();
  });

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(rows(page)).toHaveCount(226);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => rows(page).count()).toBeLessThan(100);

  await field(page, 'Look for').fill('exclusion');
  await expect(page.getByText(/^\d+ of 226 cases;/)).not.toHaveText(/^226 /);
  await expect(rows(page).first()).not.toHaveAttribute('aria-setsize', '226');
  expect(heard.complaints).toEqual([]);
});
