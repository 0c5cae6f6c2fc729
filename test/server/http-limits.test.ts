import { describe, expect, test } from 'vitest';
import { appFor, json, posting, questionWith, streaming } from '../builders/http.ts';

const { app } = appFor();

describe('what cannot be read is not kept', () => {
  /** A body that never ends, and how much of it was asked for. */
  function endless() {
    const chunk = new Uint8Array(16 * 1024);
    const taken = { bytes: 0 };
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken.bytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return { body, taken };
  }

  test('an endless body is left as soon as it passes the limit', async () => {
    const { body, taken } = endless();
    const response = await app.request(streaming(body));
    expect(response.status).toBe(413);
    expect(response.headers.get('connection')).toBe('close');
    expect(taken.bytes).toBeLessThan(64 * 1024 + 3 * 16 * 1024);
  });

  test('a body that is announced as too large is not begun', async () => {
    const { body, taken } = endless();
    const headers = { ...json, 'content-length': String(100 * 1024 * 1024) };
    const response = await app.request(streaming(body, headers));
    expect(response.status).toBe(413);
    // The stream itself reads one chunk ahead.
    expect(taken.bytes).toBeLessThanOrEqual(16 * 1024);
  });

  test('without a key nothing is read', async () => {
    const { body, taken } = endless();
    const response = await app.request(streaming(body, {}));
    expect(response.status).toBe(401);
    expect(taken.bytes).toBeLessThanOrEqual(16 * 1024);
  });

  test('a body that is cut off decides nothing', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"ruleset":'));
        controller.error(new Error('the line went dead'));
      },
    });
    const response = await app.request(streaming(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: '/api/v1/problems/body-cut-off' });
  });
});

describe('evaluations at once', () => {
  test('one more than the limit is told to wait; the others are answered', async () => {
    const { app: small } = appFor({
      limits: {
        bodyBytes: 64 * 1024,
        evaluationsAtOnce: 1,
        batchesAtOnce: 1,
        cohortBytes: 1024 * 1024,
        cohortMilliseconds: 600_000,
      },
    });
    let finish = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        finish = () => {
          controller.enqueue(new TextEncoder().encode(JSON.stringify(questionWith())));
          controller.close();
        };
      },
    });
    const slow = small.request(streaming(body));
    const refused = await small.request('/api/v1/evaluations', posting(questionWith()));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    finish();
    expect((await slow).status).toBe(200);
    expect((await small.request('/api/v1/evaluations', posting(questionWith()))).status).toBe(200);
  });
});
