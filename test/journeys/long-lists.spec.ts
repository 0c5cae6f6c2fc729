import { expect, type Page } from '@playwright/test';
import { saveBeside } from './beside.ts';
import { clean } from './clean.ts';
import { begin, field, narrow, test } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, tabTo } from './keyboard.ts';

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
  const reached = await page.evaluate(() => {
    const row = (at: number) => document.querySelector<HTMLElement>(`li[aria-posinset="${String(at)}"] a`);
    for (let at = 60; at <= 100; at += 1) row(at)?.focus();
    const last = Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset'));
    row(59)?.focus();
    return last;
  });
  expect(reached, 'faster than the page is drawn').toBe(100);

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

test('of 300 keys those are laid out that are seen, and one that is revoked leaves the others where they are', async ({
  page,
  heard,
}) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
  await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    for (let made = 1; made <= 300; made += 1) {
      const body = JSON.stringify({ name: `Key ${String(made)}`, scopes: ['rulesets:read'] });
      await fetch('/api/v1/keys', { method: 'POST', headers, body });
    }
  });
  await page.goto('/keys');
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '300');
  expect(await rows(page).count()).toBeLessThan(100);
  await clean(page);
  await narrow(page);
  const second = await rows(page).nth(1).getByRole('heading').textContent();
  await press(page, rows(page).first().getByRole('button'), 'Enter');
  await press(page, page.getByRole('button', { name: 'Yes, revoke' }));
  await expect(page.getByRole('heading', { name: 'Keys', level: 1 })).toBeFocused();
  await expect(rows(page).first()).toContainText('Revoked');
  expect(await rows(page).nth(1).getByRole('heading').textContent()).toBe(second);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(rows(page)).toHaveCount(300);
  expect(heard.complaints).toEqual([]);
});

test('of 400 edits those are laid out that are seen, in the review of a draft and between revisions', async ({
  page,
  heard,
}) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await saveBeside(page, draft.replace('/drafts/', ''), (text) => {
    const document = JSON.parse(text) as {
      readonly parameters: Readonly<Record<string, { readonly source: unknown }>>;
    };
    const source = Object.values(document.parameters)[0]?.source;
    const added = Array.from({ length: 400 }, (_, at) => [
      `figure-${String(at)}`,
      { label: `Figure ${String(at)}`, unit: 'count', value: at, source },
    ]);
    const parameters = { ...document.parameters, ...(Object.fromEntries(added) as object) };
    return JSON.stringify({ ...document, parameters }, null, 2);
  });
  for (const { part, of } of [
    { part: 'review', of: 'What it changes' },
    { part: 'history/2', of: 'What it changed' },
  ]) {
    await page.goto(`${draft}/${part}`);
    const edits = page.getByRole('region', { name: of }).locator('li[aria-posinset]');
    await expect(edits.first()).toHaveAttribute('aria-setsize', '400', { timeout: 30_000 });
    expect(await edits.count()).toBeLessThan(100);
    await narrow(page);
  }
  expect(heard.complaints).toEqual([]);
});
