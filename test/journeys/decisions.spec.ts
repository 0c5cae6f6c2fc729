import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { addGovernors, pageOf, signIn } from './governors.ts';
import { keepMade } from './keeping.ts';
import { pastTheKeyboard, press, tabTo, typeDay, typeOver } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server of its own: many families decided and kept, some of them without their records. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await keepMade(started, 5, 'withhold');
        await keepMade(started, 260, 'family');
        await use(started);
      }),
    { scope: 'worker' },
  ],
});

const slow = { timeout: 40_000 };
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const rowsOf = (page: Page, table: string | RegExp) =>
  page.getByRole('table', { name: table }).locator('tbody tr');

const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await clean(page);
  await page.setViewportSize({ width: 1200, height: 800 });
};

/** Goes to a select and down its list to a value. */
async function choose(page: Page, select: Locator, value: string) {
  await tabTo(page, select, 60);
  for (let steps = 0; steps < 80 && (await select.inputValue()) !== value; steps += 1)
    await page.keyboard.press('ArrowDown');
  await expect(select).toHaveValue(value);
}

/** What the server says to a question, as whoever is signed in on a page is told it. */
async function asked<Said>(page: Page, path: string): Promise<Said> {
  return (await (await page.request.get(`/api/v1${path}`)).json()) as Said;
}
interface Found {
  readonly count: number;
  readonly decisions: readonly { readonly record: string; readonly family: { readonly id: string } }[];
}

const phase1 = 'ruleset=phase-1&version=1.0.0';

