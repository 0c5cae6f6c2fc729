import { describe, expect, test } from 'vitest';
import { drain, listen } from '../../server/listen.ts';
import { key, questionWith } from '../builders/http.ts';
import { type Line, lineTo, listening } from '../builders/socket.ts';

const head = (...more: readonly string[]) =>
  [
    'POST /api/v1/evaluations HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
    ...more,
    '',
    '',
  ].join('\r\n');

const hundredMegabytes = 100 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, 'x');
const framed = Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')]);

/** Writes the same piece until so many bytes are sent or something comes back; how many were taken off our hands. */
async function pour({ socket, heard }: Line, piece: Buffer): Promise<number> {
  let sent = 0;
  while (sent < hundredMegabytes && heard() === '' && socket.writable) {
    sent += piece.length;
    await new Promise((resolve) => socket.write(piece, resolve));
  }
  return sent;
}

describe('a body of 100 MB is refused before it is there', () => {
  test.for([
    { why: 'announced', header: `Content-Length: ${String(hundredMegabytes)}`, piece: chunk },
    { why: 'in chunks, its length unsaid', header: 'Transfer-Encoding: chunked', piece: framed },
  ])('$why', async ({ header, piece }) => {
    const { port } = await listening();
    const line = await lineTo(port);
    line.socket.write(head(header));
    const [sent, answer] = await Promise.all([pour(line, piece), line.hears('"limitBytes":65536')]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
    // What the system holds between two sockets, not what the server keeps.
    expect(sent).toBeLessThan(hundredMegabytes / 4);
    await line.closed;
  });
});

test('a connection is kept for longer than a proxy keeps one, so that no request meets its end', async () => {
  const { port } = await listening();
  const line = await lineTo(port);
  line.socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  const [, seconds] = /keep-alive: timeout=(\d+)/i.exec(await line.hears('Keep-Alive: timeout=')) ?? [];
  // nginx and HAProxy keep an idle one for a minute unless told otherwise
  expect(Number(seconds)).toBeGreaterThan(60);
});

describe('what the server reads of a request’s head', () => {
  test('is bounded', async () => {
    const { port } = await listening();
    const line = await lineTo(port);
    line.socket.write(head(`X-Long: ${'x'.repeat(17 * 1024)}`));
    expect(await line.hears('431')).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('is HTTP', async () => {
    const { port } = await listening();
    const line = await lineTo(port);
    line.socket.write('hello\r\n\r\n');
    expect(await line.hears('400')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('asked to stop', () => {
  const body = JSON.stringify(questionWith());
  const begun = head(`Content-Length: ${String(Buffer.byteLength(body))}`);

  test('what has begun is finished, what is idle is closed, what is new is refused', async () => {
    const { server, port, address, deps, logged } = await listening();
    const [inFlight, idle] = [await lineTo(port), await lineTo(port)];
    idle.socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await idle.hears('healthy');
    inFlight.socket.write(begun + body.slice(0, 100));
    // Answered in order, so the server has seen the beginning of the other by then.
    await fetch(`${address}/healthz`, { headers: { connection: 'close' } });

    const stopped = drain(server, { lifecycle: deps.lifecycle, log: deps.log, seconds: 30 });
    await idle.closed;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    inFlight.socket.write(body.slice(100));
    const answer = await inFlight.hears('"totalDuePence"');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toMatch(/connection: close/i);
    expect(await stopped).toBe(true);
    expect(logged.map(({ message }) => message)).toEqual([
      'answered',
      'answered',
      'draining',
      'answered',
      'stopped',
    ]);
  });

  test('what does not finish in time is cut off, and that is said', async () => {
    const { server, port, address, deps, logged } = await listening();
    const line = await lineTo(port);
    line.socket.write(begun + body.slice(0, 100));
    await fetch(`${address}/healthz`, { headers: { connection: 'close' } });
    expect(await drain(server, { lifecycle: deps.lifecycle, log: deps.log, seconds: 0.2 })).toBe(false);
    await line.closed;
    expect(logged.at(-1)).toMatchObject({ level: 'warn', message: 'stopped', fields: { whole: false } });
  });
});

test('a port that is taken is told plainly', async () => {
  const { port } = await listening();
  const again = await listen(() => new Response(), { host: '127.0.0.1', port });
  expect(again).toEqual({
    ok: false,
    error: `cannot listen at 127.0.0.1, port ${String(port)}: something else is listening there; set \`PORT\` to another, or to 0 for any free one`,
  });
});
