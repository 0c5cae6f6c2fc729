import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { programme as form, programmeTotals } from '../../engine/programme.ts';
import { root } from '../../server/setup/ensure.mjs';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { appFor, json } from '../builders/http.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);
const folder = path.join(root, 'rulesets');
const file = path.join(root, 'rulesets/programmes/councils-phase-1.json');
const shipped = form.parse(JSON.parse(readFileSync(file, 'utf8')));
/** Made up: no source has these amounts. */
const madeUp = { ref: 'made-up', standing: 'unverified' as const };
const programme = form.parse({
  ...shipped,
  sources: { ...shipped.sources, 'made-up': { title: 'Made up for this test' } },
  releases: shipped.releases?.map((one) =>
    one.id === 'hertfordshire-year-two' ? { ...one, fees: { pence: 90_000_000, source: madeUp } } : one,
  ),
  allowances: shipped.allowances?.flatMap((one) => [
    one,
    {
      ...{ ...one, id: 'one-family', families: { families: 1, source: madeUp } },
      asked: { pence: 345_000, source: madeUp },
    },
  ]),
});
const post = (body: object) => ask('POST /programmes', { headers: json, body: JSON.stringify(body) });
const command = (...more: string[]) => commandLine(['programme', ...more], { folder });

async function addedUp(document: object = programme) {
  const { status, body } = await post(document);
  expect(status).toBe(200);
  return programmeTotals.parse(body);
}

const totals = await addedUp();
const named = <T extends { readonly id: string }>(list: readonly T[], id: string) => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

describe('families against targets, as the reports have them', () => {
  test.for([
    { id: 'hertfordshire-engaged', at: 0, figure: '624', of: '675', percent: 92, verdict: 'not-met' },
    { id: 'hertfordshire-engaged', at: 1, figure: '650', of: '675', percent: 96, verdict: 'not-met' },
    { id: 'hertfordshire-claimed', at: 0, figure: '170', of: '135', percent: 126, verdict: 'met' },
    { id: 'hertfordshire-year-one', at: 0, figure: '427', of: '450', percent: 95, verdict: 'not-met' },
    { id: 'cambridgeshire-identified', at: 0, figure: '721', of: '805', percent: 90, verdict: 'not-met' },
    { id: 'cambridgeshire-claimed', at: 0, figure: '271', of: '805', percent: 34, verdict: 'not-met' },
    {
      ...{ id: 'cambridgeshire-lead-professionals', at: 0, figure: '670.53', of: '721' },
      ...{ percent: 93, verdict: 'not-met' },
    },
  ])('$id: $figure of $of is $percent per cent', ({ id, at, figure, of, percent, verdict }) => {
    const one = named(totals.targets, id).reached[at];
    expect(one).toMatchObject({ figure: { text: figure }, expected: { text: of }, percent, verdict });
  });

  test('92 per cent is printed, which 624 comes to and 650 does not', () => {
    const { reached, printed } = named(totals.targets, 'hertfordshire-engaged');
    expect(printed?.percent).toBe(92);
    expect(reached.map(({ differencePercent }) => differencePercent)).toEqual([0, 4]);
    expect(reached[0]?.share).toEqual({ part: 208, of: 225, text: '208/225' });
  });

  test.for([
    { id: 'oxfordshire-year-one-national', numbers: ['270', '225'], apart: '45' },
    { id: 'oxfordshire-year-one-local', numbers: ['364.5', '303.75'], apart: '60.75' },
  ])('$id: $numbers, of which neither is rounded or chosen', ({ id, numbers, apart }) => {
    const { expected, verdict } = named(totals.targets, id);
    expect(expected.map(({ families }) => families.text)).toEqual(numbers);
    expect(verdict).toBe('unknown');
    expect(named(totals.conflicts, id)).toMatchObject({
      ...{ kind: 'expected', difference: { amount: { text: apart }, unit: 'families' } },
    });
  });

  test.for([
    { id: 'hertfordshire-claimed', made: ['10/100 of 1350'] },
    { id: 'oxfordshire-year-one-national', made: ['1/3 of 810', '1/3 of 675'] },
    { id: 'oxfordshire-year-one-local', made: ['45/100 of 810', '45/100 of 675'] },
    { id: 'harrow-year-one', made: [null] },
  ])('$id: how each number was made is said: $made', ({ id, made }) => {
    const ways = named(totals.targets, id).expected.map(
      ({ shareOf }) =>
        shareOf && `${shareOf.share.part}/${shareOf.share.of} of ${String(shareOf.base.families)}`,
    );
    expect(ways).toEqual(made);
  });

  test('each source that is named is there by its title', () => {
    expect(totals.sources['oxfordshire']?.title).toBe(
      'Developing the Thriving Families agenda, report to the Cabinet',
    );
  });

  test('a target without a figure is unknown, and not missed', () => {
    expect(named(totals.targets, 'harrow-year-one')).toMatchObject({ verdict: 'unknown', reached: [] });
  });
});

