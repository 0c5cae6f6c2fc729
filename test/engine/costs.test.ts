import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addUpCosts,
  checkCostSheet,
  checkUnitCosts,
  costs,
  type CostSheet,
  type UnitCosts,
} from '../../engine/programme.ts';

const file = new URL('../../rulesets/unit-costs/hertfordshire@1.0.0.json', import.meta.url);

function unitCostsOf(document: unknown): UnitCosts {
  const checked = checkUnitCosts(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

const units = unitCostsOf(JSON.parse(readFileSync(file, 'utf8')));

function addedUp(document: unknown, by: UnitCosts = units) {
  const checked = checkCostSheet(document, by);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return addUpCosts(checked.value, by);
}

function foundIn(document: unknown, by: UnitCosts = units) {
  const checked = checkCostSheet(document, by);
  return checked.ok ? [] : checked.error.map(({ code, pointer }) => ({ code, pointer }));
}

const report = { ref: 'report', at: 'Family E', standing: 'sourced' as const };
const of = (cost: string, quantity: number, label = cost) => ({ label, cost, quantity, source: report });
const entered = (label: string, pounds: number, more: object = {}) => ({
  ...{ label, pence: pounds * 100, priceYear: '2013', agency: 'County council' },
  ...{ evidence: 'the report, Family E', source: report },
  ...more,
});
const printed = (pounds: number) => ({ pence: pounds * 100, source: report });

/** Family E, from its items: the report to the Health and Wellbeing Board, 13 November 2013 (seed 003). */
const familyE = {
  title: 'Family E',
  sources: { report: { title: 'Thriving Families, report to the Health and Wellbeing Board' } },
  phases: [
    {
      ...{ id: 'before', label: 'Six months before' },
      lines: [
        of('police-hour', 62),
        of('arrest', 3),
        of('jsa-week', 24),
        of('notice-seeking-possession', 1),
        of('rent-arrears', 1),
        of('domestic-violence', 1),
        of('protection-plan', 1),
        of('protection-plan-month', 6),
        of('attendance-officer-hour', 72, 'Truancy, two children of 36 hours each'),
      ],
      printed: printed(42_999),
    },
    {
      ...{ id: 'intervention', label: 'Intervention' },
      lines: [
        entered('Running the programme', 3789, { sharedBy: 450 }),
        entered('Family intervention worker, nine months', 2419),
      ],
      printed: printed(6208),
    },
    {
      ...{ id: 'after', label: 'Six months after' },
      lines: [of('drugs-programme', 1), of('jsa-week', 24), of('dla-week', 24)],
      printed: printed(4600),
    },
  ],
  saving: { of: 'before', less: ['intervention', 'after'], printed: printed(32_191) },
};

describe('what Hertfordshire counted of Family E', () => {
  const found = addedUp(familyE);

  test('each item is what is printed', () => {
    const pounds = found.phases.map(({ lines }) => lines.map(({ pence }) => pence / 100));
    expect(pounds).toEqual([
      [2046, 5790, 1704, 600, 1900, 19_707, 6011, 2220, 3024],
      [3789, 2419],
      [1000, 1704, 1896],
    ]);
  });

  test.for([
    { phase: 0, pence: 4_300_200, differencePence: 300, why: 'the source prints £42,999' },
    { phase: 1, pence: 620_800, differencePence: 0, why: 'it adds up' },
    { phase: 2, pence: 460_000, differencePence: 0, why: 'it adds up' },
  ])('phase $phase comes to $pence pence beside what is printed ($why)', (row) => {
    const one = found.phases[row.phase];
    expect(one).toMatchObject({ pence: row.pence, printed: { differencePence: row.differencePence } });
  });

  test('£32,194 is saved by its items, and £32,191 as printed', () => {
    expect(found.saving).toMatchObject({
      pence: 3_219_400,
      printed: { pence: 3_219_100, differencePence: 300 },
    });
  });

  test('£3,789 of it is its share of a running cost over 450 families', () => {
    expect(found.phases[1]?.lines[0]?.shared).toEqual({ families: 450, pence: 170_505_000 });
  });

  test('it is gross, in the prices of one year, and of the form that is promised', () => {
    expect(found).toMatchObject({ basis: 'gross', priceYears: ['2013'] });
    expect(costs.safeParse(found).success).toBe(true);
  });

  test('£75,000 and £10,000 a family are both said, and that they differ', () => {
    expect(found.conflicts).toMatchObject([
      {
        id: 'troubled-family-year',
        figures: [
          { pencePerFamily: 7_500_000 },
          { pencePerFamily: 1_000_000 },
          { pencePerFamily: 7_500_000 },
        ],
        differencePence: 6_500_000,
      },
      { id: 'family-year' },
    ]);
  });

  test('£162,000 of the 43 families before the programme stands beside the £75,000 that each of it is said to cost', () => {
    expect(found.conflicts[1]).toMatchObject({
      id: 'family-year',
      figures: [{ pencePerFamily: 7_500_000 }, { pencePerFamily: 16_200_000 }],
      differencePence: 8_700_000,
    });
  });
});

const line = entered('Anything', 10);
const sheet = (lines: readonly object[], more: object = {}) => ({
  ...{ title: 'A family', sources: familyE.sources, phases: [{ id: 'before', label: 'Before', lines }] },
  ...more,
});
const uprated = (to: string, values: Readonly<Record<string, number>>) => ({
  uprated: { to, by: { title: 'An index', values } },
});

test.for([
  { quantity: { part: 1, of: 2 }, pence: 1650, why: 'half of £33' },
  { quantity: { part: 1, of: 7 }, pence: 471, why: '471.4 is nearer to 471' },
  { quantity: { part: 1, of: 16 }, pence: 206, why: '206.25 is nearer to 206' },
  { quantity: { part: 1, of: 8 }, pence: 413, why: '412.5 goes up' },
])('$quantity of a police hour is $pence pence ($why)', ({ quantity, pence }) => {
  const found = addedUp(sheet([{ label: 'Police', cost: 'police-hour', quantity }]));
  expect(found.phases[0]?.pence).toBe(pence);
});

test('a stated index changes the amounts that are added up, and not those of their own year', () => {
  const found = addedUp(sheet([line], uprated('2015', { '2013': 1000, '2015': 1025 })));
  expect(found.phases[0]).toMatchObject({ pence: 1025, lines: [{ pence: 1000, upratedPence: 1025 }] });
  expect(found).toMatchObject({ priceYears: ['2015'], uprated: { to: '2015', source: null } });
});

test('without an index prices stand as they are, and their years are listed', () => {
  const found = addedUp(sheet([line, { ...line, priceYear: '2012/13' }]));
  expect(found).toMatchObject({
    ...{ priceYears: ['2012/13', '2013'], uprated: null, phases: [{ pence: 2000 }] },
  });
});

describe('a sheet is refused', () => {
  const at = '/phases/0/lines/0';
  const { priceYear, ...yearless } = line;
  test.for([
    {
      why: 'no such unit cost',
      document: sheet([of('arest', 1)]),
      code: 'unknown-cost',
      pointer: `${at}/cost`,
    },
    {
      why: 'no such year, and not in the index',
      document: sheet([line], uprated('2015', { '2015': 1 })),
      ...{ code: 'no-index-value', pointer: at },
    },
    {
      why: 'not a financial year',
      document: sheet([{ ...line, priceYear: '2013/15' }]),
      ...{ code: 'not-a-price-year', pointer: `${at}/priceYear` },
    },
    {
      why: 'no such phase',
      document: sheet([line], { saving: { of: 'before', less: ['aftr'] } }),
      ...{ code: 'unknown-phase', pointer: '/saving/less/0' },
    },
    {
      why: 'a phase less itself',
      document: sheet([line], { saving: { of: 'before', less: ['before'] } }),
      ...{ code: 'phase-less-itself', pointer: '/saving/less/0' },
    },
    {
      why: 'more than can be added up',
      document: sheet([of('domestic-violence', 1_000_000)]),
      ...{ code: 'too-much-money', pointer: at },
    },
  ])('$why', ({ document, code, pointer }) => {
    expect(foundIn(document)).toEqual([{ code, pointer }]);
  });

  test(`without a price year (${priceYear} left out)`, () => {
    expect(foundIn(sheet([yearless]))).not.toEqual([]);
  });

  test('for everything wrong with it at once', () => {
    const document = sheet([of('arest', 1), of('arrst', 1)], { saving: { of: 'befor', less: ['x'] } });
    expect(foundIn(document)).toHaveLength(4);
  });
});

test('a unit cost without a price year is refused', () => {
  const bare = units.costs.map(({ priceYear, ...rest }, at) => (at === 1 ? rest : { ...rest, priceYear }));
  const checked = checkUnitCosts({ ...units, costs: bare });
  expect(checked.ok ? [] : checked.error).toMatchObject([{ code: 'missing-key', pointer: '/costs/1' }]);
});

describe('whatever is entered', () => {
  const lines = fc.array(
    fc.oneof(
      fc.record({
        ...{ label: fc.constant('Counted'), cost: fc.constantFrom(...units.costs.map(({ id }) => id)) },
        quantity: fc.record({ part: fc.integer({ min: 1, max: 900 }), of: fc.integer({ min: 1, max: 99 }) }),
      }),
      fc.nat(1_000_000).map((pence) => ({ ...line, pence })),
    ),
    { maxLength: 12 },
  );

  test('a total is the sum of its lines, and of its agencies', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const [phase] = addedUp(sheet(given)).phases;
        const sum = (list: readonly { readonly pence: number }[] = []) =>
          list.reduce((total, { pence }) => total + pence, 0);
        expect(phase?.pence).toBe(sum(phase?.lines));
        expect(phase?.pence).toBe(sum(phase?.byAgency));
      }),
    );
  });

  test('the order of lines changes no total', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.nat()), (given, keys) => {
        const other = given
          .map((one, at) => ({ one, key: keys[at] ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(addedUp(sheet(other)).phases[0]?.pence).toBe(addedUp(sheet(given)).phases[0]?.pence);
      }),
    );
  });

  test('an index of the same value changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 1_000_000 }), (given, value) => {
        const same: CostSheet['uprated'] = uprated('2015', { '2013': value, '2015': value }).uprated;
        expect(addedUp(sheet(given, { uprated: same })).phases).toEqual(addedUp(sheet(given)).phases);
      }),
    );
  });
});
