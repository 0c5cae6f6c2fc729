import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { button, field, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, tabTo, typeInto, typeOver } from './keyboard.ts';
import { opening } from './trial.ts';

test.describe.configure({ mode: 'serial' });

test.beforeEach(({ page }) => {
  // because the browser must know that a window for files is answered here before it opens one
  page.on('filechooser', () => undefined);
});

const folder = mkdtempSync(path.join(tmpdir(), 'threshold-cohort-'));
/** Two rows are wrong: a role that there is not, and a day that there is not. */
const flawed = {
  'families.csv': 'family;localAuthority\nF-1;Harrow\nF-2;Harrow\nF-3;Harrow\n',
  'members.csv': 'family;id;role\nF-1;m1;child\nF-2;m1;chidl\nF-3;m1;child\n',
  'offence.csv': 'family;member;on;proven\nF-1;m1;3/8/2012;yes\nF-3;m1;13/13/2012;no\n',
};
for (const [name, text] of Object.entries(flawed)) writeFileSync(path.join(folder, name), text);
writeFileSync(path.join(folder, 'offense.csv'), flawed['offence.csv']);

/** Chooses files as a browser lets one do it without a mouse: by Enter on the field. */
async function choose(page: Page, names: readonly string[]) {
  await tabTo(page, field(page, 'Files'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(names.map((name) => path.join(folder, name)));
}

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const row = (page: Page, name: string): Locator => page.getByRole('group', { name });
const state = (page: Page) => page.getByRole('main').locator('strong').first();

test('files that cannot be read are said to be so, and stay chosen, by keyboard alone', async ({ page }) => {
  await signIn(page, 'ada');
  await press(page, page.getByRole('link', { name: 'Cohorts', exact: true }));
  await expect(title(page, 'Cohorts')).toBeFocused();
  await expect(page.getByText('There is no cohort yet.')).toBeVisible();
  await clean(page);
  await press(page, page.getByRole('link', { name: 'Upload families' }));
  await press(page, button(page, 'Upload'));
  await expect(summary(page).getByRole('link')).toHaveText([
    'Enter what the cohort is called',
    'Choose the files to upload',
  ]);
  await typeInto(page, field(page, 'Name of the cohort'), 'Caseload of June');
  await choose(page, ['families.csv', 'members.csv', 'offense.csv']);
  await press(page, button(page, 'Upload'));
  await expect(summary(page)).toContainText('The files cannot be read as a cohort');
  const faults = page.getByRole('region', { name: 'What is wrong with the files' });
  await expect(faults.getByRole('row', { name: /^offense\.csv/ })).toContainText('offence');
  await expect(field(page, 'Name of the cohort')).toHaveValue('Caseload of June');
  await expect(page.getByRole('list', { name: 'Files chosen' }).getByRole('listitem')).toHaveText([
    /^families\.csv/,
    /^members\.csv/,
    /^offense\.csv/,
  ]);
  await clean(page);
  await narrow(page);
});

test('a flawed upload is read, two rows of it are mended, and it is whole, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'ada', '/cohorts/add');
  await typeInto(page, field(page, 'Name of the cohort'), 'Caseload of June');
  await choose(page, ['families.csv', 'offense.csv']);
  // because the browser's own window counts as open until it is answered in a way that only a person can
  await field(page, 'Files').setInputFiles(
    ['members.csv', 'offence.csv'].map((name) => path.join(folder, name)),
  );
  await press(page, button(page, 'Remove offense.csv'));
  await expect(field(page, 'Files')).toBeFocused();
  await press(page, button(page, 'Upload'));
  await expect(title(page, 'Caseload of June')).toBeFocused();
  await expect(state(page)).toHaveText('Rows to mend');
  await expect(page.getByText('2 things are wrong, and 2 families are held aside')).toBeVisible();
  const files = page.getByRole('region', { name: 'Files of the upload' });
  await expect(files.getByRole('row', { name: /^offence\.csv/ })).toHaveText(/2UTF-8SemicolonDay first/);
  await clean(page);
  await narrow(page);

  const member = row(page, 'members.csv, row 3');
  await expect(member).toContainText('No role is named chidl');
  await press(page, button(member, 'Use child for role in row 3'));
  await expect(field(member, 'role')).toBeFocused();
  await expect(field(member, 'role')).toHaveValue('child');
  await press(page, button(page, 'Send 1 changed row of Family F-2'));
  await expect(told(page, '1 row was sent again. 1 family is still held aside.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rows to mend' })).toBeFocused();
  await expect(member).toBeHidden();

  const offence = row(page, 'offence.csv, row 3');
  await typeOver(page, field(offence, 'on'), '32/12/2012');
  await press(page, button(page, 'Send 1 changed row of Family F-3'));
  await expect(offence).toContainText('2012-12-32');
  await expect(state(page)).toHaveText('Rows to mend');
  await typeOver(page, field(offence, 'on'), '13/12/2012');
  await press(page, button(page, 'Send 1 changed row of Family F-3'));
  await expect(told(page, 'Nothing is held aside any more: the cohort is whole.')).toBeVisible();
  await expect(state(page)).toHaveText('Whole');
  await expect(title(page, 'Caseload of June')).toBeFocused();
  await expect(
    page.getByRole('region', { name: 'By type of record' }).getByRole('row', { name: /^Offences/ }),
  ).toContainText('67 %');
  await expect(page.getByRole('definition').filter({ hasText: 'sha256:' })).toBeVisible();
  await clean(page);
});

