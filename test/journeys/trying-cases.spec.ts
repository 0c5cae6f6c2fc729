import { expect } from '@playwright/test';
import { addGovernors, pageOf } from './governors.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';
import { missing, opening } from './trial.ts';

/** On a server of its own, with people of every role that governs. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker' },
  ],
});

const headers = { 'sec-fetch-site': 'same-origin' };
const password = 'a long walk in the park';

test('what a policy lead has tried is saved as a case of a draft of the same ruleset', async ({
  browser,
  started,
}) => {
  test.slow();
  const page = await pageOf(browser, started, 'mary');
  const begun = await page.request.post('/api/v1/drafts', {
    headers,
    data: { version: { id: 'phase-1', version: '1.0.0' } },
  });
  const { id } = (await begun.json()) as { id: string };
  await page.goto('/try');
  await page.getByRole('button', { name: 'Use the example family' }).click();
  await expect(missing(page)).toContainText('term-attendance', opening);
  await page.getByRole('button', { name: 'Save as a case' }).click();
  await expect(page.getByRole('alert')).toContainText('Say in a sentence what the case shows');
  await page.getByLabel('What the case shows').fill('A fee that was claimed before is not due again');
  await page.getByRole('button', { name: 'Save as a case' }).click();
  await expect(page.getByText('Saved in the draft as the case')).toContainText(
    'a-fee-that-was-claimed-before-is-not-due-again',
  );
  const checks = await page.request.get(`/api/v1/drafts/${id}/checks`);
  const { cases } = (await checks.json()) as { cases: { name: string; passed: boolean }[] };
  expect(cases.at(-1)).toMatchObject({
    name: 'A fee that was claimed before is not due again',
    passed: true,
  });
});

test('whoever may not have families decided can try them, and the server is not asked', async ({
  browser,
  started,
}) => {
  test.slow();
  const ada = await pageOf(browser, started, 'ada');
  const post = async (path: string, data: unknown) =>
    (await (await ada.request.post(`/api/v1${path}`, { headers, data })).json()) as Record<string, string>;
  const rosa = { name: 'Rosa May Billinghurst', email: 'rosa@example.org', roles: ['releaser'] };
  const { id = '' } = await post('/people', rosa);
  const { link = '' } = await post(`/people/${id}/password-link`, {});
  await post('/passwords', { link: decodeURIComponent(link.split('#link=')[1] ?? ''), password });
  const page = await browser.newPage({ baseURL: started.address });
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(rosa.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByText(rosa.name)).toBeVisible(opening);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: 'Try a family' }).click();
  await page.getByRole('button', { name: 'Use the example family' }).click();
  await expect(missing(page)).toContainText('term-attendance', opening);
  await expect(page.getByText('You may try families in this page')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask the server' })).toHaveCount(0);
  expect(asked).not.toContain('/api/v1/evaluations');
});
