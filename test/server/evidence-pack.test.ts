import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { EvidencePack } from '../../server/evidence/format.ts';
import { exampleFamily, json } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { decidedThrice, verified } from '../builders/packs.ts';
import { databases } from '../builders/stores.ts';

const page = { headers: { ...json, accept: 'text/html' } };
const whole = { found: [], notes: [] };
const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&<!--';

/** The text that stands between tags, as a browser reads it. */
function textOf(html: string): string {
  return html
    .replace(/<script[\s\S]*<\/script>/, '')
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe.each(databases)('$name', (database) => {
  test('a pack of all that is kept of a family is whole, as JSON and as a page', async () => {
    const { ask, pack, records } = await decidedThrice(database);
    const found = await pack();
    expect(
      found.decisions.map(({ record, replayed, familyHash }) => [record.record, replayed.result, familyHash]),
    ).toEqual([
      [records[0], 'same', found.families[0]?.hash],
      [records[1], 'same', found.families[0]?.hash],
      [records[2], 'cannot-be-replayed', null],
    ]);
    expect(found.families).toEqual([{ hash: expect.any(String) as string, document: exampleFamily() }]);
    expect(found.documents.rulesets.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'phase-1 1.0.0',
      'oxfordshire 1.0.0',
    ]);
    expect(found.made).toMatchObject({ by: 'key:k-1', authority: 'Harrow', family: 'F-001', chosen: false });
    expect(verified(JSON.stringify(found))).toMatchObject(whole);
    const answer = await ask('/families/F-001/evidence-pack?as=html', page);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+';/,
    );
    expect(verified(answer.text)).toMatchObject(whole);
    const text = textOf(answer.text);
    expect(text).toContain(
      'The family is eligible, by the route “All three national criteria”. Nothing is due.',
    );
    expect(text).toContain('m2 has had a proven offence as a minor from 1 October 2011 to 1 October 2012.');
    expect(text).toContain('Decision 3 was kept without the family’s record');
  });

  test('records are chosen; one that is not of the family is as if it were not there', async () => {
    const { ask, pack, records } = await decidedThrice(database);
    const found = await pack(`?record=${String(records[1])}`);
    expect(found.made.chosen).toBe(true);
    expect(found.decisions.map(({ record }) => record.record)).toEqual([records[1]]);
    expect(verified(JSON.stringify(found))).toMatchObject(whole);
    const rows = [
      {
        path: `/families/F-001/evidence-pack?record=${String(records[0])}&record=nowhere`,
        name: 'decision-not-found',
      },
      { path: '/families/F-002/evidence-pack', name: 'family-not-kept' },
      { path: '/decisions/nowhere/evidence-pack', name: 'decision-not-found' },
      { path: '/families/F-001/evidence-pack?as=pdf', name: 'query-invalid' },
    ];
    for (const { path, name } of rows)
      expect((await ask(path)).body, path).toMatchObject({ type: `/api/v1/problems/${name}` });
  });

  test('another authority’s families and records are as if they were not there', async () => {
    const { ask, asking, records } = await decidedThrice(database);
    asking.principal = somebody('Oxfordshire', 'k-2');
    expect((await ask('/families/F-001/evidence-pack')).status).toBe(404);
    expect((await ask(`/families/F-001/evidence-pack?record=${String(records[0])}`)).status).toBe(404);
    expect((await ask(`/decisions/${String(records[0])}/evidence-pack`)).status).toBe(404);
  });

  test('an erased decision has a pack that says so, by its record', async () => {
    const { ask, records } = await decidedThrice(database);
    const erasing = { method: 'DELETE', headers: json, body: JSON.stringify({ reason: 'asked for' }) };
    expect((await ask('/families/F-001', erasing)).status).toBe(200);
    expect((await ask('/families/F-001/evidence-pack')).status).toBe(404);
    const path = `/decisions/${String(records[0])}/evidence-pack`;
    const { body, text } = await ask(path);
    expect(body).toMatchObject({
      made: { family: null },
      families: [],
      decisions: [
        { record: { family: { held: 'erased' } }, replayed: { why: 'family-erased' }, decided: null },
      ],
    });
    // because the cases of the rules have a family of that id
    expect(JSON.stringify({ ...body, documents: null })).not.toContain('F-001');
    expect(verified(text)).toMatchObject(whole);
    const { text: html } = await ask(`${path}?as=html`);
    expect(textOf(html)).toContain('Decision 1 is of a family that was erased');
    expect(verified(html)).toMatchObject(whole);
  });

  test('a superseded decision and the one that stands in for it name each other', async () => {
    const { keep, post, ask } = await keepingApp(database);
    const was = await keep({ ruleset: { id: 'phase-2', version: '1.0.0' }, asOf: '2016-03-01' });
    const { body: kept } = await ask(`/decisions/${was}`);
    const restsOn = (kept['ruleset'] as { hash: string }).hash;
    const correction = {
      restsOn,
      ruleset: { id: 'phase-2', version: '1.1.0' },
      reason: 'the threshold was wrong',
    };
    const { body } = await post('/corrections', correction);
    const [{ now } = { now: '' }] = body['decided'] as readonly { now: string }[];
    const { body: pack, text } = await ask('/families/F-001/evidence-pack');
    expect((pack as unknown as EvidencePack).decisions).toMatchObject([
      { record: { record: was }, supersededBy: [now] },
      { record: { record: now, supersedes: was, note: 'the threshold was wrong' }, supersededBy: [] },
    ]);
    expect(verified(text)).toMatchObject(whole);
    const html = textOf((await ask('/families/F-001/evidence-pack?as=html')).text);
    expect(html).toContain(`Another decision stands in for this one: ${now} .`);
    expect(html).toContain(`It stands in for the decision ${was} : the threshold was wrong.`);
  });

  test('a decision of a batch is sealed among the others, of which nothing but digests leaves', async () => {
    const { ask } = await keepingApp(database);
    const lines = ['F-1', 'F-2', 'F-3'].map((id) => JSON.stringify({ ...exampleFamily(), id })).join('\n');
    const query = 'ruleset=phase-1&version=1.0.0&asOf=2013-10-01&keep=family';
    const headers = { ...json, 'content-type': 'application/x-ndjson' };
    expect((await ask(`/evaluations/batch?${query}`, { method: 'POST', headers, body: lines })).status).toBe(
      200,
    );
    const { text, body } = await ask('/families/F-2/evidence-pack');
    expect((body as unknown as EvidencePack).audit.entries.map(({ rows }) => rows.length)).toEqual([3]);
    expect(text).not.toMatch(/F-[13]"/);
    expect(verified(text)).toMatchObject(whole);
  });

  test('that a pack was made is in the audit log, with its hash and not a word of the family', async () => {
    const { ask, store, records } = await decidedThrice(database);
    const { headers } = await ask('/families/F-001/evidence-pack?as=html');
    const entries = await store.read((q) => q.select().from(store.tables.auditEntry));
    expect(entries.at(-1)).toMatchObject({
      action: 'evidence-pack-made',
      actor: 'key:k-1',
      authority: 'Harrow',
    });
    expect(JSON.parse(entries.at(-1)?.detail ?? '')).toEqual({
      pack: headers.get('threshold-pack'),
      records,
    });
    expect(JSON.stringify(entries)).not.toContain('F-001');
    expect((await verifyAudit(store)).findings).toEqual([]);
  });
});

