import { expect, test } from 'vitest';
import { governed } from '../builders/governed.ts';
import { openWanted } from '../builders/stores.ts';

interface Parameters {
  readonly parameters: Readonly<Record<string, object>>;
}

/** The parameter of an age is called as a fact was that the version has, and nothing else is. */
function withFactForParameter(text: string): string {
  const renamed = text.replaceAll('"arrests"', '"arrests-counted"');
  expect(renamed).not.toBe(text);
  const document = JSON.parse(renamed) as Parameters;
  const { 'adult-age': age } = document.parameters;
  return JSON.stringify({ ...document, parameters: { ...document.parameters, arrests: age } });
}

test('a draft is told at every save, and refused when it is submitted, where it uses an id of its version again', async () => {
  const { ask } = await governed(openWanted);
  const begun = await ask('lead', 'POST /drafts', { body: { version: { id: 'phase-1', version: '1.0.0' } } });
  const { id, document, cases } = begun.body as unknown as Record<'id' | 'document' | 'cases', string>;
  const found = {
    ...{ code: 'id-of-another-kind', severity: 'error', file: 'document' },
    ...{ pointer: '/parameters/arrests', suggestion: 'arrests-2' },
    message: '`arrests` is the id of a fact in phase-1 1.0.0, and cannot be that of a parameter',
  };
  const reused = (body: unknown) =>
    (body as { findings: { code: string }[] }).findings.filter(({ code }) => code === found.code);
  expect(reused(begun.body)).toEqual([]);
  const edited = { document: withFactForParameter(document), cases };
  const saved = await ask('lead', `PUT /drafts/${id}`, { over: 1, body: edited });
  expect(reused(saved.body)).toEqual([found]);
  const checked = await ask('lead', `GET /drafts/${id}/checks`);
  expect([reused(checked.body), checked.body]).toMatchObject([[found], { passes: false }]);
  const submitted = await ask('lead', `POST /drafts/${id}/submit`, { over: 2, body: {} });
  expect(submitted.status).toBe(422);
});
