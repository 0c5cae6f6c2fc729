import { describe, expect, test } from 'vitest';
import { type Change, type Decision, givenFamily } from '../../engine/index.ts';
import { appFor, exampleFamily, posting } from '../builders/http.ts';
import { shippedCases } from '../builders/shipped.ts';

const { app } = appFor();

const question = (changes: object = {}) => ({
  left: { id: 'phase-1', version: '1.0.0' },
  right: { id: 'phase-2', version: '1.0.0' },
  asOf: '2016-03-01',
  restateAttachment: '2015-06-01',
  family: exampleFamily(),
  ...changes,
});

const ask = (body: unknown) => app.request('/api/v1/comparisons', posting(body));

test('one family under two versions: each decision as asked alone, and what changes', async () => {
  const response = await ask(question());
  expect(response.status).toBe(200);
  const said = (await response.json()) as {
    left: Decision;
    right: Decision;
    changes: Change[];
    shared: object;
  };
  const alone = async (body: object) =>
    (await (await app.request('/api/v1/evaluations', posting(body))).json()) as Decision;
  const { left, right, asOf, family, restateAttachment } = question();
  expect(said.left).toEqual(await alone({ ruleset: left, asOf, family, trace: 'none' }));
  expect(said.right).toEqual(await alone({ ruleset: right, asOf, family, restateAttachment, trace: 'none' }));
  expect(said.changes).toContainEqual({
    path: '/eligibility/route',
    from: 'automatic',
    to: said.right.eligibility.route,
  });
  expect(said.shared).toMatchObject({ payments: ['attachment-fee'] });
});

describe('why a family is told something else', () => {
  const versions = {
    left: { id: 'phase-1', version: '1.0.0' },
    right: { id: 'oxfordshire', version: '1.0.0' },
  };
  const file = shippedCases('england/phase-1/1.0.0');
  const familyOf = (id: string) => {
    const given = file.cases.find((one) => one.id === id)?.given;
    const family = given && givenFamily(file, given);
    if (family?.ok !== true) throw new Error(`no case ${id}`);
    return family.value;
  };
  const asked = { ...versions, asOf: '2013-10-01', causes: true };

  test('is said where it is asked', async () => {
    const response = await ask({ ...asked, family: familyOf('exclusions-3') });
    expect(response.status).toBe(200);
    const { attribution } = (await response.json()) as {
      attribution: { causes: { path: string; sets: unknown }[]; shares: { path: string; edits: unknown }[] };
    };
    const edit = { kind: 'changed', of: 'condition', id: 'education.exclusions' };
    expect(attribution.causes.find(({ path }) => path === '/eligibility/verdict')).toEqual({
      ...{ path: '/eligibility/verdict', complete: true, skipped: 0 },
      sets: [[edit]],
    });
    expect(attribution.shares.find(({ path }) => path === '/totalDuePence')).toEqual({
      ...{ path: '/totalDuePence', exact: true },
      edits: [{ ...edit, share: -240_000 }],
    });
  });

  test('is said to be nothing where nothing changes', async () => {
    const family = familyOf('exclusions-3');
    const same = await ask({ ...asked, right: versions.left, family });
    expect(await same.json()).toMatchObject({ changes: [], attribution: { causes: [], shares: [] } });
  });

  test('is not said where the attachment is restated for one version alone', async () => {
    const response = await ask(question({ causes: true }));
    expect(await response.json()).toMatchObject({
      attribution: { notAttributable: 'restated-attachment' },
    });
  });

  test('is not said where nobody asks', async () => {
    expect(await (await ask(question())).json()).not.toHaveProperty('attribution');
  });
});

describe('what cannot be compared', () => {
  test.for([
    { changes: { right: { id: 'phase-2', version: '9.0.0' } }, status: 404, name: 'version-not-found' },
    { changes: { left: { id: 'phase-2', inForceOn: '2001-01-01' } }, status: 422, name: 'nothing-in-force' },
    { changes: { left: { id: 'phase-2' } }, status: 400, name: 'body-invalid' },
    { changes: { family: {} }, status: 422, name: 'family-invalid' },
  ])('$changes: $name', async ({ changes, status, name }) => {
    const response = await ask(question(changes));
    const { type } = (await response.json()) as { type: string };
    expect([response.status, type]).toEqual([status, `/api/v1/problems/${name}`]);
  });
});