test('text of a family that looks like markup stays text', async () => {
  const { post, ask } = await keepingApp(databases[0]);
  const family = {
    ...exampleFamily(),
    id: HOSTILE,
    localAuthority: HOSTILE,
    records: { offence: [{ member: 'm2', on: '2012-08-03', proven: true, evidence: HOSTILE }] },
  };
  const asked = { ruleset: { id: 'phase-1', version: '1.0.0' }, asOf: '2012-12-01', family, keep: 'family' };
  expect((await post('/evaluations', asked)).status).toBe(200);
  const { text, status } = await ask(`/families/${encodeURIComponent(HOSTILE)}/evidence-pack?as=html`);
  expect(status).toBe(200);
  expect(verified(text)).toMatchObject(whole);
  expect(text).not.toContain('<img');
  expect(text.match(/<\/script>/g)).toHaveLength(1);
  expect(text.match(/<!--/g)).toBeNull();
  expect(text).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;!--');
});

test('null and an empty list are on the page what they are in a family: known to be none, or not said', async () => {
  const { post, ask } = await keepingApp(databases[0]);
  const family = {
    ...exampleFamily(),
    coverage: { 'asb-incident': [{ from: '2012-01-01', to: '2012-10-01' }] },
    records: {
      offence: null,
      'asb-incident': [],
      'police-call-out': [],
      employment: [{ member: 'm1', from: '2012-09-03', to: null, via: null, source: null }],
    },
  };
  const asked = { ruleset: { id: 'phase-1', version: '1.0.0' }, asOf: '2012-12-01', family, keep: 'family' };
  expect((await post('/evaluations', asked)).status).toBe(200);
  const { text } = await ask('/families/F-001/evidence-pack?as=html');
  expect(textOf(text)).toContain(' Police call-outs: known to be none. ');
  expect(textOf(text)).toMatch(/: none, on the days for which they are known to be complete\. /);
  expect(textOf(text)).toMatch(/ m1 3 September 2012 goes on not said none /);
});

test('more decisions than a pack holds are to be chosen from', async () => {
  const { ask } = await keepingApp(databases[0]);
  const query = 'ruleset=phase-1&version=1.0.0&asOf=2013-10-01&keep=family';
  const headers = { ...json, 'content-type': 'application/x-ndjson' };
  const keep = () =>
    ask(`/evaluations/batch?${query}`, { method: 'POST', headers, body: JSON.stringify(exampleFamily()) });
  for (let kept = 0; kept < 50; kept += 1) await keep();
  expect((await ask('/families/F-001/evidence-pack')).status).toBe(200);
  await keep();
  const { status, body } = await ask('/families/F-001/evidence-pack');
  expect([status, body['detail']]).toEqual([422, '51 decisions are asked for, and a pack holds at most 50']);
});
