import { dayForm } from './cell.ts';
import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './decode.ts';
import { type CohortFinding, foundAt, type SourceRow } from './row.ts';
import type { Table } from './tables.ts';

/** How one file, or one sheet of a workbook, was written. */
export interface FileNote {
  readonly file: string;
  readonly sheet?: string;
  readonly rows: number;
  readonly encoding?: Encoding;
  readonly delimiter?: 'comma' | 'semicolon' | 'tab';
  /** How its days are written; absent where it has none. */
  readonly days?: 'iso' | 'day-first' | 'mixed';
}

const names = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<Delimiter, string>;

export function delimiterName(delimiter: Delimiter): NonNullable<FileNote['delimiter']> {
  return names[delimiter];
}

/** Faults of one upload for which nothing of it can be kept, at most. */
const MOST_FAULTS = 1000;

/** What is found out while an upload is read, apart from its families. */
export class Report {
  /** For these nothing of the upload can be kept: whole files or columns are not what they should be. */
  readonly faults: CohortFinding[] = [];
  /** Read as they stand, and worth a look. */
  readonly notes: CohortFinding[] = [];
  readonly files: FileNote[] = [];

  fault(...findings: readonly CohortFinding[]): void {
    this.faults.push(...findings.slice(0, MOST_FAULTS - this.faults.length));
  }
}

/** Notes how the days of one file are written, and where that changes first. */
export class Days {
  private form: FileNote['days'];

  see({ cells, ...at }: SourceRow, { columns }: Table, report: Report): void {
    if (this.form === 'mixed') return;
    for (const { name, form } of columns) {
      const cell = form === 'day' ? cells[name] : undefined;
      const written = cell === undefined ? undefined : dayForm(cell);
      if (written === undefined) continue;
      this.form ??= written;
      if (written === this.form) continue;
      this.form = 'mixed';
      const message =
        'days are written year first in some rows and day first in others: each is read as it stands';
      report.notes.push(foundAt({ ...at, column: name }, { code: 'mixed-days', message }));
      return;
    }
  }

  note(): Pick<FileNote, 'days'> {
    return this.form === undefined ? {} : { days: this.form };
  }
}
