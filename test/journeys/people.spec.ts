import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { press, tabTo, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, empty at first; each test goes on where the one before left it. */
const test = journey.extend<object, { started: Started }>({
  started: [async ({}, use) => serverOfWorker(use), { scope: 'worker' }],
});
test.describe.configure({ mode: 'serial' });

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'correct horse battery' };
const mary = { name: 'Mary Somerville', email: 'mary@example.org', password: 'staple of a lead' };
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const way = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function signIn(page: Page, { name, email, password }: typeof ada, to = '/') {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByText(name)).toBeVisible();
}

const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
};

test('from an empty machine to a policy lead who sees what is in force, by keyboard alone', async ({
  page,
  started,
  heard,
}) => {
  await page.goto(started.setUp);
  await typeInto(page, page.getByLabel('Your name'), ada.name);
  await typeInto(page, page.getByLabel('Email address'), ada.email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), ada.password);
  await page.keyboard.press('Enter');
  await press(page, way(page, 'People'));
  await expect(title(page, 'People')).toBeFocused();
  await expect(page.getByText('There is nobody else yet.')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Add a person' }));
  await expect(title(page, 'Add a person')).toBeFocused();
  await press(page, button(page, 'Add this person'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Enter the person’s name',
    'Enter an email address in the correct format, like name@example.org',
  ]);
  await typeInto(page, page.getByLabel('Name', { exact: true }), mary.name);
  await typeInto(page, page.getByLabel('Email address'), mary.email);
  await press(page, page.getByRole('checkbox', { name: 'Policy lead' }), 'Space');
  await press(page, button(page, 'Add this person'));
  await expect(page.getByRole('region', { name: 'A link for Mary Somerville' })).toBeFocused();
  const link = await page.getByRole('region', { name: 'Password link' }).innerText();
  await press(page, button(page, 'Sign out'));
  await expect(title(page, 'Sign in')).toBeVisible();

  await page.goto(link);
  expect(page.url()).toBe(`${started.address}/password`);
  await typeInto(page, page.getByLabel('New password', { exact: true }), mary.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  await press(page, button(page, 'Sign out'));
  await typeInto(page, page.getByLabel('Email address'), mary.email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), mary.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Troubled Families, Phase 1' })).toBeVisible();
  await expect(way(page, 'Keys')).toBeVisible();
  await expect(way(page, 'People')).toBeHidden();
  expect(heard.complaints).toEqual([]);

  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('once more with the same link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('It was used, or a newer one replaced it.');
});

test('whoever may not manage people is told so where they type the address', async ({ page }) => {
  await signIn(page, mary, '/people');
  await expect(page.getByRole('alert')).toContainText('You are not allowed to see this');
  await clean(page);
});

test('no server: the people can be asked for again', async ({ page, context }) => {
  await signIn(page, ada, '/keys');
  await context.setOffline(true);
  await way(page, 'People').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: /again/ }).click();
  await expect(page.getByRole('link', { name: mary.name }).or(title(page, 'People')).first()).toBeVisible();
});

test('an address is given once', async ({ page }) => {
  await signIn(page, ada, '/people/add');
  await page.getByLabel('Name', { exact: true }).fill('Another Mary');
  await page.getByLabel('Email address').fill('MARY@example.org');
  await page.keyboard.press('Enter');
  await expect(summary(page)).toContainText('Somebody has this email address already');
});

test('roles are changed, and count from the next thing that is done', async ({ page, browser, started }) => {
  const hers = await browser.newPage({ baseURL: started.address });
  await signIn(hers, mary);
  await signIn(page, ada, '/people');
  await page.getByRole('link', { name: mary.name }).click();
  await expect(page.getByRole('checkbox', { name: 'Policy lead' })).toBeChecked();
  await press(page, page.getByRole('checkbox', { name: 'Administrator' }), 'Space');
  await press(page, button(page, 'Change the roles'));
  await expect(page.getByRole('status').filter({ hasText: 'The roles were changed.' })).toBeVisible();
  await hers.reload();
  await expect(way(hers, 'People')).toBeVisible();
  await hers.close();
  await page.getByRole('checkbox', { name: 'Administrator' }).uncheck();
  await button(page, 'Change the roles').click();
  await page.getByRole('link', { name: 'People' }).last().click();
  await expect(page.getByRole('listitem').filter({ hasText: mary.email })).toContainText('Policy lead');
});

