import type { Document } from './create-sent.ts';

interface ColumnRead {
  readonly label: string;
  readonly engaged: string;
}

/** What of a schedule is changed in the page, as text. */
export interface ScheduleTyped {
  readonly columns: readonly ColumnRead[];
  readonly leavesAfter: string;
  readonly claimableAfter: string;
}

const textOf = (value: unknown) => (typeof value === 'number' ? String(value) : '');

function columnsIn(schedule: Document): readonly Readonly<Record<string, unknown>>[] {
  const { columns } = schedule;
  // because the server has read this schedule before
  return Array.isArray(columns) ? (columns as readonly Readonly<Record<string, unknown>>[]) : [];
}

/** A schedule as it is typed over. */
export function typedOf(schedule: Document): ScheduleTyped {
  return {
    columns: columnsIn(schedule).map(({ label, engaged }) => ({
      label: typeof label === 'string' ? label : '',
      engaged: textOf(engaged),
    })),
    leavesAfter: textOf(schedule['leavesAfter']),
    claimableAfter: textOf(schedule['claimableAfter']),
  };
}

/** A number of families or of columns that was typed; undefined where it is none. */
export function countTyped(text: string): number | undefined {
  const plain = text.trim().replaceAll(',', '');
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}

/** The schedule with what was typed in it; a column in which nothing stands takes nobody on. */
export function changedSchedule(schedule: Document, typed: ScheduleTyped): Document {
  const columns = columnsIn(schedule).map((column, at) => ({
    ...column,
    engaged: countTyped(typed.columns[at]?.engaged ?? ''),
  }));
  return {
    ...{ ...schedule, columns },
    leavesAfter: countTyped(typed.leavesAfter),
    claimableAfter: countTyped(typed.claimableAfter),
  };
}
