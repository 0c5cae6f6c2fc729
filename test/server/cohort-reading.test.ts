import { describe, expect, test } from 'vitest';
import { exampleFamily } from '../builders/http.ts';
import { readFiles, readLines } from '../builders/cohort-files.ts';

const families = 'family,localAuthority\nF-1,Harrow\nF-2,Harrow\n';
const members = 'family,id,role\nF-1,m1,child\nF-2,m1,child\n';

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

describe('a file as a whole', () => {
  test.for([
    {
      why: 'is named for no table',
      files: { 'offense.csv': 'family,member,on\n' },
      fault: {
        code: 'unknown-file',
        file: 'offense.csv',
        message: 'no table is named `offense`: a file is named for the table it holds, or `wide`',
        suggestion: 'offence',
      },
    },
    {
      why: 'has a header twice',
      files: { 'offence.csv': 'family,member,on,on\n' },
      fault: {
        code: 'duplicate-header',
        file: 'offence.csv',
        row: 1,
        column: 'on',
        message: 'two columns have the header `on`',
      },
    },
    {
      why: 'has a header that no column has',
      files: { 'offence.csv': 'family,member,on,provenn\n' },
      fault: {
        code: 'unknown-header',
        file: 'offence.csv',
        row: 1,
        column: 'provenn',
        message: 'no column here has the header `provenn`',
        suggestion: 'proven',
      },
    },
    {
      why: 'lacks a column that every row must have',
      files: { 'offence.csv': 'family,on\n' },
      fault: {
        code: 'missing-header',
        file: 'offence.csv',
        row: 1,
        column: 'member',
        message: 'the column `member` is missing',
      },
    },
    {
      why: 'has nothing in it',
      files: { 'offence.csv': '' },
      fault: { code: 'no-header', file: 'offence.csv', message: 'the file has no header' },
    },
    {
      why: 'opens a quote and never closes it',
      files: { 'families.csv': 'family,localAuthority\nF-1,"Harrow\n' },
      fault: {
        code: 'csv-broken',
        file: 'families.csv',
        row: 2,
        message: 'a quote is opened and never closed',
      },
    },
    {
      why: 'is UTF-16',
      files: { 'families.csv': bytes(0xff, 0xfe, 'f\0a\0') },
      fault: {
        code: 'not-text',
        file: 'families.csv',
        message: 'the file is UTF-16: save it again as CSV UTF-8',
      },
    },
    {
      why: 'begins as UTF-8 and goes on otherwise',
      files: { 'families.csv': bytes('family,localAuthority\nF-1,Caf\u00e9\n', 'F-2,Caf', 0xe9, '\n') },
      size: 40,
      fault: {
        code: 'not-text',
        file: 'families.csv',
        message: 'the file begins as UTF-8 and then holds bytes that are not: save it again as CSV UTF-8',
      },
    },
  ])('that $why is a fault', async ({ files, fault, size }) => {
    const { report } = await readFiles(files, size);
    expect(report.faults[0]).toEqual(fault);
  });

  test.for([
    {
      why: 'a byte-order mark',
      text: bytes(0xef, 0xbb, 0xbf, families),
      encoding: 'utf-8',
      delimiter: 'comma',
    },
    { why: 'semicolons', text: families.replaceAll(',', ';'), encoding: 'utf-8', delimiter: 'semicolon' },
    { why: 'tabs', text: families.replaceAll(',', '\t'), encoding: 'utf-8', delimiter: 'tab' },
    {
      why: 'carriage returns',
      text: families.replaceAll('\n', '\r\n'),
      encoding: 'utf-8',
      delimiter: 'comma',
    },
    {
      why: 'Windows-1252',
      text: bytes('family,localAuthority\nF-1,Harrow\nF-2,Harrow ', 0x96, ' ', 0xe9, '\n'),
      encoding: 'windows-1252',
      delimiter: 'comma',
    },
  ])('may have $why, which is said', async ({ text, encoding, delimiter }) => {
    for (const size of [1, 3, 64 * 1024]) {
      const { entries, report } = await readFiles({ 'families.csv': text, 'members.csv': members }, size);
      expect(report.faults).toEqual([]);
      expect(report.files[0]).toEqual({ file: 'families.csv', rows: 2, encoding, delimiter });
      expect(entries.map(({ findings }) => findings)).toEqual([[], []]);
    }
  });

  test('in Windows-1252 has its own letters and dashes', async () => {
    const text = bytes('family,localAuthority\nF-1,', 0x80, 0x96, 0xe9, '\n');
    const { entries } = await readFiles({
      'families.csv': text,
      'members.csv': 'family,id,role\nF-1,m1,child\n',
    });
    expect(entries[0]?.whole?.family.localAuthority).toBe('\u20ac\u2013\u00e9');
  });

  test('that writes days in two ways says from where on, and each day is read', async () => {
    const { entries, report } = await readFiles({
      'families.csv': 'family,localAuthority,attachedOn\nF-1,Harrow,2012-10-01\n\nF-2,Harrow,1/10/2012\n',
      'members.csv': members,
    });
    expect(report.files[0]).toMatchObject({ rows: 3, days: 'mixed' });
    expect(report.notes).toEqual([
      {
        code: 'mixed-days',
        file: 'families.csv',
        row: 4,
        column: 'attachedOn',
        message:
          'days are written year first in some rows and day first in others: each is read as it stands',
      },
    ]);
    const [one, other] = entries.map(({ whole }) => whole?.family.attachedOn);
    expect(one).toBeTypeOf('number');
    expect(other).toBe(one);
  });
});

