import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../server/library/open.ts';
import { type Governed, governed, problemIn } from '../builders/governed.ts';
import { programmeFiles, someProgramme, someUnitCosts } from '../builders/programme-documents.ts';
import { type Files, rulesetsFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly submission: { readonly hash: string; readonly version: string | null };
}

/** Begins a draft, writes a document in it, and submits it: what the last answer was. */
async function submitted(
  { ask }: Governed,
  beginning: object,
  document: unknown,
  who: 'lead' | 'harrow' = 'lead',
) {
  const begun = await ask(who, 'POST /drafts', { body: beginning });
  if (begun.status !== 201) return begun;
  const { id } = begun.body as unknown as Draft;
  const body = { document: JSON.stringify(document), cases: null };
  const saved = await ask(who, `PUT /drafts/${id}`, { over: 1, body });
  if (saved.status !== 200) return saved;
  return ask(who, `POST /drafts/${id}/submit`, { over: 2, body: {} });
}

/** Approves and releases what is submitted. */
async function published(product: Governed, answer: Awaited<ReturnType<Governed['ask']>>) {
  const { id, submission } = answer.body as unknown as Draft;
  await product.ask('approver', `POST /drafts/${id}/approve`, { body: { hash: submission.hash } });
  return product.ask('releaser', `POST /drafts/${id}/release`, { body: {} });
}

