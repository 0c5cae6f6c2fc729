import type { Diagnostic } from '../check/diagnostic.ts';
import { inOrder, type Finding } from '../check/finding.ts';
import { groundOf, type Library } from '../check/ruleset/library.ts';
import { calendarChooser } from '../decide/compile.ts';
import type { Selecting } from '../decide/compiler.ts';
import { begin } from '../decide/evaluate.ts';
import { Parameters } from '../decide/parameters.ts';
import type { Run } from '../decide/run.ts';
import type { Family } from '../family/family.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { formatDay, parseDay, type Day } from '../time/civil-date.ts';
import { schoolAgeTest } from '../time/term.ts';
import { checkHowMuch, checkLine, checkSpans } from './check-costs.ts';
import { addUpCosts, costedLine, type PhaseFound } from './cost.ts';
import type { CostedLine, CostLine, Costs, CostSheet } from './cost-sheet.ts';
import { compileCounted, type CountSpan, type FoundRecords } from './count-records.ts';
import { evidenceOf, recordsInWords, type Words } from './records-in-words.ts';
import type { UnitCost, UnitCosts } from './unit-costs.ts';

/** A family, the day its records are seen on, and the documents that its unit costs rest on. */
export interface FamilyGiven {
  readonly family: Family;
  readonly asOf: Day;
  readonly library: Library;
}

/** A unit cost that counts records, compiled. */
interface Counter {
  readonly cost: UnitCost;
  readonly count: CountSpan;
}

/** What counting rests on, for one family. */
interface Counting extends Words {
  readonly counters: readonly Counter[];
}

type Phase = CostSheet['phases'][number];
type Quantity = Extract<CostLine, { cost: string }>['quantity'];

const leapBirthday = '1-march';

function countingFor(units: UnitCosts, { family, asOf, library }: FamilyGiven): Counting {
  const { vocabulary, calendars } = groundOf(units, library);
  if (vocabulary === undefined) throw new Error('invariant: checked unit costs have their vocabulary');
  const selecting: Selecting = {
    ...{ vocabulary, leapBirthday },
    parameters: new Parameters({ parameters: {} }),
    ofSchoolAge: schoolAgeTest(vocabulary.schoolAge, leapBirthday),
  };
  const calendar: Run['calendar'] =
    units.calendar === undefined
      ? { id: '', terms: new Map(), runs: new Map() }
      : calendarChooser(calendars, units.calendar.fallback)(family.localAuthority);
  const counters = units.costs.flatMap((cost) =>
    cost.counted === undefined ? [] : [{ cost, count: compileCounted(selecting, cost.counted) }],
  );
  const run = begin({ calendar, slots: { size: () => 0 } }, family, { asOf, record: true });
  return { run, vocabulary, counters };
}

/** Days as weeks are exact: sevenths, where they are not whole. */
function quantityOf({ counted }: UnitCost, { number }: FoundRecords): Quantity {
  const weeks = counted !== undefined && 'per' in counted && counted.per === 'week';
  if (!weeks) return number;
  return number % 7 === 0 ? number / 7 : { part: number, of: 7 };
}

/** What one unit cost finds in a phase, as the line that it would be. */
interface Entry {
  readonly cost: UnitCost;
  readonly found: FoundRecords;
  readonly line: Extract<CostLine, { cost: string }>;
}

function entriesIn({ span }: Phase, counting: Counting): Entry[] {
  const [from, to] = [parseDay(span?.from ?? ''), parseDay(span?.to ?? '')];
  if (from === undefined || to === undefined) return [];
  return counting.counters.map(({ cost, count }) => {
    const found = count(counting.run, { from, to });
    const { id, label } = cost;
    const evidence = evidenceOf(counting, cost, found);
    return { cost, found, line: { label, cost: id, quantity: quantityOf(cost, found), evidence } };
  });
}

