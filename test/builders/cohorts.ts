import { expect } from 'vitest';
import type { Principal } from '../../server/identity/principal.ts';
import { permissionNames } from '../../server/identity/permissions.ts';
import { asDocumented, type Document } from './as-documented.ts';
import { appFor, authorised } from './http.ts';

type App = ReturnType<typeof appFor>['app'];
type Headers = Readonly<Record<string, string>>;

/** An answer, or as much of it as a test looks at. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export const families = 'family,localAuthority\nF-1,Harrow\nF-2,Harrow\nF-3,Harrow\n';
export const members = 'family,id,role\nF-1,m1,child\nF-2,m1,child\nF-3,m1,child\n';
/** Two rows of it are wrong: one names nobody of the family, the other no day. */
export const flawed =
  'family,member,on,proven\nF-1,m1,2012-08-03,yes\nF-2,m2,2012-08-03,yes\nF-3,m1,2012-13-01,no\n';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A multipart body of files by name. */
export function formOf(files: Files): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([Buffer.from(content)]), name);
  return form;
}

/** Asks an app about cohorts; every answer in JSON must be as the document says. */
export async function cohortsAt(app: App, headers: Headers = authorised) {
  const document = (await (await app.request('/api/v1/openapi.json')).json()) as Document;
  const documented = asDocumented(document);
  const ask = async (line: string, init: RequestInit = {}): Promise<Answered> => {
    const [method = 'GET', path = ''] = line.split(' ');
    const own = (init.headers ?? {}) as Headers;
    const response = await app.request(`/api/v1${path}`, {
      ...init,
      method,
      headers: { ...headers, ...own },
    });
    const body = (await response.json()) as Answered['body'];
    const answer = { status: response.status, body };
    const undocumented = documented(`${method} /api/v1${path}`, answer);
    expect(undocumented).toBeUndefined();
    return answer;
  };
  const put = (body: unknown): RequestInit => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    ask,
    upload: (files: Files, id?: string) =>
      ask(`POST /cohorts?title=Some${id === undefined ? '' : `&id=${id}`}`, { body: formOf(files) }),
    uploadOne: (type: string, body: BodyInit, query = '') =>
      ask(`POST /cohorts?title=Some${query}`, { body, headers: { 'content-type': type } }),
    mend: (id: string, body: object) => ask(`POST /cohorts/${id}/rows`, put(body)),
  };
}

/** Somebody of an authority who may do all. */
export const somebody = (authority: string): Principal => ({
  ...{ kind: 'key', id: 'k-1', name: 'somebody', authority },
  permissions: new Set(permissionNames),
});
