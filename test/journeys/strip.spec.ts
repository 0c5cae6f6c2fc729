import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { clean } from './clean.ts';
import { narrow } from './drafting.ts';
import { pastTheKeyboard, press, pressBefore, tabBackTo, tabTo, typeDay } from './keyboard.ts';
import { test } from './started.ts';
import { familyText, opening } from './trial.ts';

interface Settled {
  readonly records: Readonly<Record<string, readonly object[]>>;
}

/** The family of the shipped cases in which nothing is wrong, with a child who is away for 12 per cent of three terms. */
function awayForTwelvePercent(): string {
  const path = new URL('../../rulesets/england/phase-2/1.1.0.cases.json', import.meta.url);
  const { families } = JSON.parse(readFileSync(path, 'utf8')) as { readonly families: { settled: Settled } };
  const { records, ...family } = families.settled;
  const attendance = (records['term-attendance'] ?? []).map((row, at) =>
    at < 3 ? { ...row, authorised: 8, unauthorised: 8 } : row,
  );
  return JSON.stringify({ ...family, records: { ...records, 'term-attendance': attendance } });
}

test('one family under every version of a ruleset: what changes from one to the next, and because of which edits, by keyboard alone', async ({
  page,
  started,
  heard,
}) => {
  const past = await pastTheKeyboard(page);
  await page.goto(started.link);
  await press(page, page.getByRole('link', { name: 'Compare', exact: true }));
  await expect(page.getByRole('heading', { name: 'Compare two versions' })).toBeFocused();
  const version = page.getByLabel('Version after', { exact: true });
  await tabTo(page, version);
  await page.keyboard.type('phase-2 1.1.0');
  await expect(version).toHaveValue('phase-2@1.1.0');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '10 6 2016');
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, familyText(page));
  await page.keyboard.insertText(awayForTwelvePercent());

  const strip = page.getByRole('region', { name: 'Under every version', exact: true });
  await pressBefore(page, strip.getByRole('button', { name: 'Decide it under every version' }));
  const told = strip
    .getByRole('status')
    .filter({ hasText: /^Of 4 versions, \d tells? the family something else/ });
  await expect(told).toBeVisible({ timeout: 60_000 });
  const heads = strip.getByRole('table').first().getByRole('columnheader');
  await expect(heads).toHaveText(['What', '1.0.0', /^1\.1\.0/, '1.2.0', '2.0.0']);
  const chain = strip.getByRole('table', { name: 'What the family is told under every version' });
  const school = chain.getByRole('row', {
    name: /^Criterion “Getting a good education: a child is not attending/,
  });
  await expect(school.getByRole('cell').nth(1)).toContainText('Changed');
  await expect(chain.getByRole('row', { name: /^Eligibility/ })).toHaveCount(0);
  await press(page, school.getByRole('link', { name: 'Changed' }).first());
  await expect(page).toHaveURL(/#strip(:|%3A)1$/);
  const flip = strip.getByRole('region', { name: 'From 1.0.0 to 1.1.0' });
  await expect(flip.getByRole('row', { name: /^Criterion “A child is not attending/ })).toContainText(
    /Changed figure or choice: .*It was: /,
    opening,
  );
  await tabBackTo(page, strip.getByRole('checkbox', { name: 'Only what changes' }));
  await page.keyboard.press('Space');
  await expect(chain.getByRole('row', { name: /^Eligibility/ })).toBeVisible();
  await clean(page);
  await narrow(page);

  await tabTo(page, familyText(page), 200);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ');
  await expect(strip.getByRole('table')).toHaveCount(0);
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('nothing to decide, a family that cannot be read, and no server: each is said', async ({
  page,
  started,
}) => {
  await page.goto(started.link);
  await page.goto('/compare');
  const strip = page.getByRole('region', { name: 'Under every version', exact: true });
  const ask = strip.getByRole('button', { name: 'Decide it under every version' });
  await ask.click();
  await expect(strip.getByRole('status')).toHaveText('Choose a version, a day and a family first.');
  await page.getByLabel('Version after', { exact: true }).selectOption('phase-2@1.1.0');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '10 6 2016');
  await page.getByRole('radio', { name: 'JSON' }).check();
  await familyText(page).fill('{ "id": "F-1", "members": 3 }');
  await ask.click();
  const wrong = strip.getByRole('alert').getByRole('listitem');
  await expect(wrong.filter({ hasText: '(/members)' })).toHaveCount(1, opening);
  await clean(page);
  await page.route('**/api/v1/strips', (route) => route.abort());
  await ask.click();
  await expect(strip.getByRole('alert')).toContainText('server', opening);
});
