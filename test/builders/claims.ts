import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { ClaimDocument, ClaimRunDocument, HeldDocument } from '../../server/claims/document.ts';
import type { Role } from '../../server/identity/permissions.ts';
import { NATIONAL } from '../../server/identity/principal.ts';
import { beginSession } from '../../server/identity/session.ts';
import { root } from '../../server/setup/ensure.mjs';
import { asDocumented, type Document } from './as-documented.ts';
import { appFor } from './http.ts';
import { person, writer } from './people.ts';

const claimants = {
  analyst: [['analyst'], 'Harrow'],
  auditor: [['analyst'], 'Harrow'],
  releaser: [['releaser'], 'Harrow'],
  administrator: [['administrator'], 'Harrow'],
  brent: [['analyst', 'releaser'], 'Brent'],
  national: [['releaser', 'analyst'], NATIONAL],
} as const satisfies Record<string, readonly [readonly Role[], string]>;
export type Claimant = keyof typeof claimants;

type Family = Readonly<Record<string, unknown>>;

function familyOf(of: string, name: string): Family {
  const text = readFileSync(path.join(root, `rulesets/england/${of}.cases.json`), 'utf8');
  const found = (JSON.parse(text) as { readonly families: Readonly<Record<string, Family>> }).families[name];
  if (found === undefined) throw new Error(`no family of the cases is named ${name}`);
  return found;
}

/** A family with the fee and every result of phase 1 met at the beginning of February 2015. */
export function metFamily(id: string, more: Family = {}): Family {
  return { ...familyOf('phase-1/1.0.0', 'results'), id, localAuthority: 'Harrow', claims: [], ...more };
}

/** A family with the fee and the result of phase 2 met at the beginning of February 2017. */
export function improvedFamily(id: string): Family {
  return { ...familyOf('phase-2/1.1.0', 'improved'), id, localAuthority: 'Harrow', claims: [] };
}

/** The children of `metFamily`, the child among them known by this reference. */
export function withChild(family: Family, personRef: string): Family {
  const members = (family['members'] as Family[]).map((member) =>
    member['role'] === 'child' ? { ...member, personRef } : member,
  );
  return { ...family, members };
}

export interface Answered {
  readonly status: number;
  readonly problem: string | undefined;
  // because a test says itself what it looks for
  readonly body: Record<string, never>;
}

/** A day in a claim window on which `metFamily` has met everything. */
export const DAY = '2015-02-02';
export const phase1 = { id: 'phase-1', version: '1.0.0' };

/** A clock that begins after every claim window of the tests. */
function afterwards() {
  let now = Date.UTC(2021, 5, 1, 12);
  return () => (now += 1);
}

/** An app asked by people of two councils; every answer must be as the document says. */
export async function claimsApp(given: Parameters<typeof appFor>[0] = {}) {
  const { app, deps, logged } = appFor({ clock: afterwards(), ...given });
  const { store } = deps;
  for (const [id, [roles, authority]] of Object.entries(claimants))
    await store.write(writer, async (tx) => {
      await tx.insert('person', { ...person(id), name: id, authority, roles: JSON.stringify(roles) });
      await beginSession(tx, id, `session-of-${id}`);
      tx.record({ action: 'person-added', subject: id });
    });
  const documented = asDocumented((await (await app.request('/api/v1/openapi.json')).json()) as Document);
  const headers = (who: Claimant) => ({
    cookie: `threshold=session-of-${who}`,
    'sec-fetch-site': 'same-origin',
  });
  const ask = async (who: Claimant, line: string, body?: unknown): Promise<Answered> => {
    const [method = 'GET', at = ''] = line.split(' ');
    const response = await app.request(`/api/v1${at}`, {
      ...{ method, headers: { ...headers(who), 'content-type': 'application/json' } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      body: JSON.parse(text === '' ? '{}' : text) as Record<string, never>,
    };
    if (text !== '') expect(documented(`${method} /api/v1${at}`, answer)).toBeUndefined();
    const { type } = answer.body as Readonly<Record<string, unknown>>;
    return {
      ...answer,
      problem: typeof type === 'string' ? type.replace('/api/v1/problems/', '') : undefined,
    };
  };
  const done = async (who: Claimant, line: string, body?: unknown) => {
    const { status, body: said } = await ask(who, line, body);
    if (status >= 300) throw new Error(`${line}: ${JSON.stringify(said)}`);
    return said as unknown;
  };
  const upload = async (families: readonly Family[], id: string, who: Claimant = 'analyst') => {
    const response = await app.request(`/api/v1/cohorts?title=Some&id=${id}`, {
      method: 'POST',
      headers: { ...headers(who), 'content-type': 'application/x-ndjson' },
      body: families.map((one) => JSON.stringify(one)).join('\n'),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  const begin = async (more: object = {}, who: Claimant = 'analyst') =>
    (await done(who, 'POST /claim-runs', {
      title: 'A run',
      ruleset: phase1,
      asOf: DAY,
      ...more,
    })) as ClaimRunDocument;
  const proposed = async (id: string, who: Claimant = 'analyst') => {
    for (;;) {
      const run = (await done(who, `POST /claim-runs/${id}/next`)) as ClaimRunDocument;
      if (run.state !== 'proposing') return run;
    }
  };
  let cohorts = 0;
  return {
    ...{ app, deps, logged, ask, done, upload, begin, proposed },
    text: async (who: Claimant, at: string) =>
      (await app.request(`/api/v1${at}`, { headers: headers(who) })).text(),
    /** A run over a cohort of these families, proposed to its end. */
    runOver: async (families: readonly Family[], more: object = {}, who: Claimant = 'analyst') => {
      const cohort = `cohort-${String((cohorts += 1))}`;
      await upload(families, cohort, who);
      const { id } = await begin({ cohort, ...more }, who);
      return proposed(id, who);
    },
    claims: async (query = '', who: Claimant = 'analyst') =>
      ((await done(who, `GET /claims?limit=500${query}`)) as { readonly claims: ClaimDocument[] }).claims,
    held: async (id: string, who: Claimant = 'analyst') =>
      ((await done(who, `GET /claim-runs/${id}/held`)) as { readonly held: HeldDocument[] }).held,
    /** Draws the sample of a run, passes it, and submits the run. */
    submitted: async (id: string, on = '2015-02-10') => {
      await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 'a seed' });
      const drawn = (await done('auditor', `GET /claims?run=${id}&sampled=true`)) as {
        readonly claims: ClaimDocument[];
      };
      const events = drawn.claims.map(({ id: claim }) => ({ claim, event: 'audit-passed', on: DAY }));
      if (events.length > 0) await done('auditor', 'POST /claim-audits', { events });
      return (await done('releaser', `POST /claim-runs/${id}/submit`, { on })) as ClaimRunDocument;
    },
  };
}
