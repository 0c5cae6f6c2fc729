import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { button, field, narrow, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { press, typeOver } from './keyboard.ts';

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
    '£17,500 (25 of 31)',
  );
  await expect(page.getByText('Of the claims 5 of 6 are funded.').first()).toBeVisible();
  const earlier = page.getByRole('region', { name: 'The same families, shared otherwise' });
  await expect(earlier).toContainText('Thriving Families 420 of 500, External partners 280');
  await expect(earlier).toContainText('External partners: 186 families beyond what is commissioned');
  await expect(page.getByRole('region', { name: 'What it comes to' })).toContainText(
    'first three columns blank',
  );
  for (const [name, first] of [
    ['Download by column as CSV', 'column,engaged,'],
    ['Download by claim window as CSV', 'window,opens,'],
  ] as const)
    expect(await downloaded(page, name)).toContain(first);
  await expect(windows.getByRole('row', { name: /^In no window/ })).toContainText('–');
  await clean(page);
  await narrow(page);
});

/** What is saved by a button. */
async function downloaded(page: Page, name: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, button(page, name))]);
  return readFile(await saved.path(), 'utf8');
}

test('a schedule is changed in the page and worked out again, and nothing of it is lost where that is refused', async ({
  page,
}) => {
  await signIn(page, 'mary', '/programme');
  await press(page, button(page, 'Use Hertfordshire’s schedule'));
  const found = page.getByRole('region', { name: 'What it comes to' });
  await expect(found.getByRole('status')).toContainText('Most at once is 700 families, in June 2014');
  await press(page, page.getByText('Change it', { exact: true }));
  await clean(page);
  await narrow(page);
  await typeOver(page, field(page, 'June 2014'), '300');
  await press(page, button(page, 'Work it out again'));
  await expect(found.getByRole('status')).toContainText('Most at once is 772 families, in June 2014');
  await typeOver(page, field(page, 'June 2014'), '1.5');
  await press(page, button(page, 'Work it out again'));
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([/enter a whole number, such as 39/i]);
  await typeOver(page, field(page, 'June 2014'), '228');
  await typeOver(page, field(page, 'Columns until a family leaves'), '0');
  await press(page, button(page, 'Work it out again'));
  await expect(summary.getByRole('link')).toHaveText(['0 is not more than 0']);
  await expect(found.getByRole('status')).toContainText('772 families');
  await clean(page);
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
  const wrong = page.getByRole('region', { name: 'What is wrong with it' });
  await expect(wrong).toContainText('/columns/0/engaged: -1 is less than 0');
  await expect(page.getByRole('alert')).toContainText(/the file is not written as a schedule is/i);
  await clean(page);
  await field(page, 'Schedule').setInputFiles(file('columns'));
  await press(page, button(page, 'Work it out'));
  await expect(page.getByRole('alert')).toContainText(/the file is not a JSON document/i);
  await expect(wrong).toHaveCount(0);
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
    '624 (Thriving Families, report to the Health and Wellbeing Board, 5.1.1) or 650',
  );
  await expect(targets.getByRole('row', { name: /^Results to be claimed/ })).toContainText(
    '135 (10 % of 1,350)',
  );
  await expect(targets.getByRole('row', { name: /as the government expects/ })).toContainText(
    '270 (a third of 810) or 225 (a third of 675)',
  );
  const chart = page.getByRole('figure', { name: 'Chart of families against targets' });
  await expect(chart.getByRole('region', { name: 'Cambridgeshire' })).toContainText('721: 90 % of 805');
  await expect(chart.getByRole('region', { name: 'Harrow' })).toContainText('Not known, of 150 expected');
  const from = page.getByRole('region', { name: 'Where each number of a target is from' });
  await expect(from.getByRole('row', { name: /670\.53/ })).toContainText(
    '93 % of 721 (Together for Families update, 3.1)',
  );
  await expect(from).toContainText('The source says about so many per cent, and counts no families.');
  const money = page.getByRole('region', { name: 'Funding and shares' });
  await expect(money.getByRole('row', { name: /Harrow In all/ })).toContainText('£535,000');
  await expect(money).toContainText('Government, 40 % of £10,000');
  const released = page.getByRole('region', { name: 'Release of fees by performance' });
  await expect(released.getByRole('row', { name: /Attachment fees.*Harrow 75 % or more all/ })).toContainText(
    'Not known: the performance is not',
  );
  await expect(
    released.getByRole('row', { name: /Attachment fees.*Hertfordshire 75 % or more all/ }),
  ).toContainText('Yes, at 95 %');
  const allowances = page.getByRole('region', { name: 'Allowances outside the payments' });
  await expect(allowances.getByRole('row', { name: /Cambridgeshire/ })).toContainText('£2,163,000');
  expect(await downloaded(page, 'Download as CSV')).toContain('10/100 of 1350');
  await clean(page);
  await narrow(page);
  await press(page, page.getByRole('navigation', { name: 'Above this page' }).getByRole('link'));
  await press(page, page.getByRole('link', { name: 'What a family cost' }));
  await press(page, button(page, 'Use Family E of Hertfordshire’s report'));
  await expect(page.getByText('the source prints £42,999, apart by £3: both stand.')).toBeVisible();
  await expect(page.getByText('Saved, gross: £32,194 by items, and £32,191 as printed.')).toBeVisible();
  await expect(page.getByText('Prices are those of 2013, as printed.')).toBeVisible();
  const bears = page.getByRole('region', { name: 'Six months before, by who bears it' });
  await expect(bears.getByRole('row')).not.toHaveCount(1);
  const year = conflicts.getByRole('row', { name: /^What a family of this programme/ });
  await expect(year).toContainText('£75,000 a family (oxfordshire, 15) or £162,000 a family');
  await expect(year).toContainText('£87,000');
  await expect(year).toContainText('Found of 43 families with high levels of need');
  await expect(conflicts.getByRole('row', { name: /^What a troubled family costs/ })).toContainText(
    '£10,000 a family (oxfordshire-guide, Funding) or £75,000 a family, shared by 120,000 families',
  );
  await clean(page);
  await narrow(page);
});

