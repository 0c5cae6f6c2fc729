import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { tabTo } from './keyboard.ts';
import { test } from './started.ts';
import { tryExample } from './trial.ts';

const trace = (page: Page) => page.getByRole('region', { name: 'The rule, line by line' });
const onlyDeciding = (page: Page) => trace(page).getByLabel('Only what decided it');
const picture = (page: Page) => page.getByRole('region', { name: 'The family along time' });
/** Lines of the rules, each by the address at which it is read. */
const lines = (page: Page) => trace(page).locator('a:has(code)');

async function showEveryLine(page: Page) {
  const deciding = await lines(page).count();
  await tabTo(page, onlyDeciding(page), 150);
  await page.keyboard.press('Space');
  await expect(onlyDeciding(page)).not.toBeChecked();
  await expect.poll(() => lines(page).count()).toBeGreaterThan(deciding);
}

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1200 },
  { colorScheme: 'dark', width: 320 },
] as const) {
  test(`the trace with every line shown: no accessibility violation, ${colorScheme}, ${String(width)} pixels wide`, async ({
    page,
    started,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    await tryExample(page, started.link);
    await showEveryLine(page);
    await picture(page).getByText('The same as a table').click();
    await expect(picture(page).getByRole('table')).toBeVisible();
    await page.setViewportSize({ width, height: 640 });
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test.describe('on paper', () => {
  test('a decision is a document: its rules by their hash, and nothing to press', async ({
    page,
    started,
  }) => {
    test.slow();
    await tryExample(page, started.link);
    await showEveryLine(page);
    const hash = page.getByText(/^Of the version: sha256:[0-9a-f]{64}$/);
    await expect(hash).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(hash).toBeVisible();
    await expect(trace(page).getByText('2 below').first()).toBeVisible();
    await expect(picture(page).locator('figcaption')).toContainText('12 records up to 1 December 2012.');
    for (const [kind, which] of [
      ['button', page.getByRole('button')],
      ['list', page.getByRole('combobox')],
      ['box', page.getByRole('checkbox')],
      ['closed part', page.locator('details:not([open]) > summary')],
    ] as const)
      expect(await which.locator('visible=true').allInnerTexts(), kind).toEqual([]);
  });

  test('the table behind the picture is printed where it is open, and what the server said', async ({
    page,
    started,
  }) => {
    await tryExample(page, started.link);
    const server = page.getByRole('heading', { name: 'What the server says' });
    await page.emulateMedia({ media: 'print' });
    await expect(server).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await picture(page).getByText('The same as a table').click();
    await page.getByRole('button', { name: 'Ask the server' }).click();
    await expect(page.getByText('The server decides the same.')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(server).toBeVisible();
    await expect(page.getByText('Family hash')).toBeVisible();
    await expect(picture(page).getByRole('table')).toBeVisible();
  });
});

test('in forced colours every mark of the picture is drawn in a colour of the system', async ({
  page,
  started,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await tryExample(page, started.link);
  const text = await page.evaluate(() => getComputedStyle(document.body).color);
  const strokes = await picture(page)
    .locator('svg :is(rect, circle, line)')
    .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).stroke))]);
  expect(strokes).toEqual([text]);
});
