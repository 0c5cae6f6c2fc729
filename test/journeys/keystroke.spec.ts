import { readFileSync } from 'node:fs';
import { expect as atOnce, type Page } from '@playwright/test';
import { button, field, saved, test, title } from './drafting.ts';
import { signIn } from './governors.ts';
import { pastTheKeyboard, press, pressBefore, tabTo, typeDay, typeInto } from './keyboard.ts';
import { familyText } from './trial.ts';

test.describe.configure({ timeout: 240_000 });

/** Every case of the ruleset is run at each key too, whatever else the machine is at. */
const expect = atOnce.configure({ timeout: 30_000 });

const keys = 20;
const problems = 'Problems a family must have, of the six';

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of this draft' }).getByRole('link', { name, exact: true });

/** A draft of Phase 2, begun by keyboard. */
async function beginPhase2(page: Page) {
  await page.setViewportSize({ width: 1200, height: 900 });
  await signIn(page, 'mary', '/rulesets/phase-2/1.1.0');
  await press(page, button(page, 'Make a draft from 1.1.0'));
  await expect(title(page, 'Overview')).toBeFocused();
  await expect(page.getByText(/^No error/)).toContainText('cases pass');
}

/** From here on the page notes how long it is from a key until other words stand, painted, where these elements are. */
async function time(page: Page, elements: string) {
  await page.evaluate((selector) => {
    const said = () => [...document.querySelectorAll(selector)].map((one) => one.textContent).join('; ');
    const held = { pressed: 0, before: said(), times: [] as number[] };
    Object.assign(window, { held });
    addEventListener('keydown', (event) => (held.pressed = event.timeStamp), true);
    new MutationObserver(() => {
      const now = said();
      if (now === held.before) return;
      held.before = now;
      const { pressed } = held;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => held.times.push(performance.now() - pressed);
        port2.postMessage('painted');
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, elements);
}

/** Waits for the page's own note of a key; looking for words among thousands of others would be timed with it. */
async function noted(page: Page, pressed: number) {
  await page.waitForFunction(
    (count) => (window as unknown as { held: { times: number[] } }).held.times.length === count,
    pressed,
  );
}

/** Puts the median of what was noted into the report; it is held against nothing, because it depends on the machine. */
async function report(page: Page, type: string) {
  const times = await page.evaluate(() => (window as unknown as { held: { times: number[] } }).held.times);
  const sorted = times.toSorted((one, other) => one - other);
  const median = ((sorted[keys / 2 - 1] ?? NaN) + (sorted[keys / 2] ?? NaN)) / 2;
  const description = `median ${median.toFixed(1)} ms, slowest ${(sorted.at(-1) ?? NaN).toFixed(1)} ms`;
  test.info().annotations.push({ type, description });
}

test('a key that changes a rule of phase 2: what is found stands beside its line, and is gone with the next key, by keyboard alone', async ({
  page,
  heard,
}) => {
  const past = await pastTheKeyboard(page);
  await beginPhase2(page);
  await press(page, part(page, 'Parameters'));
  await expect(title(page, 'Parameters')).toBeFocused();
  await typeInto(page, field(page, 'Look for'), problems);
  await press(page, page.getByRole('link', { name: problems }));
  await expect(title(page, problems)).toBeFocused();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('P');
  await saved(page);
  const beside = '[id="at:/parameters/problems-needed/label-error"]';
  await time(page, beside);
  for (let pressed = 0; pressed < keys; pressed += 2) {
    await page.keyboard.press('Backspace');
    await noted(page, pressed + 1);
    await expect(page.locator(beside)).toHaveText('Error: This text is empty');
    await expect(name).toHaveAccessibleDescription(/This text is empty/);
    await page.keyboard.type('P');
    await noted(page, pressed + 2);
    await expect(page.locator(beside)).toHaveCount(0);
  }
  await report(page, 'from a key to what is found beside its line, phase 2');

  const value = page.getByRole('textbox', { name: 'Value', exact: true });
  for (let tabs = 0; tabs < 40 && !(await value.evaluate((one) => one === document.activeElement)); tabs += 1)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await expect(page.getByText('1 error in this draft')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await expect(page.getByText('1 error in this draft')).toHaveCount(0);
  await saved(page);
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

interface Settled {
  readonly records: Readonly<Record<string, readonly { readonly member?: string; readonly term?: string }[]>>;
}

/** The family of the shipped cases in which nothing is wrong; how often the girl was away in spring is written last of all. */
function settled(): string {
  const path = new URL('../../rulesets/england/phase-2/1.1.0.cases.json', import.meta.url);
  const { families } = JSON.parse(readFileSync(path, 'utf8')) as { readonly families: { settled: Settled } };
  const { records, ...family } = families.settled;
  const { 'term-attendance': rows = [], ...others } = records;
  const isLast = (row: (typeof rows)[number]) => row.member === 'girl' && row.term === '2015-16/spring';
  const attendance = [...rows.filter((row) => !isLast(row)), ...rows.filter(isLast)];
  return JSON.stringify({ ...family, records: { ...others, 'term-attendance': attendance } });
}

test('a key that changes a family under a draft of phase 2: its verdict is another, by keyboard alone', async ({
  page,
  heard,
}) => {
  const past = await pastTheKeyboard(page);
  await beginPhase2(page);
  await press(page, part(page, 'Try a family'));
  await expect(title(page, 'Try a family')).toBeFocused();
  await typeDay(page, page.getByRole('group', { name: 'As of' }), '1 2 2017');
  await tabTo(page, page.getByRole('radio', { name: 'Form' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, familyText(page));
  await page.keyboard.insertText(settled());
  const school = page
    .getByRole('region', { name: 'Criteria' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'A child is not attending school regularly' }) });
  const verdict = school.getByRole('strong').first();
  await expect(verdict).toHaveText('Not met');
  await page.keyboard.press('Control+End');
  const closing = '}]}}';
  expect(settled()).toMatch(/"unauthorised":5\}\]\}\}$/);
  for (let left = closing.length; left > 0; left -= 1) await page.keyboard.press('ArrowLeft');
  await time(page, 'section[aria-label="Criteria"] h4 + strong');
  for (let pressed = 0; pressed < keys; pressed += 2) {
    await page.keyboard.type('0');
    await noted(page, pressed + 1);
    await expect(verdict).toHaveText('Met');
    await page.keyboard.press('Backspace');
    await noted(page, pressed + 2);
    await expect(verdict).toHaveText('Not met');
  }
  await report(page, 'from a key to the verdict of a tried family, draft of phase 2');
  await pressBefore(page, part(page, 'Overview'));
  expect(past).toEqual([]);
  expect(heard.complaints).toEqual([]);
});
