import { expect, type Page } from '@playwright/test';
import { excludedThrice } from './beside.ts';
import { clean } from './clean.ts';
import { pastTheKeyboard, press, tabTo, typeDay } from './keyboard.ts';
import { narrow } from './drafting.ts';
import { test } from './started.ts';
import { familyText, opening } from './trial.ts';

/** Chooses a version by its name, as whoever types it does. */
async function choose(page: Page, label: string, version: string) {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await page.keyboard.type(version);
  await expect(field).toHaveValue(version.replace(' ', '@'));
}

const differences = (page: Page) => page.getByRole('region', { name: 'What they decide differently' });

test('two versions are compared for one family, and which edit causes what changes is read, by keyboard alone', async ({
  page,
  started,
}) => {
  const past = await pastTheKeyboard(page);
  await page.goto(started.link);
  await press(page, page.getByRole('link', { name: 'Compare', exact: true }));
  await expect(page.getByRole('heading', { name: 'Compare two versions' })).toBeFocused();
  await choose(page, 'Version before', 'phase-1 1.0.0');
  await choose(page, 'Version after', 'oxfordshire 1.0.0');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2014');
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, familyText(page));
  await page.keyboard.insertText(JSON.stringify(excludedThrice));

  const education = differences(page).getByRole('row', { name: /^Criterion “A child is not in school/ });
  await expect(education.getByRole('cell')).toHaveText(
    ['Met', 'Not known', /^Changed condition: .*more than 3 fixed-term exclusions.*It was: .*3 or more/],
    opening,
  );
  await expect(page).toHaveURL(/with=phase-1(@|%40)1\.0\.0/);
  await clean(page);
  await narrow(page);
  expect(past).toEqual([]);

  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/rulesets/harrow/versions/1.0.0', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByLabel('Version before').selectOption('harrow@1.0.0');
  await expect(differences(page)).toContainText('It is being decided under harrow 1.0.0 too.');
  await expect(differences(page).getByRole('table')).toHaveCount(0);
  release();
  await expect(differences(page).getByRole('columnheader', { name: 'Under harrow 1.0.0' })).toBeVisible(
    opening,
  );
  await page.getByLabel('Version before').selectOption('phase-1@1.0.0');
  await page.getByRole('link', { name: 'Drafts', exact: true }).click();
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.getByLabel('Version before')).toHaveValue('phase-1@1.0.0');
  await expect(education.getByRole('cell').first()).toHaveText('Met', opening);

  await page.reload();
  await expect(page.getByLabel('Version before')).toHaveValue('phase-1@1.0.0');
  await expect(page.getByLabel('Version after')).toHaveValue('oxfordshire@1.0.0');
});

test('what cannot be put down to edits is said to be so', async ({ page, started }) => {
  const restate = async (day: string) => {
    const fields = page.getByRole('group', { name: 'Attached on, as restated' });
    for (const [at, part] of day.split(' ').entries())
      await fields.getByLabel(['Day', 'Month', 'Year'][at] ?? '').fill(part);
  };
  await page.goto(started.link);
  await page.goto('/compare?with=phase-1@1.0.0&version=phase-2@1.0.0');
  await page.getByRole('button', { name: 'Use the example family' }).click();
  await expect(page.getByLabel('Version after')).toHaveValue('phase-2@1.0.0');
  await expect(differences(page).getByRole('columnheader', { name: 'Because of' })).toBeVisible(opening);
  await page.getByText('As if attached on another day').click();
  await restate('1 6 2012');
  await expect(differences(page)).toContainText('restated under one version alone', opening);
  await page.getByLabel('Version before').selectOption('phase-2@1.0.0');
  await restate('1 10 2012');
  await expect(differences(page)).toContainText('Nothing: phase-2 1.0.0 decides the same.', opening);
});
