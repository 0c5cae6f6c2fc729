import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../server/setup/ensure.mjs';
import { clean } from './clean.ts';
import { button, choose, field, narrow, test, title } from './drafting.ts';
import { pageOf, signIn } from './governors.ts';
import { press, tabTo, typeDay, typeInto, typeOver } from './keyboard.ts';

test.describe.configure({ mode: 'serial' });

type Family = Readonly<Record<string, unknown>>;

/** A family with the fee and the results of phase 1 met in February 2015, as the cases have it. */
function metFamily(id: string, child: string): Family {
  const text = readFileSync(path.join(root, 'rulesets/england/phase-1/1.0.0.cases.json'), 'utf8');
  const { families } = JSON.parse(text) as { readonly families: Readonly<Record<string, Family>> };
  const family = families['results'] ?? {};
  const members = (family['members'] as Family[]).map((member) =>
    member['role'] === 'child' ? { ...member, personRef: child } : member,
  );
  return { ...family, id, members, claims: [] };
}

/** Uploads a cohort over the API, by whoever is signed in. */
async function upload(page: Page, name: string, families: readonly Family[]) {
  const status = await page.evaluate(
    async ([cohort, body]) => {
      const headers = { 'Content-Type': 'application/x-ndjson' };
      const to = `/api/v1/cohorts?title=${encodeURIComponent(cohort ?? '')}`;
      return (await fetch(to, { method: 'POST', headers, body: body ?? '' })).status;
    },
    [name, families.map((one) => JSON.stringify(one)).join('\n')],
  );
  expect(status).toBeLessThan(300);
}

const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const state = (page: Page) => page.getByRole('main').locator('strong').first();
const open = (page: Page) => press(page, page.getByRole('link', { name: 'Winter claims' }));

test('a run is begun over a cohort and proposes what is due, by keyboard alone', async ({ page }) => {
  await signIn(page, 'beatrice');
  await press(page, page.getByRole('link', { name: 'Claims', exact: true }));
  await expect(title(page, 'Claims')).toBeFocused();
  await expect(page.getByText('No run has been begun yet.')).toBeVisible();
  await expect(page.getByText('Nothing has been claimed yet.')).toBeVisible();
  await clean(page);
  await upload(page, 'Caseload of winter', [
    metFamily('F-1', 'child-1'),
    metFamily('F-2', 'child-2'),
    // because another family with the same child has a result claimed for it
    metFamily('F-3', 'child-1'),
    { ...metFamily('F-4', 'child-4'), attachedOn: null },
  ]);
  await press(page, page.getByRole('link', { name: 'Begin a claim run' }));
  await press(page, button(page, 'Begin'));
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([
    /Enter what the run is called/i,
    /Choose a version/i,
    /Choose a cohort/i,
    /Enter a day that there is/i,
  ]);
  await clean(page);
  await narrow(page);
  await typeInto(page, field(page, 'Name of the run'), 'Winter claims');
  await choose(page, field(page, 'Version'), 'phase-1 1.0.0');
  await choose(page, field(page, 'Cohort'), 'Caseload of winter');
  await typeDay(page, page.getByRole('group', { name: 'Day of the claims' }), '2 4 2015');
  await press(page, button(page, 'Begin'));
  await expect(summary).toContainText('No claim is taken on that day');
  const month = page.getByRole('group', { name: 'Day of the claims' }).getByLabel('Month');
  await tabTo(page, month);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await press(page, button(page, 'Begin'));
  await expect(title(page, 'Winter claims')).toBeFocused();
  await expect(state(page)).toHaveText('Being proposed');
  await press(page, button(page, 'Propose'));
  await expect(state(page)).toHaveText('To be audited');
  const claims = page.getByRole('region', { name: 'Claims', exact: true });
  // a fee for each of three families, and two results for each of two: the third is held back
  await expect(claims.getByRole('row')).toHaveCount(1 + 7);
  await expect(claims.getByRole('row', { name: /Family F-1 Result crime education/ })).toContainText('£700');
  await expect(page.getByRole('region', { name: 'Held back' })).toContainText('with the same child');
  await clean(page);
  await narrow(page);
});

test('what stands in the way is looked at, and said to be another family', async ({ page }) => {
  await signIn(page, 'beatrice', '/claims');
  await open(page);
  const held = page.getByRole('region', { name: 'Held back' });
  await expect(held.getByRole('heading', { level: 3 })).toHaveText(['Family F-3']);
  await press(page, held.getByText('It is another family (F-3)'));
  await press(page, button(held, 'It is another family'));
  await expect(held.getByRole('alert')).toContainText('Say how you know');
  await typeInto(page, field(page, 'How do you know?'), 'The child lives in two households');
  await press(page, button(held, 'It is another family'));
  await expect(told(page, 'no longer count against it')).toBeVisible();
  await expect(held).toContainText('A person has found since that it is another family');
});

