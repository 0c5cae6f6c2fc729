import { type Diagnostic, err, ok, type Result } from '../../engine/index.ts';
import { addUpCosts, checkCostSheet, checkUnitCosts } from '../../engine/programme.ts';
import { bytesOf, documentOf } from '../library/document-text.ts';
import { costsCsv } from '../programme/costs-csv.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface CostsOptions {
  readonly unitCosts: string;
  /** Whether it is written as CSV, a row a line of the sheet. */
  readonly csv?: boolean;
}

type Read<T> = Result<T, Failure>;

/** The document in some bytes, checked, or why there is none; what it is stands in `what`. */
function checkedIn<T>(
  bytes: Result<Uint8Array, Diagnostic[]>,
  what: string,
  check: (document: unknown) => Result<T, Diagnostic[]>,
): Read<T> {
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file for ${what} that can be read`));
  const document = documentOf(bytes.value);
  const checked = document.ok ? check(document.value) : document;
  return checked.ok
    ? ok(checked.value)
    : err(failure('costs-invalid', `${what} cannot be used`, { findings: checked.error }));
}

/** Adds up the cost sheet in a file. */
export async function costsCommand(file: string, { unitCosts, csv }: CostsOptions, io: Io): Promise<Outcome> {
  const unit = checkedIn(bytesOf(unitCosts), `the unit costs \`${unitCosts}\``, checkUnitCosts);
  if (!unit.ok) return unit.error;
  const where = file === '-' ? 'the cost sheet on standard input' : `the cost sheet \`${file}\``;
  const sheet = checkedIn(await bytesFrom(file, io), where, (document) =>
    checkCostSheet(document, unit.value),
  );
  if (!sheet.ok) return sheet.error;
  const found = addUpCosts(sheet.value, unit.value);
  return csv === true ? { exit: 0, text: costsCsv(found) } : { exit: 0, output: found };
}
