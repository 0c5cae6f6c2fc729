import { describe, expect, test } from 'vitest';
import {
  type Change,
  changesBetween,
  type Decision,
  parseDay,
  verdictReader,
  type Vocabulary,
} from '../../engine/index.ts';
import { cohortsAt } from '../builders/cohorts.ts';
import { appFor, exampleFamily, json, posting, shippedLibrary } from '../builders/http.ts';
import { syntheticLines } from '../builders/jobs.ts';
import { withParser } from '../../server/library/basis.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);

interface Strip {
  readonly versions: Decision[];
  readonly unreadable: { readonly version: string; readonly findings: { readonly pointer: string }[] }[];
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

describe('versions of which some know a word that others do not', () => {
  const held = chain[0]?.basis.vocabularies.get('family@1');
  if (held === undefined) throw new Error('family@1 ships');
  const text = JSON.stringify(held.document).replaceAll('"UC"', '"UC-of-old"');
  const older = withParser({ ...held, document: JSON.parse(text) as Vocabulary });
  const basis = { ...shippedLibrary().basis, vocabularies: new Map([['family@1', older]]) };
  const withOlder = (which: readonly number[]) => {
    const versions = chain.map((version, at) => (which.includes(at) ? { ...version, basis } : version));
    const library = { ...shippedLibrary(), rulesets: new Map([['phase-2', versions]]) };
    return cohortsAt(appFor({ library }).app);
  };
  const family = {
    ...exampleFamily(),
    records: { benefit: [{ member: 'm1', from: '2016-01-01', to: null, kind: 'UC' }] },
  };
  const body = JSON.stringify({ ruleset: 'phase-2', asOf: '2018-03-01', family, causes: true });
  const numbers = chain.map(({ ruleset }) => ruleset.version);

  test.for([
    { which: [0], why: 'the first' },
    { which: [1, 2], why: 'two in the middle' },
    { which: [0, 1, 2], why: 'all but the last' },
  ])('$why cannot read it: what is wrong for each, and the others beside one another', async ({ which }) => {
    const { ask: asking } = await withOlder(which);
    const { status, body: said } = await asking('POST /strips', { headers: json, body });
    expect(status).toBe(200);
    const { versions, unreadable, flips } = said as unknown as Strip;
    expect(versions.map(({ ruleset }) => ruleset.version)).toEqual(
      numbers.filter((_, at) => !which.includes(at)),
    );
    expect(unreadable.map(({ version }) => version)).toEqual(numbers.filter((_, at) => which.includes(at)));
    for (const { findings } of unreadable)
      expect(findings.map(({ pointer }) => pointer)).toEqual(['/family/records/benefit/0/kind']);
    const pairs = versions.slice(1).map((after, at) => changesBetween(versions[at] ?? after, after));
    expect(flips.map(({ left, changes }) => ({ left, changes }))).toEqual(
      pairs.flatMap((changes, left) => (changes.length === 0 ? [] : [{ left, changes }])),
    );
  });

  test('none can read it: what the newest finds wrong', async () => {
    const { ask: asking } = await withOlder([0, 1, 2, 3]);
    const { status, body: said } = await asking('POST /strips', { headers: json, body });
    expect([status, said['findings']]).toMatchObject([422, [{ pointer: '/family/records/benefit/0/kind' }]]);
  });
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
