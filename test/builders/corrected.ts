import type { Governed } from './governed.ts';
import { problemIn } from './governed.ts';

interface Draft {
  readonly id: string;
  readonly document: string;
  readonly cases: string | null;
  readonly submission: { readonly hash: string };
}

interface Changing {
  readonly beginning: object;
  readonly change: (text: string) => string;
  readonly release: object;
}

/** Drafts, changes, approves and releases something. */
async function released({ ask }: Governed, { beginning, change, release }: Changing): Promise<void> {
  const { id, document, cases } = (await ask('lead', 'POST /drafts', { body: beginning }))
    .body as unknown as Draft;
  await ask('lead', `PUT /drafts/${id}`, { over: 1, body: { document: change(document), cases } });
  const { submission } = (await ask('lead', `POST /drafts/${id}/submit`, { over: 2, body: {} }))
    .body as unknown as Draft;
  await ask('approver', `POST /drafts/${id}/approve`, { body: { hash: submission.hash } });
  const answer = await ask('releaser', `POST /drafts/${id}/release`, { body: release });
  if (answer.status !== 200) throw new Error(problemIn(answer));
}

/** Corrects the calendar that `tiny` 1.0.0 rests on, and releases a version that rests on the corrected one. */
export async function correctedCalendar(product: Governed): Promise<void> {
  await released(product, {
    beginning: { content: { kind: 'calendar', id: 'england' } },
    change: (text) => text.replace(/"title": "[^"]*"/, '"title": "Corrected"'),
    release: {},
  });
  await released(product, {
    beginning: { version: { id: 'tiny', version: '1.0.0' } },
    change: (text) => text.replace('A tiny ruleset', 'A tiny ruleset, again'),
    release: { days: { from: '2026-02-01' } },
  });
}

/** Publishes other content of the programme `harrow`, and unit costs of the next number. */
export async function correctedProgramme(product: Governed): Promise<void> {
  for (const content of [
    { kind: 'programme', id: 'harrow' },
    { kind: 'unit-costs', id: 'harrow@1.0.0' },
  ])
    await released(product, {
      beginning: { content },
      change: (text) => text.replace(/"title": *"[^"]*"/, '"title": "Corrected"'),
      release: {},
    });
}