test('the last administrator keeps the role', async ({ page }) => {
  await signIn(page, ada, '/people');
  await page.getByRole('link', { name: ada.name }).click();
  await page.getByRole('checkbox', { name: 'Administrator' }).uncheck();
  await button(page, 'Change the roles').click();
  await expect(summary(page)).toContainText('Nobody would be left to administer the server');
});

test('a person is kept out and let in again', async ({ page, browser, started }) => {
  const hers = await browser.newPage({ baseURL: started.address });
  await signIn(hers, mary);
  await signIn(page, ada, '/people');
  await page.getByRole('link', { name: mary.name }).click();
  await press(page, button(page, 'Disable this person'));
  await expect(page.getByRole('group', { name: /^Disable Mary Somerville\?/ })).toBeFocused();
  await press(page, button(page, 'Leave as it is'));
  await expect(button(page, 'Disable this person')).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Yes, disable'));
  await expect(page.getByText('Mary Somerville can no longer sign in.')).toBeVisible();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  const gettingIn = page.getByRole('heading', { name: 'Getting in' });
  await expect(gettingIn).toBeFocused();
  await way(hers, 'Rulesets').click();
  await expect(title(hers, 'Sign in')).toBeVisible();
  await hers.getByLabel('Email address').fill(mary.email);
  await hers.getByLabel('Password', { exact: true }).fill(mary.password);
  await hers.keyboard.press('Enter');
  await expect(summary(hers)).toContainText('or this person may no longer sign in');
  await hers.close();
  await press(page, button(page, 'Let them in again'));
  await expect(page.getByText('Mary Somerville can sign in again.')).toBeVisible();
  await expect(button(page, 'Disable this person')).toBeVisible();
  await expect(gettingIn).toBeFocused();
});

test('a key is made, shown once, works, and is revoked, by keyboard alone', async ({ page, started }) => {
  await signIn(page, ada, '/keys');
  await press(page, page.getByRole('link', { name: 'Make a key' }));
  await press(page, button(page, 'Make the key'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Say what the key is for',
    'Tick what the program may do',
  ]);
  await typeInto(page, page.getByLabel('What is it for?'), 'nightly caseload');
  await press(page, page.getByRole('checkbox', { name: 'Read rules' }), 'Space');
  await expect(page.getByRole('checkbox', { name: 'Write drafts' })).toBeHidden();
  await press(page, button(page, 'Make the key'));
  await expect(page.getByRole('region', { name: 'The key nightly caseload' })).toBeFocused();
  const key = await page.getByRole('region', { name: 'Key', exact: true }).innerText();
  const status = async () => {
    const headers = { Authorization: `Bearer ${key.trim()}` };
    return (await fetch(`${started.address}/api/v1/rulesets`, { headers })).status;
  };
  expect(await status()).toBe(200);
  await press(page, page.getByRole('link', { name: 'All keys' }));
  const line = page.getByRole('listitem').filter({ hasText: 'nightly caseload' });
  await expect(line).toContainText('Last used');
  await press(page, button(page, 'Revoke nightly caseload'));
  await press(page, button(page, 'Yes, revoke'));
  await expect(line).toContainText('Revoked');
  await expect(title(page, 'Keys')).toBeFocused();
  await expect(page.getByText(key.trim())).toHaveCount(0);
  expect(await status()).toBe(401);
});

