import type { Answer, DraftSummary } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

export const draftLists = ['mine', 'waiting', 'all'] as const;
export type DraftList = (typeof draftLists)[number];

/** Drafts of a list, the last changed first; while no list is named, nothing is asked. */
export function createDrafts(list: () => DraftList | undefined) {
  const { client } = useSession();
  const question = () => {
    const named = list();
    return named && { list: named };
  };
  return createAnswer('drafts', question, async (query): Promise<Answer<readonly DraftSummary[]>> => {
    const response = await client.drafts.$get({ query });
    if (response.status === 200) return { ok: true, value: (await response.json()).drafts };
    return { ok: false, problem: await response.json() };
  });
}
