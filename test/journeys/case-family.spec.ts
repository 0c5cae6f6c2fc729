import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, button, field, go, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { tabBackTo, tabTo } from './keyboard.ts';

test.describe.configure({ timeout: 120_000 });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
});

const place = (page: Page, pointer: string) => page.locator(`[id="family:${pointer}"]`);
const went = (page: Page, word: string) => expect(page.getByText(word, { exact: true })).toBeVisible();

test('the family of a case is filled in as a form, for that case or for all that share it, by keyboard alone', async ({
  page,
  heard,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/cases/absence-under-15`);
  await went(page, 'Passed');
  const missed = place(page, '/records/term-attendance/2/unauthorised');
  await go(page, place(page, '/records/term-attendance'));
  await tabTo(page, missed, 120);
  await expect(missed).toHaveValue('19');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20');
  await went(page, 'Failed');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('some');
  await expect(page.getByText('The family cannot be read')).toBeVisible();
  await expect(missed).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20');
  await went(page, 'Failed');
  await clean(page);
  await narrow(page);

  await tabBackTo(page, page.getByRole('radio', { name: 'Form' }), 160);
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'What is otherwise in this case')).toHaveValue(
    /"\/records\/term-attendance\/2\/unauthorised": 20/,
  );
  await page.keyboard.press('ArrowLeft');

  await tabTo(page, page.getByRole('radio', { name: 'in this case alone' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^in all \d+ cases that use it$/ })).toBeChecked();
  await go(page, place(page, '/records/exclusion'));
  const records = page.locator('fieldset[id^="family:/records/exclusion/"]');
  const before = await records.count();
  await go(page, page.getByRole('button', { name: 'Add: exclusion' }));
  await expect(records).toHaveCount(before + 1);
  await tabBackTo(page, button(page, /^Undo/), 200);
  await page.keyboard.press('Enter');
  await expect(records).toHaveCount(before);

  await page.goto(`${draft}/cases`);
  await expect(title(page, 'Cases')).toBeVisible();
  await field(page, 'Only those that did not pass').check();
  await expect(page.getByRole('listitem').filter({ hasText: 'Failed' })).toHaveCount(1);
  expect(heard.complaints).toEqual([]);
});
