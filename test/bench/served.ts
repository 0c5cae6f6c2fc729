import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ask, asker, type Latency, latencyOf, throughputOf } from './ask.ts';
import { started } from './child.ts';
import { AS_OF } from './families.ts';
import { pieces } from './stream.ts';

const KEY = 'a-key-for-the-benchmark-alone-0123456789';
const WARM = 300;
const COUNT = 1_000;
const AT_ONCE = 8;
/** A warm start of the query, and what fills the store. */
const KEPT = 120_000;

export interface Served {
  readonly name: string;
  readonly latency: Latency;
  /** Answers a second. */
  readonly throughput: number;
}

export interface Logged {
  readonly families: number;
  /** Seconds for the same lines, not kept and kept. */
  readonly plain: number;
  readonly kept: number;
  /** Milliseconds. */
  readonly query: Latency;
  readonly found: number;
}

async function measured(name: string, act: (at: number) => Promise<unknown>): Promise<Served> {
  for (let at = 0; at < WARM; at += 1) await act(at);
  const latency = await latencyOf(COUNT, act);
  return { name, latency, throughput: await throughputOf({ count: COUNT, atOnce: AT_ONCE }, act) };
}

/** One family as an evaluation, each time under another id, so that no row is there before. */
function questions(root: string, keep: boolean) {
  const file = path.join(root, 'server/examples/family.json');
  const family = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  let asked = 0;
  return () => {
    asked += 1;
    return JSON.stringify({
      ruleset: { id: 'phase-1', version: '1.0.0' },
      asOf: '2012-12-01',
      family: { ...family, id: `E-${keep ? 'k' : 'n'}-${String(asked)}` },
      ...(keep ? { keep: 'family' } : {}),
    });
  };
}

async function singles(root: string, ask: Ask, echo: Ask): Promise<Served[]> {
  const [plain, kept] = [questions(root, false), questions(root, true)];
  const evaluate = (body: string) => ask({ method: 'POST', path: '/api/v1/evaluations', body });
  const verdict = (text: string) =>
    (JSON.parse(text) as { eligibility: { route: string } }).eligibility.route;
  deepStrictEqual(verdict(await evaluate(plain())), 'automatic');
  deepStrictEqual(verdict(await evaluate(kept())), 'automatic');
  return [
    await measured('an echo of the same body', () => echo({ method: 'POST', path: '/echo', body: plain() })),
    await measured('an evaluation, with its second opinion', () => evaluate(plain())),
    await measured('the same, kept', () => evaluate(kept())),
  ];
}

/** Sends families as fast as they are taken, and gives the seconds until the summary. */
async function batch(
  address: string,
  {
    lines,
    count,
    keep,
  }: { readonly lines: readonly string[]; readonly count: number; readonly keep: boolean },
): Promise<number> {
  const query = `ruleset=phase-1&version=1.0.0&asOf=${AS_OF}&brief=true&secondOpinion=0${keep ? '&keep=family' : ''}`;
  const request = http.request(`${address}/api/v1/evaluations/batch?${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/x-ndjson' },
  });
  const began = performance.now();
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  const sent = (async () => {
    for (const piece of pieces(lines, count)) if (!request.write(piece)) await once(request, 'drain');
    request.end();
  })();
  const [answer] = await answered;
  let tail = '';
  for await (const chunk of answer) tail = (tail + String(chunk)).slice(-500);
  await sent;
  if (!tail.includes(`"decisions":${String(count)},"problems":0`))
    throw new Error(`not all decided: ${tail}`);
  return (performance.now() - began) / 1000;
}

async function found(ask: Ask): Promise<{ readonly count: number; readonly query: Latency }> {
  const question = {
    method: 'GET',
    path: '/api/v1/decisions?ruleset=phase-1&version=1.0.0&node=education&verdict=met&limit=50',
  } as const;
  const { count } = JSON.parse(await ask(question)) as { count: number };
  return { count, query: await latencyOf(20, () => ask(question)) };
}

/** Runs the built server, its store empty, beside a server that only echoes. */
export async function served(
  root: string,
  lines: readonly string[],
): Promise<{ readonly singles: Served[]; readonly logged: Logged }> {
  const data = mkdtempSync(path.join(tmpdir(), 'threshold-bench-'));
  const env = { PORT: '0', THRESHOLD_KEY: KEY, THRESHOLD_DATA: data, THRESHOLD_LOG_LEVEL: 'error' };
  const server = await started(path.join(root, 'dist/server/main.js'), { cwd: root, env });
  const echo = await started(path.join(root, 'dist/bench/echo.js'), { cwd: root, env: {} });
  try {
    const ask = asker(server.address, KEY, AT_ONCE);
    const rows = await singles(root, ask, asker(echo.address, KEY, AT_ONCE));
    const count = 100_000;
    const plain = await batch(server.address, { lines, count, keep: false });
    const kept = await batch(server.address, { lines, count, keep: true });
    await batch(server.address, { lines, count: KEPT - count, keep: true });
    const { count: met, query } = await found(ask);
    strictEqual(met > 0, true);
    return { singles: rows, logged: { families: count, plain, kept, query, found: met } };
  } finally {
    await Promise.all([server.stop(), echo.stop()]);
    rmSync(data, { recursive: true });
  }
}
