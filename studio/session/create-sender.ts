import { type Answer, type Problem, unreachable } from '../api.ts';

interface Sent {
  /** Whose address below the API, `/cohorts?title=Some`, and what is sent there. */
  readonly to: string;
  readonly body: FormData | Blob;
  /** Told how many bytes have gone, of how many. */
  readonly onProgress: (gone: number, all: number) => void;
}

export interface Sending {
  /** What the server said, as JSON; that it could not be reached, where the sending was stopped or the connection broke. */
  readonly answer: Promise<Answer<unknown>>;
  readonly stop: () => void;
}

const lost = { ok: false, problem: unreachable } as const;

function said(request: XMLHttpRequest): Answer<unknown> {
  try {
    const value: unknown = JSON.parse(request.responseText);
    // because everything that this server refuses is a problem document
    return request.status < 300 ? { ok: true, value } : { ok: false, problem: value as Problem };
  } catch {
    return lost;
  }
}

/**
 * Sends large things with their progress, which `fetch` does not tell: with the key of this tab where there is one. Whatever is
 * refused because nobody asks is told to `onNobody`.
 */
export function createSender(key: () => string | undefined, onNobody: (problem: string) => void) {
  return ({ to, body, onProgress }: Sent): Sending => {
    const request = new XMLHttpRequest();
    const answer = new Promise<Answer<unknown>>((resolve) => {
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        onProgress(loaded, total);
      });
      for (const end of ['error', 'abort', 'timeout'])
        request.addEventListener(end, () => {
          resolve(lost);
        });
      request.addEventListener('load', () => {
        const told = said(request);
        if (!told.ok && told.problem.status === 401) onNobody(told.problem.type);
        resolve(told);
      });
    });
    request.open('POST', `/api/v1${to}`);
    const held = key();
    if (held !== undefined) request.setRequestHeader('Authorization', `Bearer ${held}`);
    request.send(body);
    return {
      answer,
      stop: () => {
        request.abort();
      },
    };
  };
}
