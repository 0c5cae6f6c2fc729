import { expect } from '@playwright/test';
import { clean } from './clean.ts';
import { button, narrow, saved, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press } from './keyboard.ts';

for (const { name, part } of [
  { name: 'family@1', part: 'Record types' },
  { name: 'hertfordshire', part: 'School terms' },
] as const) {
  test(`what a version rests on is changed in a draft: ${name}, by keyboard alone`, async ({
    page,
    heard,
  }) => {
    await signIn(page, 'mary', '/rulesets/phase-1/1.0.0');
    await press(page, page.getByText('What these rules rest on'));
    await clean(page);
    await narrow(page);
    await press(page, button(page, `Make a draft from ${name}`));
    await expect(title(page, 'Overview')).toBeFocused();
    const parts = page.getByRole('navigation', { name: 'Parts of this draft' });
    await press(page, parts.getByRole('link', { name: part }));
    await expect(title(page, part)).toBeFocused();
    await saved(page);
    expect(heard.complaints).toEqual([]);
  });
}

test('whoever may only read is told what a version rests on, and not offered a draft', async ({ page }) => {
  await signIn(page, 'octavia', '/rulesets/phase-1/1.0.0');
  await press(page, page.getByText('What these rules rest on'));
  await expect(page.getByText('Vocabulary: family@1')).toBeVisible();
  await expect(button(page, /^Make a draft from/)).toHaveCount(0);
});
