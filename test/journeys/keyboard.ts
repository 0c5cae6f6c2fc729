import { expect, type Locator, type Page } from '@playwright/test';

const past = 'not by keyboard: ';

/**
 * What was done on a page past the keyboard, a mouse used or a field filled at once, on any screen that is loaded from here
 * on; the list grows as it is done.
 */
export async function pastTheKeyboard(page: Page): Promise<readonly string[]> {
  const done: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith(past)) done.push(message.text());
  });
  await page.addInitScript((words) => {
    const tell = ({ type }: Event) => {
      console.log(`${words}${type}`);
    };
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(type, tell, true);
    for (const type of ['input', 'change'])
      addEventListener(
        type,
        (event) => {
          if (!event.isTrusted) tell(event);
        },
        true,
      );
  }, past);
  return done;
}

/** Goes to a control as somebody without a mouse does: by Tab, so many times at most. */
export async function tabTo(page: Page, control: Locator, most = 40) {
  await expect(control).toBeVisible();
  const there = () => control.evaluate((one) => one === document.activeElement);
  for (let tabs = 0; tabs < most && !(await there()); tabs += 1) await page.keyboard.press('Tab');
  await expect(control).toBeFocused();
}

/** Goes back to a control by Shift and Tab. */
export async function tabBackTo(page: Page, control: Locator, most = 80) {
  await expect(control).toBeVisible();
  const there = () => control.evaluate((one) => one === document.activeElement);
  for (let tabs = 0; tabs < most && !(await there()); tabs += 1) await page.keyboard.press('Shift+Tab');
  await expect(control).toBeFocused();
}

/** Goes to a field and types into it. */
export async function typeInto(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Types a day, `1 12 2014`, into its three fields. */
export async function typeDay(page: Page, fields: Locator, day: string) {
  const typed = day.split(' ');
  for (const [at, label] of ['Day', 'Month', 'Year'].entries())
    await typeInto(page, fields.getByLabel(label), typed[at] ?? '');
}

/** Goes to a field and types in place of what stands there. */
export async function typeOver(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Goes to a button, a link or a box and presses it. */
export async function press(page: Page, control: Locator, by: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, control);
  await page.keyboard.press(by);
}

/** Goes back to a button or a link and presses it. */
export async function pressBefore(page: Page, control: Locator) {
  await tabBackTo(page, control);
  await page.keyboard.press('Enter');
}
