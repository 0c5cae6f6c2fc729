import { type Diagnostic, err, ok, parseDay, type Result } from '../../engine/index.ts';
import {
  addUpCosts,
  addUpFamilyCosts,
  checkCostSheet,
  checkCounts,
  checkUnitCosts,
  type Costs,
} from '../../engine/programme.ts';
import { type Basis, documentsOf } from '../library/basis.ts';
import { readFamily } from '../library/read-family.ts';

/** A cost sheet and the documents that it is added up with, as parsed from JSON. */
export interface CostQuestion {
  readonly unitCosts: unknown;
  readonly sheet: unknown;
  /** Whose records are counted, with the day that they are seen on; absent where none are. */
  readonly given?: { readonly family: unknown; readonly asOf: string } | undefined;
}

/** Which of the documents something is wrong with, and what. */
export interface CostsRefused {
  readonly document: 'unitCosts' | 'sheet' | 'family';
  readonly findings: Diagnostic[];
}

const refused = (document: CostsRefused['document'], findings: Diagnostic[]) => err({ document, findings });

/** What a cost sheet comes to, with what a family's records come to where one is given. */
export function costsOf(
  { unitCosts, sheet, given }: CostQuestion,
  basis: Basis,
): Result<Costs, CostsRefused> {
  const library = documentsOf(basis);
  const units = checkUnitCosts(unitCosts, library);
  if (!units.ok) return refused('unitCosts', units.error);
  const checked = checkCostSheet(sheet, units.value);
  if (!checked.ok) return refused('sheet', checked.error);
  if (given === undefined) return ok(addUpCosts(checked.value, units.value));
  const counts = checkCounts(units.value);
  if (counts.length > 0) return refused('unitCosts', counts);
  const read = readFamily(given.family, units.value.vocabulary ?? '', basis);
  if (!read.ok) return refused('family', read.error);
  const asOf = parseDay(given.asOf);
  if (asOf === undefined) throw new Error('invariant: the day of a question exists');
  const { family } = read.value;
  const found = addUpFamilyCosts(checked.value, units.value, { family, asOf, library });
  return found.ok ? found : refused('sheet', found.error);
}
