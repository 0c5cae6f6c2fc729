import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, button, choose, field, narrow, test, title } from './drafting.ts';
import { pageOf, signIn } from './governors.ts';
import { pastTheKeyboard, press, typeDay, typeInto } from './keyboard.ts';
import { opening } from './trial.ts';

test.describe.configure({ timeout: 240_000 });

const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** Absence is persistent from 10 % in a draft, and whichever cases say otherwise are taken out of it. */
async function tenPercent(page: Page, draft: string) {
  const path = `/api/v1${draft}`;
  const held = (await (await page.request.get(path)).json()) as { document: string; cases: string };
  const document = held.document.replace(
    /(?<before>"absence-threshold": \{[^}]*?"value": )15/,
    '$<before>10',
  );
  const put = (over: number, cases: string) =>
    page.request.put(path, {
      headers: { ...sameOrigin, 'if-match': `"${String(over)}"` },
      data: { document, cases },
    });
  expect((await put(1, held.cases)).status()).toBe(200);
  const checks = (await (await page.request.get(`${path}/checks`)).json()) as {
    cases: { id: string; passed: boolean }[];
  };
  const failing = new Set(checks.cases.filter(({ passed }) => !passed).map(({ id }) => id));
  const file = JSON.parse(held.cases) as { cases: { id: string }[] };
  const cases = JSON.stringify({ ...file, cases: file.cases.filter(({ id }) => !failing.has(id)) });
  expect((await put(2, cases)).status()).toBe(200);
}

test('an author states a band, the server finds more, and the approver says why it is approved all the same, by keyboard alone', async ({
  page,
  browser,
  started,
}) => {
  const hers = await pageOf(browser, started, 'ada');
  await hers.goto('/cohorts/make');
  await field(hers, 'Name of the cohort').fill('Autumn');
  await field(hers, 'How many families').fill('1350');
  await hers.keyboard.press('Enter');
  await expect(title(hers, 'Autumn')).toBeVisible({ timeout: 90_000 });
  await hers.close();

  await signIn(page, 'mary');
  const draft = await begin(page, { version: { id: 'phase-2', version: '1.0.0' } });
  await tenPercent(page, draft);
  const past = await pastTheKeyboard(page);
  await page.goto(`${draft}/review`);
  await expect(field(page, 'Number of the version')).toBeVisible({ timeout: 60_000 });
  await typeInto(page, page.getByLabel('What do you expect it to change?'), 'A few more by absence');
  await press(page, page.getByText('In numbers, over a cohort (optional)'));
  await typeInto(page, field(page, 'More families eligible: the least'), '0');
  await typeInto(page, field(page, 'More families eligible: the most'), '2');
  await press(page, button(page, 'Submit'));
  await expect(page.getByRole('alert')).toContainText('Choose the cohort that the numbers are of');
  await choose(page, field(page, 'Cohort'), 'Autumn');
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 12 2016');
  await clean(page);
  await narrow(page);
  await press(page, button(page, 'Submit'));
  await expect(page.getByText(/^Submitted by Mary Somerville/)).toBeVisible({ timeout: 60_000 });

  const approver = await pageOf(browser, started, 'octavia');
  const pastHers = await pastTheKeyboard(approver);
  await approver.goto(`${draft}/review`);
  const found = approver.getByRole('region', { name: /^What is expected and what was found/ });
  await expect(found).toBeVisible(opening);
  const outside = 'What was found is outside what the author expects. To approve it takes a reason.';
  await expect(approver.getByText(outside)).toBeVisible({ timeout: 90_000 });
  await expect(found.getByRole('row', { name: /^Families eligible/ })).toHaveText(/0 to \+2\s*\+3\s*No$/);
  await expect(found.getByRole('row', { name: /^Pounds due/ })).toHaveText(/Not stated\s*\+£3,000\s*$/);
  await clean(approver);
  await narrow(approver);
  await press(approver, button(approver, 'Approve'));
  await expect(approver.getByRole('alert')).toContainText('Say why it is approved all the same');
  await typeInto(approver, field(approver, 'Why is it approved all the same?'), 'The third was overlooked');
  await press(approver, button(approver, 'Approve'));
  await expect(approver.getByText(/^Approved by Octavia Hill/)).toContainText(
    'although the effect is outside what the author expects. The third was overlooked',
  );
  await press(approver, approver.getByRole('link', { name: /^The comparison: which families/ }));
  await expect(approver.getByText(/3 become eligible and none stops being so/)).toBeVisible();
  expect([...past, ...pastHers]).toEqual([]);
  await approver.close();
});
