import type { Library } from '../../engine/index.ts';
import {
  checkProgramme,
  checkUnitCosts,
  type Programme,
  readUnitCosts,
  type UnitCosts,
} from '../../engine/programme.ts';
import { collect, type Held, type Kept } from './basis.ts';
import type { Finding } from './finding.ts';
import type { Placed } from './folder.ts';

/** What is known of the programme's money beside its rules (adr/0017): no decision rests on it. */
export interface ProgrammeDocuments {
  /** By `hertfordshire@1.0.0`. */
  readonly unitCosts: ReadonlyMap<string, Held<UnitCosts>>;
  /** By id. */
  readonly programmes: ReadonlyMap<string, Held<Programme>>;
}

/** None of either. */
export const noProgrammeDocuments: ProgrammeDocuments = { unitCosts: new Map(), programmes: new Map() };

export function unitCostsName({ id, version }: Pick<UnitCosts, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

const programmes: Kept<Programme> = { kind: 'programme', check: checkProgramme, nameOf: ({ id }) => id };

/**
 * The documents of what could be read, and every finding about the rest. The library has what unit costs rest on that count
 * records; without it they are taken for checked.
 */
export function programmeDocumentsOf(
  placed: readonly Placed[],
  library?: Library,
): {
  readonly documents: ProgrammeDocuments;
  readonly findings: readonly Finding[];
} {
  const check = library === undefined ? readUnitCosts : (one: unknown) => checkUnitCosts(one, library);
  const costs = collect({ kind: 'unit-costs', check, nameOf: unitCostsName }, placed);
  const reports = collect(programmes, placed);
  return {
    documents: { unitCosts: costs.held, programmes: reports.held },
    findings: [...costs.findings, ...reports.findings],
  };
}

/** The authorities that a programme speaks of, in order. */
export function authoritiesIn(document: Programme): string[] {
  const { targets, statements, funding, splits, releases, allowances } = document;
  const entries = [targets, statements, funding, splits, releases, allowances].flatMap(
    (one): readonly { readonly authority: string }[] => one ?? [],
  );
  return [...new Set(entries.map(({ authority }) => authority))].sort();
}
