import type { CostedLine, CostLine, Costs, CostSheet } from './cost-sheet.ts';
import type { UnitCosts } from './unit-costs.ts';

type Phase = Costs['phases'][number];
/** What a family's records come to in a phase: lines to add up, and what stands apart from them. */
export type PhaseFound = Pick<Phase, 'lines' | 'none' | 'notKnown' | 'enteredToo'>;
type Beside = Phase['printed'];

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

/** `pence * part / of` to the nearest penny, halves up, exactly. */
function nearestPenny(pence: number, part: number, of: number): number {
  const [amount, divisor] = [BigInt(pence) * BigInt(part), BigInt(of)];
  return Number((2n * amount + divisor) / (2n * divisor));
}

/** What a line comes to in the prices of its own year. */
type Priced = Omit<CostedLine, 'upratedPence'>;

function pricedLine(line: CostLine, { costs }: UnitCosts): Priced {
  const { label, evidence = null, source = null } = line;
  if (!('cost' in line)) {
    const { pence, priceYear, agency, sharedBy } = line;
    const shared = sharedBy === undefined ? null : { families: sharedBy, pence: pence * sharedBy };
    return { label, agency, counted: null, pence, priceYear, evidence, derived: null, shared, source };
  }
  const cost = costs.find(({ id }) => id === line.cost);
  if (cost === undefined) throw new Error('invariant: a checked line names a unit cost that there is');
  const { quantity } = line;
  const { part, of } = typeof quantity === 'number' ? { part: quantity, of: 1 } : quantity;
  const { id, unit, pence: ratePence, priceYear, agency } = cost;
  return {
    ...{ label, agency, priceYear, evidence, derived: null, shared: null },
    counted: { cost: id, quantity, unit, ratePence },
    pence: nearestPenny(ratePence, part, of),
    source: source ?? cost.source,
  };
}

/** A line of a sheet that is checked so far that its cost and its years are there. */
export function costedLine(sheet: CostSheet, line: CostLine, costs: UnitCosts): CostedLine {
  const priced = pricedLine(line, costs);
  const { uprated } = sheet;
  if (uprated === undefined) return { ...priced, upratedPence: priced.pence };
  const [now, then] = [uprated.by.values[uprated.to], uprated.by.values[priced.priceYear]];
  if (now === undefined || then === undefined)
    throw new Error('invariant: a checked index has the years it needs');
  return { ...priced, upratedPence: nearestPenny(priced.pence, now, then) };
}

function besideOf(pence: number, printed: CostSheet['phases'][number]['printed']): Beside {
  return printed === undefined ? null : { ...printed, differencePence: pence - printed.pence };
}

interface Adding {
  readonly unitCosts: UnitCosts;
  readonly found: PhaseFound;
}

function costedPhase(
  sheet: CostSheet,
  phase: CostSheet['phases'][number],
  { unitCosts, found }: Adding,
): Phase {
  const lines = [...phase.lines.map((line) => costedLine(sheet, line, unitCosts)), ...found.lines];
  const open = [...lines.filter(({ derived }) => derived?.atLeast === true), ...found.notKnown];
  const agencies = [...new Set([...lines, ...open].map(({ agency }) => agency))];
  const pence = sum(lines.map(({ upratedPence }) => upratedPence));
  const byAgency = agencies.map((agency) => ({
    agency,
    pence: sum(lines.filter((line) => line.agency === agency).map(({ upratedPence }) => upratedPence)),
    atLeast: open.some((one) => one.agency === agency),
  }));
  return {
    ...{ id: phase.id, label: phase.label, span: phase.span ?? null },
    ...{ pence, atLeast: open.length > 0, byAgency, ...found, lines },
    printed: besideOf(pence, phase.printed),
  };
}

type Saving = NonNullable<Costs['saving']>;

/** What is saved of some phases: more of the first is more saved, more of the others is less. */
function savingOf({ of, less, printed }: NonNullable<CostSheet['saving']>, phases: readonly Phase[]): Saving {
  const named = (id: string) => phases.find((phase) => phase.id === id);
  const others = less.map(named);
  const pence = (named(of)?.pence ?? 0) - sum(others.map((phase) => phase?.pence ?? 0));
  const more = named(of)?.atLeast === true;
  const lower = others.some((phase) => phase?.atLeast === true);
  const known = more ? 'at-least' : 'exact';
  return { pence, bound: lower ? (more ? 'open' : 'at-most') : known, printed: besideOf(pence, printed) };
}

/** The figures of each reference for one family, where they differ; to the nearest penny. */
function conflictsIn({ references = [] }: UnitCosts): Costs['conflicts'] {
  return references.flatMap(({ id, label, figures }) => {
    const each = figures.map(({ pence, families = 1, source }) => ({
      ...{ pencePerFamily: nearestPenny(pence, 1, families), families, source },
    }));
    const amounts = each.map(({ pencePerFamily }) => pencePerFamily);
    const differencePence = Math.max(...amounts) - Math.min(...amounts);
    return differencePence === 0 ? [] : [{ id, label, figures: each, differencePence }];
  });
}

/** A family whose records were counted, and what they come to in each phase. */
export interface FamilyFound {
  readonly family: Costs['family'];
  /** In the order of the sheet's phases. */
  readonly phases: readonly PhaseFound[];
}

const nobody: FamilyFound = { family: null, phases: [] };
const nothing: PhaseFound = { lines: [], none: [], notKnown: [], enteredToo: [] };

/** Adds up a checked cost sheet with the unit costs it was checked against: adr/0016-costs.md. */
export function addUpCosts(sheet: CostSheet, unitCosts: UnitCosts, given: FamilyFound = nobody): Costs {
  const phases = sheet.phases.map((phase, at) =>
    costedPhase(sheet, phase, { unitCosts, found: given.phases[at] ?? nothing }),
  );
  const { saving, uprated } = sheet;
  const years = phases.flatMap(({ lines }) => lines.map(({ priceYear }) => priceYear));
  const { id, version, title } = unitCosts;
  return {
    title: sheet.title,
    unitCosts: { id, version, title },
    family: given.family,
    basis: 'gross',
    priceYears: uprated === undefined ? [...new Set(years)].sort() : [uprated.to],
    uprated:
      uprated === undefined
        ? null
        : { to: uprated.to, index: uprated.by.title, source: uprated.by.source ?? null },
    phases,
    saving: saving === undefined ? null : savingOf(saving, phases),
    conflicts: conflictsIn(unitCosts),
  };
}
