import { expect, test } from 'vitest';
import { governed, problemIn } from '../builders/governed.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

interface Draft {
  readonly id: string;
  readonly document: string;
  readonly cases: string | null;
  readonly submission: { readonly hash: string };
}

test.for(databases)(
  'a corrected calendar is taken by new versions, and by none before: $name',
  async ({ open }) => {
    const { ask, deps } = await governed(open, rulesetsFolder());
    const [before] = (await deps.shelf.current()).rulesets.get('tiny') ?? [];
    const released = async (beginning: object, change: (text: string) => string, body: object) => {
      const { id, document, cases } = (await ask('lead', 'POST /drafts', { body: beginning }))
        .body as unknown as Draft;
      await ask('lead', `PUT /drafts/${id}`, { over: 1, body: { document: change(document), cases } });
      const { submission } = (await ask('lead', `POST /drafts/${id}/submit`, { over: 2, body: {} }))
        .body as unknown as Draft;
      await ask('approver', `POST /drafts/${id}/approve`, { body: { hash: submission.hash } });
      const answer = await ask('releaser', `POST /drafts/${id}/release`, { body });
      expect([answer.status, problemIn(answer)]).toEqual([200, undefined]);
    };
    await released(
      { content: { kind: 'calendar', id: 'england' } },
      (text) => text.replace(/"title": "[^"]*"/, '"title": "Corrected"'),
      {},
    );
    await released(
      { version: { id: 'tiny', version: '1.0.0' } },
      (text) => text.replace('A tiny ruleset', 'A tiny ruleset, again'),
      { days: { from: '2026-02-01' } },
    );
    const [old, now] = (await deps.shelf.current()).rulesets.get('tiny') ?? [];
    expect(old?.hash).toBe(before?.hash);
    expect(old?.basis.calendars.get('england')?.document.title).not.toBe('Corrected');
    expect(now?.basis.calendars.get('england')?.document.title).toBe('Corrected');
    expect((await ask('lead', 'GET /calendars/england/contents')).body).toMatchObject({
      contents: [
        { current: false, by: { actor: 'system' }, dependents: [{ version: '1.0.0', hash: before?.hash }] },
        { current: true, by: { name: 'releaser' }, dependents: [{ version: '1.0.1' }] },
      ],
    });
  },
);