test('a row that is missing is added, a family is left out, and two people do not mend the same unseen', async ({
  page,
  browser,
  started,
}) => {
  writeFileSync(
    path.join(folder, 'claims.csv'),
    'family,programme,phase,payment,on,pence\nF-9,x,1,y,1/1/2013,100\n',
  );
  await signIn(page, 'ada', '/cohorts/add');
  await field(page, 'Name of the cohort').fill('Lacking');
  await field(page, 'Files').setInputFiles(
    ['families.csv', 'members.csv', 'claims.csv'].map((name) => path.join(folder, name)),
  );
  await button(page, 'Upload').click();
  await expect(state(page)).toHaveText('Rows to mend');
  const lacking = page.getByRole('region', { name: 'Family F-9' });
  await expect(lacking).toContainText('No row of families is of F-9');
  await lacking.getByText('Add a row that is missing').click();
  await button(lacking, 'Add a row').click();
  const added = lacking.getByRole('group', { name: 'A row of families that is added' });
  await expect(field(added, 'family')).toHaveValue('F-9');
  await field(added, 'localAuthority').fill('Harrow');

  const other = await browser.newPage({ baseURL: started.address });
  await signIn(other, 'ada', new URL(page.url()).pathname);
  await button(other, 'Leave family F-2 out').click();
  await button(other, 'Yes, leave it out').click();
  await expect(told(other, '1 family was left out. 1 family is still held aside.')).toBeVisible();
  await other.close();

  await button(page, 'Send 1 changed row of Family F-9').click();
  await expect(told(page, 'Somebody else mended rows of this cohort meanwhile')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Family F-2' })).toBeHidden();
  await expect(field(added, 'localAuthority')).toHaveValue('Harrow');
  await button(page, 'Send 1 changed row of Family F-9').click();
  await expect(lacking).toContainText('A family must have at least one member');
  await lacking.getByText('Add a row that is missing').click();
  await field(lacking, 'Table of the row').selectOption('members');
  await button(lacking, 'Add a row').click();
  const child = lacking.getByRole('group', { name: 'A row of members that is added' });
  await field(child, 'id').fill('m1');
  await field(child, 'role').fill('child');
  await button(page, 'Send 1 changed row of Family F-9').click();
  await expect(told(page, 'the cohort is whole')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '2 rows' })).toBeVisible();
});

test('a synthetic cohort is made, and purged, by keyboard alone', async ({ page }) => {
  await signIn(page, 'ada', '/cohorts');
  await press(page, page.getByRole('link', { name: 'Make a synthetic cohort' }));
  await expect(title(page, 'Make a synthetic cohort')).toBeFocused();
  await typeInto(page, field(page, 'Name of the cohort'), 'At the edges');
  await typeOver(page, field(page, 'How many families'), '0');
  await press(page, page.getByText('How often things happen'));
  await typeInto(page, field(page, 'Families of which some records are missing'), '120');
  await page.keyboard.press('Enter');
  await expect(summary(page).getByRole('link')).toHaveText([
    'Enter how many families, from 1 to 200,000',
    'Enter a percentage from 0 to 100',
  ]);
  await clean(page);
  await narrow(page);
  await press(page, summary(page).getByRole('link').first());
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1350');
  await typeOver(page, field(page, 'Families of which some records are missing'), '0');
  await page.keyboard.press('Enter');
  await expect(title(page, 'At the edges')).toBeFocused(opening);
  await expect(page.getByText(/^1,350 families with /)).toBeVisible();
  await clean(page);
  await narrow(page);

  await press(page, button(page, 'Purge this cohort'));
  await expect(page.getByRole('group', { name: /1,350 families are deleted for good/ })).toBeFocused();
  await press(page, button(page, 'Yes, delete it'));
  await expect(state(page)).toHaveText('Purged');
  await expect(title(page, 'At the edges')).toBeFocused();
  await press(page, page.getByRole('link', { name: 'Cohorts', exact: true }).last());
  await expect(page.getByRole('listitem').filter({ hasText: 'At the edges' })).toContainText('Purged');
});

test('whoever may only read cohorts is offered nothing that changes one', async ({ page }) => {
  await signIn(page, 'mary', '/cohorts');
  await expect(page.getByRole('link', { name: 'Caseload of June' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Upload families' })).toBeHidden();
  await page.getByRole('link', { name: 'Caseload of June' }).first().click();
  await expect(state(page)).toHaveText('Whole');
  await expect(page.getByRole('heading', { name: 'Remove it' })).toBeHidden();
  await page.goto('/cohorts/no-such-one');
  await expect(page.getByRole('alert')).toContainText('There is no such cohort');
  await clean(page);
});
