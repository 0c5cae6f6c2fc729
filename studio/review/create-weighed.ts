import { createEffect, onCleanup } from 'solid-js';
import { type Answer, type Client, unreachable, type WeighedImpact } from '../api.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Milliseconds between two looks at a comparison that goes on. */
const lookEvery = 1000;

/** What a submitted draft changes over the cohort that its author named, asked for again while it is being weighed. */
export function createWeighed({ draft }: Pick<DraftEditing, 'draft'>) {
  const { client } = useSession();
  const question = () => {
    const { id, submission, approval } = draft();
    return submission === null ? undefined : { id, hash: submission.hash, approved: approval !== null };
  };
  const answer = createAnswer('weighed', question, async ({ id }): Promise<Answer<WeighedImpact>> => {
    const response = await client.drafts[':id'].impact.$get({ param: { id } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
  createEffect(() => {
    if (answer.value()?.state !== 'weighing') return;
    const timer = setInterval(answer.again, lookEvery);
    onCleanup(() => {
      clearInterval(timer);
    });
  });
  return answer;
}

export type Weighed = ReturnType<typeof createWeighed>;

/** Has it weighed once more; what is wrong with that, as a sentence. */
export async function weighAgain(client: Client, id: string): Promise<string | undefined> {
  try {
    const response = await client.drafts[':id'].impact.$post({ param: { id } });
    if (response.status === 202) return undefined;
    const { title, detail } = await response.json();
    return [title, detail].filter(Boolean).join(': ');
  } catch {
    return unreachable.title;
  }
}
