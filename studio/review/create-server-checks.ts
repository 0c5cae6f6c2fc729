import { createMemo } from 'solid-js';
import type { Answer, DraftChecks } from '../api.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** All that the server finds in the revision that counts: what would be submitted, or was. */
export function createServerChecks({ draft }: Pick<DraftEditing, 'draft'>) {
  const { client } = useSession();
  const answer = createAnswer(
    'checks',
    () => ({ id: draft().id, revision: draft().revision }),
    async ({ id }): Promise<Answer<DraftChecks>> => {
      const response = await client.drafts[':id'].checks.$get({ param: { id } });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
  /** What was last said stays until the next is: nothing on the screen moves while the server checks. */
  const value = createMemo<DraftChecks | undefined>((before) => answer.value() ?? before);
  return { ...answer, value };
}
