import { CsvError, parse } from 'csv-parse/sync';
import { err, nearest, ok, type Result } from '../../engine/index.ts';
import type { StatementLine } from '../../engine/programme.ts';
import { delimiterOf } from '../cohorts/reading/delimiter.ts';
import type { Finding } from '../problem.ts';

/** The columns of a statement; the amount is in pounds, or in pence where its column says so. */
const columns = ['claim', 'family', 'payment', 'phase', 'localAuthority', 'pounds', 'pence', 'on'] as const;
type Column = (typeof columns)[number];

/** What a statement has at most, as a table and otherwise, beside the limit of a body. */
export const MOST_LINES = 20_000;
export const MOST_CHARACTERS = 2_000_000;
const inWords = (number: number) => number.toLocaleString('en-GB');
const at = '/statementCsv';

const wrong = (line: number, code: string, message: string): Finding => ({
  code,
  pointer: at,
  message,
  line,
});

/** A day as `2015-02-20`, or as `20/2/2015`. */
function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** An amount in pence above nothing; pounds may have a sign, commas and two decimals. */
function penceIn(text: string, inPounds: boolean): number | undefined {
  const plain = inPounds ? text.replaceAll(/[£,\s]/g, '') : text;
  const [, whole = '', part = '00'] =
    (inPounds ? /^(\d{1,7})(?:\.(\d{2}))?$/ : /^(\d{1,9})$/).exec(plain) ?? [];
  const pence = inPounds ? Number(whole) * 100 + Number(part) : Number(whole);
  return whole === '' || pence === 0 ? undefined : pence;
}

/** The number of a phase, as a ruleset has it. */
function phaseIn(text: string): number | undefined {
  return /^[1-9]\d?$/.test(text) ? Number(text) : undefined;
}

/** A column as it is named here, however it is written: `local authority` is `localAuthority`. */
function columnNamed(name: string): string {
  const plain = name.toLowerCase();
  return columns.find((one) => one.toLowerCase() === plain.replaceAll(' ', '')) ?? plain;
}

function headerFindings(head: readonly string[]): Finding[] {
  const unknown = head.flatMap((name, place) => {
    if (head.indexOf(name) !== place)
      return [wrong(1, 'duplicate-column', `the column \`${name}\` comes twice`)];
    if (columns.some((one) => one === name)) return [];
    const suggestion = nearest(name, columns);
    const found = wrong(1, 'unknown-column', `no column is named \`${name}\``);
    return [suggestion === undefined ? found : { ...found, suggestion }];
  });
  const has = (name: Column) => head.includes(name);
  const missing = [
    ...(has('claim') || (has('family') && has('payment')) ? [] : ['`claim`, or `family` and `payment`,']),
    ...(has('pounds') === has('pence') ? ['one of `pounds` and `pence`'] : []),
    ...(has('on') ? [] : ['`on`']),
  ];
  return [...unknown, ...missing.map((what) => wrong(1, 'missing-column', `${what} is wanted as a column`))];
}

type Row = Readonly<Partial<Record<Column, string>>>;

function lineIn(row: Row, line: number): Result<StatementLine, Finding[]> {
  const { claim = '', family = '', payment = '', phase = '', localAuthority = '', pounds, on = '' } = row;
  const amount = pounds ?? row.pence ?? '';
  const [pence, day] = [penceIn(amount, pounds !== undefined), dayIn(on)];
  const narrowed = {
    ...(phase === '' ? {} : { phase: phaseIn(phase) }),
    ...(localAuthority === '' ? {} : { localAuthority }),
  };
  const named = claim !== '' ? { claim } : { family, payment, ...narrowed };
  const findings = [
    ...(claim === '' && (family === '' || payment === '')
      ? [wrong(line, 'nobody-named', 'the line names neither a claim nor a family and its payment')]
      : []),
    ...(phase !== '' && phaseIn(phase) === undefined
      ? [wrong(line, 'not-a-phase', `\`${phase}\` is not the number of a phase, from 1 to 99`)]
      : []),
    ...(pence === undefined
      ? [wrong(line, 'not-an-amount', `\`${amount}\` is no amount above nothing`)]
      : []),
    ...(day === undefined
      ? [
          wrong(
            line,
            'not-a-day',
            `\`${on}\` is not a day that exists, written as \`2015-02-20\` or \`20/2/2015\``,
          ),
        ]
      : []),
  ];
  if (pence === undefined || day === undefined || findings.length > 0) return err(findings);
  return ok({ ...named, pence, on: day });
}

interface Parsed {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

/** The lines of a statement as a table has them, or everything wrong with it by its line. */
export function statementIn(text: string): Result<StatementLine[], Finding[]> {
  if (text.length > MOST_CHARACTERS)
    return err([wrong(1, 'too-long', `a statement has at most ${inWords(MOST_CHARACTERS)} characters`)]);
  let head: readonly string[] = [];
  let rows: readonly Parsed[];
  try {
    rows = parse(text, {
      ...{
        bom: true,
        delimiter: delimiterOf(text.split(/\r?\n/, 1)[0] ?? ''),
        trim: true,
        skip_empty_lines: true,
        info: true,
      },
      columns: (names: string[]) => (head = names.map(columnNamed)).map((name) => name),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as { readonly lines?: number };
    return err([
      wrong(
        lines,
        'not-a-table',
        'this line does not have the cells that the first has, or a quote is not closed',
      ),
    ]);
  }
  const faults = headerFindings(head);
  if (faults.length > 0) return err(faults);
  const beyond = rows[MOST_LINES];
  if (beyond !== undefined)
    return err([
      wrong(beyond.info.lines, 'too-many-lines', `a statement has at most ${inWords(MOST_LINES)} lines`),
    ]);
  const read = rows.map(({ record, info }) => lineIn(record, info.lines));
  const findings = read.flatMap((one) => (one.ok ? [] : one.error));
  return findings.length > 0 ? err(findings) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}
