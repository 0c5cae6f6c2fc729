import { expect, type Locator, type Page } from '@playwright/test';

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

/** Goes to a field and types over what is in it. */
export async function writeOver(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a button, a link or a box and presses it. */
export async function press(page: Page, control: Locator, by: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, control);
  await page.keyboard.press(by);
}