test('a decision is found by the verdict of a part, opened and made again, by keyboard alone', async ({
  page,
  heard,
}) => {
  test.slow();
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/');
  await press(page, page.getByRole('navigation').getByRole('link', { name: 'Decisions' }));
  await expect(title(page, 'Decisions')).toBeFocused();
  await expect(told(page, '265 decisions, 50 of them on this page.')).toBeVisible(slow);
  await choose(page, page.getByRole('combobox', { name: 'Rules' }), 'phase-1@1.0.0');
  await press(page, button(page, 'Add a part'));
  const part = page.getByLabel('Part of the rules', { exact: true });
  await expect(part).toBeFocused();
  await press(page, button(page, 'Find'));
  await expect(link(page, 'Choose a part of the rules, or remove the row')).toBeVisible();
  await expect(page).toHaveTitle('Error: Decisions – Threshold');
  await press(page, link(page, 'Choose a part of the rules, or remove the row'));
  await expect(part).toBeFocused();
  await choose(page, part, 'education');
  await choose(page, page.getByLabel('What it came to'), 'unknown');
  await press(page, button(page, 'Find'));
  await expect(page.getByRole('heading', { name: 'Found' })).toBeFocused();
  await expect(page).toHaveURL(/\?ruleset=phase-1&version=1.0.0&node=education&verdict=unknown$/);
  const { count, decisions } = await asked<Found>(
    page,
    `/decisions?${phase1}&node=education&verdict=unknown`,
  );
  expect(count).toBeGreaterThan(50);
  await expect(told(page, `${String(count)} decisions, 50 of them on this page.`)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Which decisions' })).toHaveText(
    /Under phase-1 1\.0\.0“A child is not in school as they should be”: Not known/,
  );
  await tabTo(page, link(page, 'Older ones'), 80);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Found' })).toBeFocused();
  await expect(link(page, 'The newest')).toBeVisible();
  await expect(page).toHaveURL(/&cursor=\d+\.\d+$/);
  await page.goBack();
  await expect(told(page, `${String(count)} decisions, 50 of them on this page.`)).toBeVisible();

  const first = decisions[0];
  await tabTo(page, link(page, `Family ${first?.family.id ?? ''}`).first(), 80);
  await page.keyboard.press('Enter');
  await expect(title(page, `Decision of family ${first?.family.id ?? ''}`)).toBeFocused();
  await expect(page.getByText('It stands: nothing has replaced it.')).toBeVisible();
  await tabTo(page, button(page, 'Decide it again'), 120);
  await page.keyboard.press('Enter');
  await expect(told(page, 'The same. Every verdict')).toBeVisible();
  const pack = page.waitForEvent('download');
  await tabTo(page, link(page, 'This decision, as JSON'), 40);
  await page.keyboard.press('Enter');
  const packed = JSON.parse(readFileSync(await (await pack).path(), 'utf8')) as object;
  expect(packed).toMatchObject({
    format: { name: 'threshold-evidence-pack' },
    made: { family: first?.family.id },
    decisions: [{ record: { record: first?.record } }],
  });
  await expect(page.getByText('Made again in this page')).toBeVisible(slow);
  await clean(page);
  await narrow(page);
  await page.goBack();
  await expect(link(page, `Family ${first?.family.id ?? ''}`).first()).toBeFocused();
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('an outcome that is met only because a part of it did not apply is found', async ({ page }) => {
  const outcome = 'crime-and-education';
  await signIn(page, 'ada', '/decisions');
  const parts = await asked<{
    decisions: { answer: { outcomes: { id: string; parts: { id: string }[] }[] } }[];
  }>(page, `/decisions?${phase1}&node=${outcome}&verdict=met&limit=1`);
  const ids = (parts.decisions[0]?.answer.outcomes.find(({ id }) => id === outcome)?.parts ?? []).map(
    ({ id }) => `${outcome}.${id}`,
  );
  const counts = await Promise.all(
    ids.map(async (id) => {
      const query = `/decisions?${phase1}&node=${outcome}&verdict=met&onlyBecause=${id}`;
      return { id, count: (await asked<Found>(page, query)).count };
    }),
  );
  const some = counts.find(({ count }) => count > 0);
  await page.goto(`/decisions?${phase1}&node=${outcome}&verdict=met`);
  await expect(told(page, /^\d+ decisions/)).toBeVisible(slow);
  await page.getByText('More ways to narrow').click();
  await page.getByLabel('Met only because this did not apply').selectOption(some?.id ?? '');
  await button(page, 'Find').click();
  await expect(told(page, `${String(some?.count)} decision`)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Which decisions' })).toContainText('Met only because “');
  await clean(page);
  await page.getByLabel('What it came to').selectOption('not-met');
  await button(page, 'Find').click();
  await expect(
    link(page, 'This goes with one part of the rules that is met: choose that above'),
  ).toBeVisible();
});

test('a sample is drawn again by another auditor with its address, and all of it is decided again', async ({
  page,
  browser,
  started,
}) => {
  test.slow();
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/decisions');
  await press(page, link(page, 'Draw a sample'));
  await expect(title(page, 'Draw a sample')).toBeFocused();
  await expect(page.getByLabel('Seed')).toHaveValue(/^\d{4}-\d\d-\d\d \d{4}$/);
  await typeOver(page, page.getByLabel('Seed'), 'spring audit');
  await typeOver(page, page.getByLabel('Percentage'), 'many');
  await press(page, button(page, 'Draw the sample'));
  await press(page, link(page, /^Enter a percentage from 0 to 100/));
  await typeOver(page, page.getByLabel('Percentage'), '10');
  await press(page, button(page, 'Add a risk'));
  await choose(page, page.getByLabel('Part of the rules', { exact: true }), 'eligibility');
  await choose(page, page.getByLabel('What it came to'), 'unknown');
  await press(page, button(page, 'Draw the sample'));
  await expect(page.getByRole('heading', { name: 'The sample', exact: true })).toBeFocused();
  await expect(told(page, '27 decisions were drawn, of 265.')).toBeVisible();
  const drawn = rowsOf(page, 'The sample, in the order drawn');
  const first = await drawn.allInnerTexts();
  expect(first).toHaveLength(27);
  await clean(page);

  await keepMade(started, 3, 'family');
  const theirs = await pageOf(browser, started, 'beatrice');
  await theirs.goto(page.url());
  await expect(told(theirs, '27 decisions were drawn, of 265.')).toBeVisible();
  expect(await rowsOf(theirs, 'The sample, in the order drawn').allInnerTexts()).toEqual(first);
  const digest = (of: Page) =>
    of
      .getByRole('definition')
      .filter({ hasText: /^[0-9a-f]{64}$/ })
      .innerText();
  expect(await digest(theirs)).toBe(await digest(page));
  await theirs.close();

  await press(page, button(page, 'Decide all again'));
  await expect(told(page, 'All 27 were decided again.')).toContainText(/The same: \d+/);
  await expect(page.getByRole('columnheader', { name: 'Decided again' })).toBeVisible();
  const file = page.waitForEvent('download');
  await tabTo(page, button(page, 'Download as CSV'), 120);
  await page.keyboard.press('Enter');
  const rows = readFileSync(await (await file).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(28);
  expect(rows[1]).toMatch(/^1,.*,The same$|^1,.*,Cannot be decided again$/);
  await narrow(page);
  expect(past).toEqual([]);
});

test('combinations and near misses lead to the decisions behind them, by keyboard alone', async ({
  page,
}) => {
  test.slow();
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/decisions');
  await press(page, link(page, 'Combinations'));
  const combination = rowsOf(page, 'phase-1 1.0.0').first();
  await expect(combination).toBeVisible(slow);
  const behind = combination.getByRole('link');
  const count = await behind.innerText();
  await expect(behind).toHaveAccessibleName(/^\d+ decisions: The family is involved in .*; A child/);
  await clean(page);
  await narrow(page);
  await press(page, behind);
  await expect(told(page, new RegExp(`^${count} decisions`))).toBeVisible();

  await press(page, link(page, 'Near misses'));
  await expect(title(page, 'Near misses')).toBeFocused();
  await page.goto('/decisions/near-misses');
  await press(page, button(page, 'Look for near misses'));
  await expect(link(page, 'Choose a version of the rules')).toBeVisible();
  await choose(page, page.getByRole('combobox', { name: 'Rules' }), 'phase-1@1.0.0');
  await choose(page, page.getByLabel('Which nearly came to “Met”'), 'education');
  await press(page, button(page, 'Look for near misses'));
  await expect(told(page, /near misses among \d+ decisions that are not met\./)).toBeVisible(slow);
  await clean(page);
  await narrow(page);
  await press(page, rowsOf(page, 'Conditions that they are short of').first().getByRole('link'));
  await expect(page.getByText('Only those short of:')).toBeVisible();
  await expect(
    rowsOf(page, 'Decisions that are one condition short').filter({ hasText: 'asked for' }),
  ).not.toHaveCount(0);
  expect(past).toEqual([]);
});

test('the audit log is read and verified, by keyboard alone', async ({ page, heard }) => {
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/');
  await press(page, page.getByRole('navigation').getByRole('link', { name: 'Audit' }));
  await expect(title(page, 'Audit log')).toBeFocused();
  await press(page, button(page, 'Verify the log'));
  await expect(told(page, 'The log is whole.')).toBeVisible();
  const head = await page.getByRole('region', { name: 'Head of the audit log' }).innerText();
  await clean(page);
  await narrow(page);
  const noted = page.getByLabel('Head noted before');
  await typeOver(page, noted, 'no head');
  await page.keyboard.press('Enter');
  await expect(link(page, /^Enter a number, a colon/)).toBeVisible();
  await press(page, link(page, /^Enter a number, a colon/));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(head.replace(/:[0-9a-f]/, (start) => (start === ':0' ? ':1' : ':0')));
  await page.keyboard.press('Enter');
  await expect(told(page, 'The log is not whole.')).toBeVisible();
  await expect(rowsOf(page, 'Where it breaks').first()).toContainText('The chain does not hold the entry');
  await tabTo(page, noted, 80);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(head);
  await page.keyboard.press('Enter');
  await expect(told(page, 'The log is whole.')).toBeVisible();
  await choose(page, page.getByRole('combobox', { name: 'What was done' }), 'decisions-kept');
  await typeDay(page, page.getByRole('group', { name: 'Since' }), '1 1 2020');
  await press(page, button(page, 'Find'));
  await expect(page).toHaveURL(/action=decisions-kept&since=2020-01-01T00/);
  const entries = rowsOf(page, 'The newest first');
  await expect(entries.filter({ hasText: 'Decisions kept' })).not.toHaveCount(0);
  expect(await entries.count()).toBe(await entries.filter({ hasText: 'Decisions kept' }).count());
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('a decision of a withheld family, and of one that was erased, is what its record holds', async ({
  page,
}) => {
  await signIn(page, 'ada', '/decisions');
  const { decisions } = await asked<Found>(page, `/decisions?family=S-000001`);
  const withheld = decisions.at(-1)?.record ?? '';
  await page.goto(`/decisions/${withheld}`);
  await expect(page.getByText(/its record was withheld/)).toBeVisible(slow);
  await expect(page.getByText(/^The family’s record was withheld, so that/)).toBeVisible(slow);
  const identify = page.getByRole('region', { name: 'Who is identified' });
  await expect(identify.getByText('Not met', { exact: true }).first()).toBeVisible();
  await button(page, 'Decide it again').click();
  await expect(told(page, 'Cannot be decided again.')).toContainText('was withheld when it was kept');
  await clean(page);
  await page.request.delete('/api/v1/families/S-000001', {
    ...{ data: { reason: 'asked for' }, headers: { 'sec-fetch-site': 'same-origin' } },
  });
  await page.reload();
  await expect(title(page, 'Decision of a family that was erased')).toBeVisible();
  await expect(page.getByText(/^The family was erased, so that/)).toBeVisible(slow);
  await button(page, 'Decide it again').click();
  await expect(told(page, 'Cannot be decided again.')).toContainText('the family was erased');
});

test('an analyst audits: kept decisions, their families and the audit log; a policy lead reads none', async ({
  page,
  browser,
  started,
}) => {
  await signIn(page, 'beatrice', '/decisions');
  const ways = (of: Page) => of.getByRole('navigation').getByRole('link', { name: /^(Decisions|Audit)$/ });
  await expect(ways(page)).toHaveText(['Decisions', 'Audit']);
  await link(page, /^Family S-/)
    .first()
    .click();
  await expect(page.getByText('Made again in this page')).toBeVisible(slow);
  await expect(link(page, 'This decision, as a page')).toBeVisible();
  await page.goto('/audit');
  await expect(button(page, 'Verify the log')).toBeVisible();
  const hers = await pageOf(browser, started, 'mary');
  await expect(ways(hers)).toHaveCount(0);
  for (const address of [
    '/decisions',
    '/decisions/combinations',
    '/decisions/sample?seed=s&percent=5',
    '/audit',
  ]) {
    await hers.goto(address);
    await expect(hers.getByRole('alert')).toContainText('You are not allowed to see this');
    await clean(hers);
  }
  await hers.close();
});

test('nothing kept: what to do is said; no decision of this name: that there is none', async ({ page }) => {
  await signIn(page, 'ada', '/decisions?family=F-NOBODY');
  await expect(page.getByText('No kept decision is like this.')).toBeVisible();
  await page.goto('/decisions/none');
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page);
  await page.goto('/people/add');
  await page.getByLabel('Name', { exact: true }).fill('Clement Attlee');
  await page.getByLabel('Email address').fill('clement@example.org');
  await page.getByLabel('Council').fill('Harrow');
  await page.getByRole('checkbox', { name: 'Analyst' }).check();
  await button(page, 'Add this person').click();
  await page.goto(await page.getByRole('region', { name: 'Password link' }).innerText());
  await page.getByLabel('New password', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Decisions' }).click();
  await expect(page.getByText('No decision is kept yet.')).toBeVisible();
  await clean(page);
  await narrow(page);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await signIn(page, 'ada', '/decisions');
    const { decisions } = await asked<Found>(page, '/decisions?limit=1');
    for (const address of [
      `/decisions?${phase1}&node=education&verdict=met`,
      `/decisions/${decisions[0]?.record ?? ''}`,
      `/decisions/sample?seed=s&percent=5&risk=education:unknown:5&${phase1}`,
      '/decisions/combinations',
      `/decisions/near-misses?${phase1}&of=eligibility`,
      '/audit',
    ]) {
      await page.goto(address);
      await expect(page.getByRole('table').first()).toBeVisible(slow);
      await clean(page);
      await narrow(page);
    }
  });
