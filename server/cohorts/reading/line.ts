import { documentIn } from '../../library/document-text.ts';
import { readFamily } from '../../library/read-family.ts';
import type { Assembled, Document, Reader } from './reader.ts';
import { foundAt, quoted, type SourceRow, type Wrong } from './row.ts';

const faults: Readonly<Record<NonNullable<SourceRow['fault']>, Wrong>> = {
  'too-long': { code: 'line-too-large', message: 'the line is longer than this server reads' },
  'not-utf-8': { code: 'line-not-text', message: 'the line is not text in UTF-8' },
};

/** The id that a line of NDJSON gives its family; empty where it gives none. */
export function familyOfLine({ text = '', fault }: SourceRow): string {
  if (fault !== undefined) return '';
  const read = documentIn(text);
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return '';
  const id: unknown = Reflect.get(read.value, 'id');
  return typeof id === 'string' ? id : '';
}

const onlyOne = (row: SourceRow, wrong: Wrong): Assembled => ({
  whole: undefined,
  findings: [foundAt(row, wrong)],
});

/** The family that one line of NDJSON holds. */
function readLine(row: SourceRow, { basis, vocabulary }: Reader): Assembled {
  if (row.fault !== undefined) return onlyOne(row, faults[row.fault]);
  const parsed = documentIn(row.text ?? '');
  const read = parsed.ok ? readFamily(parsed.value, vocabulary, basis) : parsed;
  if (read.ok) {
    const { family, text, hash } = read.value;
    // because only an object is read as a family
    const document = (parsed.ok ? parsed.value : {}) as Readonly<Document>;
    return { whole: { document, family, text, hash }, findings: [] };
  }
  const findings = read.error.map(({ pointer, ...wrong }) => foundAt({ ...row, pointer }, wrong));
  return { whole: undefined, findings };
}

/**
 * The family of lines of NDJSON that give the same id. The first of them counts, and none where `before` says where the
 * family stands already.
 */
export function assembleLines(rows: readonly SourceRow[], reader: Reader, before?: string): Assembled {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('invariant: a family has a line');
  const again = before === undefined ? others : rows;
  const id = quoted(familyOfLine(first));
  const message = `the family ${id} came before${before ?? `, on line ${first.row}`}`;
  const repeated = again.map((row) =>
    foundAt({ ...row, pointer: '/id' }, { code: 'family-repeated', message }),
  );
  if (before !== undefined) return { whole: undefined, findings: repeated };
  const read = readLine(first, reader);
  if (repeated.length === 0) return read;
  return { whole: undefined, findings: [...read.findings, ...repeated] };
}
