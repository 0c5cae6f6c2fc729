import type { Answer, DraftRevision, HistoryEvent } from '../api.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Everything that was saved of a draft, also what does not count. */
export function createRevisions({ draft, saved }: Pick<DraftEditing, 'draft' | 'saved'>) {
  const { client } = useSession();
  const question = () => {
    const now = saved();
    return {
      id: draft().id,
      revision: draft().revision,
      kept: now.state === 'conflict' ? now.kept : undefined,
    };
  };
  return createAnswer('revisions', question, async ({ id }): Promise<Answer<readonly DraftRevision[]>> => {
    const response = await client.drafts[':id'].revisions.$get({ param: { id } });
    if (response.status === 200) return { ok: true, value: (await response.json()).revisions };
    return { ok: false, problem: await response.json() };
  });
}

/** What happened to a draft, in order. */
export function createEvents({ draft }: Pick<DraftEditing, 'draft'>) {
  const { client } = useSession();
  return createAnswer(
    'draft-events',
    () => ({ id: draft().id, changed: draft().updatedAt }),
    async ({ id }): Promise<Answer<readonly HistoryEvent[]>> => {
      const response = await client.drafts[':id'].history.$get({ param: { id } });
      if (response.status === 200) return { ok: true, value: (await response.json()).events };
      return { ok: false, problem: await response.json() };
    },
  );
}
