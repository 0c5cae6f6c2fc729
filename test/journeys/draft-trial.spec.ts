import { expect, type Page } from '@playwright/test';
import { excludedThrice, saveBeside, withExclusions } from './beside.ts';
import { clean } from './clean.ts';
import { begin, button, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, pressBefore, tabTo, typeDay } from './keyboard.ts';
import { familyText } from './trial.ts';

test.describe.configure({ timeout: 120_000 });

/** Gives a family to a draft, from the heading of its page on. */
async function give(page: Page, family: unknown, day: string) {
  await expect(title(page, 'Try a family')).toBeVisible();
  await typeDay(page, page.getByRole('group', { name: 'As of' }), day);
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, familyText(page));
  await page.keyboard.insertText(JSON.stringify(family));
}

test('a version before that cannot be had is said to be so, and is asked for again, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'mary');
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  const version = '**/api/v1/rulesets/phase-1/versions/1.0.0';
  await page.route(version, (route) =>
    route.fulfill({
      ...{ status: 503, contentType: 'application/problem+json' },
      json: { type: 'about:blank', title: 'The store is busy', status: 503, requestId: 'one' },
    }),
  );
  await page.goto(`${draft}/try`);
  await give(page, excludedThrice, '1 12 2014');
  const changed = page.getByRole('region', { name: 'What this draft changes for this family' });
  await expect(changed.getByRole('alert')).toHaveText(
    'It cannot be said, because phase-1 1.0.0 could not be read: The store is busy',
  );
  await clean(page);
  await narrow(page);
  await pressBefore(page, button(page, 'Ask for it again'));
  await expect(changed.getByRole('heading')).toBeFocused();
  await expect(changed.getByRole('alert')).toBeVisible();
  await page.unroute(version);
  await press(page, button(page, 'Ask for it again'));
  await expect(changed.getByRole('status')).toHaveText('Nothing: phase-1 1.0.0 decides the same.');
  await expect(changed.getByRole('heading')).toBeFocused();
});

test('which edits of a draft cause what it changes for a family is said where it is asked, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'mary');
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await saveBeside(page, draft.replace('/drafts/', ''), (text) => withExclusions(text, 4));
  await page.goto(`${draft}/try`);
  await give(page, excludedThrice, '1 12 2014');
  const changed = page.getByRole('region', { name: 'What this draft changes for this family' });
  await expect(changed.getByRole('status')).toHaveText('One thing is decided otherwise.');
  await expect(changed.getByRole('columnheader', { name: 'Because of' })).toHaveCount(0);
  await pressBefore(page, button(page, 'Say which edits cause it'));
  await expect(changed.getByRole('heading')).toBeFocused();
  await expect(changed.getByRole('cell').last()).toHaveText(
    /^Changed figure or choice: Fixed-term exclusions.*: 4\. It was: Fixed-term exclusions.*: 3\.$/,
  );
  await clean(page);
  await narrow(page);
});
