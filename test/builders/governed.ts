import { onTestFinished } from 'vitest';
import type { Deps } from '../../server/deps.ts';
import { root } from '../../server/setup/ensure.mjs';
import { fill, openTexts } from '../../server/shelf/seed.ts';
import { storedShelf } from '../../server/shelf/stored-library.ts';
import type { Connection } from '../../server/store/connection.ts';
import { openStore } from '../../server/store/store.ts';
import { asDocumented, type Document } from './as-documented.ts';
import { appFor } from './http.ts';
import { addGovernors, as, signInGovernors, type Somebody } from './governors.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // because a test says itself what it looks for
  readonly body: Record<string, never>;
}

export interface Governed {
  readonly app: ReturnType<typeof appFor>['app'];
  readonly ask: (who: Somebody | 'nobody', line: string, more?: Asking) => Promise<Answer>;
  readonly deps: Deps;
  readonly logged: ReturnType<typeof appFor>['logged'];
  /** Moves the clock to noon of a day. */
  readonly on: (day: string) => void;
}

interface Asking {
  readonly body?: unknown;
  readonly over?: number;
  /** The revision that is known, for `If-None-Match`. */
  readonly known?: number;
}

let held: ReturnType<typeof asDocumented> | undefined;

/** What holds answers against the document, made once for all tests of a file: no ruleset changes what it says of these. */
async function documentedBy(app: ReturnType<typeof appFor>['app']): Promise<ReturnType<typeof asDocumented>> {
  held ??= asDocumented((await (await app.request('/api/v1/openapi.json')).json()) as Document);
  return held;
}

/** An app over a store that was filled from a folder, asked by people; every answer must be as the document says. */
export async function governed(
  open: () => Connection,
  folder = `${root}/rulesets`,
  given: Pick<NonNullable<Parameters<typeof appFor>[0]>, 'threads'> = {},
): Promise<Governed> {
  let now = Date.UTC(2026, 0, 10, 12);
  const store = await openStore(open(), () => (now += 1));
  onTestFinished(() => store.close());
  const opened = openTexts(folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { library, texts } = opened.value;
  await fill(store, library, texts);
  await addGovernors(store);
  const limits = {
    bodyBytes: 2 * 1024 * 1024,
    evaluationsAtOnce: 4,
    batchesAtOnce: 1,
    cohortBytes: 1024 * 1024,
    cohortMilliseconds: 600_000,
  };
  const { app, deps, logged } = appFor({
    ...{ store, library, limits, ...given },
    shelf: storedShelf(store),
    clock: () => (now += 1),
  });
  const days = new Set<string>();
  const dayOf = () => new Date(now).toISOString().slice(0, 10);
  return {
    app,
    deps,
    logged,
    on: (day) => {
      now = Date.parse(`${day}T12:00:00Z`);
    },
    ask: async (who, line, { body, over, known } = {}) => {
      const day = dayOf();
      if (!days.has(day)) await signInGovernors(store, day);
      days.add(day);
      const [method = 'GET', path = ''] = line.split(' ');
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: {
          ...as(who, day),
          ...(over === undefined ? {} : { 'if-match': `"${String(over)}"` }),
          ...(known === undefined ? {} : { 'if-none-match': `"${String(known)}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { status, headers } = response;
      const text = await response.text();
      const answer = {
        status,
        headers,
        body: JSON.parse(text === '' ? '{}' : text) as Record<string, never>,
      };
      const documented = await documentedBy(app);
      const undocumented = text === '' ? undefined : documented(`${method} /api/v1${path}`, answer);
      if (undocumented !== undefined) throw new Error(undocumented);
      return answer;
    },
  };
}

/** The name of the problem an answer is. */
export function problemIn({ body }: Answer): string | undefined {
  const { type } = body as Readonly<Record<string, unknown>>;
  return typeof type === 'string' ? type.replace('/api/v1/problems/', '') : undefined;
}