test('where Hertfordshire contradicts itself both stand, each with its place, and the difference', () => {
  expect(named(totals.conflicts, 'hertfordshire-engaged')).toMatchObject({
    kind: 'figures',
    said: [
      { value: '624', source: { ref: 'hertfordshire', at: '5.1.1' } },
      { value: '650', source: { ref: 'hertfordshire' } },
    ],
    difference: { amount: { text: '26' }, unit: 'families' },
  });
  expect(named(totals.conflicts, 'hertfordshire-first-claim')).toMatchObject({
    kind: 'statements',
    said: [{ value: 'July 2013' }, { value: 'Dec 2013' }],
    difference: { amount: { text: '5' }, unit: 'months' },
  });
  expect(totals.conflicts).toHaveLength(4);
});

describe('funding', () => {
  test('Harrow: £135,000 and £400,000 are the £535,000 that are printed', () => {
    expect(named(totals.funding, 'harrow-putting-families-first')).toMatchObject({
      lines: [{ pence: 13_500_000 }, { pence: 40_000_000 }],
      ...{ pence: 53_500_000, printed: { pence: 53_500_000, differencePence: 0 } },
    });
  });

  test('a printed total that is another is flagged, and neither is corrected', async () => {
    const funding = programme.funding?.map((one) => ({
      ...one,
      ...(one.printed && { printed: { ...one.printed, pence: 53_000_000 } }),
    }));
    const found = await addedUp({ ...programme, funding });
    expect(named(found.funding, 'harrow-putting-families-first')).toMatchObject({
      ...{ pence: 53_500_000, printed: { pence: 53_000_000, differencePence: 500_000 } },
    });
    expect(named(found.conflicts, 'harrow-putting-families-first')).toMatchObject({
      ...{ kind: 'printed', difference: { amount: { text: '500000' }, unit: 'pence' } },
    });
  });

  test('Oxfordshire: £0.8m a year for two years', () => {
    expect(named(totals.funding, 'oxfordshire-contribution')).toMatchObject({
      ...{ pence: 160_000_000, lines: [{ pence: 80_000_000 }, { pence: 80_000_000 }], printed: null },
    });
  });

  test('40 and 60 per cent of £10,000, the 40 as printed', () => {
    expect(named(totals.splits, 'oxfordshire-cost-of-a-family').shares).toMatchObject([
      { id: 'government', pence: 400_000, printed: { differencePence: 0 } },
      { id: 'local', pence: 600_000, printed: null },
    ]);
  });

  test('Hertfordshire’s fees of the second year are all released at 95 per cent, Harrow’s are unknown', () => {
    expect(named(totals.releases, 'hertfordshire-year-two')).toMatchObject({
      known: 'yes',
      released: [{ percent: 95, from: { text: '0.75' }, nowPence: 90_000_000, laterPence: 0 }],
    });
    expect(named(totals.releases, 'harrow-year-two')).toMatchObject({ known: 'unknown', released: [] });
  });

  test.for([
    { reached: 338, now: 90_000_000, why: 'above 75 per cent of 450' },
    { reached: 337, now: 45_000_000, why: 'below it, though 75 when rounded' },
    { reached: 149, now: 45_000_000, why: 'above 33 per cent' },
    { reached: 148, now: 0, why: 'below it, though 33 when rounded' },
  ])('with $reached families $now pence are ($why)', async ({ reached, now }) => {
    const targets = programme.targets?.map((one) =>
      one.id === 'hertfordshire-year-one'
        ? { ...one, figures: one.figures?.map((figure) => ({ ...figure, families: reached })) }
        : one,
    );
    const found = await addedUp({ ...programme, targets });
    expect(named(found.releases, 'hertfordshire-year-two').released).toMatchObject([{ nowPence: now }]);
  });

  test('up to £3,000 a family, outside the payments; what is over is said', () => {
    expect(totals.allowances).toMatchObject([
      { basis: 'outside-payments', mostPence: 216_300_000, pence: null, overPence: null },
      { basis: 'outside-payments', mostPence: 300_000, pence: 300_000, overPence: 45_000 },
    ]);
  });
});

