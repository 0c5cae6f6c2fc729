import type { Costs } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

type Phase = Costs['phases'][number];
type Line = Phase['lines'][number];
type Cell = string | number | null;
type Quantity = NonNullable<Line['counted']>['quantity'];

const columns = [
  ...([
    'phase',
    'line',
    'agency',
    'unit cost',
    'quantity',
    'unit',
    'rate pence',
    'pence',
    'price year',
  ] as const),
  ...([
    'uprated pence',
    'printed pence',
    'evidence',
    'standing',
    'records',
    'records pence',
    'missing',
  ] as const),
];

type Row = Partial<Record<(typeof columns)[number], Cell>>;

function manyOf(quantity: Quantity): Cell {
  return typeof quantity === 'number' ? quantity : `${quantity.part}/${quantity.of}`;
}

/** JSON Pointers into the family, of the records that a line rests on. */
function pointersOf(records: readonly { readonly recordType: string; readonly index: number }[]): string {
  return records.map(({ recordType, index }) => `/records/${recordType}/${index}`).join(' ');
}

function lineRow({ counted, derived, ...line }: Line): Row {
  const sums = {
    ...{ line: line.label, agency: line.agency, pence: line.pence, evidence: line.evidence },
    ...{ 'price year': line.priceYear, 'uprated pence': line.upratedPence },
  };
  const many =
    counted === null
      ? {}
      : {
          ...{ 'unit cost': counted.cost, quantity: manyOf(counted.quantity) },
          ...{ unit: counted.unit, 'rate pence': counted.ratePence },
        };
  if (derived === null) return { ...sums, ...many, standing: 'entered' };
  return {
    ...{ ...sums, ...many, standing: derived.atLeast ? 'at least' : 'counted' },
    ...{ records: pointersOf(derived.records), missing: derived.missingText },
  };
}

/** What the records of a phase come to beside its lines: none of it is added up. */
function apartRows({ none, notKnown, enteredToo }: Phase): Row[] {
  const named = ({ label: line, agency, cost }: Phase['none'][number]) => ({
    ...{ line, agency, 'unit cost': cost },
  });
  return [
    ...enteredToo.map((one) => ({
      ...{ ...named(one), quantity: manyOf(one.quantity), unit: one.unit },
      ...{ standing: 'entered by hand too, not added', 'records pence': one.recordsPence },
      ...{ records: pointersOf(one.records), missing: one.missingText },
    })),
    ...none.map((one) => ({ ...named(one), quantity: 0, standing: 'none' })),
    ...notKnown.map((one) => ({ ...named(one), standing: 'not known', missing: one.missingText })),
  ];
}

const boundWords = { exact: '', 'at-least': 'at least', 'at-most': 'at most', open: 'more or less' } as const;

/** A cost sheet as a table: a row a line and a finding, then one for each phase with its total, and one for what is saved. */
export function costsCsv({ phases, saving }: Costs): string {
  const rows = phases.flatMap((phase): Row[] => [
    ...[...phase.lines.map(lineRow), ...apartRows(phase)].map((row) => ({ phase: phase.id, ...row })),
    {
      ...{ phase: phase.id, line: 'Total', 'uprated pence': phase.pence },
      ...{ 'printed pence': phase.printed?.pence ?? null, standing: phase.atLeast ? 'at least' : '' },
    },
  ]);
  const saved: Row[] =
    saving === null
      ? []
      : [
          {
            ...{ phase: 'saving', line: 'Saved, gross', 'uprated pence': saving.pence },
            ...{ 'printed pence': saving.printed?.pence ?? null, standing: boundWords[saving.bound] },
          },
        ];
  return csvText([
    [...columns],
    ...[...rows, ...saved].map((row) => columns.map((name) => row[name] ?? null)),
  ]);
}
