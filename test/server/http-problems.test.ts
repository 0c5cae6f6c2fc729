import { describe, expect, test } from 'vitest';
import { appFor, authorised, exampleFamily, posting, questionWith } from '../builders/http.ts';

const { app } = appFor();

const familyWith = (changes: object) => posting(questionWith({ family: { ...exampleFamily(), ...changes } }));
const window = {
  ...{ id: 'spring', label: 'Spring', programme: 'troubled-families', phase: 1 },
  ...{ opens: '2015-05-01', closes: '2015-06-01', source: { ref: 'guide', standing: 'sourced' } },
};
const rulesetOf = (ruleset: unknown) => posting(questionWith({ ruleset }));

describe('a problem says what there is instead', () => {
  const answer = async (init: RequestInit): Promise<unknown> =>
    (await app.request('/api/v1/evaluations', init)).json();

  test.for([
    {
      why: 'a ruleset: the ids, and the nearest',
      ruleset: { id: 'phase1', version: '1.0.0' },
      told: { suggestion: 'phase-1', rulesets: expect.arrayContaining(['phase-1', 'phase-2']) as unknown },
    },
    {
      why: 'a version: those there are, with hashes',
      ruleset: { id: 'phase-1', version: '1.1.0' },
      told: {
        suggestion: '1.0.0',
        versions: [{ version: '1.0.0', hash: expect.stringMatching(/^sha256:/) as unknown }],
      },
    },
    {
      why: 'a day: every release',
      ruleset: { id: 'phase-1', inForceOn: '2000-01-01' },
      told: { releases: [expect.objectContaining({ version: '1.0.0', from: '2012-04-01' })] },
    },
  ])('$why', async ({ ruleset, told }) => {
    expect(await answer(rulesetOf(ruleset))).toMatchObject(told);
  });

  test('a size: the limit', async () => {
    expect(await answer(posting('x'.repeat(64 * 1024 + 1)))).toMatchObject({ limitBytes: 64 * 1024 });
  });

  test('a word: the nearest, with line and column where the text is at fault', async () => {
    expect(await answer(familyWith({ memebers: [] }))).toMatchObject({
      findings: [{ message: 'no key of a family is named `memebers`', suggestion: 'members' }],
    });
    expect(await answer(posting('{\n "asOf": }'))).toMatchObject({ findings: [{ line: 2, column: 10 }] });
  });

  test.for([
    {
      why: 'a field of the body',
      path: '/evaluations',
      init: posting(questionWith({ tracee: 'full' })),
      told: [{ pointer: '/tracee', suggestion: 'trace' }],
    },
    {
      why: 'a field of the body by more than one letter',
      path: '/evaluations',
      init: posting(questionWith({ restateAtachment: '2014-01-01' })),
      told: [{ pointer: '/restateAtachment', suggestion: 'restateAttachment' }],
    },
    {
      why: 'a field of one of several forms',
      path: '/evaluations',
      init: rulesetOf({ id: 'phase-1', inForceOn: '2013-01-01', knownOm: '2013-01-01' }),
      told: [{ pointer: '/ruleset/knownOm', suggestion: 'knownOn' }],
    },
    {
      why: 'a field inside another',
      path: '/claim-windows',
      init: posting({ window, source: { title: 'A guide', publishr: 'Somebody' } }),
      told: [{ pointer: '/source/publishr', suggestion: 'publisher' }],
    },
    {
      why: 'a parameter',
      path: '/rulesets?onn=2013-01-01',
      init: { headers: authorised },
      told: [{ pointer: '/onn', suggestion: 'on' }],
    },
    {
      why: 'not one that is given already',
      path: '/evaluations',
      init: posting(questionWith({ asof: '2012-12-01' })),
      told: [{ pointer: '/asof', suggestion: undefined }],
    },
    {
      why: 'not one of another object',
      path: '/rulesets?asOff=2013-01-01',
      init: { headers: authorised },
      told: [{ pointer: '/asOff', suggestion: undefined }],
    },
  ])('an unknown key: the nearest of its own object ($why)', async ({ path, init, told }) => {
    const answered = (await (await app.request(`/api/v1${path}`, init)).json()) as {
      readonly findings: readonly { readonly pointer: string; readonly suggestion?: string }[];
    };
    const found = answered.findings.map(({ pointer, suggestion }) => ({ pointer, suggestion }));
    expect(found).toEqual(told);
  });

  test('a key: the scheme to use', async () => {
    const response = await app.request('/api/v1/rulesets');
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="threshold"');
    const wrong = await app.request('/api/v1/rulesets', { headers: { authorization: 'Bearer no' } });
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="threshold", error="invalid_token"');
  });

  test('a method: those there are', async () => {
    const refused = await app.request('/api/v1/rulesets', { method: 'DELETE', headers: authorised });
    expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    const asked = await app.request('/api/v1/evaluations', { method: 'OPTIONS', headers: authorised });
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  });
});
