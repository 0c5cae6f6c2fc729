import { expect, test } from 'vitest';
import { type Change, changesBetween, type Decision, parseDay, verdictReader } from '../../engine/index.ts';
import { cohortsAt } from '../builders/cohorts.ts';
import { appFor, exampleFamily, json, posting, shippedLibrary } from '../builders/http.ts';
import { syntheticLines } from '../builders/jobs.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);

interface Strip {
  readonly versions: Decision[];
  readonly flips: {
    readonly left: number;
    readonly changes: Change[];
    readonly attribution?: {
      readonly causes?: { readonly sets: unknown[][] }[];
      readonly notAttributable?: string;
    };
  }[];
}

const strip = async (body: object) => {
  const { status, body: said } = await ask('POST /strips', { headers: json, body: JSON.stringify(body) });
  expect(status, JSON.stringify(said)).toBe(200);
  return said as unknown as Strip;
};

const chain = shippedLibrary().rulesets.get('phase-2') ?? [];
const asOf = '2016-03-01';

/** The first of some made families that two neighbouring versions tell different things. */
function flipping(): Record<string, unknown> {
  const day = parseDay(asOf);
  const parse = chain[0]?.basis.vocabularies.get('family@1')?.parseFamily;
  if (day === undefined || parse === undefined) throw new Error('phase-2 ships');
  const readers = chain.map((version) => verdictReader(version.compiled()));
  for (const line of syntheticLines(400)) {
    const document = JSON.parse(line) as Record<string, unknown>;
    const family = parse(document);
    if (!family.ok) continue;
    const said = readers.map((read) => read(family.value, { asOf: day }));
    const isTold = (at: number) => {
      const [before, after] = [said[at - 1], said[at]];
      return before !== undefined && after !== undefined && changesBetween(before, after).length > 0;
    };
    if (said.some((_, at) => isTold(at))) return document;
  }
  throw new Error('some family is told something else');
}

test('a family under every version, each as asked alone; where neighbours differ, and because of which edits', async () => {
  const asked = { asOf, family: flipping() };
  const { versions, flips } = await strip({ ruleset: 'phase-2', ...asked, causes: true });
  expect(versions.map(({ ruleset }) => ruleset.version)).toEqual(chain.map(({ ruleset }) => ruleset.version));
  const found = versions.slice(1).flatMap((after, left) => {
    const before = versions[left];
    const changes = before === undefined ? [] : changesBetween(before, after);
    return changes.length === 0 ? [] : [{ left, changes }];
  });
  expect(flips.map(({ left, changes }) => ({ left, changes }))).toEqual(found);
  expect(flips.length).toBeGreaterThan(0);
  for (const { attribution } of flips) {
    expect(attribution?.causes?.length).toBeGreaterThan(0);
    for (const { sets } of attribution?.causes ?? []) expect(sets.every((set) => set.length > 0)).toBe(true);
  }
  const question = {
    ...asked,
    trace: 'none',
    ruleset: { id: 'phase-2', version: chain.at(-1)?.ruleset.version },
  };
  expect(versions.at(-1)).toEqual(await (await app.request('/api/v1/evaluations', posting(question))).json());
});

test('restated under every version, so that edits are still named', async () => {
  const body = { ruleset: 'phase-2', asOf: '2016-03-01', family: exampleFamily(), causes: true };
  const { versions, flips } = await strip({ ...body, restateAttachment: '2015-06-01' });
  expect(new Set(versions.map(({ restatedAttachment }) => restatedAttachment))).toEqual(
    new Set(['2015-06-01']),
  );
  for (const { attribution } of flips) expect(attribution).not.toHaveProperty('notAttributable');
});

test.for([
  [{ ruleset: 'phase-9' }, 404, 'ruleset-not-found'],
  [{ family: { id: 1 } }, 422, 'family-invalid'],
  [{ asOf: '2016-02-30' }, 400, 'body-invalid'],
] as const)('%j: %i %s', async ([changes, status, name]) => {
  const body = { ruleset: 'phase-2', asOf: '2016-03-01', family: exampleFamily(), ...changes };
  const answer = await ask('POST /strips', { headers: json, body: JSON.stringify(body) });
  expect([answer.status, String(answer.body['type']).split('/').at(-1)]).toEqual([status, name]);
});
