import { expect, type Browser, type Page } from '@playwright/test';
import { typeInto } from './keyboard.ts';
import type { Started } from './started.ts';

/** People as a server that was just started does not know them. */
const people = {
  ada: { name: 'Ada Lovelace', email: 'ada@example.org', roles: ['administrator'] },
  mary: { name: 'Mary Somerville', email: 'mary@example.org', roles: ['policy-lead'] },
  annie: { name: 'Annie Besant', email: 'annie@example.org', roles: ['policy-lead'] },
  octavia: { name: 'Octavia Hill', email: 'octavia@example.org', roles: ['approver'] },
  beatrice: { name: 'Beatrice Webb', email: 'beatrice@example.org', roles: ['analyst'] },
  eleanor: { name: 'Eleanor Rathbone', email: 'eleanor@example.org', roles: ['approver', 'releaser'] },
  harriet: { name: 'Harriet Martineau', email: 'harriet@example.org', roles: ['analyst', 'releaser'] },
} as const;
export type Governor = keyof typeof people;

const password = 'correct horse battery';
const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

/** The cookie that an answer gives, as a request sends it. */
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const linkIn = (address: string) => decodeURIComponent(address.split('#link=')[1] ?? '');

/** Makes the first administrator of a server, and people of every role that governs, each with a password. */
export async function addGovernors({ address, setUp }: Pick<Started, 'address' | 'setUp'>): Promise<void> {
  const post = async (path: string, body: unknown, cookie = '') => {
    const response = await fetch(`${address}/api/v1${path}`, {
      ...{ method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) },
    });
    expect(response.ok, `${path}: ${String(response.status)}`).toBe(true);
    return response;
  };
  const { ada, ...others } = people;
  const { name, email } = ada;
  const cookie = cookieOf(await post('/set-up', { link: linkIn(setUp), name, email, password }));
  for (const other of Object.values(others)) {
    const { id } = (await (await post('/people', other, cookie)).json()) as { id: string };
    const made = await post(`/people/${id}/password-link`, {}, cookie);
    const { link } = (await made.json()) as { link: string };
    await post('/passwords', { link: linkIn(link), password });
  }
}

/** A page on which somebody is signed in, by keyboard. */
export async function pageOf(browser: Browser, started: Started, who: Governor): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: started.address })).newPage();
  await signIn(page, who);
  return page;
}

export async function signIn(page: Page, who: Governor, to = '/'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await typeInto(page, page.getByLabel('Email address'), people[who].email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByText(people[who].name)).toBeVisible();
}
