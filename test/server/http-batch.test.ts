import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appFor, authorised, exampleFamily } from '../builders/http.ts';
import { lineTo, listening } from '../builders/socket.ts';

const { app, logged } = appFor();
const headers = { ...authorised, 'content-type': 'application/x-ndjson' };
const address = '/api/v1/evaluations/batch';
const exactly = 'ruleset=phase-1&version=1.0.0&asOf=2012-12-01';

const family = (id: string, changes: object = {}) => JSON.stringify({ ...exampleFamily(), id, ...changes });

function post(body: BodyInit | null, query = exactly, more: Record<string, string> = headers) {
  return app.request(`${address}?${query}`, {
    method: 'POST',
    headers: more,
    body,
    duplex: 'half',
  } as RequestInit);
}

interface Line {
  readonly line: number;
  readonly decision?: {
    readonly totalDuePence: number;
    readonly criteria: readonly object[];
    readonly id?: string;
  };
  readonly problem?: { readonly type: string; readonly status: number };
  readonly summary?: { readonly decisions: number; readonly sha256: string };
}

function linesOf(text: string): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('a batch', () => {
  test('is answered line by line, in order, with a digest', async () => {
    const response = await post(`${family('F-1')}\n{"id":\n\n${family('F-2', { attachedOn: null })}\n`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const text = await response.text();
    const lines = linesOf(text);
    expect(lines.map(({ line, problem }) => [line, problem?.status])).toEqual([
      [1, undefined],
      [2, 400],
      [4, undefined],
      [undefined, undefined],
    ]);
    expect(lines[1]?.problem?.type).toBe('/api/v1/problems/line-not-json');
    const before = text.slice(0, text.lastIndexOf('{"summary"'));
    expect(lines.at(-1)?.summary).toEqual({
      lines: 4,
      decisions: 2,
      problems: 1,
      sha256: createHash('sha256').update(before).digest('hex'),
    });
    expect((await app.request(lines[1]?.problem?.type ?? '')).status).toBe(200);
  });

  test('under the version in force on a day, with another attachment, briefly', async () => {
    const query =
      'ruleset=phase-2&inForceOn=2015-06-01&asOf=2016-03-01&restateAttachment=2015-06-01&brief=true';
    const [first] = linesOf(await (await post(family('F-1'), query)).text());
    expect(first?.decision).toMatchObject({ restatedAttachment: '2015-06-01', ruleset: { id: 'phase-2' } });
    expect(first?.decision?.id).toBeUndefined();
  });

  test('of nothing is its summary', async () => {
    expect(linesOf(await (await post(null)).text())).toMatchObject([{ summary: { decisions: 0 } }]);
  });

  test('counts its lines', async () => {
    expect(await (await app.request('/metrics')).text()).toMatch(
      /threshold_batch_lines_total\{outcome="problem"\} [1-9]/,
    );
  });
});

describe('what cannot begin is one problem', () => {
  test.for([
    { query: 'ruleset=phase-1&version=9.0.0&asOf=2012-12-01', status: 404, name: 'version-not-found' },
    { query: 'ruleset=phase-9&version=1.0.0&asOf=2012-12-01', status: 404, name: 'ruleset-not-found' },
    { query: 'ruleset=phase-1&inForceOn=1999-01-01&asOf=2012-12-01', status: 422, name: 'nothing-in-force' },
    { query: 'ruleset=phase-1&asOf=2012-12-01', status: 400, name: 'query-invalid' },
    { query: `${exactly}&hash=sha256:0`, status: 400, name: 'query-invalid' },
    { query: `${exactly}&trace=some`, status: 400, name: 'query-invalid' },
    { query: `${exactly}&brief=true&trace=full`, status: 400, name: 'query-invalid' },
    { query: 'ruleset=phase-1&version=1.0.0&asOf=2012-02-30', status: 400, name: 'query-invalid' },
    { query: `${exactly}&asof=2012-12-01`, status: 400, name: 'query-invalid' },
  ])('$query: $name', async ({ query, status, name }) => {
    const response = await post(family('F-1'), query);
    const body = (await response.json()) as { type: string; findings?: { pointer: string }[] };
    expect([response.status, body.type]).toEqual([status, `/api/v1/problems/${name}`]);
    if (name === 'query-invalid') expect(body.findings?.length).toBeGreaterThan(0);
  });

  test.for([
    { more: { ...authorised, 'content-type': 'application/json' }, status: 415 },
    { more: { ...headers, 'content-encoding': 'gzip' }, status: 415 },
    { more: { 'content-type': 'application/x-ndjson' }, status: 401 },
  ])('$more: $status', async ({ more, status }) => {
    expect((await post(family('F-1'), exactly, more)).status).toBe(status);
  });
});

/** Families without end, as fast as they are taken. */
function endless(onPull: () => void): ReadableStream<Uint8Array> {
  let at = 0;
  const line = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      onPull();
      const many = Array.from({ length: 50 }, () => `${family(`F-${String((at += 1))}`)}\n`);
      controller.enqueue(line.encode(many.join('')));
    },
  });
}

describe('a client that stops reading', () => {
  test('is not read from either, and what it lets go of makes room', async () => {
    let pulled = 0;
    const response = await post(endless(() => (pulled += 1)));
    const reader = response.body?.getReader();
    await reader?.read();
    const before = pulled;
    const second = await post(family('F-1'));
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '10']);
    // One read takes a block; what is taken ahead of it is bounded by the threads.
    expect(before).toBeLessThan(100);
    await reader?.cancel();
    expect((await post(family('F-1'))).status).toBe(200);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('and one that goes away in the middle leaves the server as it was', async () => {
    const { port, deps, address: at } = await listening();
    const line = await lineTo(port);
    line.socket.write(
      `POST ${address}?${exactly} HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n` +
        'Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const text = `${family('F-1')}\n`;
    line.socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
    line.socket.destroy();
    await line.closed;
    const again = () => fetch(`${at}${address}?${exactly}`, { method: 'POST', headers, body: family('F-2') });
    await expect.poll(async () => (await again()).status).toBe(200);
    expect(deps.lifecycle.draining).toBe(false);
  });
});
