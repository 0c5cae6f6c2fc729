/** One row of a file as it was sent, or one line of NDJSON. */
export interface SourceRow {
  readonly file: string;
  /** Of a workbook alone. */
  readonly sheet?: string;
  /** As a spreadsheet counts: the header is 1. Lines of NDJSON, and rows that were added afterwards, count from 1. */
  readonly row: number;
  /** Absent in a wide file, whose rows say in `table` which table they belong to, and of a line of NDJSON. */
  readonly table?: string;
  /** By column, without what is blank. */
  readonly cells: Readonly<Record<string, string>>;
  /** Cells to the right of the last header. */
  readonly surplus?: readonly string[];
  /** The line of NDJSON. */
  readonly text?: string;
  /** Why nothing can be made of the line. */
  readonly fault?: 'too-long' | 'not-utf-8';
}

/** One thing found wrong with what was sent, and where. */
export interface CohortFinding {
  readonly code: string;
  readonly file: string;
  readonly sheet?: string;
  /** Absent where the file as a whole is at fault. */
  readonly row?: number;
  readonly column?: string;
  /** RFC 6901, into the family of a line of NDJSON. */
  readonly pointer?: string;
  readonly message: string;
  /** The nearest valid value. */
  readonly suggestion?: string;
}

/** What was wrong, apart from where. */
export type Wrong = Pick<CohortFinding, 'code' | 'message'> & { readonly suggestion?: string | undefined };

type Where = Pick<SourceRow, 'file' | 'sheet'> & {
  readonly row?: number;
  readonly column?: string | undefined;
  readonly pointer?: string;
};

/** A finding at a place of what was sent. */
export function foundAt(where: Where, { code, message, suggestion }: Wrong): CohortFinding {
  const { file, sheet, row, column, pointer } = where;
  return {
    code,
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(pointer === undefined ? {} : { pointer }),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

const longest = 60;

/** The sender's own words in backticks, on one line and cut short. */
export function quoted(words: string): string {
  const line = words.slice(0, longest).replace(/\p{C}/gu, '\u{fffd}').replaceAll('`', "'");
  return `\`${line}${words.length > longest ? '…' : ''}\``;
}
