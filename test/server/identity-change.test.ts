import { expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { appFor } from '../builders/http.ts';
import { personIn, sessionIn } from '../builders/identity.ts';

/** Somebody of Harrow, and what an administrator changes of them. */
async function changing(authority: string) {
  const { app, deps } = appFor();
  const { store } = deps;
  const headers = await sessionIn(store, await personIn(store, ['administrator'], authority));
  const someone = await personIn(store, ['reader'], 'Harrow');
  const change = (body: object) =>
    app.request(`/api/v1/people/${someone.id}`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const entries = () => store.read((q) => q.select().from(store.tables.auditEntry));
  return { store, someone, change, entries };
}

test.for([
  { body: { name: ' Ada  King ' }, now: { name: 'Ada  King', authority: 'Harrow' }, why: 'a name' },
  { body: { email: 'ADA@Example.org' }, now: { email: 'ada@example.org' }, why: 'an address, in one form' },
  { body: { authority: 'Oxfordshire' }, now: { authority: 'Oxfordshire' }, why: 'a council' },
  { body: { roles: ['analyst', 'reader', 'analyst'] }, now: { roles: ['analyst', 'reader'] }, why: 'roles' },
])('what is said of a person is changed, the rest stays: $why', async ({ body, now }) => {
  const { store, someone, change } = await changing('national');
  const answer = await change(body);
  const rest = { id: someone.id, email: someone.email, roles: ['reader'], authority: 'Harrow' };
  expect([answer.status, await answer.json()]).toMatchObject([200, { ...rest, ...now }]);
  expect((await verifyAudit(store)).findings).toEqual([]);
});

test('the audit log says which council and roles there were and are, and never a name or an address', async () => {
  const { someone, change, entries } = await changing('national');
  await change({ name: 'Ada King', email: 'king@example.org', authority: 'Oxfordshire' });
  const entry = (await entries()).at(-1);
  expect(entry).toMatchObject({ action: 'person-changed', subject: someone.id });
  const said = JSON.stringify(entry);
  for (const council of ['Harrow', 'Oxfordshire']) expect(said).toContain(council);
  for (const theirs of ['Ada King', 'king@example.org', someone.email]) expect(said).not.toContain(theirs);
});

test.for([
  { body: { authority: 'Oxfordshire' }, status: 403, why: 'away from the council that it has charge of' },
  { body: { authority: 'national' }, status: 403, why: 'nor to none' },
  { body: { authority: 'Harrow', name: 'Ada' }, status: 200, why: 'but to where they are' },
])('an administrator of one council moves nobody, $why', async ({ body, status }) => {
  const { change } = await changing('Harrow');
  expect((await change(body)).status).toBe(status);
});

test('an address that somebody else has is refused, and nothing is changed', async () => {
  const { store, change, entries } = await changing('national');
  const other = await personIn(store, ['reader']);
  const before = (await entries()).length;
  const answer = await change({ name: 'Ada', email: other.email.toUpperCase() });
  expect([answer.status, await answer.json()]).toMatchObject([
    409,
    { type: expect.stringMatching(/email-taken$/) as string },
  ]);
  expect(await entries()).toHaveLength(before);
});
