import * as z from 'zod';
import { completeness } from './completeness.ts';
import type { Cohort, CohortState } from './find.ts';
import type { FileNote } from './reading/report.ts';
import type { CohortFinding } from './reading/row.ts';
import type { Progress } from './underway.ts';

/** A cohort as a list shows it. */
export function listedCohort(row: Cohort) {
  const { id, title, authority, vocabulary, vocabularyHash, createdAt, endedAt } = row;
  const { revision, families, held, findings, leftOut, erased, hash } = row;
  return {
    ...{ id, title, authority, vocabulary, vocabularyHash, createdAt, endedAt },
    // because it was read from a column that holds these alone
    state: row.state as CohortState,
    createdBy: { actor: row.createdBy, name: row.createdByName },
    ...{ revision, families, held, findings, leftOut, erased, hash },
  };
}

const known = z.string().transform((text) => completeness.parse(JSON.parse(text)));

/** A cohort with all that is known of it as a whole. */
export function shownCohort(row: Cohort, progress: Progress | undefined) {
  return {
    ...listedCohort(row),
    // because these are what was written of the reading
    files: JSON.parse(row.files) as FileNote[],
    notes: JSON.parse(row.notes) as CohortFinding[],
    faults: JSON.parse(row.faults) as CohortFinding[],
    completeness: row.completeness === null ? null : known.parse(row.completeness),
    progress: progress === undefined ? null : { bytes: progress.bytes, rows: progress.rows },
  };
}
