import { expect, type Page } from '@playwright/test';

const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** A draft as whoever is signed in on a page is told it. */
export async function readDraft(page: Page, id: string) {
  const response = await page.request.get(`/api/v1/drafts/${id}`);
  return (await response.json()) as { revision: number; document: string; cases: string };
}

/** Saves another document as whoever is signed in on a page, past what the page knows. */
export async function saveBeside(page: Page, id: string, edit: (document: string) => string) {
  const { revision, document, cases } = await readDraft(page, id);
  const headers = { ...sameOrigin, 'if-match': `"${String(revision)}"` };
  const response = await page.request.put(`/api/v1/drafts/${id}`, {
    ...{ headers, data: { document: edit(document), cases } },
  });
  expect(response.status()).toBe(200);
}

export const withExclusions = (text: string, count: number) =>
  text.replace(/("exclusion-threshold": \{[^}]*?"value": )\d+/, `$1${String(count)}`);

/** A family with a child who was excluded three times. */
export const excludedThrice = {
  ...{ id: 'F-1', localAuthority: 'Nowhere', attachedOn: '2014-10-01' },
  members: [{ id: 'm1', role: 'child', dateOfBirth: '2000-05-11', resident: true }],
  records: {
    exclusion: [10, 11, 12].map((day) => ({
      member: 'm1',
      on: `2014-03-${String(day)}`,
      kind: 'fixed-term',
    })),
  },
};

/** That family as a version that is in force on a day decides it: which version, and what of education. */
export async function decided(page: Page, inForceOn: string) {
  const data = { ruleset: { id: 'phase-1', inForceOn }, asOf: '2014-12-01', family: excludedThrice };
  const response = await page.request.post('/api/v1/evaluations', { data, headers: sameOrigin });
  const { ruleset, criteria } = (await response.json()) as {
    ruleset: { version: string };
    criteria: { id: string; verdict: string }[];
  };
  return [ruleset.version, criteria.find(({ id }) => id === 'education')?.verdict];
}