test('somebody else draws the sample and judges it, and the run is submitted', async ({ page }) => {
  await signIn(page, 'harriet', '/claims');
  await open(page);
  await expect(page.getByText('It can be submitted once a sample is drawn and judged.')).toBeVisible();
  const percent = field(page, 'Percentage');
  await tabTo(page, percent);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('100');
  await press(page, button(page, 'Add a risk'));
  await press(page, button(page, 'Draw the sample'));
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([/Choose a part of the rules, or remove the row/i]);
  await clean(page);
  await press(page, summary.getByRole('link'));
  await choose(page, field(page, 'Part of the rules'), 'Eligibility');
  await typeOver(page, field(page, 'Weight added'), '4');
  await press(page, button(page, 'Draw the sample'));
  await expect(told(page, '7 claims were drawn.')).toBeVisible();
  const audit = page.getByRole('region', { name: 'Audit sample' });
  await expect(audit).toContainText('4 added: 7 claims have this');
  await expect(audit.getByText('weighed 5')).toHaveCount(7);
  await clean(page);
  await narrow(page);
  const claim = audit
    .getByRole('listitem')
    .filter({ hasText: 'It does not hold: Family F-1, Result progress to work' });
  await press(page, claim.getByText(/^It does not hold/));
  await typeInto(page, field(claim, 'What does not hold?'), 'No proof of attachment');
  await press(page, button(claim, 'Withdraw this claim'));
  await expect(told(page, 'withdrawn')).toBeVisible();
  const holds = audit.getByRole('button', { name: /^The evidence holds/ });
  for (let left = 6; left > 0; left -= 1) {
    await expect(holds).toHaveCount(left);
    await press(page, holds.first());
  }
  await expect(holds).toHaveCount(0);
  await expect(page.getByText('6 claims for', { exact: false }).first()).toBeVisible();
  await press(page, button(page, 'Submit the run'));
  await expect(told(page, 'The run was submitted.')).toBeVisible();
  await expect(state(page)).toHaveText('Submitted');
  await clean(page);
});

