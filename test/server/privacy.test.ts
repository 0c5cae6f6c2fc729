import { expect, test } from 'vitest';
import { auditEntries } from '../../server/audit/read.ts';
import { access } from '../../server/identity/access.ts';
import { appFor, authorised, exampleFamily, json, questionWith } from '../builders/http.ts';

const word = 'Zachariah';

/** A family whose every text that is free is a word to look for. */
function marked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => marked(one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
  const named = ['id', 'member', 'localAuthority', 'source', 'evidence', 'verifiedBy'].includes(key);
  return typeof value === 'string' && named ? `${word}-${value}` : value;
}

const family = marked(exampleFamily());
/** The family as it is, with an unknown key, and as text that is cut: each way in which it can reach a log. */
const bodies = [
  questionWith({ family }),
  questionWith({ family: { ...(family as object), [word]: word } }),
  {
    left: { id: 'phase-1', version: '1.0.0' },
    right: { id: 'harrow', version: '1.0.0' },
    asOf: '2012-12-01',
    family,
  },
].flatMap((body) => [JSON.stringify(body), JSON.stringify(body).slice(0, -9)]);

/** An address with the word in every part of it that a caller fills. */
const filled = (path: string) => path.replace(/\{\w+\}/g, word);

function requestsOf(address: string): { path: string; init: RequestInit }[] {
  const [method = '', path = ''] = address.split(' ');
  if (method === 'GET') return [{ path: `${filled(path)}?on=${word}`, init: { headers: authorised } }];
  const lines = `${JSON.stringify(family)}\n{"id":"${word}"\n`;
  const batch = '?ruleset=phase-1&version=1.0.0&asOf=2012-12-01';
  const asLines = { ...authorised, 'content-type': 'application/x-ndjson' };
  return [
    ...bodies.map((body) => ({ path: filled(path), init: { method, headers: json, body } })),
    { path: `${filled(path)}${batch}`, init: { method, headers: asLines, body: lines } },
  ];
}

test('no route leaves a word of a family in the log, the metrics or the audit log', async () => {
  const { app, deps, logged } = appFor();
  let decided = 0;
  for (const address of Object.keys(access))
    for (const { path, init } of requestsOf(address)) {
      const answer = await app.request(path, init);
      if ((await answer.text()).includes(word) && answer.status === 200) decided += 1;
    }
  const entries: unknown[] = [];
  for await (const entry of auditEntries(deps.store, {})) entries.push(entry);
  const metrics = await (await app.request('/metrics')).text();
  expect(decided).toBeGreaterThanOrEqual(3);
  expect(logged.length).toBeGreaterThan(Object.keys(access).length);
  for (const held of [JSON.stringify(logged), metrics, JSON.stringify(entries)])
    expect(held).not.toContain(word);
});
