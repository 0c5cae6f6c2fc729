import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { button, field, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import {
  pastTheKeyboard,
  press,
  pressBefore,
  tabBackTo,
  tabTo,
  typeDay,
  typeInto,
  typeOver,
} from './keyboard.ts';
import { opening } from './trial.ts';

test.describe.configure({ mode: 'serial' });

/** As long as a slow machine may need to decide a cohort twice and look for causes. */
const deciding = { timeout: 60_000 };

/** Chooses in a list as whoever types it does. */
async function choose(page: Page, label: string, words: string) {
  await tabTo(page, field(page, label));
  await page.keyboard.type(words);
}

const table = (page: Page, name: string) => page.getByRole('region', { name });
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

test('two versions over 1,350 families: who moves, one of them, and which edit caused it, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/cohorts/make');
  await typeInto(page, field(page, 'Name of the cohort'), 'Autumn');
  await typeOver(page, field(page, 'How many families'), '1350');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Autumn')).toBeFocused(opening);
  await press(page, page.getByRole('link', { name: 'Compare two versions over it' }));
  await expect(title(page, 'Compare over a cohort')).toBeFocused();
  await expect(field(page, 'Cohort')).toContainText('Autumn, 1,350 families');
  await expect(page.getByText('None was asked yet.')).toBeVisible();
  await press(page, button(page, 'Compare'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Choose the version before',
    'Choose the version after',
    'Enter a day that there is',
  ]);
  await clean(page);
  await narrow(page);
  await choose(page, 'Version before', 'phase-2 1.0.0');
  await choose(page, 'Version after', 'phase-2 1.1.0');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2016');
  await press(page, button(page, 'Compare'));

  await expect(title(page, 'phase-2 1.0.0 and phase-2 1.1.0')).toBeFocused();
  await expect(
    page.getByText(/^Of 1,350 families 23 are told something different\. 3 become eligible/),
  ).toBeVisible(deciding);
  await expect(table(page, 'Eligibility').getByRole('row', { name: /^Not met/ })).toContainText(
    /Not met34771/,
  );
  await expect(page.getByRole('region', { name: /^Criterion “A parent or carer/ })).toHaveCount(0);
  await expect(table(page, 'By payment, and in all').getByRole('row', { name: /^In all/ })).toContainText(
    '£2,200 more',
  );
  const edits = page.getByRole('region', { name: /^Edits, the one/ });
  await expect(edits.getByRole('row').nth(1)).toContainText(/persistent: 10%.*Looser.*£3,000 more\+3/);
  await clean(page);
  await narrow(page);
  const comparison = page.url();

  await press(page, table(page, 'Eligibility').getByRole('link', { name: '3: Not met, then Met' }));
  await expect(title(page, 'Families of a comparison')).toBeFocused();
  await expect(
    page.getByText('Eligibility: Not met under phase-2 1.0.0, Met under phase-2 1.1.0.'),
  ).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '3 families.' })).toBeVisible();
  await clean(page);
  await narrow(page);
  const csv = page.waitForEvent('download');
  await press(page, page.getByRole('link', { name: 'All of these as CSV' }));
  const rows = readFileSync(await (await csv).path(), 'utf8')
    .trim()
    .split('\n');
  expect(rows).toHaveLength(4);
  expect(rows[1]).toMatch(/\/eligibility\/verdict: not-met to met/);

  await pressBefore(page, page.getByRole('link', { name: /^Family S-/ }).first());
  await expect(title(page, /^Family S-/)).toBeFocused();
  const eligibility = page.getByRole('row', { name: /^Eligibility Not met Met/ });
  await expect(eligibility.getByRole('cell').last()).toHaveText(
    /^Changed figure or choice: Absence, for any reason, that is persistent: 10%\. It was: .*15%/,
    opening,
  );
  await clean(page);
  await narrow(page);

  await page.goto(comparison);
  const results = page.waitForEvent('download');
  await tabTo(page, page.getByRole('link', { name: 'Results as CSV' }), 120);
  await page.keyboard.press('Enter');
  expect(readFileSync(await (await results).path(), 'utf8')).toContain('/criteria/');
  expect(past).toEqual([]);
});

