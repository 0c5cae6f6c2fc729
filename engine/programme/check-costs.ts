import type { Diagnostic } from '../check/diagnostic.ts';
import type { Library } from '../check/ruleset/library.ts';
import { readForm } from '../check/document.ts';
import { finding, inOrder, type Finding } from '../check/finding.ts';
import { checkSources } from '../check/sources.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { nearest } from '../suggest.ts';
import { countedFound } from './check-counted.ts';
import { costedLine } from './cost.ts';
import { type CostLine, costSheet, type CostSheet, mostPence } from './cost-sheet.ts';
import { unitCosts, type UnitCosts } from './unit-costs.ts';

/** What is found in a cost sheet beside what is found in any document. */
export const costDiagnostics = {
  'unknown-cost': 'a line is of a unit cost that there is not',
  'unknown-phase': 'a saving is of a phase that there is not',
  'phase-less-itself': 'a phase has two parts in one saving',
  'not-a-price-year': 'a financial year does not end in the year after it began',
  'too-much-money': 'a line comes to more than can be added up',
  'nothing-counted': 'a family is given, and no unit cost counts anything of its records',
  'no-span': 'a family is given, and no phase has the days whose records are to be counted',
  'too-much-to-count': 'records, unit costs and phases are more than can be counted in one answer',
  'no-index-value': 'prices are to be uprated from or to a year of which the index has no value',
} as const;

type Place = readonly (string | number)[];

/** A cost sheet, and the unit costs that it counts. */
interface Given {
  readonly sheet: CostSheet;
  readonly unitCosts: UnitCosts;
}

function own(
  code: keyof typeof costDiagnostics,
  place: Place,
  told: { readonly message: string; readonly suggestion?: string | undefined },
): Finding {
  const { message, suggestion } = told;
  return { code, severity: 'error', pointer: pointerOf(place), message, suggestion };
}

function twice(ids: readonly string[], placeOf: (at: number) => Place, what: string): Finding[] {
  return ids.flatMap((id, at) => {
    const message = `${quote(id)} is already the id of ${what}`;
    return ids.indexOf(id) === at ? [] : [finding('duplicate-id', pointerOf(placeOf(at)), { message })];
  });
}

function yearFound(year: string, place: Place): Finding[] {
  const [first = '', second] = year.split('/');
  if (second === undefined || Number(second) === (Number(first) + 1) % 100) return [];
  const message = `${quote(year)} is not a financial year, which ends in the year after it began`;
  return [own('not-a-price-year', place, { message })];
}

/** Unit costs that were checked before, whatever has become since of what they rest on. Never throws. */
export function readUnitCosts(document: unknown): Result<UnitCosts, Diagnostic[]> {
  return readForm(unitCosts, document);
}

const noLibrary: Library = { vocabularies: [], calendars: [] };

/**
 * Unit costs that can be counted with, or everything wrong with them. The library has what those rest on that count
 * records; without it they are refused. Never throws.
 */
export function checkUnitCosts(document: unknown, library = noLibrary): Result<UnitCosts, Diagnostic[]> {
  const read = readForm(unitCosts, document);
  if (!read.ok) return read;
  const { costs, references = [], sources } = read.value;
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const findings = [
    ...twice(idsOf(costs), (at) => ['costs', at, 'id'], 'a unit cost'),
    ...twice(idsOf(references), (at) => ['references', at, 'id'], 'a reference'),
    ...costs.flatMap(({ priceYear }, at) => yearFound(priceYear, ['costs', at, 'priceYear'])),
    ...countedFound(read.value, library),
    ...checkSources(read.value, sources),
  ];
  return findings.length > 0 ? err(inOrder(findings)) : read;
}

/** A line that cannot be added up: of no unit cost, of a year that the index lacks, or of too much. */
export function checkLine(line: CostLine, place: Place, { sheet, unitCosts: units }: Given): Finding[] {
  const cost = 'cost' in line ? units.costs.find(({ id }) => id === line.cost) : undefined;
  if ('cost' in line && cost === undefined) {
    const message = `no unit cost is named ${quote(line.cost)}`;
    const suggestion = nearest(
      line.cost,
      units.costs.map(({ id }) => id),
    );
    return [own('unknown-cost', [...place, 'cost'], { message, suggestion })];
  }
  const year = 'cost' in line ? (cost?.priceYear ?? '') : line.priceYear;
  const wrong = 'cost' in line ? [] : yearFound(year, [...place, 'priceYear']);
  const { values = {} } = sheet.uprated?.by ?? {};
  if (sheet.uprated !== undefined && !Object.hasOwn(values, year)) {
    const message = `the index has no value of ${quote(year)}, the year of these prices`;
    return [...wrong, own('no-index-value', place, { message })];
  }
  if (sheet.uprated !== undefined && !Object.hasOwn(values, sheet.uprated.to)) return wrong;
  const { pence, upratedPence, shared } = costedLine(sheet, line, units);
  if (Math.max(pence, upratedPence, shared?.pence ?? 0) <= mostPence) return wrong;
  return [...wrong, own('too-much-money', place, { message: 'this comes to more than £1,000,000,000' })];
}

