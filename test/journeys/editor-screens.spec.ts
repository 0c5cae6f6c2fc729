import { expect, type Locator } from '@playwright/test';
import { clean } from './clean.ts';
import { begin, button, held, narrow, saved, test } from './drafting.ts';
import { signIn } from './governors.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary');
});

/** Pastes as from the clipboard. */
const paste = (into: Locator, text: string) =>
  into.evaluate((one, said) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', said);
    one.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('JSON is pasted with 50 errors: all are listed, each leads to its place, and nothing is lost', async ({
  page,
  heard,
}) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/json`);
  const editor = page.getByRole('textbox', { name: 'The document as JSON' });
  await expect(editor).toBeVisible();
  const before = (await held(page, draft)).document;
  const facts = Object.entries(before.facts).map(([name, fact], at): [string, unknown] => [
    name,
    at < 25 ? { ...(fact as object), colour: 'red', size: 7 } : fact,
  ]);
  const wrong = { ...before, facts: Object.fromEntries(facts) };
  const text = JSON.stringify(wrong, null, 2);
  await editor.focus();
  await page.keyboard.press('Control+A');
  await paste(editor, text);
  const found = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(found).toHaveCount(50);
  await found.nth(10).getByRole('button').click();
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' x');
  await expect(page.getByText(/thing is to be looked at/)).toBeVisible();
  await saved(page);
  await page.getByRole('link', { name: 'Parameters', exact: true }).click();
  await page.getByRole('link', { name: 'How many school terms are looked at' }).click();
  await expect(page.getByText('The text cannot be read as JSON')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: 'Put the text right' }).click();
  await expect(editor).toBeVisible();
  await page.reload();
  await expect(page.getByText(/to be looked at/)).toBeVisible();
  await editor.focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.cm-line').last()).toContainText('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(found).toHaveCount(50);
  await page.keyboard.press('Control+A');
  await paste(editor, JSON.stringify(before, null, 2));
  await expect(page.getByText('Nothing is wrong.')).toBeVisible();
  expect(heard.complaints).toEqual([]);
});

test('JSON is completed from the schema and from the ids of the document', async ({ page }) => {
  const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
  await page.goto(`${draft}/json`);
  const editor = page.getByRole('textbox', { name: 'The document as JSON' });
  await editor.focus();
  await page.keyboard.press('Control+A');
  await paste(editor, '{ "facts": { "away": {} }, "criteria": [ { "when": { "fact": ');
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /"away"/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(', ');
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /"operator"/ })).toBeVisible();
});

test('school terms are written in a calendar of their own', async ({ page }) => {
  const made = {
    kind: 'calendar',
    id: 'harrow-terms',
    title: 'School terms of Harrow',
    jurisdiction: 'Harrow',
  };
  const draft = await begin(page, { new: made });
  await page.goto(`${draft}/terms`);
  await button(page, 'Add the next term').click();
  await expect(button(page, 'Close: Spring term 2020/21')).toBeFocused();
  const first = page.getByRole('group', { name: 'First day', exact: true });
  await first.getByLabel('Day', { exact: true }).fill('31');
  await first.getByLabel('Month', { exact: true }).fill('2');
  await expect(first.getByText('Enter a day that there is')).toBeVisible();
  await first.getByLabel('Day', { exact: true }).fill('4');
  await first.getByLabel('Month', { exact: true }).fill('1');
  await saved(page);
  const now = (await held(page, draft)) as unknown as {
    document: { terms: readonly unknown[] };
    findings: [];
  };
  expect(now.document.terms).toHaveLength(2);
  expect(now.document.terms[1]).toMatchObject({ id: '2020-21/spring', from: '2021-01-04' });
  await clean(page);
  await narrow(page);
});

const screens = [
  'about',
  'identify',
  'add-criterion',
  'criteria/education',
  'routes/discretionary',
  'outcomes',
  'outcomes/crime-and-education',
  'outcomes/crime-and-education/education-result',
  'payments',
  'payments/result-progress-to-work',
  'pots/results',
  'add-payment',
  'parameters',
  'parameters/attachment-fee',
  'add-parameter',
  'facts',
  'facts/time-in-work',
  'add-fact',
  'cases',
  'add-case',
  'json',
];

/** A screen of each kind: what differs in the dark is colours alone. */
const inTheDark = ['criteria/education', 'parameters', 'facts/time-in-work', 'cases', 'json'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without an accessibility violation in the ${colorScheme} theme, and on 320 pixels`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const draft = await begin(page, { version: { id: 'phase-1', version: '1.0.0' } });
    for (const screen of colorScheme === 'dark' ? inTheDark : screens) {
      await page.goto(`${draft}/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
      const change = button(page, /^Change: /).first();
      if (await change.isVisible()) await change.click();
      await clean(page);
      await narrow(page);
    }
    await page.goto(`${draft}/cases`);
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'What the rules must say' })).toBeVisible();
    await expect(page.getByText('Passed', { exact: true })).toBeVisible();
    await clean(page);
    await narrow(page);
  });
}
