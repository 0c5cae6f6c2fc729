import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { pastTheKeyboard, press, tabTo, typeInto } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own, whose store is empty. */
const test = journey.extend<object, { started: Started }>({
  started: [async ({}, use) => serverOfWorker(use), { scope: 'worker' }],
});

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'correct horse battery' };
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const way = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name, exact: true });

interface Listed {
  readonly title: string;
  readonly inForce: { readonly version: string } | null;
}

/** What the server says is in force today, as Home has to say it. */
async function inForceToday(page: Page): Promise<readonly string[]> {
  const { rulesets } = (await (await page.request.get('/api/v1/rulesets')).json()) as {
    readonly rulesets: readonly Listed[];
  };
  return rulesets.flatMap(({ title: name, inForce }) =>
    inForce === null ? [] : [`${name}, version ${inForce.version}`],
  );
}

test('from an empty machine: set up, sign in, and read what is in force, by keyboard alone', async ({
  page,
  started,
  heard,
}) => {
  test.slow();
  const past = await pastTheKeyboard(page);
  await page.goto(started.setUp);
  await expect(title(page, 'Set up Threshold')).toBeVisible();
  await typeInto(page, page.getByLabel('Your name'), ada.name);
  await typeInto(page, page.getByLabel('Email address'), ada.email);
  await typeInto(page, password(page), ada.password);
  await press(page, page.getByRole('button', { name: 'Set up' }));
  await expect(title(page, /^Policies as rules/)).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Sign out' }));

  await expect(title(page, 'Sign in')).toBeVisible();
  await typeInto(page, page.getByLabel('Email address'), ada.email);
  await typeInto(page, password(page), ada.password);
  await page.keyboard.press('Enter');
  await expect(title(page, /^Policies as rules/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  const inForce = await inForceToday(page);
  for (const one of inForce) await expect(page.getByRole('link', { name: one, exact: true })).toBeVisible();
  await expect(page.getByText(/^No version of any ruleset is in force on/)).toHaveCount(
    inForce.length === 0 ? 1 : 0,
  );
  await clean(page);

  await press(page, way(page, 'Rulesets'));
  await expect(title(page, 'Rulesets')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'phase-1 1.0.0' }), 80);
  await page.keyboard.press('Enter');
  await expect(title(page, 'Troubled Families, Phase 1, version 1.0.0')).toBeFocused();
  await expect(page.getByText('In force from 1 April 2012 to 31 May 2015.')).toBeVisible();
  const absence = page.locator('[id="education.absence"]');
  await expect(absence).toContainText('15% or more unauthorised absence');
  await tabTo(page, absence.getByRole('link', { name: '15%' }), 150);
  await page.keyboard.press('Enter');
  await expect(page.locator('[id="absence-threshold"]')).toBeFocused();
  expect([...heard.hosts]).toEqual([new URL(started.address).host]);
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});
