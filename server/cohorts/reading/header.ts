import { nearest } from '../../../engine/index.ts';
import { type CohortFinding, foundAt, quoted, type Wrong } from './row.ts';
import { FAMILY, TABLE, type Table, type Tables, WIDE, wideColumns } from './tables.ts';

/** Where a header stands. */
interface At {
  readonly file: string;
  readonly sheet?: string;
}

/** What a file or a sheet holds by its name: one table, or all of them. Undefined where it is no name of either. */
export function holding(name: string, tables: Tables): Table | typeof WIDE | undefined {
  return name === WIDE ? WIDE : tables.get(name);
}

/** Why a file or a sheet of this name can be nothing. */
export function unknownName(name: string, tables: Tables, what: 'file' | 'sheet'): Wrong {
  const message = `no table is named ${quoted(name)}: a ${what} is named for the table it holds, or \`${WIDE}\``;
  return { code: `unknown-${what}`, message, suggestion: nearest(name, [...tables.keys(), WIDE]) };
}

/** Everything that is wrong with a header. One that is blank is passed over, as the end of a spreadsheet often is. */
export function headerFindings(
  header: readonly string[],
  held: Table | typeof WIDE,
  { at, tables }: { readonly at: At; readonly tables: Tables },
): CohortFinding[] {
  const known = held === WIDE ? wideColumns(tables) : held.columns.map(({ name }) => name);
  const needed =
    held === WIDE ? [TABLE, FAMILY] : held.columns.filter(({ required }) => required).map(({ name }) => name);
  const where = { ...at, row: 1 };
  const findings: CohortFinding[] = [];
  const seen = new Set<string>();
  for (const name of header) {
    if (name === '') continue;
    const place = { ...where, column: name };
    if (seen.has(name)) {
      const message = `two columns have the header ${quoted(name)}`;
      findings.push(foundAt(place, { code: 'duplicate-header', message }));
    } else if (!known.includes(name)) {
      const message = `no column here has the header ${quoted(name)}`;
      const suggestion = nearest(
        name,
        known.filter((one) => !header.includes(one)),
      );
      findings.push(foundAt(place, { code: 'unknown-header', message, suggestion }));
    }
    seen.add(name);
  }
  for (const name of needed.filter((one) => !seen.has(one))) {
    const message = `the column ${quoted(name)} is missing`;
    findings.push(foundAt({ ...where, column: name }, { code: 'missing-header', message }));
  }
  return findings;
}
