import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { press } from './keyboard.ts';
import { test } from './started.ts';

const headline = 'Family F-001 is eligible, by the automatic route. Nothing is due.';

const asOf = (page: Page) => page.getByRole('group', { name: 'As of' });

async function useExample(page: Page) {
  await page.getByRole('button', { name: 'Use the example family' }).click();
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
}

/** From the link that the server prints to the form: one click. */
async function openForm(page: Page, link: string) {
  await page.goto(link);
  await page.getByRole('main').getByRole('link', { name: 'Try a family' }).click();
  await expect(page.getByRole('button', { name: 'Use the example family' })).toBeVisible();
}

async function decideExample(page: Page, link: string) {
  await openForm(page, link);
  await useExample(page);
}

test('the link that the server prints leads to what there is, and leaves no key behind', async ({
  page,
  started,
}) => {
  await page.goto(started.link);
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Troubled Families, Phase 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Troubled Families, expanded programme' })).toBeVisible();
  await expect(page).toHaveTitle('Threshold');
  expect(page.url()).toBe(`${started.address}/`);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Troubled Families, Phase 1' })).toBeVisible();
});

test('the example family is decided by keyboard alone', async ({ page, started }) => {
  await page.goto(started.link);
  const way = page.getByRole('main').getByRole('link', { name: 'Try a family' });
  await expect(way).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Try a family' })).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Use the example family' }));
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await expect(page.getByLabel('Version of the rules')).toHaveValue('phase-1@1.0.0');
  await expect(asOf(page).getByLabel('Year')).toHaveValue('2012');
  await expect(page).toHaveTitle('Family F-001 – Threshold');
});

test('a decision shows its verdicts, money, reasons, what is missing and what it rests on', async ({
  page,
  started,
}) => {
  await decideExample(page, started.link);
  const part = (region: string, heading: string) =>
    page
      .getByRole('region', { name: region })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  await expect(part('Criteria', 'A child is not in school as they should be')).toContainText('Met');
  await expect(part('Criteria', 'A child is not in school as they should be')).toContainText(
    'm2 has a placement',
  );
  await expect(part('Payments', 'Attachment fee')).toContainText('Claimed before£3,200');
  await expect(page.getByRole('region', { name: 'Missing data' })).toContainText('term-attendance');
  await page.getByRole('button', { name: 'Ask the server' }).click();
  const server = page.getByRole('region', { name: 'What the server says' });
  await expect(server).toContainText('The server decides the same.');
  await expect(server).toContainText('sha256:4f0eb05a3af7fb56');
});

test('another version is asked of the same family', async ({ page, started }) => {
  await decideExample(page, started.link);
  await page.getByLabel('Version of the rules').selectOption('phase-2@1.0.0');
  await expect(page.getByText('Troubled Families, expanded programme, version 1.0.0')).toBeVisible();
});

test('the same question stands there as an API call', async ({ page, started, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await decideExample(page, started.link);
  await page.getByText('The same as an API call').click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`curl ${started.address}/api/v1/evaluations`);
  const body = /<<'QUESTION'\n([\s\S]*)\nQUESTION$/.exec(copied)?.[1] ?? '';
  expect(JSON.parse(body)).toMatchObject({
    ruleset: { id: 'phase-1', version: '1.0.0' },
    asOf: '2012-12-01',
  });
});