test('a claim is paid, and never for more than it is of; sums and windows say so', async ({ page }) => {
  await signIn(page, 'harriet', '/claims');
  await open(page);
  const first = page
    .getByRole('region', { name: 'Claims', exact: true })
    .getByRole('row', { name: /Result crime education.*Submitted/ })
    .first();
  await press(page, first.getByRole('link').first());
  await expect(title(page, 'Result crime education')).toBeFocused();
  await clean(page);
  await choose(page, field(page, 'What happened'), 'Paid');
  await typeDay(page, page.getByRole('group', { name: 'On', exact: true }), '20 2 2015');
  await typeInto(page, field(page, 'Amount'), '700.01');
  await press(page, button(page, 'Write it down'));
  await expect(page.getByRole('alert').first()).toContainText(
    '£700.01 would then be paid, and £700 was claimed',
  );
  await tabTo(page, field(page, 'Amount'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('700');
  await press(page, button(page, 'Write it down'));
  await expect(state(page)).toHaveText('Paid');
  await expect(page.getByRole('region', { name: 'What became of it', exact: true })).toContainText(
    'Paid, £700',
  );
  await narrow(page);
  await press(page, page.getByRole('navigation', { name: 'Above this page' }).getByRole('link'));
  await expect(page.getByRole('region', { name: 'What claims come to' })).toContainText('£700 was paid');
  await clean(page);
  await narrow(page);
  await press(page, page.getByRole('link', { name: 'Claim windows' }));
  await expect(page.getByRole('row', { name: /^October 2013/ })).toContainText('Sourced');
  await clean(page);
  await narrow(page);
});

test('a statement is held against the claims, and what was paid as claimed is written down', async ({
  page,
  browser,
  started,
}) => {
  const hers = await pageOf(browser, started, 'beatrice');
  await hers.goto('/claims');
  const begun = await hers.evaluate(async () => {
    const asked = { title: 'Later claims', ruleset: { id: 'phase-1', version: '1.0.0' }, asOf: '2015-02-03' };
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch('/api/v1/claim-runs', { method: 'POST', headers, body: JSON.stringify(asked) }))
      .status;
  });
  expect(begun).toBe(201);
  await hers.close();
  await signIn(page, 'harriet', '/claims');
  await press(page, page.getByRole('link', { name: 'Reconcile claims' }));
  await expect(title(page, 'Reconcile claims')).toBeFocused();
  await press(page, button(page, 'Reconcile'));
  const found = page.getByRole('region', { name: 'Claims beside payments' });
  await expect(found).toContainText('what the ledger has as paid');
  await clean(page);
  await narrow(page);
  const statement = (text: string) => ({
    name: 'statement.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  // because the browser's own window for files can only be answered by a person
  const choosing = field(page, 'Statement of payments');
  await choosing.setInputFiles(statement('claim,pounds,on\nc-1,nothing,20/2/2015\n'));
  await press(page, button(page, 'Reconcile'));
  await expect(page.getByRole('region', { name: 'What is wrong with the statement' })).toContainText(
    'Line 2: nothing is no amount above nothing',
  );
  await clean(page);
  const lines = [
    'family,payment,pounds,on',
    'F-2,attachment-fee,"3,200",20/2/2015',
    'F-3,attachment-fee,2400,20/2/2015',
    'F-9,attachment-fee,3200,20/2/2015',
  ];
  await choosing.setInputFiles(statement(lines.join('\n')));
  await press(page, button(page, 'Reconcile'));
  const rows = page.getByRole('region', { name: 'Line by line' });
  await expect(rows.getByRole('row', { name: /Family F-3, Attachment fee/ }).first()).toContainText(
    'Paid at the rate of another year than that of attachment',
  );
  await expect(rows.getByRole('row', { name: /^Family F-9, Attachment fee: no claim/ })).toContainText(
    'Paid, and nobody claimed it',
  );
  await clean(page);
  await narrow(page);
  const downloading = page.waitForEvent('download');
  await press(page, button(page, 'Download every line as CSV'));
  expect((await downloading).suggestedFilename()).toBe('reconciliation.csv');
  // because Tab leads on, and the form stands before
  await page.reload();
  await choose(page, field(page, 'Which claims'), 'Later claims');
  await choosing.setInputFiles(statement(lines.join('\n')));
  await press(page, button(page, 'Reconcile'));
  await expect(found).toContainText('2 rows of the statement are for claims of other runs, £5,600 in all.');
  await expect(rows.getByRole('row', { name: /^Family F-9, Attachment fee: no claim/ })).toHaveCount(1);
  await expect(button(page, 'Write them down')).toHaveCount(0);
  await clean(page);
  await narrow(page);
  await page.reload();
  await choosing.setInputFiles(statement(lines.join('\n')));
  await press(page, button(page, 'Reconcile'));
  await typeDay(page, page.getByRole('group', { name: 'Paid on' }), '20 2 2015');
  await press(page, button(page, 'Write them down'));
  await expect(told(page, '1 payment was written down.')).toBeVisible();
  await expect(button(page, 'Write them down')).toHaveCount(0);
  await expect(found).toBeVisible();
});

test('a claim window is put in force by keyboard, corrected, and the one that it replaced is told', async ({
  page,
  browser,
  started,
}) => {
  const put = (on: Page) => on.getByRole('heading', { name: 'Put a claim window in force' });
  const hers = await pageOf(browser, started, 'beatrice');
  await hers.goto('/claims/windows');
  await expect(hers.getByRole('row', { name: /^October 2013/ })).toBeVisible();
  await expect(put(hers)).toHaveCount(0);
  await hers.close();
  await signIn(page, 'harriet', '/claims/windows');
  await expect(put(page)).toBeVisible();
  await press(page, button(page, 'Put it in force'));
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([
    /Enter what the window is called/i,
    /Enter a number from 1 to 99/i,
    /Enter a day that there is/i,
    /Enter a day that there is/i,
    /Choose how sure it is/i,
    /Enter what says so/i,
  ]);
  await clean(page);
  await press(page, summary.getByRole('link').first());
  const [first, last] = ['First day', 'Last day'].map((name) => page.getByRole('group', { name }));
  await typeInto(page, field(page, 'Name'), 'April 2014');
  await typeInto(page, field(page, 'Phase'), '1');
  if (first === undefined || last === undefined) throw new Error('both are there');
  await typeDay(page, first, '1 4 2014');
  await typeDay(page, last, '31 3 2014');
  await typeInto(page, field(page, 'Source'), 'Letter of March 2014');
  await tabTo(page, field(page, 'Standing'));
  await page.keyboard.type('Sourced');
  await press(page, button(page, 'Put it in force'));
  await expect(summary.getByRole('link')).toHaveText([/Enter a day that is not before the first/i]);
  await press(page, summary.getByRole('link').first());
  const lastDay = async (day: string, month: string) => {
    await typeOver(page, last.getByLabel('Day'), day);
    await typeOver(page, last.getByLabel('Month'), month);
  };
  await lastDay('1', '5');
  await press(page, button(page, 'Put it in force'));
  await expect(summary.getByRole('link')).toHaveText([/takes claims until .*, and .*may-2014.* opens on/i]);
  await press(page, summary.getByRole('link').first());
  await lastDay('30', '4');
  await press(page, button(page, 'Put it in force'));
  await expect(told(page, 'April 2014 is in force.')).toBeVisible();
  const rows = page.getByRole('row', { name: /^April 2014/ });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('30 April 2014');
  await clean(page);

  await page.reload();
  await tabTo(page, field(page, 'In place of'));
  await page.keyboard.type('April 2014');
  await expect(field(page, 'Name')).toHaveValue('April 2014');
  await expect(field(page, 'Source')).toHaveValue('Letter of March 2014');
  await typeOver(page, last.getByLabel('Day'), '9');
  await press(page, button(page, 'Put it in force'));
  await expect(told(page, 'April 2014 is in force.')).toBeVisible();
  const replaced = page.getByRole('table', { name: 'Replaced windows' });
  await expect(replaced.getByRole('row', { name: /^April 2014/ })).toContainText('by Harriet Martineau');
  await expect(rows.first()).toContainText('9 April 2014');
  await clean(page);
  await narrow(page);
});
