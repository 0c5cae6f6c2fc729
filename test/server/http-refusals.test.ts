import { describe, expect, test } from 'vitest';
import { appFor, authorised, exampleFamily, json, key, posting, questionWith } from '../builders/http.ts';

interface Row {
  readonly why: string;
  readonly path?: string;
  readonly init: RequestInit;
  readonly status: number;
  readonly problem: string;
  /** `code pointer` of every finding, in order. */
  readonly findings?: readonly string[];
}

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly requestId: string;
  readonly findings?: readonly {
    readonly code: string;
    readonly pointer: string;
    readonly message: string;
  }[];
}

const { app } = appFor();

const familyWith = (changes: object) => posting(questionWith({ family: { ...exampleFamily(), ...changes } }));
const recordsWith = (records: object) => familyWith({ records });
const navigating = { headers: { accept: 'text/html,*/*;q=0.8' } };
const picturing = { headers: { accept: 'image/avif,image/webp,*/*;q=0.8' } };
const rulesetOf = (ruleset: unknown) => posting(questionWith({ ruleset }));
const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

const rows: readonly Row[] = [
  {
    why: 'no key',
    init: posting(questionWith(), { 'content-type': 'application/json' }),
    status: 401,
    problem: 'key-missing',
  },
  {
    why: 'a key of another scheme',
    init: posting(questionWith(), { ...json, authorization: `Basic ${btoa(`a:${key}`)}` }),
    status: 401,
    problem: 'key-missing',
  },
  {
    why: 'a wrong key',
    init: posting(questionWith(), { ...json, authorization: `Bearer ${key}x` }),
    status: 401,
    problem: 'key-wrong',
  },
  {
    why: 'the beginning of the key',
    init: posting(questionWith(), { ...json, authorization: `Bearer ${key.slice(0, -1)}` }),
    status: 401,
    problem: 'key-wrong',
  },
  {
    why: 'nothing at the address',
    path: '/api/v1/evaluation',
    init: { headers: authorised },
    status: 404,
    problem: 'not-found',
  },
  { why: 'nothing outside the API', path: '/admin', init: {}, status: 404, problem: 'not-found' },
  { why: 'no such asset', path: '/assets/none.js', init: {}, status: 404, problem: 'not-found' },
  { why: 'nor for a browser', path: '/assets/none.js', init: navigating, status: 404, problem: 'not-found' },
  { why: 'no address of the API', path: '/api/v2', init: navigating, status: 404, problem: 'not-found' },
  { why: 'a picture', path: '/favicon.ico', init: picturing, status: 404, problem: 'not-found' },
  {
    why: 'a path that climbs out',
    path: '/assets/..%2f..%2fpackage.json',
    init: {},
    status: 404,
    problem: 'not-found',
  },
  { why: 'no such problem', path: '/api/v1/problems/none', init: {}, status: 404, problem: 'not-found' },
  {
    why: 'a method the address does not answer',
    init: { headers: authorised },
    status: 405,
    problem: 'method-not-allowed',
  },
  {
    why: 'no content type',
    init: posting(questionWith(), authorised),
    status: 415,
    problem: 'content-type-unsupported',
  },
  {
    why: 'another content type',
    init: posting(questionWith(), { ...json, 'content-type': 'text/plain' }),
    status: 415,
    problem: 'content-type-unsupported',
  },
  {
    why: 'another character set',
    init: posting(questionWith(), { ...json, 'content-type': 'application/json; charset=latin1' }),
    status: 415,
    problem: 'content-type-unsupported',
  },
  {
    why: 'a coded body',
    init: posting(questionWith(), { ...json, 'content-encoding': 'gzip' }),
    status: 415,
    problem: 'content-type-unsupported',
  },
  {
    why: 'a body over the limit',
    init: posting(questionWith({ family: { id: 'x'.repeat(64 * 1024) } })),
    status: 413,
    problem: 'body-too-large',
  },
  {
    why: 'an empty body',
    init: posting(''),
    status: 400,
    problem: 'body-not-json',
    findings: ['not-json '],
  },
  {
    why: 'not JSON',
    init: posting('{"ruleset": nope}'),
    status: 400,
    problem: 'body-not-json',
    findings: ['not-json /ruleset'],
  },
  {
    why: 'bytes that are not UTF-8',
    init: { method: 'POST', headers: json, body: new Uint8Array([0x7b, 0xff, 0x7d]) },
    status: 400,
    problem: 'body-not-json',
  },
  {
    why: 'a key given twice',
    init: posting('{"asOf":"2012-12-01","asOf":"2012-12-02"}'),
    status: 400,
    problem: 'body-not-json',
    findings: ['duplicate-key /asOf'],
  },
  {
    why: 'a key that programs keep',
    init: posting('{"family":{"__proto__":{"id":"x"}}}'),
    status: 400,
    problem: 'body-not-json',
    findings: ['reserved-key /family/__proto__'],
  },
  {
    why: 'depth 10,000',
    init: posting(nested(10_000)),
    status: 400,
    problem: 'body-not-json',
    findings: ['too-deep '],
  },
  {
    why: 'another kind of value',
    init: posting([]),
    status: 400,
    problem: 'body-invalid',
    findings: ['wrong-type '],
  },
  {
    why: 'an empty question: every missing key at once',
    init: posting({}),
    status: 400,
    problem: 'body-invalid',
    findings: ['missing-key /ruleset', 'missing-key /asOf', 'missing-key /family'],
  },
  {
    why: 'an unknown key beside others that are wrong',
    init: posting(questionWith({ asof: '2012-12-01', trace: 'ful' })),
    status: 400,
    problem: 'body-invalid',
    findings: ['not-allowed /trace', 'unknown-key /asof'],
  },
  {
    why: '30 February',
    init: posting(questionWith({ asOf: '2012-02-30' })),
    status: 400,
    problem: 'body-invalid',
    findings: ['not-a-day /asOf'],
  },
  {
    why: 'the day before the first that is taken',
    init: posting(questionWith({ asOf: '1899-12-31' })),
    status: 400,
    problem: 'body-invalid',
    findings: ['out-of-range /asOf'],
  },
  {
    why: 'the day after the last that is taken',
    init: posting(questionWith({ restateAttachment: '2200-01-01' })),
    status: 400,
    problem: 'body-invalid',
    findings: ['out-of-range /restateAttachment'],
  },
  {
    why: 'a family that is a list',
    init: posting(questionWith({ family: [] })),
    status: 400,
    problem: 'body-invalid',
    findings: ['wrong-type /family'],
  },
  {
    why: 'a selector as text',
    init: rulesetOf('phase-1@1.0.0'),
    status: 400,
    problem: 'body-invalid',
    findings: ['wrong-type /ruleset'],
  },
  {
    why: 'no implicit latest',
    init: rulesetOf({ id: 'phase-1' }),
    status: 400,
    problem: 'body-invalid',
    findings: ['unknown-form /ruleset'],
  },
  {
    why: 'latest is not a version',
    init: rulesetOf({ latest: true }),
    status: 400,
    problem: 'body-invalid',
    findings: ['unknown-form /ruleset', 'missing-key /ruleset/id', 'unknown-key /ruleset/latest'],
  },
  {
    why: 'a version both by number and by hash',
    init: rulesetOf({ id: 'phase-1', version: '1.0.0', hash: 'sha256:0' }),
    status: 400,
    problem: 'body-invalid',
    findings: ['several-forms /ruleset'],
  },
  {
    why: 'in force on a day that does not exist',
    init: rulesetOf({ id: 'phase-1', inForceOn: '2013-02-29' }),
    status: 400,
    problem: 'body-invalid',
    findings: ['not-a-day /ruleset/inForceOn'],
  },
  {
    why: 'an unknown ruleset',
    init: rulesetOf({ id: 'phase1', version: '1.0.0' }),
    status: 404,
    problem: 'ruleset-not-found',
  },
  {
    why: 'an unknown version',
    init: rulesetOf({ id: 'phase-1', version: '9.9.9' }),
    status: 404,
    problem: 'version-not-found',
  },
  {
    why: 'an unknown hash',
    init: rulesetOf({ id: 'phase-1', hash: 'sha256:00' }),
    status: 404,
    problem: 'version-not-found',
  },
  {
    why: 'nothing in force yet',
    init: rulesetOf({ id: 'phase-1', inForceOn: '2000-01-01' }),
    status: 422,
    problem: 'nothing-in-force',
  },
  {
    why: 'an unknown field of a family',
    init: familyWith({ memebers: [] }),
    status: 422,
    problem: 'family-invalid',
    findings: ['unknown-key /family/memebers'],
  },
  {
    why: 'a family of nobody',
    init: familyWith({ members: [], records: {}, coverage: {} }),
    status: 422,
    problem: 'family-invalid',
    findings: ['no-members /family/members'],
  },
  {
    why: 'an unknown kind, an unknown member and an impossible date in one record',
    init: recordsWith({ exclusion: [{ member: 'm9', on: '2012-02-30', kind: 'fixd-term' }] }),
    status: 422,
    problem: 'family-invalid',
    findings: [
      'unknown-kind /family/records/exclusion/0/kind',
      'unknown-member /family/records/exclusion/0/member',
      'not-a-day /family/records/exclusion/0/on',
    ],
  },
  {
    why: '`to` on the day of `from`',
    init: recordsWith({ benefit: [{ member: 'm1', from: '2012-01-01', to: '2012-01-01', kind: 'JSA' }] }),
    status: 422,
    problem: 'family-invalid',
    findings: ['to-not-after-from /family/records/benefit/0/to'],
  },
  {
    why: 'negative sessions, and more absence than sessions',
    init: recordsWith({
      'term-attendance': [
        { member: 'm2', term: '2012-13/autumn', possible: 10, authorised: -4, unauthorised: 0 },
        { member: 'm2', term: '2011-12/autumn', possible: 10, authorised: 5, unauthorised: 6 },
      ],
    }),
    status: 422,
    problem: 'family-invalid',
    findings: [
      'negative /family/records/term-attendance/0/authorised',
      'more-than-limit /family/records/term-attendance/1',
    ],
  },
  {
    why: 'a vocabulary that does not exist',
    init: familyWith({ vocabulary: 'family@9' }),
    status: 422,
    problem: 'family-invalid',
    findings: ['unknown-vocabulary /family/vocabulary'],
  },
  {
    why: 'in force asked without a day',
    path: '/api/v1/rulesets/phase-1/in-force',
    init: { headers: authorised },
    status: 400,
    problem: 'query-invalid',
    findings: ['missing-key /on'],
  },
  {
    why: 'an unknown parameter of an address',
    path: '/api/v1/rulesets?on=2012-02-30&at=now',
    init: { headers: authorised },
    status: 400,
    problem: 'query-invalid',
    findings: ['not-a-day /on', 'unknown-key /at'],
  },
  {
    why: 'a version that is not there, by address',
    path: '/api/v1/rulesets/phase-1/versions/2.0.0',
    init: { headers: authorised },
    status: 404,
    problem: 'version-not-found',
  },
  {
    why: 'changes to a version that is not there',
    path: '/api/v1/rulesets/phase-1/versions/1.0.0/changes-to/2.0.0',
    init: { headers: authorised },
    status: 404,
    problem: 'version-not-found',
  },
  {
    why: 'changes of a ruleset that is not there',
    path: '/api/v1/rulesets/phase-9/versions/1.0.0/changes-to/1.0.0',
    init: { headers: authorised },
    status: 404,
    problem: 'ruleset-not-found',
  },
  {
    why: 'a ruleset that is not there, by address',
    path: '/api/v1/rulesets/constructor/versions',
    init: { headers: authorised },
    status: 404,
    problem: 'ruleset-not-found',
  },
  {
    why: 'a vocabulary that is not there, by address',
    path: '/api/v1/vocabularies/family@9',
    init: { headers: authorised },
    status: 404,
    problem: 'vocabulary-not-found',
  },
  {
    why: 'a calendar that is not there, by address',
    path: '/api/v1/calendars/wales',
    init: { headers: authorised },
    status: 404,
    problem: 'calendar-not-found',
  },
];

describe('each bad request has its own clear answer', () => {
  test.for(rows)(
    '$problem: $why',
    async ({ path = '/api/v1/evaluations', init, status, problem, findings }) => {
      const response = await app.request(path, init);
      const body = (await response.json()) as Problem;
      expect({
        status: response.status,
        type: body.type,
        findings: body.findings?.map(({ code, pointer }) => `${code} ${pointer}`),
      }).toEqual({ status, type: `/api/v1/problems/${problem}`, findings });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(body.status).toBe(status);
      expect(response.headers.get('x-request-id')).toBe(body.requestId);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    },
  );
});