test.describe('what is wrong is listed, and leads to its place', () => {
  const wrong = (page: Page) => page.getByRole('region', { name: /^Nothing can be decided/ });
  const family = (page: Page) => page.getByLabel('Family', { exact: true });
  const asJson = async (page: Page) => {
    await page.getByRole('radio', { name: 'JSON' }).check();
    await expect(family(page)).toHaveValue(/"F-001"/);
  };
  const selected = (page: Page) =>
    family(page).evaluate((box) =>
      box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : '',
    );

  test('nothing is filled in', async ({ page, started }) => {
    await openForm(page, started.link);
    const answer = page.getByRole('region', { name: 'Nothing is asked yet' });
    await expect(answer.getByRole('listitem')).toHaveText([
      'Choose a version of the rules',
      'Give the day, the month and the year it is asked about',
      'Give a family',
    ]);
    await page.getByLabel('Version of the rules').selectOption('phase-1@1.0.0');
    await expect(answer.getByRole('listitem')).toHaveCount(2);
  });

  test('a key stands twice: it is seen before it is lost', async ({ page, started }) => {
    await openForm(page, started.link);
    await useExample(page);
    await asJson(page);
    await family(page).fill('{\n  "id": "F-001",\n  "id": "F-002"\n}');
    await wrong(page).getByRole('link', { name: 'The key id stands twice in one object' }).click();
    await expect(wrong(page)).toContainText('line 3');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(family(page)).toBeFocused();
    expect(await selected(page)).toBe('"id": "F-002"');
  });

  test('30 February, and a word that is nearly right', async ({ page, started }) => {
    await openForm(page, started.link);
    await useExample(page);
    await asOf(page).getByLabel('Day', { exact: true }).fill('30');
    await asOf(page).getByLabel('Month').fill('2');
    await expect(asOf(page)).toContainText('Give a day that there is');
    await expect(page.getByRole('heading', { name: 'Nothing is asked yet' })).toBeVisible();
    await asOf(page).getByLabel('Day', { exact: true }).fill('28');
    await asJson(page);
    await family(page).fill((await family(page).inputValue()).replace('"fixed-term"', '"fixd-term"'));
    await expect(wrong(page)).toContainText('did you mean fixed-term?');
    await wrong(page)
      .getByRole('link', { name: /fixd-term/ })
      .click();
    expect(await selected(page)).toBe('"fixd-term"');
  });
});

test.describe('the key', () => {
  test('is asked for, refused where it is wrong, and forgotten on request', async ({ page, started }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Use this key' }).click();
    await expect(page.getByLabel('Key', { exact: true })).toHaveAccessibleDescription(
      /Type or paste the key/,
    );
    await page.getByLabel('Key', { exact: true }).fill('a-key-of-another-server');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The key was refused')).toBeVisible();
    await page.getByLabel('Key', { exact: true }).fill(started.link.split('#key=')[1] ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await expect(page.getByLabel('Key', { exact: true })).toBeVisible();
  });
});

test.describe('everyone can use it', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`without an accessibility violation in the ${colorScheme} theme`, async ({ page, started }) => {
      test.slow(true, 'axe goes over every line of the rules, four times');
      await page.emulateMedia({ colorScheme });
      await page.goto('/');
      await expect(page.getByLabel('Key', { exact: true })).toBeVisible();
      await clean(page);
      await page.goto(started.link);
      await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
      await clean(page);
      await openForm(page, started.link);
      await clean(page);
      await decideExample(page, started.link);
      await clean(page);
    });
  }

  test('on 320 pixels nothing is wider than the page', async ({ page, started }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await decideExample(page, started.link);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('in forced colours a verdict keeps its word, its mark and its border', async ({ page, started }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await decideExample(page, started.link);
    const verdict = page.getByRole('region', { name: 'Criteria' }).getByText('Met', { exact: true }).first();
    await expect(verdict).toBeVisible();
    await expect(verdict.locator('svg')).toBeVisible();
    expect(await verdict.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px');
  });

  test('on paper there is the decision and not the form', async ({ page, started }) => {
    await decideExample(page, started.link);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: headline })).toBeVisible();
    await expect(page.getByRole('article', { name: 'The decision in full' })).toBeVisible();
    await expect(page.getByLabel('Family', { exact: true })).toBeHidden();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test.describe('no other host is asked for anything, and nothing is complained of', () => {
  test('by the start page', async ({ page, started, heard }) => {
    await decideExample(page, started.link);
    expect([...heard.hosts]).toEqual([new URL(started.address).host]);
    expect(heard.complaints).toEqual([]);
  });

  test('by the API reference, which shows and tries the calls', async ({ page, started, heard }) => {
    // because the whole document is laid out, every call of it
    test.slow();
    await page.goto('/');
    await page.getByRole('link', { name: 'API reference' }).click();
    await page.getByRole('button', { name: /healthz Whether/ }).click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('button', { name: 'Execute' }).click();
    await expect(page.locator('.live-responses-table').getByText('"healthy"')).toBeVisible();
    await expect(page.getByRole('button', { name: /evaluations Decide one family/ })).toBeVisible();
    expect([...heard.hosts]).toEqual([new URL(started.address).host]);
    // The start page, without a key, was told 401.
    expect(heard.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
