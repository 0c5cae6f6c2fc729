import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { auditHead } from '../../server/store/store.ts';
import { governed, problemIn, type Answer, type Governed } from '../builders/governed.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

const from = { version: { id: 'tiny', version: '1.0.0' } };
const days = { from: '2026-02-01' };

interface Begun {
  readonly id: string;
  readonly document: string;
  readonly cases: string;
}

async function begun({ ask }: Governed, body: unknown = from): Promise<Begun> {
  const answer = await ask('lead', 'POST /drafts', { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as unknown as Begun;
}

async function submitted(product: Governed, draft: Begun, over = 1): Promise<string> {
  const answer = await product.ask('lead', `POST /drafts/${draft.id}/submit`, { over, body: {} });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as unknown as { submission: { hash: string } }).submission.hash;
}

const retitled = ({ document, cases }: Begun, title: string) => ({
  ...{ document: document.replace('A tiny ruleset', title), cases },
});
const outcomes = (answers: readonly Answer[]) =>
  answers.map((answer) => problemIn(answer) ?? String(answer.status)).sort();

const opened = (open: (typeof databases)[number]['open']) => governed(open, rulesetsFolder());

describe.each(databases)('$name', ({ open }) => {
  test('two save over one revision: one counts, the other is told, kept, and can be kept', async () => {
    const product = await opened(open);
    const { ask } = product;
    const draft = await begun(product);
    const path = `/drafts/${draft.id}`;
    const answers = await Promise.all([
      ask('lead', `PUT ${path}`, { over: 1, body: retitled(draft, 'By the lead') }),
      ask('colleague', `PUT ${path}`, { over: 1, body: retitled(draft, 'By a colleague') }),
    ]);
    expect(outcomes(answers)).toEqual(['200', 'revision-stale']);
    const lost = answers.find(({ status }) => status === 412)?.body as unknown as {
      keptRevision: number;
      current: { revision: number; document: string };
    };
    expect(lost).toMatchObject({ keptRevision: 3, current: { revision: 2 } });
    const kept = await ask('lead', `GET ${path}/revisions/3`);
    expect(kept.body).toMatchObject({ counts: false, over: 1 });
    const { document, cases } = kept.body as unknown as Begun;
    expect(document).not.toBe(lost.current.document);
    const again = await ask('colleague', `PUT ${path}`, { over: 2, body: { document, cases } });
    expect(again.body).toMatchObject({ revision: 4, document });
    expect((await ask('lead', `GET ${path}/revisions`)).body).toMatchObject({
      revisions: [{ counts: true }, { counts: true }, { counts: false }, { counts: true }],
    });
  });

  test('two approve at once: one approval', async () => {
    const product = await opened(open);
    const draft = await begun(product);
    const body = { hash: await submitted(product, draft) };
    const approve = (who: 'approver' | 'second') =>
      product.ask(who, `POST /drafts/${draft.id}/approve`, { body });
    expect(outcomes(await Promise.all([approve('approver'), approve('second')]))).toEqual([
      ...['200', 'draft-already-approved'],
    ]);
  });

  test('an edit and an approval at once: never an approval of what is no longer there', async () => {
    const product = await opened(open);
    const draft = await begun(product);
    const hash = await submitted(product, draft);
    const [, approved] = await Promise.all([
      product.ask('lead', `PUT /drafts/${draft.id}`, { over: 1, body: retitled(draft, 'Edited') }),
      product.ask('approver', `POST /drafts/${draft.id}/approve`, { body: { hash } }),
    ]);
    expect(['draft-not-submitted', undefined]).toContain(problemIn(approved));
    expect((await product.ask('lead', `GET /drafts/${draft.id}`)).body).toMatchObject({
      ...{ state: 'draft', revision: 2, approval: null },
    });
  });

  test('two release at once: one version, one release, and the chain holds', async () => {
    const product = await opened(open);
    const draft = await begun(product);
    const { ask, deps } = product;
    await ask('approver', `POST /drafts/${draft.id}/approve`, {
      body: { hash: await submitted(product, draft) },
    });
    const release = () => ask('releaser', `POST /drafts/${draft.id}/release`, { body: { days } });
    expect(outcomes(await Promise.all([release(), release()]))).toEqual(['200', 'draft-closed']);
    const again = () =>
      ask('releaser', 'POST /rulesets/tiny/versions/1.0.1/release', { body: { from: '2026-03-01' } });
    expect(outcomes(await Promise.all([again(), again()]))).toEqual(['200', 'already-released']);
    const past = { from: '2025-01-01' };
    const late = (body: object) => ask('releaser', 'POST /rulesets/tiny/versions/1.0.1/release', { body });
    expect(problemIn(await late(past))).toBe('reason-missing');
    expect((await late({ ...past, reason: 'It was so decided' })).status).toBe(200);
    const withdraw = () =>
      ask('releaser', 'POST /rulesets/tiny/versions/1.0.1/withdraw', {
        body: { from: '2025-01-01', reason: 'Wrong' },
      });
    expect(outcomes(await Promise.all([withdraw(), withdraw()]))).toEqual(['200', 'not-released']);
    expect((await deps.shelf.current()).rulesets.get('tiny')).toHaveLength(2);
    expect((await verifyAudit(deps.store)).findings).toEqual([]);
  });
});

const [wanted] = databases;

describe('refused', () => {
  test('one’s own work, by whoever wrote any of it, and by the key that all share', async () => {
    const product = await opened(wanted.open);
    const { ask, deps } = product;
    const draft = await begun(product);
    const body = { hash: await submitted(product, draft) };
    expect(problemIn(await ask('lead', `POST /drafts/${draft.id}/approve`, { body }))).toBe('own-work');
    expect(await auditHead(deps.store)).toMatchObject({
      ...{ actor: 'person:lead', action: 'request-refused', subject: draft.id },
      detail: expect.stringContaining('own-work') as string,
    });
    const shared = await ask('nobody', 'POST /drafts', { body: from });
    const { id } = shared.body as unknown as Begun;
    await ask('nobody', `POST /drafts/${id}/submit`, { over: 1, body: {} });
    const { submission } = (await ask('nobody', `GET /drafts/${id}`)).body as unknown as {
      submission: { hash: string };
    };
    const own = await ask('nobody', `POST /drafts/${id}/approve`, { body: { hash: submission.hash } });
    expect(problemIn(own)).toBe('own-work');
  });

  test('a draft of another authority, as if it were not there, and what is national', async () => {
    const product = await opened(wanted.open);
    const { ask } = product;
    const { id } = await begun(product);
    const strange = await ask('harrow', `GET /drafts/${id}`);
    const none = await ask('harrow', 'GET /drafts/none');
    expect([strange.status, problemIn(strange)]).toEqual([none.status, problemIn(none)]);
    expect((await ask('harrow', 'GET /drafts')).body).toEqual({ drafts: [] });
    expect(problemIn(await ask('harrow', 'POST /drafts', { body: from }))).toBe('not-your-authority');
    const fork = {
      fork: { ...from.version, as: { id: 'harrow-tiny', title: 'Ours', jurisdiction: 'Harrow' } },
    };
    const ours = await ask('harrow', 'POST /drafts', { body: fork });
    expect(ours.body).toMatchObject({ name: 'harrow-tiny', authority: 'Harrow', findings: [] });
    const checks = await ask('harrow', `GET /drafts/${(ours.body as unknown as Begun).id}/checks`);
    expect(checks.body).toMatchObject({ passes: true, overlay: { id: 'tiny', version: '1.0.0' } });
  });

  test('a save that does not say over what, and a number that is taken', async () => {
    const product = await opened(wanted.open);
    const draft = await begun(product);
    const body = retitled(draft, 'Another');
    const path = `/drafts/${draft.id}`;
    expect(problemIn(await product.ask('lead', `PUT ${path}`, { body }))).toBe('revision-missing');
    const taken = await product.ask('lead', `POST ${path}/submit`, { over: 1, body: { version: '1.0.0' } });
    expect([problemIn(taken), taken.body]).toMatchObject(['version-not-higher', { suggestion: '1.0.1' }]);
  });

  test('nothing that is being written: text that is no JSON is kept, and said to be none', async () => {
    const product = await opened(wanted.open);
    const { id, cases } = await begun(product);
    const saved = await product.ask('lead', `PUT /drafts/${id}`, {
      over: 1,
      body: { document: '{"id": ', cases },
    });
    expect([saved.status, saved.body]).toMatchObject([
      200,
      { document: '{"id": ', findings: [{ code: 'not-json' }] },
    ]);
    const refused = await product.ask('lead', `POST /drafts/${id}/submit`, { over: 2, body: {} });
    expect(problemIn(refused)).toBe('draft-fails');
  });
});

describe('from nothing, what is begun can be submitted', () => {
  test.for(['ruleset', 'calendar', 'vocabulary'])('%s', async (kind) => {
    const product = await opened(wanted.open);
    const asked = { new: { kind, id: 'fresh', title: 'Fresh', jurisdiction: 'England' } };
    const draft = await begun(product, asked);
    const hash = await submitted(product, draft);
    await product.ask('approver', `POST /drafts/${draft.id}/approve`, { body: { hash } });
    const body = kind === 'ruleset' ? { days } : {};
    const released = await product.ask('releaser', `POST /drafts/${draft.id}/release`, { body });
    expect([released.status, released.body]).toMatchObject([200, { state: 'released' }]);
    const { rulesets, basis } = await product.deps.shelf.current();
    const held = { ruleset: rulesets.has('fresh'), calendar: basis.calendars.has('fresh') };
    expect({ ...held, vocabulary: basis.vocabularies.has('fresh@1') }).toMatchObject({ [kind]: true });
  });
});