/** How much is looked at: records, and what may be missing of them, for each unit cost and phase. */
function lookedAt(sheet: CostSheet, { counters, run, vocabulary }: Counting): number {
  const { members, records, coverage } = run.family;
  const days = sheet.phases.flatMap(({ span }) => {
    const [from, to] = [parseDay(span?.from ?? ''), parseDay(span?.to ?? '')];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  return counters.reduce((total, { cost }) => {
    const type = cost.counted?.records ?? '';
    const parts = (coverage.get(type)?.length ?? 0) + 1;
    const terms = vocabulary.recordTypes[type]?.shape === 'term' ? 3 : 0;
    const rows = (length: number) => terms * Math.ceil(length / 365);
    const each = days.map(
      (length) => (records.get(type)?.length ?? 0) + (parts + rows(length)) * members.length,
    );
    return total + each.reduce((sum, one) => sum + one, 0);
  }, 0);
}

/** Lines of which the sheet or its index cannot make an amount. */
function linesFound(
  entries: readonly Entry[],
  at: number,
  given: { sheet: CostSheet; unitCosts: UnitCosts },
) {
  return entries
    .filter(({ found }) => found.number > 0)
    .flatMap(({ line }) =>
      checkLine(line, ['phases', at, 'span'], given).map((one): Finding => {
        const message = `records that ${quote(line.cost)} counts: ${one.message}`;
        return { ...one, message };
      }),
    );
}

interface Told {
  readonly sheet: CostSheet;
  readonly unitCosts: UnitCosts;
  readonly counting: Counting;
}

function phaseFound(
  phase: Phase,
  entries: readonly Entry[],
  { sheet, unitCosts, counting }: Told,
): PhaseFound {
  const lines: CostedLine[] = [];
  const none: PhaseFound['none'] = [];
  const notKnown: PhaseFound['notKnown'] = [];
  const enteredToo: PhaseFound['enteredToo'] = [];
  const penceOf = (line: CostLine) => costedLine(sheet, line, unitCosts);
  for (const { cost, found, line } of entries) {
    const named = { cost: cost.id, label: cost.label, agency: cost.agency };
    const told = recordsInWords(counting, cost, found);
    const { atLeast, missing, missingText } = told;
    const byHand = phase.lines.flatMap((one, at) => ('cost' in one && one.cost === cost.id ? [at] : []));
    const unknown = found.number === 0 && atLeast;
    if (byHand.length > 0) {
      if (unknown) continue;
      const entered = byHand.flatMap((at) => phase.lines[at] ?? []).map(penceOf);
      const enteredPence = entered.reduce((total, { upratedPence }) => total + upratedPence, 0);
      const recordsPence = found.number === 0 ? 0 : penceOf(line).upratedPence;
      const amounts = { enteredPence, recordsPence, differencePence: enteredPence - recordsPence };
      enteredToo.push({
        ...{ ...named, quantity: line.quantity, unit: cost.unit, ...told, lines: byHand, ...amounts },
      });
    } else if (unknown) notKnown.push({ ...named, missing, missingText });
    else if (found.number === 0) none.push(named);
    else lines.push({ ...penceOf(line), derived: told });
  }
  return { lines, none, notKnown, enteredToo };
}

/**
 * Adds up a checked cost sheet with what a family's records come to in each phase that has a span. The unit costs were
 * checked against the library, and the family was read in their vocabulary. Fails where no phase has a span, where
 * records come to what cannot be added up, or where there is too much to count; pointers are into the sheet.
 */
export function addUpFamilyCosts(
  sheet: CostSheet,
  unitCosts: UnitCosts,
  given: FamilyGiven,
): Result<Costs, Diagnostic[]> {
  const spans = checkSpans(sheet);
  if (spans.length > 0) return err(spans);
  const counting = countingFor(unitCosts, given);
  const tooMuch = checkHowMuch(lookedAt(sheet, counting));
  if (tooMuch.length > 0) return err(tooMuch);
  const entries = sheet.phases.map((phase) => entriesIn(phase, counting));
  const findings = entries.flatMap((some, at) => linesFound(some, at, { sheet, unitCosts }));
  if (findings.length > 0) return err(inOrder(findings));
  const told = { sheet, unitCosts, counting };
  const phases = sheet.phases.map((phase, at) => phaseFound(phase, entries[at] ?? [], told));
  const { id, vocabulary } = given.family;
  return ok(
    addUpCosts(sheet, unitCosts, { family: { id, vocabulary, asOf: formatDay(given.asOf) }, phases }),
  );
}
