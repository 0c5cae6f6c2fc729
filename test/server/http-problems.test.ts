import { describe, expect, test } from 'vitest';
import { appFor, authorised, exampleFamily, posting, questionWith } from '../builders/http.ts';

const { app } = appFor();

const familyWith = (changes: object) => posting(questionWith({ family: { ...exampleFamily(), ...changes } }));
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