function ofLines(given: Given): Finding[] {
  return given.sheet.phases.flatMap(({ lines }, phase) =>
    lines.flatMap((line, at) => checkLine(line, ['phases', phase, 'lines', at], given)),
  );
}

function ofSpans({ phases }: CostSheet): Finding[] {
  return phases.flatMap(({ span }, at) => {
    if (span === undefined || span.from < span.to) return [];
    const message = `\`to\` is ${quote(span.to)}, but it is the first day outside: it must come after \`from\``;
    return [finding('to-not-after-from', pointerOf(['phases', at, 'span', 'to']), { message })];
  });
}

/** Why no unit cost counts anything of a family's records; none where one does. */
export function checkCounts({ id, costs }: UnitCosts): Diagnostic[] {
  if (costs.some(({ counted }) => counted !== undefined)) return [];
  const message = `no unit cost of ${quote(id)} says what it counts of a family’s records: \`counted\` is wanted`;
  return inOrder([own('nothing-counted', ['costs'], { message })]);
}

/** Records looked at for one answer, at most: each may be told in it, once for each unit cost and phase. */
const mostLookedAt = 100_000;

/** Why so much is not counted; none where it is. */
export function checkHowMuch(lookedAt: number): Diagnostic[] {
  if (lookedAt <= mostLookedAt) return [];
  const message = `counting this means looking at ${lookedAt} records, and 100000 are the most: fewer unit costs or phases are wanted`;
  return inOrder([own('too-much-to-count', ['phases'], { message })]);
}

/** Why records are counted for no phase; none where they are for one. */
export function checkSpans({ phases }: CostSheet): Diagnostic[] {
  if (phases.some(({ span }) => span !== undefined)) return [];
  const message = 'no phase has a `span`, the days whose records are counted';
  return inOrder([own('no-span', ['phases'], { message })]);
}

function ofSaving({ phases, saving }: CostSheet): Finding[] {
  if (saving === undefined) return [];
  const ids = phases.map(({ id }) => id);
  const named: readonly (readonly [string, Place])[] = [
    [saving.of, ['saving', 'of']],
    ...saving.less.map((id, at) => [id, ['saving', 'less', at]] as const),
  ];
  return named.flatMap(([id, place], at) => {
    if (!ids.includes(id)) {
      const message = `no phase is named ${quote(id)}`;
      return [own('unknown-phase', place, { message, suggestion: nearest(id, ids) })];
    }
    if (named.findIndex(([other]) => other === id) === at) return [];
    return [own('phase-less-itself', place, { message: `${quote(id)} already has its part in this saving` })];
  });
}

function ofIndex({ uprated }: CostSheet): Finding[] {
  if (uprated === undefined || Object.hasOwn(uprated.by.values, uprated.to)) return [];
  const message = `the index has no value of ${quote(uprated.to)}, the year that is asked for`;
  return [own('no-index-value', ['uprated', 'to'], { message })];
}

/** A cost sheet that can be added up with some unit costs, or everything wrong with it. Never throws. */
export function checkCostSheet(document: unknown, costs: UnitCosts): Result<CostSheet, Diagnostic[]> {
  const read = readForm(costSheet, document);
  if (!read.ok) return read;
  const sheet = read.value;
  const findings = [
    ...twice(
      sheet.phases.map(({ id }) => id),
      (at) => ['phases', at, 'id'],
      'a phase',
    ),
    ...ofLines({ sheet, unitCosts: costs }),
    ...ofSpans(sheet),
    ...ofSaving(sheet),
    ...ofIndex(sheet),
    ...checkSources(sheet, sheet.sources),
  ];
  return findings.length > 0 ? err(inOrder(findings)) : ok(sheet);
}
