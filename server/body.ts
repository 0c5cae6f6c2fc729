import type { Context, MiddlewareHandler } from 'hono';
import { err, ok, readJson, type Result } from '../engine/index.ts';
import { findingsOf } from './finding.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

type Refusal = 'body-too-large' | 'body-cut-off' | 'body-not-json';

/** How long a sender has for the whole of a JSON body. */
const BODY_MILLISECONDS = 30_000;

/** The bytes of a body. As soon as there are more than `limit`, the rest is never read. */
async function bytesOf(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Result<Uint8Array, Refusal>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  const late = new AbortController();
  const deadline = setTimeout(() => {
    late.abort();
    void reader.cancel();
  }, BODY_MILLISECONDS);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) return err('body-too-large');
      chunks.push(next.value);
    }
  } catch {
    return err('body-cut-off');
  } finally {
    clearTimeout(deadline);
  }
  return late.signal.aborted ? err('body-cut-off') : ok(Buffer.concat(chunks, size));
}

/** UTF-8 only; a byte-order mark at its head is passed over. */
function textOf(bytes: Uint8Array): Result<string, Refusal> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err('body-not-json');
  }
}

async function read(c: Context, limit: number): Promise<Result<string, Refusal>> {
  if (Number(c.req.header('content-length') ?? 0) > limit) return err('body-too-large');
  const { body } = c.req.raw;
  if (body === null) return ok('');
  const bytes = await bytesOf(body, limit);
  return bytes.ok ? textOf(bytes.value) : bytes;
}

function isJson(c: Context): boolean {
  const type = c.req.header('content-type') ?? '';
  const coded = c.req.header('content-encoding') ?? 'identity';
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) && coded === 'identity';
}

function refuse(c: Context<ServerEnv>, refusal: Refusal, limitBytes: number) {
  if (refusal === 'body-not-json') return problem(c, refusal, { detail: 'the body is not text in UTF-8' });
  // What the client has yet to send is not wanted, so neither is the connection.
  c.header('Connection', 'close');
  return problem(c, refusal, refusal === 'body-too-large' ? { limitBytes } : {});
}

/**
 * Reads the body once, up to `limit` bytes, as strict JSON: a repeated key, a reserved one or too deep a nesting is
 * refused here, before anything else looks at it. Handlers then find it in `c.req.json()`.
 */
export function jsonBody(limit: number): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    if (!isJson(c)) return problem(c, 'content-type-unsupported');
    const text = await read(c, limit);
    if (!text.ok) return refuse(c, text.error, limit);
    const json = readJson(text.value);
    if (!json.ok) return problem(c, 'body-not-json', { findings: findingsOf(json.error) });
    c.req.raw = new Request(c.req.raw, { body: text.value });
    return next();
  };
}