describe.each(databases)('$name', ({ open }) => {
  const product = () => governed(open, rulesetsFolder(programmeFiles));

  test('what a folder holds is listed, and read whole with what it comes to', async () => {
    const { ask } = await product();
    const costs = await ask('harrow', 'GET /unit-costs');
    expect(costs.body).toMatchObject({
      unitCosts: [{ id: 'harrow', version: '1.0.0', authority: 'Harrow' }],
    });
    const whole = await ask('harrow', 'GET /unit-costs/harrow/versions/1.0.0');
    expect(whole.body).toMatchObject({
      hash: expect.stringMatching(/^sha256:/) as string,
      document: someUnitCosts(),
    });
    const programmes = await ask('harrow', 'GET /programmes');
    expect(programmes.body).toMatchObject({ programmes: [{ id: 'harrow', authorities: ['Harrow'] }] });
    const one = await ask('harrow', 'GET /programmes/harrow');
    expect(one.body).toMatchObject({
      document: someProgramme(9),
      totals: { targets: [{ verdict: 'not-met', reached: [{ percent: 90 }] }] },
    });
  });

  test('what there is not is answered with what there is', async () => {
    const { ask } = await product();
    const costs = await ask('lead', 'GET /unit-costs/harrow/versions/2.0.0');
    expect([costs.status, problemIn(costs), costs.body]).toMatchObject([
      ...[404, 'unit-costs-not-found', { unitCosts: ['harrow@1.0.0'] }],
    ]);
    for (const line of ['GET /programmes/harow', 'GET /programmes/harow/contents']) {
      const programme = await ask('lead', line);
      expect([problemIn(programme), programme.body]).toMatchObject([
        ...['programme-not-found', { programmes: ['harrow'] }],
      ]);
    }
  });

  test('unit costs go up by a number, and each stays; a number is never given twice', async () => {
    const own = await product();
    const beginning = { content: { kind: 'unit-costs', id: 'harrow@1.0.0' } };
    const begun = (await own.ask('harrow', 'POST /drafts', { body: beginning })).body as unknown as Draft;
    expect([begun.name, begun.document]).toEqual(['harrow', expect.stringContaining('"1.0.1"')]);
    const next = await submitted(own, beginning, someUnitCosts({ version: '1.1.0' }), 'harrow');
    expect(next.body).toMatchObject({ submission: { version: '1.1.0' } });
    expect((await published(own, next)).status).toBe(200);
    const { unitCosts } = (await own.ask('lead', 'GET /unit-costs')).body as unknown as {
      unitCosts: { version: string }[];
    };
    expect(unitCosts.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
    for (const version of ['1.0.0', '1.1.0']) {
      const again = await submitted(own, beginning, someUnitCosts({ version, title: 'Other' }), 'harrow');
      expect([problemIn(again), again.body]).toMatchObject(['version-not-higher', { suggestion: '1.1.1' }]);
    }
  });

  test('of a programme the last published counts, and what was published before is kept', async () => {
    const own = await product();
    const next = await submitted(own, { content: { kind: 'programme', id: 'harrow' } }, someProgramme(10));
    expect((await published(own, next)).status).toBe(200);
    const one = await own.ask('lead', 'GET /programmes/harrow');
    expect(one.body).toMatchObject({ totals: { targets: [{ verdict: 'met' }] } });
    const { contents } = (await own.ask('lead', 'GET /programmes/harrow/contents')).body as unknown as {
      contents: { current: boolean; document: object; dependents: object[] }[];
    };
    expect(contents).toMatchObject([
      { current: false, document: someProgramme(9), dependents: [] },
      { current: true, document: someProgramme(10), dependents: [] },
    ]);
  });

  test.for([
    {
      why: 'a council’s own, of another council',
      beginning: { content: { kind: 'programme', id: 'harrow' } },
      document: someProgramme(9, ['Harrow', 'Brent']),
      refused: 'not-your-authority',
    },
    {
      why: 'national unit costs, by a council',
      beginning: { new: { kind: 'unit-costs', id: 'national', title: 'All', jurisdiction: 'Harrow' } },
      document: someUnitCosts({ id: 'national', authority: undefined }),
      refused: 'not-your-authority',
    },
    {
      why: 'a document of another name',
      beginning: { content: { kind: 'programme', id: 'harrow' } },
      document: { ...someProgramme(9), id: 'brent' },
      refused: 'draft-fails',
    },
    {
      why: 'a cost without a price year',
      beginning: { content: { kind: 'unit-costs', id: 'harrow@1.0.0' } },
      document: someUnitCosts({ costs: [{ ...someUnitCosts().costs[0], priceYear: undefined }] }),
      refused: 'draft-fails',
    },
    {
      why: 'an id that is taken',
      beginning: { new: { kind: 'unit-costs', id: 'harrow', title: 'Again', jurisdiction: 'Harrow' } },
      document: {},
      refused: 'id-taken',
    },
  ])('$why is refused: $refused', async ({ beginning, document, refused }) => {
    expect(problemIn(await submitted(await product(), beginning, document, 'harrow'))).toBe(refused);
  });

  test.for(['unit-costs', 'programme'] as const)('new %s begin with what can be submitted', async (kind) => {
    const { ask } = await product();
    const beginning = { new: { kind, id: 'another', title: 'Another', jurisdiction: 'Harrow' } };
    const { id } = (await ask('harrow', 'POST /drafts', { body: beginning })).body as unknown as Draft;
    const checks = await ask('harrow', `GET /drafts/${id}/checks`);
    expect(checks.body).toMatchObject({ passes: true, findings: [] });
    expect((await ask('harrow', `POST /drafts/${id}/submit`, { over: 1, body: {} })).status).toBe(200);
  });
});

const refusedFolders: readonly { why: string; files: Files; finding: object }[] = [
  {
    why: 'unit costs without a price year',
    files: {
      'unit-costs/a.json': someUnitCosts({ costs: [{ ...someUnitCosts().costs[0], priceYear: '13' }] }),
    },
    finding: { file: 'unit-costs/a.json', pointer: '/costs/0/priceYear' },
  },
  {
    why: 'the same unit costs twice',
    files: { 'unit-costs/a.json': someUnitCosts(), 'unit-costs/b.json': someUnitCosts() },
    finding: { file: 'unit-costs/b.json', code: 'duplicate-document' },
  },
  {
    why: 'a programme without an id',
    files: { 'programmes/a.json': { ...someProgramme(1), id: undefined } },
    finding: { file: 'programmes/a.json', pointer: '', code: 'missing-key' },
  },
  {
    why: 'a document deeper than its folder',
    files: { 'programmes/more/a.json': someProgramme(1) },
    finding: { file: 'programmes/more/a.json', code: 'misplaced-file' },
  },
];

test.for(refusedFolders)('a folder with $why is not opened, and says where', ({ files, finding }) => {
  const opened = openLibrary(rulesetsFolder(files));
  expect(opened.ok ? [] : opened.error).toMatchObject([finding]);
});
