import { type Answer, type Client, type Draft, unreachable } from '../api.ts';

/** What a draft begins with: nothing, a version, a version that it is laid over, or a vocabulary or calendar. */
export type Beginning = Parameters<Client['drafts']['$post']>[0]['json'];

export async function beginDraft(client: Client, json: Beginning): Promise<Answer<Draft>> {
  try {
    const response = await client.drafts.$post({ json });
    if (response.status === 201) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
