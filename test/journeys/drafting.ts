import { expect, type Locator, type Page } from '@playwright/test';
import { addGovernors } from './governors.ts';
import { tabTo } from './keyboard.ts';
import { serverOfWorker, type Started, test as journey } from './started.ts';

/** On a server where people are known. */
export const test = journey.extend<object, { started: Started }>({
  started: [
    async ({}, use) =>
      serverOfWorker(async (started) => {
        await addGovernors(started);
        await use(started);
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
});

export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });
export const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

/** A draft that is begun over the API, by whoever is signed in; its address. */
export async function begin(page: Page, from: unknown): Promise<string> {
  const id = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch('/api/v1/drafts', { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await response.json()) as { id: string }).id;
  }, from);
  return `/drafts/${id}`;
}

interface Held {
  readonly document: Document;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly pointer: string;
  }[];
}

interface Document {
  readonly parameters: Readonly<Record<string, { readonly value: unknown; readonly values: unknown }>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly criteria: readonly { readonly id: string; readonly when: unknown }[];
  readonly outcomes: readonly { readonly id: string; readonly when: unknown }[];
}

/** The draft as the server has it. */
export async function held(page: Page, address: string): Promise<Held> {
  await saved(page);
  return page.evaluate(async (path) => {
    const draft = (await (await fetch(`/api/v1${path}`)).json()) as {
      document: string;
      findings: Held['findings'];
    };
    return { document: JSON.parse(draft.document) as Document, findings: draft.findings };
  }, address);
}

export const errorsOf = ({ findings }: Held) => findings.filter(({ severity }) => severity === 'error');

export const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1200, height: 900 });
};

/** So many of the first letters of a choice as no other one begins with. */
async function lettersOf(select: Locator, text: string): Promise<string> {
  const choices = (await select.locator('option').allTextContents()).map((one) => one.trim().toLowerCase());
  const begins = (letters: string) => choices.filter((one) => one.startsWith(letters.toLowerCase())).length;
  for (let most = 1; most < text.length; most += 1)
    if (begins(text.slice(0, most)) === 1) return text.slice(0, most);
  return text;
}

/** Chooses by keyboard: by Tab, then by the letters of what is chosen, which a slow page may take for two words. */
export async function choose(page: Page, select: Locator, text: string) {
  await tabTo(page, select, 120);
  const letters = await lettersOf(select, text);
  await expect(async () => {
    await page.keyboard.type(letters);
    await expect(select.locator('option:checked')).toContainText(text, { timeout: 1_000 });
  }).toPass({ intervals: [1_200] });
}

export const go = (page: Page, control: Locator, by: 'Enter' | 'Space' = 'Enter') =>
  tabTo(page, control, 120).then(() => page.keyboard.press(by));

export const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true });
