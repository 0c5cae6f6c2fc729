import { type Answer, type Client, type Draft, unreachable } from '../api.ts';
import type { Texts } from './texts.ts';

const failed = { ok: false, problem: unreachable } as const;

/** A draft as the server has it. */
export async function readDraft(client: Client, id: string): Promise<Answer<Draft>> {
  try {
    const response = await client.drafts[':id'].$get({ param: { id }, header: {} });
    if (response.status === 200) return { ok: true, value: await response.json() };
    if (response.status === 304) throw new Error('invariant: no revision was said to be known');
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

/** The draft, where another revision counts than the one that is known. */
export async function readNewer(client: Client, id: string, known: number): Promise<Draft | undefined> {
  try {
    const header = { 'if-none-match': `"${known}"` };
    const response = await client.drafts[':id'].$get({ param: { id }, header });
    return response.status === 200 ? await response.json() : undefined;
  } catch {
    // Saving says that the server does not answer.
    return undefined;
  }
}

/** Saves texts over a revision. */
export async function saveDraft(
  client: Client,
  { id, over, texts }: { readonly id: string; readonly over: number; readonly texts: Texts },
): Promise<Answer<Draft>> {
  try {
    const header = { 'if-match': `"${over}"` };
    const response = await client.drafts[':id'].$put({ param: { id }, header, json: texts });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}