const record = (file: string, text: string) => ({
  'families.csv': families,
  'members.csv': members,
  [file]: text,
});

describe('a row', () => {
  test.for([
    {
      why: 'has a day that does not exist',
      files: record('offence.csv', 'family,member,on\nF-1,m1,30/02/2012\n'),
      finding: {
        code: 'not-a-day',
        file: 'offence.csv',
        row: 2,
        column: 'on',
        message: '`2012-02-30` does not exist: February 2012 has 29 days',
      },
    },
    {
      why: 'is of a member who is not listed, below a cell with a line break',
      files: record(
        'offence.csv',
        'family,member,on,evidence\nF-2,m1,2012-01-01,"a\nb"\nF-1,m2,2012-01-01,\n',
      ),
      finding: {
        code: 'unknown-member',
        file: 'offence.csv',
        row: 3,
        column: 'member',
        message: 'no member has the id `m2`',
        suggestion: 'm1',
      },
    },
    {
      why: 'has a kind that there is not',
      files: record('exclusion.csv', 'family,member,on,kind\nF-1,m1,2012-01-01,fixed term\n'),
      finding: {
        code: 'unknown-kind',
        file: 'exclusion.csv',
        row: 2,
        column: 'kind',
        message: 'no `kind` is named `fixed term`: it can be `fixed-term` or `permanent`',
        suggestion: 'fixed-term',
      },
    },
    {
      why: 'answers neither yes nor no',
      files: record('offence.csv', 'family,member,on,proven\nF-1,m1,2012-01-01,yess\n'),
      finding: {
        code: 'not-yes-or-no',
        file: 'offence.csv',
        row: 2,
        column: 'proven',
        message: '`yess` is not yes or no',
        suggestion: 'yes',
      },
    },
    {
      why: 'has a number with commas where one must stand',
      files: record('term-attendance.csv', 'family,member,term,possible\nF-1,m1,2012-13/autumn,"1,140"\n'),
      finding: {
        code: 'not-a-number',
        file: 'term-attendance.csv',
        row: 2,
        column: 'possible',
        message: '`1,140` is not a whole number',
        suggestion: '1140',
      },
    },
    {
      why: 'does not say until when',
      files: record('benefit.csv', 'family,member,from,to,kind\nF-1,m1,2012-01-01,,JSA\n'),
      finding: { code: 'missing-key', file: 'benefit.csv', row: 2, column: 'to' },
    },
    {
      why: 'is of a family that is not listed',
      files: record('offence.csv', 'family,member,on\nF-3,m1,2012-01-01\n'),
      finding: {
        code: 'unknown-family',
        file: 'offence.csv',
        row: 2,
        column: 'family',
        message: 'no row of `families` is of `F-3`',
      },
    },
    {
      why: 'is of nobody',
      files: record('offence.csv', 'family,member,on\n,m1,2012-01-01\n'),
      finding: {
        code: 'missing-family',
        file: 'offence.csv',
        row: 2,
        column: 'family',
        message: 'the row does not say whose it is',
      },
    },
    {
      why: 'lists a family again',
      files: { 'families.csv': `${families}F-1,Barnet\n`, 'members.csv': members },
      finding: {
        code: 'family-repeated',
        file: 'families.csv',
        row: 4,
        column: 'family',
        message: 'the family `F-1` came before, in row 2 of `families.csv`',
      },
    },
    {
      why: 'has cells beyond the headers',
      files: record('offence.csv', 'family,member,on\nF-1,m1,2012-01-01,yes\n'),
      finding: {
        code: 'surplus-cells',
        file: 'offence.csv',
        row: 2,
        message: 'the row has more cells than there are headers: `yes`',
      },
    },
    {
      why: 'says that there are none of what there are some',
      files: {
        'families.csv': 'family,localAuthority,knownNone\nF-1,Harrow,arrest|offence\n',
        'members.csv': members.replace('F-2,m1,child\n', ''),
        'offence.csv': 'family,member,on\nF-1,m1,2012-01-01\n',
      },
      finding: {
        code: 'none-and-some',
        file: 'families.csv',
        row: 2,
        column: 'knownNone',
        message: '`offence` is said to have none, and there are rows of it',
      },
    },
    {
      why: 'names a record type that there is not',
      files: record('coverage.csv', 'family,type,from,to\nF-1,ofence,2012-01-01,ongoing\n'),
      finding: {
        code: 'unknown-record-type',
        file: 'coverage.csv',
        row: 2,
        column: 'type',
        message: 'no record type is named `ofence`',
        suggestion: 'offence',
      },
    },
    {
      why: 'of a wide file is of no table',
      files: record('wide.csv', 'table,family,member,on\nofference,F-1,m1,2012-01-01\n'),
      finding: {
        code: 'unknown-table',
        file: 'wide.csv',
        row: 2,
        column: 'table',
        message: 'no table is named `ofference`',
        suggestion: 'offence',
      },
    },
    {
      why: 'of a wide file has a cell that its table has not',
      files: record('wide.csv', 'table,family,member,on,role\noffence,F-1,m1,2012-01-01,child\n'),
      finding: {
        code: 'not-in-table',
        file: 'wide.csv',
        row: 2,
        column: 'role',
        message: 'rows of `offence` have no `role`',
      },
    },
  ])('that $why is found', async ({ files, finding }) => {
    const { entries, report } = await readFiles(files);
    expect(report.faults).toEqual([]);
    const findings = entries.flatMap((entry) => entry.findings);
    expect(findings).toHaveLength(1);
    if ('message' in finding) expect(findings).toEqual([finding]);
    else expect(findings[0]).toMatchObject(finding);
    expect(entries.filter(({ whole }) => whole === undefined)).toHaveLength(1);
  });
});

