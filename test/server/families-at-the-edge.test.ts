import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointerOf } from '../../engine/index.ts';
import { edited, type Path, placesOf, withAnyType } from '../arbitraries/family-edit.ts';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine } from '../builders/command-line.ts';
import { exampleFamily } from '../builders/example-family.ts';
import { appFor, authorised, json } from '../builders/http.ts';
import { familiesOf } from '../builders/synthetic.ts';

const { app } = appFor();
const { ask, uploadOne } = await cohortsAt(app);
const asOf = '2013-11-01';
const ruleset = { id: 'phase-1', version: '1.0.0' };
const lines = { ...authorised, 'content-type': 'application/x-ndjson' };

interface Found {
  readonly code: string;
  readonly pointer: string;
}

/** What was answered: what is wrong with the family and where in it, or what is said of one with nothing wrong. */
interface Answer {
  readonly status: number;
  readonly found: readonly Found[];
  readonly said?: unknown;
}

/** Findings about a family, wherever in the question it stands. */
const foundIn = (findings: unknown, at = ''): Found[] =>
  (findings as Found[]).map(({ code, pointer }) => ({ code, pointer: pointer.slice(at.length) }));

const asking = (address: string, rest: object) => async (family: unknown) => {
  const question = { method: 'POST', headers: json, body: JSON.stringify({ ...rest, asOf, family }) };
  const { status, body } = await ask(`POST ${address}`, question);
  return status === 200
    ? { status, found: [], said: body }
    : { status, found: foundIn(body['findings'], '/family') };
};

async function uploaded(family: unknown): Promise<Answer> {
  const { status, body } = await uploadOne('application/x-ndjson', JSON.stringify(family));
  if (body['state'] === 'whole') return { status, found: [], said: body['completeness'] };
  const { body: findings } = await ask(`GET /cohorts/${String(body['id'])}/findings`);
  return { status, found: foundIn(findings['items']) };
}

async function inBatch(family: unknown): Promise<Answer> {
  const address = `/api/v1/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=${asOf}`;
  const init = { method: 'POST', headers: lines, body: JSON.stringify(family) };
  const answer = await app.request(address, init);
  const [line = ''] = (await answer.text()).split('\n');
  const { problem, decision } = JSON.parse(line) as { problem?: { findings: Found[] }; decision?: unknown };
  return { status: answer.status, found: foundIn(problem?.findings ?? []), said: decision };
}

async function onCommandLine(family: unknown): Promise<Answer> {
  const argv = ['evaluate', '--ruleset', 'phase-1@1.0.0', '--as-of', asOf, '-'];
  const { exit, out, err } = await commandLine(argv, { folder: 'rulesets', stdin: JSON.stringify(family) });
  if (exit === 0) return { status: 200, found: [], said: JSON.parse(out) };
  return { status: exit, found: foundIn((JSON.parse(err) as { findings: unknown }).findings) };
}

const soon = { ruleset, until: '2013-12-01' };
const right = { id: 'hertfordshire', version: '2.0.0' };

const doors = {
  '/cohorts': uploaded,
  '/evaluations': asking('/evaluations', { ruleset }),
  '/evaluations/batch': inBatch,
  '/claimable-days': asking('/claimable-days', soon),
  '/still-needed': asking('/still-needed', soon),
  '/comparisons': asking('/comparisons', { left: ruleset, right }),
  '`threshold evaluate`': onCommandLine,
};
type Door = keyof typeof doors;

/** What some that read a family find in it, which must be the same. */
async function foundBy([first, ...others]: readonly [Door, ...Door[]], family: unknown) {
  const { found } = await doors[first](family);
  for (const door of others) {
    const answer = await doors[door](family);
    expect([200, 201, 400, 422, 2], door).toContain(answer.status);
    expect(answer.found, door).toEqual(found);
  }
  return found;
}

/** A family that says something at every place that can be left out. */
function fullFamily() {
  const { members, records, coverage, claims, ...family } = exampleFamily();
  const own = { joinedOn: '2010-01-01', leftOn: '2020-01-01', personRef: 'p-1' };
  return {
    ...family,
    vocabulary: 'family@1',
    formerIds: ['F-000'],
    members: members.map((member, at) => (at === 0 ? { ...member, ...own } : member)),
    records: {
      ...records,
      offence: [{ ...records.offence[0], source: 'police', evidence: 'a list', verifiedBy: 'A Person' }],
      'police-call-out': [{ on: '2012-06-02', member: 'm1' }],
    },
    coverage: { ...coverage, 'asb-incident': [{ member: 'm2', from: '2011-01-01', to: null }] },
    claims: claims.map((claim) => ({ ...claim, localAuthority: 'Harrow' })),
    overrides: [
      {
        ...{ outcome: 'crime-and-education', part: 'education-result', verdict: 'met', by: 'A Person' },
        ...{ role: 'head of service', on: '2012-11-01', reason: 'known to the school', evidence: 'a letter' },
      },
    ],
  };
}

/** An answer without the hashes of the family's words, which differ where null stands in them. */
function withoutHashes(said: unknown): unknown {
  return { ...(said as Readonly<Record<string, unknown>>), id: undefined, family: undefined };
}

describe('null at a place of a family says what absence says, or is refused there', () => {
  const places = placesOf(fullFamily()).map((path) => ({ path, place: pointerOf(path) }));
  /** Where null says that there is known to be none. */
  const isKnown = (path: Path) => path.at(-1) === 'via';
  const asked = ['/evaluations', '/cohorts'] as const;

  test.for(places)('$place', async ({ path, place }) => {
    const withNull = edited(fullFamily(), path, { do: 'put', value: null });
    const found = await foundBy(asked, withNull);
    if (found.length > 0) {
      expect(found.map(({ pointer }) => pointer)).toContain(place);
      return;
    }
    const without = edited(fullFamily(), path, { do: 'remove' });
    if (isKnown(path) || (await foundBy(asked, without)).length > 0) return;
    for (const door of asked) {
      const { said } = await doors[door](withNull);
      expect(withoutHashes(said), door).toEqual(withoutHashes((await doors[door](without)).said));
    }
  });
});

describe('a value of any type at any place of a family is read, or refused with its place, alike by', () => {
  const family = familiesOf('corners', 7);
  const documents = fc.nat({ max: 199 }).chain((index) => withAnyType({ ...family(index) }));

  test.for<{ by: readonly [Door, ...Door[]]; numRuns: number }>([
    {
      by: [
        ...(['/evaluations', '/cohorts', '/evaluations/batch'] as const),
        ...(['/comparisons', '/claimable-days', '/still-needed'] as const),
      ],
      numRuns: 40,
    },
    { by: ['/evaluations', '`threshold evaluate`'], numRuns: 5 },
  ])('$by', async ({ by, numRuns }) => {
    const isAlike = fc.asyncProperty(documents, async (document) => {
      await foundBy(by, document);
    });
    await fc.assert(isAlike, { numRuns });
  });
});