test('a comparison stays where it is: it is listed, all of it is shown, and prints with its hashes', async ({
  page,
}) => {
  await signIn(page, 'ada', '/compare');
  await press(page, page.getByRole('link', { name: 'Compare them over a whole cohort' }));
  const line = page.getByRole('listitem').filter({ hasText: 'phase-2 1.0.0 and phase-2 1.1.0' });
  await expect(line).toContainText('Finished');
  await press(page, line.getByRole('link'));
  await press(page, page.getByRole('link', { name: /in which nobody moves too$/ }));
  await expect(page).toHaveURL(/rows=all/);
  await expect(page.getByRole('link', { name: 'Show only what changes' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('definition').filter({ hasText: 'sha256:' })).toHaveCount(3);
  await expect(page.getByRole('heading', { name: 'Take it along' })).toBeHidden();
});

test('every version of a ruleset over a cohort: what it comes to under each, and because of which edits, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const past = await pastTheKeyboard(page);
  await signIn(page, 'ada', '/compare/cohorts');
  await choose(page, 'Version before', 'phase-2 1.0.0');
  await press(page, button(page, 'Add another version'));
  await expect(field(page, 'Version 3')).toBeFocused();
  await press(page, button(page, 'Leave out version 3'));
  await expect(field(page, 'Version after')).toBeFocused();
  await press(page, button(page, 'Every version of phase-2'));
  await expect(field(page, 'Version 4')).toHaveValue('phase-2@2.0.0');
  await choose(page, 'Version 4', 'phase-2 1.1.0');
  await choose(page, 'Cohort', 'Autumn');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2016');
  await press(page, button(page, 'Compare'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Choose another version than those before version 4',
  ]);
  await press(page, button(page, 'Every version of phase-2'));
  await clean(page);
  await narrow(page);
  await press(page, button(page, 'Compare'));

  await expect(title(page, 'phase-2 1.0.0, 1.1.0, 1.2.0 and 2.0.0')).toBeFocused();
  await expect(
    page.getByText(
      '2 of 3 steps from one version to the next tell some of 1,350 families something different.',
    ),
  ).toBeVisible(deciding);
  const strip = table(page, 'What the cohort comes to under every version');
  const eligibility = strip.getByRole('row', { name: /^Eligibility/ });
  await expect(eligibility.getByRole('link').first()).toHaveText('4 families told differently');
  await expect(strip.getByRole('row', { name: /crime/i })).toHaveCount(0);
  const steps = page.getByRole('navigation', { name: 'Which step is looked at' });
  await expect(steps.getByRole('listitem').first()).toContainText(/persistent: 10%.*explain/);
  await clean(page);
  await narrow(page);
  await press(page, steps.getByRole('link', { name: 'phase-2 1.2.0 and phase-2 2.0.0' }));
  await expect(
    page.getByRole('heading', { name: 'The step from phase-2 1.2.0 to phase-2 2.0.0' }),
  ).toBeVisible();
  await tabBackTo(page, page.getByLabel('Only what changes'));
  await page.keyboard.press('Space');
  await expect(strip.getByRole('row', { name: /crime/i })).not.toHaveCount(0);
  await press(page, eligibility.getByRole('link').first());
  await expect(title(page, 'Families of a comparison')).toBeFocused();
  await expect(page.getByText('Eligibility: told differently.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '4 families.' })).toBeVisible();
  expect(past).toEqual([]);
});

test('a comparison is cancelled; one that there is not is said to be none', async ({ page }) => {
  await signIn(page, 'ada', '/cohorts/make');
  await field(page, 'Name of the cohort').fill('Many');
  await field(page, 'How many families').fill('6000');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Many')).toBeVisible(deciding);
  await page.getByRole('link', { name: 'Compare two versions over it' }).click();
  await field(page, 'Version before').selectOption('phase-1@1.0.0');
  await field(page, 'Version after').selectOption('oxfordshire@1.0.0');
  const day = page.getByRole('group', { name: 'As of' });
  for (const [label, text] of Object.entries({ Day: '1', Month: '12', Year: '2014' }))
    await day.getByLabel(label).fill(text);
  await button(page, 'Compare').click();
  await press(page, button(page, 'Cancel the comparison'));
  await expect(page.getByRole('status').filter({ hasText: 'Nothing of it is kept.' })).toBeVisible();
  await expect(title(page, 'phase-1 1.0.0 and oxfordshire 1.0.0')).toBeFocused();
  await page.goto('/compare/cohorts/no-such-one');
  await expect(page.getByRole('alert')).toContainText('no such job');
});
