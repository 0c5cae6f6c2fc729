import { expect } from '@playwright/test';
import { clean } from './clean.ts';
import { button, field, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press } from './keyboard.ts';

test('Hertfordshire’s schedule comes out as it was published, by keyboard alone', async ({ page }) => {
  await signIn(page, 'mary');
  await press(page, page.getByRole('link', { name: 'Programme', exact: true }));
  await expect(title(page, 'Programme')).toBeFocused();
  await press(page, button(page, 'Work it out'));
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/choose a file/i]);
  await clean(page);
  await press(page, button(page, 'Use Hertfordshire’s schedule'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  const found = page.getByRole('region', { name: 'What it comes to' });
  await expect(found.getByRole('status')).toContainText(
    'Most at once is 700 families, in June 2014: Thriving Families 490, External partners 210. 228 families are taken on too late',
  );
  const caseload = page.getByRole('region', { name: 'Caseload, column by column' });
  await expect(caseload.getByRole('row', { name: /^May 2015/ })).toContainText('1,350');
  await expect(caseload.getByRole('row')).toHaveCount(1 + 12);
  const windows = page.getByRole('region', { name: 'Cash, by claim window', exact: true });
  await expect(windows.getByRole('row', { name: /^January and February 2014/ })).toContainText(
    '£17,500 (31)',
  );
  await expect(windows.getByRole('row', { name: /^In no window/ })).toContainText('–');
  await clean(page);
  await narrow(page);
});

test('a schedule that does not hold together is refused at its place', async ({ page }) => {
  await signIn(page, 'mary', '/programme');
  const file = (text: string) => ({
    name: 'schedule.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await field(page, 'Schedule').setInputFiles(file('{"columns": [{"label": "A", "engaged": -1}]}'));
  await press(page, button(page, 'Work it out'));
  await expect(page.getByRole('region', { name: 'What is wrong with it' })).toContainText(
    '/columns/0/engaged',
  );
  await clean(page);
  await field(page, 'Schedule').setInputFiles(file('columns'));
  await press(page, button(page, 'Work it out'));
  await expect(page.getByRole('alert')).toContainText(/the file is not a JSON document/i);
});

test('targets with their conflicts, funding, and what Family E cost', async ({ page }) => {
  await signIn(page, 'mary', '/programme');
  await press(page, page.getByRole('link', { name: 'Targets and funding' }));
  await expect(title(page, 'Targets and funding')).toBeFocused();
  await press(page, button(page, 'Use the figures of the sources'));
  const targets = page.getByRole('region', { name: 'Targets', exact: true });
  await expect(targets.getByRole('row', { name: /^Families engaged by the middle/ })).toContainText(
    '624 of 675: 92 %',
  );
  const conflicts = page.getByRole('region', { name: 'Where sources contradict themselves or each other' });
  await expect(conflicts.getByRole('row', { name: /^Families engaged by the middle/ }).first()).toContainText(
    '624 (hertfordshire, 5.1.1) or 650',
  );
  const money = page.getByRole('region', { name: 'Funding, shares, releases and allowances' });
  await expect(money.getByRole('row', { name: /Harrow In all/ })).toContainText('£535,000');
  await clean(page);
  await narrow(page);
  await press(page, page.getByRole('navigation', { name: 'Above this page' }).getByRole('link'));
  await press(page, page.getByRole('link', { name: 'What a family cost' }));
  await press(page, button(page, 'Use Family E of Hertfordshire’s report'));
  await expect(page.getByText('the source prints £42,999, apart by £3: both stand.')).toBeVisible();
  await expect(page.getByText('Saved, gross: £32,194 by items, and £32,191 as printed.')).toBeVisible();
  await clean(page);
  await narrow(page);
});
