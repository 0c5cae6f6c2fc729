import { expect, type Page } from '@playwright/test';

/** What is said at the top: the decision, or why there is none. */
export const answer = (page: Page) => page.locator('#answer-title');

/** The first decision waits for the version to be fetched and read. */
export const opening = { timeout: 20_000 };

export const missing = (page: Page) => page.getByRole('region', { name: 'Missing data' });

export const familyText = (page: Page) => page.getByLabel('Family', { exact: true });

/** Leaves the key with the tab, and goes to an address as if it were typed. */
export async function tryAt(page: Page, link: string, rest = '') {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'In force today' })).toBeVisible();
  await page.goto(`/try${rest}`);
  await expect(page.getByRole('button', { name: 'Use the example family' })).toBeVisible();
}

/** The example family, decided. */
export async function tryExample(page: Page, link: string) {
  await tryAt(page, link);
  await page.getByRole('button', { name: 'Use the example family' }).click();
  await expect(answer(page)).toHaveText(
    'Family F-001 is eligible, by the automatic route. Nothing is due.',
    opening,
  );
}

export async function asJson(page: Page) {
  await page.getByRole('radio', { name: 'JSON' }).check();
  await expect(familyText(page)).toBeVisible();
}

/** A family of the example’s form with so many records that its JSON has more than so many characters. */
export function familyOf(characters: number): string {
  const evidence = 'seen in the log of the control room '.repeat(11);
  const record = { on: '2012-06-02', evidence };
  const count = Math.ceil(characters / JSON.stringify(record).length / 2);
  const records = Array.from({ length: count }, () => record);
  return JSON.stringify({
    id: 'F-LARGE',
    localAuthority: 'Hertfordshire',
    attachedOn: '2012-10-01',
    members: [{ id: 'm1', dateOfBirth: '1978-03-02', role: 'parent', resident: true }],
    records: { 'police-call-out': records, 'domestic-incident': records },
  });
}
