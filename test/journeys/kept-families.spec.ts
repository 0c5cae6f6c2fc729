import { expect, type Page } from '@playwright/test';
import { clean } from './clean.ts';
import { addGovernors, signIn } from './governors.ts';
import { press, tabBackTo, tabTo } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';
import { answer, familyText, opening } from './trial.ts';

interface Question {
  readonly family: { readonly id: string; readonly localAuthority: string };
  readonly [part: string]: unknown;
}

/** Has the example family decided and kept, as a program does. */
async function keep({ address, link }: Started, id: string, more: object): Promise<void> {
  const example = (await (await fetch(`${address}/api/v1/examples/evaluation`)).json()) as Question;
  const key = decodeURIComponent(link.split('#key=')[1] ?? '');
  const response = await fetch(`${address}/api/v1/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify({
      ...example,
      ...{ family: { ...example.family, id, ...more } },
      keep: id === 'F-WITHHELD' ? 'withhold' : 'family',
    }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('Threshold-Record')).not.toBeNull();
}

/** On a server of its own: one family kept twice, one once, and one of which nothing but its id is. */
const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await keep(started, 'F-OTHER', {});
        await keep(started, 'F-KEPT', {});
        await keep(started, 'F-KEPT', { localAuthority: 'Herefordshire' });
        await keep(started, 'F-WITHHELD', {});
        await use(started);
      }),
    { scope: 'worker' },
  ],
});

const address = '/try?version=phase-1@1.0.0&as-of=2012-12-01&by=made';
const kept = (page: Page) => page.getByRole('region', { name: 'A kept family' });
const choice = (page: Page) => kept(page).getByLabel('Kept family');

test('a family that is kept is tried again as it was last kept, by keyboard alone', async ({
  page,
  heard,
}) => {
  test.slow();
  await signIn(page, 'ada', address);
  await expect(choice(page)).toBeVisible(opening);
  await expect(choice(page).locator('option')).toHaveText(['F-KEPT', 'F-OTHER']);
  await expect(choice(page)).toHaveAccessibleDescription('As it was last kept. It is somebody’s.');
  await tabTo(page, choice(page), 60);
  await page.keyboard.press('ArrowDown');
  await expect(choice(page)).toHaveValue('F-OTHER');
  await page.keyboard.press('ArrowUp');
  await press(page, kept(page).getByRole('button', { name: 'Use this kept family' }));
  await expect(answer(page)).toHaveText(
    'Family F-KEPT is eligible, by the automatic route. Nothing is due.',
    opening,
  );
  for (const theirs of ['F-KEPT', 'Herefordshire']) expect(page.url()).not.toContain(theirs);
  const json = page.getByRole('radio', { name: 'JSON' });
  await tabBackTo(page, page.getByRole('radio', { name: 'Made families' }));
  for (let step = 0; step < 3 && !(await json.isChecked()); step += 1) await page.keyboard.press('ArrowLeft');
  await expect(familyText(page)).toHaveValue(/"localAuthority": "Herefordshire"/);
  await tabTo(page, page.getByRole('button', { name: 'Undo: Using the kept family F-KEPT' }));
  await page.keyboard.press('Enter');
  await expect(answer(page)).toHaveText('Nothing is asked yet');
  expect(heard.complaints).toEqual([]);
});

test('whoever may not read whole families is not offered any', async ({ page }) => {
  await signIn(page, 'mary', address);
  await expect(page.getByRole('region', { name: 'A case of this version' })).toBeVisible(opening);
  await expect(kept(page)).toHaveCount(0);
});

test('a family that was erased meanwhile is said to be gone, beside the choice', async ({ page }) => {
  await signIn(page, 'ada', address);
  await expect(choice(page)).toBeVisible(opening);
  const erased = await page.evaluate(async () => {
    const { ok } = await fetch('/api/v1/families/F-OTHER', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'asked for' }),
    });
    return ok;
  });
  expect(erased).toBe(true);
  await choice(page).selectOption('F-OTHER');
  await kept(page).getByRole('button', { name: 'Use this kept family' }).click();
  await expect(choice(page)).toHaveAccessibleDescription(/Nothing is kept of such a family/);
  await expect(choice(page)).toHaveAttribute('aria-invalid', 'true');
  await clean(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    test.setTimeout(150_000);
    await page.emulateMedia({ colorScheme });
    await signIn(page, 'ada', address);
    await expect(choice(page)).toBeVisible(opening);
    await kept(page).getByRole('button', { name: 'Use this kept family' }).click();
    await expect(answer(page)).toContainText('Family F-', opening);
    await clean(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await clean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