test('a key with a last day: a day that has passed, or is none, is said, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, ada, '/keys/add');
  await typeInto(page, page.getByLabel('What is it for?'), 'a trial of the spring');
  await press(page, page.getByRole('checkbox', { name: 'Read rules' }), 'Space');
  await typeInto(page, page.getByLabel('Day', { exact: true }), '31');
  await typeInto(page, page.getByLabel('Month', { exact: true }), '6');
  await typeInto(page, page.getByLabel('Year', { exact: true }), '2020');
  await page.keyboard.press('Enter');
  await expect(summary(page).getByRole('link')).toHaveText(['Enter a day that there is, or none']);
  await press(page, summary(page).getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(summary(page).getByRole('link')).toHaveText([
    'The key would have ended already: enter a day to come',
  ]);
  await tabTo(page, page.getByLabel('Year', { exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2099');
  await page.keyboard.press('Enter');
  const made = page.getByRole('region', { name: 'The key a trial of the spring' });
  await expect(made).toContainText('good from now on until the end of 30 June 2099');
  await press(page, page.getByRole('link', { name: 'All keys' }));
  const line = page.getByRole('listitem').filter({ hasText: 'a trial of the spring' });
  await expect(line).toContainText('good until the end of 30 June 2099');
});

test('a key that has ended is refused, and listed as one that has', async ({ page, started }) => {
  await signIn(page, ada, '/keys');
  const key = await page.evaluate(async () => {
    const expiresAt = new Date(Date.now() + 1500).toISOString();
    const response = await fetch('/api/v1/keys', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'a short one', scopes: ['rulesets:read'], expiresAt }),
    });
    return ((await response.json()) as { key: string }).key;
  });
  const status = async () =>
    (await fetch(`${started.address}/api/v1/rulesets`, { headers: { Authorization: `Bearer ${key}` } }))
      .status;
  await expect.poll(status).toBe(401);
  await page.reload();
  const line = page.getByRole('listitem').filter({ hasText: 'a short one' });
  await expect(line.getByText('Ended', { exact: true })).toBeVisible();
  await expect(line.getByRole('button')).toHaveCount(0);
});

test('a person’s name, address and council are changed, by keyboard alone', async ({ page }) => {
  await signIn(page, ada, '/people');
  await press(page, page.getByRole('link', { name: mary.name }));
  await press(page, page.getByRole('link', { name: /^Change the name/ }));
  await expect(title(page, 'Change Mary Somerville')).toBeFocused();
  const field = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };
  await field('Name', 'Mary Greig');
  await field('Email address', ada.email.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(summary(page).getByRole('link')).toHaveText(['Somebody has this email address already']);
  await expect(page).toHaveTitle('Error: Change Mary Somerville – Threshold');
  await press(page, summary(page).getByRole('link'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('greig@example.org');
  await field('Council', 'Harrow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Mary Greig was changed.' })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Mary Greig' }));
  await expect(title(page, 'Mary Greig')).toBeVisible();
  for (const told of ['greig@example.org', 'Harrow'])
    await expect(page.getByRole('definition').filter({ hasText: told })).toBeVisible();
  await press(page, page.getByRole('link', { name: /^Change the name/ }));
  await field('Name', mary.name);
  await field('Email address', mary.email);
  await field('Council', '');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: mary.name }));
  await expect(page.getByText('National, of no council')).toBeVisible();
});

test('a person’s session is ended by whoever has charge of them, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const hers = await browser.newPage({ baseURL: started.address });
  await signIn(hers, mary);
  await signIn(page, ada, '/people');
  await page.getByRole('link', { name: mary.name }).click();
  const where = page.getByRole('region', { name: 'Where they are signed in' });
  const lines = where.getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  for (let left = await lines.count(); left > 0; left -= 1) {
    await press(page, where.getByRole('button', { name: /^End it: / }).first());
    await expect(where.getByRole('heading')).toBeFocused();
    await expect(lines).toHaveCount(left - 1);
  }
  await expect(where).toContainText('They are signed in nowhere.');
  await hers.reload();
  await expect(title(hers, 'Sign in')).toBeVisible();
  await hers.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, ada, '/people');
    await expect(page.getByRole('link', { name: mary.name })).toBeVisible();
    await clean(page);
    await narrow(page);
    await page.getByRole('link', { name: mary.name }).click();
    await button(page, 'Make a password link').click();
    await button(page, 'Disable this person').click();
    await expect(page.getByRole('region', { name: 'Password link' })).toBeVisible();
    await clean(page);
    await narrow(page);
    await page.getByRole('link', { name: /^Change the name/ }).click();
    await page.getByLabel('Name', { exact: true }).fill('');
    await button(page, 'Change').click();
    await expect(summary(page)).toBeVisible();
    await clean(page);
    await narrow(page);
    await page.goto('/people/add');
    await button(page, 'Add this person').click();
    await clean(page);
    await narrow(page);
    await page.goto('/keys');
    await expect(page.getByText('nightly caseload').first()).toBeVisible();
    await clean(page);
    await narrow(page);
    await page.goto('/keys/add');
    await button(page, 'Make the key').click();
    await clean(page);
    await narrow(page);
  });
}
