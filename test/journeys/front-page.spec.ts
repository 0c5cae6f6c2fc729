import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the front page opens and has no accessibility violation', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