test('costs that an index makes the prices of one year stand beside what they are as printed', async ({
  page,
}) => {
  await signIn(page, 'mary', '/programme/costs');
  const example = async (name: string) => {
    const answer = await page.request.get(`/api/v1/examples/${name}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const index = { title: 'A made-up index', values: { '2013': 1000, '2015': 1025 } };
  const sheet = { ...(await example('family-e')), uprated: { to: '2015', by: index } };
  const sent = JSON.stringify({ unitCosts: await example('unit-costs'), sheet });
  await field(page, 'Unit costs and cost sheet').setInputFiles({
    ...{ name: 'sheet.json', mimeType: 'application/json', buffer: Buffer.from(sent) },
  });
  await press(page, button(page, 'Work it out'));
  await expect(page.getByText(/^Every cost is made the prices of 2015 by an index, A made-up/)).toBeVisible();
  const after = page.getByRole('region', { name: 'Six months after', exact: true });
  for (const head of ['As printed', 'In prices of 2015'])
    await expect(after.getByRole('columnheader', { name: head })).toBeVisible();
  await expect(page.getByText('£4,715 by its items')).toBeVisible();
  await clean(page);
  await narrow(page);
});

test('costs are counted from a family’s records, with what is not known', async ({ page }) => {
  await signIn(page, 'mary', '/programme/costs');
  await press(page, button(page, 'Use a made-up family and its records'));
  const before = page.getByRole('region', { name: 'Six months before', exact: true });
  const missed = before.getByRole('row', { name: /^Sessions missed without leave/ });
  await expect(missed).toContainText('At least 22 × session at £10');
  await press(page, missed.locator('summary'));
  await expect(missed).toContainText('m2 in autumn term 2012/13: 22');
  await expect(missed).toContainText('There may be more: attendance records of m2: missing for summer term');
  await expect(before.getByRole('row', { name: /^Jobseeker/ })).toContainText('183/7 × week at £70');
  await expect(page.getByText('At least £15,282.86 by its items.')).toBeVisible();
  await expect(page.getByText('The records come to 1 × call-out, £50, which is not added.')).toBeVisible();
  await expect(page.getByText(/^Arrests: nothing is known of arrests of m1/).first()).toBeVisible();
  await expect(page.getByText('Known to be none: Domestic incidents').first()).toBeVisible();
  await expect(page.getByText(/^Saved, gross: .* or more or less: some records are not known/)).toBeVisible();
  await clean(page);
  await narrow(page);
});

test('a family of one’s own is given beside the sheet, with the day its records are seen on', async ({
  page,
}) => {
  await signIn(page, 'mary', '/programme/costs');
  const example = async (name: string) => {
    const answer = await page.request.get(`/api/v1/examples/${name}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const file = (name: string, document: unknown) => ({
    ...{ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) },
  });
  const [unitCosts, sheet, family] = [
    await example('counted-costs'),
    await example('counted-sheet'),
    await example('family'),
  ];
  await field(page, 'Unit costs and cost sheet').setInputFiles(file('sheet.json', { unitCosts, sheet }));
  await field(page, 'Family, where its records are counted').setInputFiles(file('family.json', family));
  await press(page, button(page, 'Work it out'));
  const wrong = page.getByRole('region', { name: 'What is wrong with it' });
  await expect(wrong).toContainText('/asOf');
  await clean(page);
  for (const [part, text] of [
    ['Day', '1'],
    ['Month', '10'],
    ['Year', '2013'],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(text);
  await press(page, button(page, 'Work it out'));
  await expect(page.getByText('With the records of F-001, as seen on 1 October 2013.')).toBeVisible();
  await expect(page.getByText('At least £15,282.86 by its items.')).toBeVisible();
  await clean(page);
});

test('a published programme has an address, and a draft of it is begun, mended as JSON and submitted', async ({
  page,
}) => {
  await signIn(page, 'mary', '/programme/targets');
  await press(page, page.getByRole('link', { name: 'Targets and funding of four authorities in Phase 1' }));
  await expect(page).toHaveURL(/programme=councils-phase-1$/);
  const targets = page.getByRole('region', { name: 'Targets', exact: true });
  await expect(targets.getByRole('row', { name: /^Families engaged by the middle/ })).toContainText('92 %');
  await clean(page);
  await narrow(page);
  await press(page, button(page, 'Make a draft from councils-phase-1'));
  await expect(title(page, 'Overview')).toBeVisible();
  await expect(page.getByText('Made from councils-phase-1')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'JSON' }));
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Review and release' }));
  await expect(page.getByText('It is not put in words')).toBeVisible();
  await clean(page);
  await press(page, button(page, 'Submit'));
  await expect(page.getByText('Submitted', { exact: false }).first()).toBeVisible();
});

test('published unit costs stand in place of some in the file', async ({ page }) => {
  await signIn(page, 'mary', '/programme/costs');
  const published = page.getByRole('region', { name: 'Published unit costs' });
  await expect(published.getByRole('row', { name: /Hertfordshire/ })).toContainText('1.0.0');
  await page.getByLabel('Unit costs', { exact: true }).selectOption('hertfordshire@1.0.0');
  const sheet = await (await page.request.get('/api/v1/examples/family-e')).body();
  await field(page, 'Unit costs and cost sheet').setInputFiles({
    ...{ name: 'family-e.json', mimeType: 'application/json', buffer: sheet },
  });
  await press(page, button(page, 'Work it out'));
  await expect(page.getByText('Saved, gross: £32,194 by items, and £32,191 as printed.')).toBeVisible();
  await clean(page);
  await narrow(page);
});

test('new unit costs begin with what can be submitted', async ({ page }) => {
  await signIn(page, 'mary', '/drafts');
  await press(page, page.getByRole('link', { name: 'New unit costs' }));
  await field(page, 'What is it called?').fill('Unit costs of the county');
  await field(page, 'Short name').fill('county-costs');
  await field(page, 'Whose is it?').fill('England');
  await press(page, button(page, 'Begin the draft'));
  await expect(title(page, 'Overview')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The unit costs' })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'JSON' }));
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
  await clean(page);
});
