import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, whose first administrator is made by the first test. */
const test = journey.extend<object, { started: Started }>({
  started: [async ({}, use) => serverOfWorker(use), { scope: 'worker' }],
});
test.describe.configure({ mode: 'serial' });

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'correct horse battery' };
const inForce = (page: Page) => page.getByRole('heading', { name: 'In force today' });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const password = (page: Page) => page.getByLabel('Password', { exact: true });

async function fillIn(page: Page, { email, password: given }: { email: string; password: string }) {
  await expect(title(page, 'Sign in')).toBeVisible();
  await page.getByLabel('Email address').fill(email);
  await password(page).fill(given);
  await page.keyboard.press('Enter');
}

async function signIn(page: Page) {
  await page.goto('/sign-in');
  await fillIn(page, ada);
  await expect(page.getByRole('banner').getByText(ada.name)).toBeVisible();
}

test.describe('the link that the server prints', () => {
  test('makes the first administrator, by keyboard alone, and leaves no token behind', async ({
    page,
    started,
    heard,
  }) => {
    await page.goto(started.setUp);
    await expect(title(page, 'Set up Threshold')).toBeVisible();
    expect(page.url()).toBe(`${started.address}/set-up`);
    await press(page, page.getByRole('button', { name: 'Set up' }));
    await expect(summary(page)).toBeFocused();
    await expect(page).toHaveTitle('Error: Set up Threshold – Threshold');
    await press(page, summary(page).getByRole('link', { name: 'Enter your name' }));
    await expect(page.getByLabel('Your name')).toBeFocused();
    await page.keyboard.type(ada.name);
    await typeInto(page, page.getByLabel('Email address'), ada.email);
    await typeInto(page, password(page), 'too short');
    await page.keyboard.press('Enter');
    await expect(password(page)).toHaveAccessibleDescription(/A password has at least 12 characters/);
    await press(page, summary(page).getByRole('link', { name: /at least 12 characters/ }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(ada.password);
    await press(page, page.getByRole('button', { name: 'Show the password' }));
    await expect(password(page)).toHaveAttribute('type', 'text');
    await press(page, page.getByRole('button', { name: 'Set up' }));
    await expect(title(page, 'Policies as rules')).toBeFocused();
    expect(page.url()).toBe(`${started.address}/`);
    await expect(inForce(page)).toBeVisible();
    await expect(page.getByRole('banner').getByText('Signed in as Ada Lovelace')).toBeVisible();
    // The short password was answered with 400.
    expect(heard.complaints.filter((text) => !text.includes('400'))).toEqual([]);
  });

  test('is good once', async ({ page, started }) => {
    await page.goto(started.setUp);
    await page.getByLabel('Your name').fill('Eve');
    await page.getByLabel('Email address').fill('eve@example.org');
    await password(page).fill('a password of somebody else');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('It was used, or a newer one replaced it.');
    await clean(page);
  });

  test('is needed whole', async ({ page }) => {
    for (const path of ['/set-up', '/password']) {
      await page.goto(path);
      await expect(page.getByRole('alert')).toContainText('opened without the whole link');
    }
  });
});

test.describe('signing in', () => {
  test('leads back to the line one came for; signing out leads to signing in', async ({ page }) => {
    await page.goto('/rulesets/phase-1/1.0.0#education.placement');
    await fillIn(page, ada);
    await expect(page.locator('[id="education.placement"]')).toBeFocused();
    await page.reload();
    await expect(page.locator('[id="education.placement"]')).toBeVisible();
    await page.goto('/rulesets');
    await press(page, page.getByRole('button', { name: 'Sign out' }));
    await expect(title(page, 'Sign in')).toBeVisible();
    await page.goto('/rulesets');
    await expect(title(page, 'Sign in')).toBeVisible();
  });

  test('leads to no other host', async ({ page, started }) => {
    await page.goto('/sign-in?to=%2F%2Felsewhere.example%2Frulesets');
    await fillIn(page, ada);
    await expect(inForce(page)).toBeVisible();
    expect(page.url()).toBe(`${started.address}/`);
  });

  test('a wrong password is said beside what was typed, by keyboard alone', async ({ page }) => {
    await page.goto('/sign-in');
    await press(page, page.getByRole('button', { name: 'Sign in' }));
    await expect(summary(page).getByRole('link')).toHaveText([
      'Enter your email address',
      'Enter your password',
    ]);
    await typeInto(page, page.getByLabel('Email address'), ada.email);
    await typeInto(page, password(page), 'not the password');
    await page.keyboard.press('Enter');
    await expect(summary(page)).toContainText('The email address and the password do not go together');
    await expect(summary(page)).toBeFocused();
    await expect(page).toHaveTitle('Error: Sign in – Threshold');
    await tabTo(page, password(page));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(ada.password);
    await page.keyboard.press('Enter');
    await expect(inForce(page)).toBeVisible();
  });

  test('too many failures: how long to wait is said in words', async ({ page }) => {
    for (let time = 0; time < 10; time += 1) {
      const told = page.waitForResponse(/sessions$/);
      if (time === 0) {
        await page.goto('/sign-in');
        await fillIn(page, { email: 'mallory@example.org', password: 'a guess of many' });
      } else await page.getByRole('button', { name: 'Sign in' }).click();
      expect((await told).status()).toBe(401);
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(summary(page)).toContainText(
      'Too many attempts to sign in have failed; try again in 15 minutes',
    );
  });

  test('goes before a key that was used in the tab', async ({ page, started }) => {
    await page.goto(started.link);
    await expect(page.getByRole('banner').getByText('With a key: first start')).toBeVisible();
    await signIn(page);
    await expect(page.getByRole('button', { name: 'Forget the key' })).toBeHidden();
  });

  test('a session that was ended elsewhere: why, and then on where one was', async ({
    page,
    browser,
    started,
  }) => {
    await signIn(page);
    const elsewhere = await browser.newPage({ baseURL: started.address });
    await signIn(elsewhere);
    await elsewhere.evaluate(async () => {
      const { sessions } = (await (await fetch('/api/v1/sessions')).json()) as {
        sessions: readonly { readonly id: string; readonly current: boolean }[];
      };
      for (const { id } of sessions.filter(({ current }) => !current))
        await fetch(`/api/v1/sessions/${id}`, { method: 'DELETE' });
    });
    await elsewhere.close();
    await page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: 'Rulesets' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'You were signed out' })).toBeVisible();
    await fillIn(page, ada);
    await expect(title(page, 'Rulesets')).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
      page,
      started,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      for (const address of ['/sign-in', started.setUp, `${started.address}/password#link=no-such-link`]) {
        await page.goto(address);
        await page
          .getByRole('main')
          .getByRole('button', { name: /^(Sign in|Set up|Use this password)$/ })
          .click();
        await expect(summary(page)).toBeVisible();
        await clean(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
      await page.getByLabel('New password', { exact: true }).fill('a good long password');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText('It is not one of this server’s.');
      await signIn(page);
      await clean(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
});