describe('a line of NDJSON', () => {
  const good = JSON.stringify({ ...exampleFamily(), id: 'F-1' });
  test.for([
    { why: 'is no JSON', line: '{"id":', finding: { row: 2 } },
    {
      why: 'repeats a family',
      line: good,
      finding: {
        code: 'family-repeated',
        file: 'families.ndjson',
        row: 2,
        pointer: '/id',
        message: 'the family `F-1` came before, on line 1',
      },
    },
    {
      why: 'is too long',
      line: JSON.stringify({ id: 'x'.repeat(20_000) }),
      finding: { code: 'line-too-large', row: 2 },
    },
    { why: 'is not UTF-8', line: bytes('{"id":"', 0xe9, '"}'), finding: { code: 'line-not-text', row: 2 } },
    {
      why: 'has a key that nobody knows',
      line: JSON.stringify({ ...exampleFamily(), id: 'F-2', memberz: [] }),
      finding: { code: 'unknown-key', row: 2, pointer: '/memberz', suggestion: 'members' },
    },
  ])('that $why is found', async ({ line, finding }) => {
    const last = JSON.stringify({ ...exampleFamily(), id: 'F-3' });
    const text = Buffer.concat([bytes(`${good}\n`), Buffer.from(line), bytes(`\n\n${last}`)]);
    const { entries } = await readLines(text, 15_000);
    expect(entries.map(({ whole }) => whole !== undefined)).toEqual([true, false, true]);
    expect(entries[1]?.findings[0]).toMatchObject(finding);
    expect(entries[2]?.rows[0]?.row).toBe(4);
  });
});