test('the command line says the same, of the file and by its id, and both write the same table', async () => {
  for (const named of [file, 'councils-phase-1']) {
    const ended = await command(named);
    expect([ended.exit, output(ended)]).toEqual([0, await addedUp(shipped)]);
  }
  const sent = { method: 'POST', headers: json, body: JSON.stringify(shipped) };
  const answer = await app.request('/api/v1/programmes?as=csv', sent);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await answer.text();
  expect((await command('--csv', file)).out).toBe(text);
  const rows = text.trim().split('\r\n');
  const kinds = rows.map((row) => row.split(',')[0]);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect(['target', 'funding', 'split', 'release', 'allowance', 'conflict'].map(count)).toEqual([
    ...[12, 6, 2, 2, 1, 4],
  ]);
  expect(rows.at(-1)).toContain(',statements,July 2013 / Dec 2013,,,,,,5 months');
  expect(count('release band')).toBe(6);
  expect(rows.find((row) => row.startsWith('target,hertfordshire-claimed,'))).toContain(
    ',10/100 of 1350,"hertfordshire, 5.2.3; hertfordshire, 5.2.2",sourced,"Projected, and not yet submitted."',
  );
});

describe('what cannot be added up is refused at its place', () => {
  const split = named(programme.splits ?? [], 'oxfordshire-cost-of-a-family');
  const [release] = programme.releases ?? [];
  const half = { ...split, shares: split.shares.map((one) => ({ ...one, share: { part: 40, of: 100 } })) };
  test.for([
    {
      why: 'shares that are not the whole',
      body: { ...programme, splits: [half] },
      status: 422,
      finding: {
        ...{ pointer: '/splits/0/shares', code: 'shares-not-whole' },
        suggestion: '`0.2` of the whole more',
      },
    },
    {
      why: 'a release by a target that is misspelt',
      body: { ...programme, releases: [{ ...release, performance: 'hertfordshire-year-on' }] },
      status: 422,
      finding: {
        ...{ pointer: '/releases/0/performance', code: 'unknown-target' },
        suggestion: 'hertfordshire-year-one',
      },
    },
    {
      why: 'a number without a source',
      body: { ...programme, splits: [{ ...split, whole: { pence: 1_000_000 } }] },
      status: 400,
      finding: { pointer: '/splits/0/whole/source', code: 'missing-key' },
    },
  ])('$why', async ({ body, status, finding }) => {
    const refused = await post(body);
    expect([refused.status, refused.body['findings']]).toMatchObject([status, [finding]]);
  });

  test('on the command line, with exit code 2', async () => {
    const ended = await command(path.join(root, 'server/examples/schedule.json'));
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(problemOf(ended)).toMatchObject({ type: '/problems/programme-invalid' });
    expect((await command('no-such-file.json')).exit).toBe(2);
    const none = await command('councils-phase-2');
    expect([none.exit, problemOf(none)]).toMatchObject([
      ...[
        2,
        {
          type: '/problems/programme-not-found',
          suggestion: 'councils-phase-1',
          detail: expect.stringContaining('councils-phase-1') as string,
        },
      ],
    ]);
  });
});
