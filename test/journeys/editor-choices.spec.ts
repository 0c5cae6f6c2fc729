import { expect } from '@playwright/test';
import { saveBeside } from './beside.ts';
import { clean } from './clean.ts';
import { begin, button, errorsOf, field, go, held, narrow, saved, test } from './drafting.ts';
import { signIn } from './governors.ts';
import { tabTo, typeInto, typeOver } from './keyboard.ts';

test.describe.configure({ timeout: 120_000 });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
});

test('whose judgement counts, and which school terms, are chosen from what there is, by keyboard alone', async ({
  page,
  heard,
}) => {
  const draft = await begin(page, { version: { id: 'hertfordshire', version: '2.0.0' } });
  await page.goto(`${draft}/about`);
  await expect(page.getByRole('link', { name: 'phase-2 1.1.0' })).toBeVisible();
  const herefordshire = page.getByRole('checkbox', { name: 'School terms in Herefordshire' });
  await go(page, herefordshire, 'Space');
  await expect(herefordshire).toBeChecked();
  await clean(page);
  await narrow(page);
  const { document } = await held(page, draft);
  expect(document).toMatchObject({ calendar: { local: ['herefordshire'] } });

  const [outcome] = document.outcomes;
  await page.goto(`${draft}/outcomes/${outcome?.id ?? ''}`);
  const stand = button(page, 'Let a recorded judgement stand in its place');
  await expect(stand.or(field(page, 'Another role'))).toBeVisible();
  if (await stand.isVisible()) await go(page, stand);
  await tabTo(page, field(page, 'Another role'), 160);
  await page.keyboard.type('Head of early help');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const added = page.getByRole('checkbox', { name: 'head of early help' });
  await expect(added).toBeChecked();
  await expect(field(page, 'Another role')).toBeFocused();
  await expect(field(page, 'Another role')).toHaveValue('');
  await clean(page);
  await narrow(page);
  const now = await held(page, draft);
  expect(now.document.outcomes[0]).toMatchObject({
    override: { roles: expect.arrayContaining(['head-of-early-help']) as unknown },
  });
  expect(errorsOf(now)).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test('an id of the version that is used again for another kind is found beside the page, with one that is free', async ({
  page,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/facts/arrests`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { document } = await held(page, draft);
  const { arrests, ...facts } = document.facts;
  const renamed = JSON.stringify({ ...document, facts: { ...facts, 'arrests-counted': arrests } })
    .replaceAll('"fact":"arrests"', '"fact":"arrests-counted"')
    .replace(
      '"parameters":{',
      `"parameters":{"arrests":${JSON.stringify(document.parameters['adult-age'])},`,
    );
  await page.evaluate(
    async ({ path, text }) => {
      const before = (await (await fetch(`/api/v1${path}`)).json()) as { cases: string; revision: number };
      const headers = { 'Content-Type': 'application/json', 'If-Match': `"${String(before.revision)}"` };
      const body = JSON.stringify({ document: text, cases: before.cases });
      await fetch(`/api/v1${path}`, { method: 'PUT', headers, body });
    },
    { path: draft, text: renamed },
  );
  await page.goto(`${draft}/parameters/arrests`);
  await saved(page);
  await page.getByText(/error.* in this draft$/).click();
  await expect(
    page.getByRole('link', { name: /is the id of a fact in phase-1 1\.0\.0.*did you mean arrests-2/ }),
  ).toBeVisible();
});

test('an id that the version has for another kind is said to be so while it is typed, by keyboard alone', async ({
  page,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/json`);
  const { document } = await held(page, draft);
  const { arrests, ...facts } = document.facts;
  const text = JSON.stringify({ ...document, facts: { ...facts, 'arrests-counted': arrests } });
  await saveBeside(page, draft.replace('/drafts/', ''), () =>
    text.replaceAll('"fact":"arrests"', '"fact":"arrests-counted"'),
  );
  await page.goto(`${draft}/add-parameter`);
  const id = field(page, 'Its id');
  await typeInto(page, field(page, 'Name'), 'Arrests');
  await expect(id).toHaveValue('arrests-2');
  await typeOver(page, id, 'arrests');
  await expect(id).toHaveAccessibleDescription(
    /Error: arrests is the id of a fact in phase-1 1\.0\.0, and cannot be that of a parameter/,
  );
  await clean(page);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('alert').getByRole('link', { name: /arrests is the id of a fact/i }),
  ).toBeVisible();
  await typeOver(page, id, 'arrests-of-a-year');
  await expect(page).toHaveURL(/add-parameter$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/parameters\/arrests-of-a-year$/);

  await page.goto(`${draft}/add-fact`);
  await typeInto(page, field(page, 'Name'), 'arrests');
  await expect(id).toHaveValue('arrests');
  await expect(id).not.toHaveAttribute('aria-invalid', 'true');
});
