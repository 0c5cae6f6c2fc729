import { type Answer, type Client, type DraftRevision, unreachable } from '../api.ts';
import type { Texts } from '../draft/texts.ts';

/** One revision of a draft, with its texts. */
export type RevisionTexts = DraftRevision & Texts;

export async function readRevision(
  client: Client,
  id: string,
  revision: number,
): Promise<Answer<RevisionTexts>> {
  try {
    const one = client.drafts[':id'].revisions[':revision'];
    const response = await one.$get({ param: { id, revision: String(revision) } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
