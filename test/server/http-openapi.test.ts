import { describe, expect, test } from 'vitest';
import { access } from '../../server/identity/access.ts';
import { type Document, faults, type Parameter, schemasOf } from '../builders/as-documented.ts';
import { appFor, authorised, posting, questionWith } from '../builders/http.ts';

const { app } = appFor();

const document = (await (await app.request('/api/v1/openapi.json')).json()) as Document;

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    method,
    operation,
  })),
);

const compile = schemasOf(document);

const pointers = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : pointers(inner),
  );
};

function found(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      document,
    );
}

test('is OpenAPI 3.1 of exactly the addresses there are', () => {
  expect(document.openapi).toBe('3.1.0');
  const outside = ['GET /healthz', 'GET /metrics', 'GET /readyz'];
  // What is for reading, not for calling, is not in the document.
  const pages = /openapi\.json$|reference/;
  const rows = Object.keys(access).filter((row) => !pages.test(row));
  expect(operations.map(({ name }) => name).sort()).toEqual([...outside, ...rows].sort());
});

test('every reference in it leads somewhere in it', () => {
  const broken = [...new Set(pointers(document))].filter(
    (pointer) => !pointer.startsWith('#/') || found(pointer) === undefined,
  );
  expect(broken).toEqual([]);
});

test('every part of a path is a parameter, and no other is', () => {
  for (const { name, path, operation } of operations) {
    const inPath = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map((one) => one.name);
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    expect(inPath.sort(), name).toEqual(parts.sort());
  }
});

test('whatever needs somebody says so and what it needs, and nothing else does', () => {
  const needy = operations.filter(({ name }) => (access[name] ?? 'nobody') !== 'nobody');
  const secured = operations.filter(({ operation }) => operation.security !== undefined);
  expect(secured.map(({ name }) => name)).toEqual(needy.map(({ name }) => name));
  for (const { name, operation } of needy) {
    expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(['401', '403']));
    const told = (status: string, problem: string) =>
      operation.responses[status]?.description.split(`(\`${problem}\`)`);
    for (const problem of ['not-allowed', 'cross-site']) expect(told('403', problem), name).toHaveLength(2);
    for (const problem of ['key-missing', 'key-wrong', 'key-revoked', 'key-expired'])
      expect(told('401', problem), name).toHaveLength(2);
    for (const problem of ['session-wrong', 'session-ended', 'session-expired'])
      expect(told('401', problem), name).toHaveLength(2);
    expect(operation.description, name).toMatch(/Needs (any key|a session|the permission `[a-z:]+`)/);
  }
  expect(document.components.securitySchemes).toMatchObject({
    key: { type: 'http', scheme: 'bearer' },
    session: { type: 'apiKey', in: 'cookie' },
  });
});

/** The address of an operation with its examples in it. */
function exampleAddress(path: string, parameters: readonly Parameter[]): string {
  const value = (parameter: Parameter) => encodeURIComponent(String(parameter.schema.example));
  const query = parameters.filter((one) => one.in === 'query' && one.schema.example !== undefined);
  const address = parameters
    .filter((one) => one.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, value(one)), path);
  return query.length === 0
    ? address
    : `${address}?${query.map((one) => `${one.name}=${value(one)}`).join('&')}`;
}

/** What there is only after somebody made it: every answer of the governance tests is held against the document. */
const madeFirst = /^(?!GET \/api\/v1\/drafts$).*(drafts|\/release$|\/withdraw$)/;

/** Whether a key alone can ask for it, with what the document gives as examples. */
function askable({ name, operation, method }: (typeof operations)[number]): boolean {
  const fixed = (operation.parameters ?? []).filter((one) => one.in === 'path');
  const media = Object.values(operation.requestBody?.content ?? {});
  const whole = fixed.every(({ schema }) => schema.example !== undefined);
  const asked = method === 'get' || (method === 'post' && media.some(({ example }) => example !== undefined));
  return access[name] !== 'person' && whole && asked && !madeFirst.test(name);
}

/** The record of the example family, decided and kept: what is said of kept decisions can then be asked. */
async function keptExample(): Promise<string> {
  const asked = posting(questionWith({ keep: 'family' }));
  return (await app.request('/api/v1/evaluations', asked)).headers.get('threshold-record') ?? '';
}

describe('the example of every operation is answered as the document says', () => {
  test.for(operations.filter(askable))('$name', async ({ path, method, operation }) => {
    const media = operation.requestBody?.content['application/json'];
    if (media !== undefined) {
      expect(faults(compile(media.schema), media.example)).toBe('');
    }
    const lines = operation.requestBody?.content['application/x-ndjson'];
    const asLines = { ...authorised, 'content-type': 'application/x-ndjson' };
    const posted = lines === undefined ? posting(media?.example) : posting(lines.example, asLines);
    const init = media === undefined && lines === undefined ? { headers: authorised } : posted;
    const record = await keptExample();
    const address = exampleAddress(
      path.replace('/decisions/{id}', `/decisions/${record}`),
      operation.parameters ?? [],
    );
    const response = await app.request(address, { ...init, method: method.toUpperCase() });
    expect(response.status).toBe(200);
    const answer = operation.responses['200']?.content?.['application/json'];
    if (answer === undefined) return;
    expect(faults(compile(answer.schema), await response.json())).toBe('');
  });
});

describe('the schema refuses what the server refuses', () => {
  const media = operations.find(({ path }) => path === '/api/v1/evaluations')?.operation.requestBody?.content[
    'application/json'
  ];
  const example = media?.example as Record<string, unknown>;

  test.for([
    { why: 'an unknown key', body: { ...example, asof: '2012-12-01' } },
    {
      why: 'an unknown key of a family',
      body: { ...example, family: { ...(example.family as object), memebers: [] } },
    },
    {
      why: 'a family of nobody',
      body: { ...example, family: { ...(example.family as object), members: [] } },
    },
    { why: 'no version', body: { ...example, ruleset: { id: 'phase-1' } } },
  ])('$why', async ({ body }) => {
    expect(compile(media?.schema ?? {})(body)).toBe(false);
    expect((await app.request('/api/v1/evaluations', posting(body))).status).toBeGreaterThanOrEqual(400);
  });
});

describe('the catalogue of problems', () => {
  test('every problem has its address, which says the same', async () => {
    const { problems } = (await (await app.request('/api/v1/problems')).json()) as {
      problems: { name: string; type: string; status: number; title: string; about: string }[];
    };
    expect(problems.length).toBeGreaterThan(15);
    for (const problem of problems) {
      const one = await app.request(problem.type);
      expect([one.status, await one.json()]).toEqual([200, problem]);
    }
  });

  test('the document names each problem at the status it has', () => {
    const mentioned = JSON.stringify(document.paths);
    expect(mentioned).toContain('(`family-invalid`)');
    expect(mentioned).toContain('(`too-busy`)');
  });
});

describe('the reference page', () => {
  test('is whole on this server: every file it names is here', async () => {
    const page = await (await app.request('/api/v1/reference')).text();
    const files = [...page.matchAll(/(?:href|src)="(\/api\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(5);
    for (const file of files) expect((await app.request(file)).status, file).toBe(200);
    expect(page).not.toMatch(/https?:|<script>|style=|onload/);
  });

  test('the page is asked about each time, its files once a day', async () => {
    const kept = async (path: string) => (await app.request(`/api/v1${path}`)).headers.get('cache-control');
    expect(await kept('/reference')).toBe('no-cache');
    expect(await kept('/reference/swagger-ui.css')).toBe('public, max-age=86400');
  });
});
