import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { addGovernors, pageOf, signIn } from './governors.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, which has people; each test goes on where the one before left it. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'serial' });

const old = 'correct horse battery';
const fresh = 'staple of a policy lead';
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sessions = (page: Page) => page.getByRole('region', { name: 'Where you are signed in' });
const account = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Your account' });

test('one’s own account: who one is, and another password, by keyboard alone', async ({ page }) => {
  await signIn(page, 'mary');
  await press(page, account(page));
  await expect(title(page, 'Your account')).toBeFocused();
  await expect(account(page)).toHaveAttribute('aria-current', 'page');
  const who = page.getByRole('region', { name: 'Who you are' });
  for (const told of ['Mary Somerville', 'mary@example.org', 'National, of no council', 'Policy lead.'])
    await expect(who).toContainText(told);
  await expect(who).toContainText('An administrator changes these.');
  await press(page, button(page, 'Change the password'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Enter the password you have now',
    'Choose a new password',
  ]);
  await expect(page).toHaveTitle('Error: Your account – Threshold');
  await typeInto(page, page.getByLabel('Password you have now', { exact: true }), 'not the password');
  await typeInto(page, page.getByLabel('New password', { exact: true }), fresh);
  await page.keyboard.press('Enter');
  await expect(summary(page).getByRole('link')).toHaveText(['This is not your password']);
  await expect(title(page, 'Your account')).toBeVisible();
  await press(page, summary(page).getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(old);
  await tabTo(page, page.getByLabel('New password', { exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('mary@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(
    /not the name or the address/,
  );
  await press(page, button(page, 'Show the new password'));
  await expect(page.getByLabel('New password', { exact: true })).toHaveAttribute('type', 'text');
  await expect(button(page, 'Hide the new password')).toBeFocused();
  await expect(button(page, 'Show the password you have now')).toBeVisible();
  await press(page, summary(page).getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(fresh);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed.' })).toBeVisible();
  await expect(page.getByLabel('New password', { exact: true })).toHaveValue('');
});

async function enter(page: Page, password: string) {
  await page.goto('/sign-in?to=%2Faccount');
  await page.getByLabel('Email address').fill('mary@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

test('the old password is no longer good, and the new one is', async ({ page }) => {
  await enter(page, old);
  await expect(summary(page)).toContainText('do not go together');
  await enter(page, fresh);
  await expect(title(page, 'Your account')).toBeVisible();
});

test('sessions are ended one by one, and all others at once, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const elsewhere = [];
  for (let one = 0; one < 3; one += 1) elsewhere.push(await pageOf(browser, started, 'annie'));
  await signIn(page, 'annie', '/account');
  // These four, and the one in which the password was chosen.
  const lines = sessions(page).getByRole('listitem');
  await expect(lines).toHaveCount(5);
  await expect(lines.filter({ hasText: 'This one' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'This one' }).getByRole('button')).toHaveCount(0);
  await press(
    page,
    sessions(page)
      .getByRole('button', { name: /^End it: signed in / })
      .first(),
  );
  await expect(sessions(page).getByRole('status')).toHaveText('You are signed out there.');
  await expect(lines).toHaveCount(4);
  await expect(sessions(page).getByRole('heading', { name: 'Where you are signed in' })).toBeFocused();
  await press(page, button(page, 'Sign out everywhere else'));
  await expect(sessions(page).getByRole('status')).toHaveText('You are signed out everywhere else.');
  await expect(lines).toHaveCount(1);
  await expect(sessions(page)).toContainText('You are signed in nowhere else.');
  for (const other of elsewhere) {
    await other.reload();
    await expect(title(other, 'Sign in')).toBeVisible();
    await other.context().close();
  }
});

test('whoever asks with a key has neither a password nor sessions, and is told so', async ({
  page,
  started,
  heard,
}) => {
  await page.goto(started.link);
  await expect(page.getByRole('banner').getByText('With a key: first start')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('You ask with a key, not as a person')).toBeVisible();
  await expect(sessions(page)).toHaveCount(0);
  await clean(page);
  expect(heard.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, 'octavia', '/account');
    await expect(sessions(page).getByRole('listitem').first()).toBeVisible();
    await button(page, 'Change the password').click();
    await expect(summary(page)).toBeVisible();
    await clean(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
