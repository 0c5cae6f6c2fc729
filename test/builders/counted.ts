import {
  addUpFamilyCosts,
  checkCostSheet,
  checkUnitCosts,
  type Costs,
  type UnitCosts,
} from '../../engine/programme.ts';
import { day } from './decided.ts';
import { readFamily, shippedLibrary } from './shipped.ts';

const sources = { made: { title: 'Made up' } };
const source = { ref: 'made', standing: 'unverified' };

/** A unit cost of a penny that counts records. */
export function costOf(counted: unknown, id = 'thing') {
  return {
    ...{ id, label: `The ${id}`, agency: 'Council', unit: id, pence: 1, priceYear: '2013' },
    ...{ counted, source },
  };
}

/** Unit costs of these costs, which rest on what ships. */
export function unitCostsOf(costs: readonly object[], more: object = {}) {
  return {
    ...{ id: 'made', version: '1.0.0', title: 'Made up', vocabulary: 'family@1' },
    ...{ calendar: { fallback: 'hertfordshire' }, sources, costs },
    ...more,
  };
}

export function checkedUnits(document: unknown): UnitCosts {
  const checked = checkUnitCosts(document, shippedLibrary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** A span of days; `to` is the first outside. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export function sheetOf(spans: readonly Days[], lines: readonly object[] = [], more: object = {}) {
  const phases = spans.map((span, at) => ({ id: `p${at}`, label: 'A phase', span, lines }));
  return { title: 'A family', sources, phases, ...more };
}

/** What a family's records come to over some spans. */
export function costsFound(
  units: UnitCosts,
  sheet: unknown,
  { family, asOf }: { readonly family: unknown; readonly asOf: string },
): Costs {
  const checked = checkCostSheet(sheet, units);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const given = { family: readFamily(family), asOf: day(asOf), library: shippedLibrary };
  const found = addUpFamilyCosts(checked.value, units, given);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** What one unit cost came to in a phase: `3`, `at least 3`, `none` or `not known`; weeks as sevenths. */
export function saidOf(phase: Costs['phases'][number] | undefined, cost = 'thing'): string {
  const line = phase?.lines.find((one) => one.derived !== null && one.counted?.cost === cost);
  if (line?.counted) {
    const { quantity } = line.counted;
    const many = typeof quantity === 'number' ? String(quantity) : `${quantity.part}/${quantity.of}`;
    return `${line.derived?.atLeast === true ? 'at least ' : ''}${many}`;
  }
  if (phase?.none.some((one) => one.cost === cost)) return 'none';
  return phase?.notKnown.some((one) => one.cost === cost) ? 'not known' : 'nothing said';
}
