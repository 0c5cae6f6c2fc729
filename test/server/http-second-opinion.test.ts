import { expect, test } from 'vitest';
import { judge, translate } from '../../engine/second-opinion.ts';
import type { SecondOpinion } from '../../server/library/agreed.ts';
import { appFor, exampleFamily, posting, questionWith } from '../builders/http.ts';

/** The public engine, given rules in which one member's education is turned round. */
const contrary: SecondOpinion = (ruleset, computed) => {
  const plain = translate(ruleset, computed);
  const rules = plain.rules.map((rule) => {
    const { fact, value } = rule.event.params;
    if (!/^education\.\w+@/.test(fact)) return rule;
    const params = { fact, value: value === 'met' ? 'not-met' : 'met' };
    return { ...rule, event: { ...rule.event, params } };
  });
  return judge({ ...plain, rules });
};

test('where the engines do not agree there is no decision, and the log says where', async () => {
  const { app, logged } = appFor({ secondOpinion: contrary });
  const response = await app.request('/api/v1/evaluations', posting(questionWith()));
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = (await response.json()) as { places: string[] };
  expect(body).toMatchObject({
    type: '/api/v1/problems/engines-disagree',
    status: 500,
    requestId: 'request-1',
    places: expect.arrayContaining(['education.placement']) as unknown,
  });
  expect(logged).toContainEqual({
    level: 'error',
    message: 'engines-disagree',
    fields: {
      requestId: 'request-1',
      ruleset: { id: 'phase-1', version: '1.0.0', hash: expect.stringMatching(/^sha256:/) as unknown },
      places: body.places,
    },
  });
});

test('neither the answer nor the log says anything of the family', async () => {
  const { app, logged } = appFor({ secondOpinion: contrary });
  const family = exampleFamily();
  const response = await app.request('/api/v1/evaluations', posting(questionWith({ family })));
  const { members } = family as { members: { id: string }[] };
  const said = (await response.text()) + JSON.stringify(logged);
  for (const word of [family.id as string, ...members.map(({ id }) => id), '@', '2000-05-11']) {
    expect(said).not.toContain(word);
  }
});

test('a decision that was taken as given in some place is answered, and the log says so', async () => {
  const { app, logged } = appFor({
    secondOpinion: () => Promise.resolve({ agree: true, differences: [], taken: ['crime@m1', 'crime@m2'] }),
  });
  const response = await app.request('/api/v1/evaluations', posting(questionWith()));
  expect(response.status).toBe(200);
  expect(logged.find(({ message }) => message === 'no-second-opinion')).toMatchObject({
    level: 'warn',
    fields: { requestId: 'request-1', places: ['crime'] },
  });
});

test('a second opinion that fails is a fault, not a decision', async () => {
  const { app } = appFor({ secondOpinion: () => Promise.reject(new Error('out of order')) });
  const response = await app.request('/api/v1/evaluations', posting(questionWith()));
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ type: '/api/v1/problems/unexpected' });
});
