import http from 'node:http';
import { once } from 'node:events';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly type?: string;
}

export type Ask = (asked: Asked) => Promise<string>;

/** Asks one server over connections that are kept, at most `connections` at once. Throws at any answer but a good one. */
export function asker(address: string, key: string, connections: number): Ask {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return async ({ method, path, body, type = 'application/json' }) => {
    const headers = {
      Authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'Content-Type': type }),
    };
    const request = http.request(`${address}${path}`, { method, agent, headers });
    request.end(body);
    const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
    let text = '';
    answer.setEncoding('utf8');
    for await (const chunk of answer) text += String(chunk);
    if ((answer.statusCode ?? 0) >= 300) throw new Error(`${path}: ${text}`);
    return text;
  };
}

export interface Latency {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** One after another. */
export async function latencyOf(count: number, act: (at: number) => Promise<unknown>): Promise<Latency> {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await act(at);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.floor(took.length * part)] ?? Infinity;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Answers a second, with several asking at once. */
export async function throughputOf(
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
  act: (at: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const ask = async () => {
    while (next < count) {
      next += 1;
      await act(next);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, ask));
  return (count / (performance.now() - began)) * 1000;
}
