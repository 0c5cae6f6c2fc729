import { describe, expect, test } from 'vitest';
import { appFor, authorised } from '../builders/http.ts';
import { cohortsAt, families, members } from '../builders/cohorts.ts';
import { archiveOf, bareWorkbook, workbookOf } from '../builders/workbooks.ts';

const texts = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((row) => row.split(','));
const right = { families: texts(families), members: texts(members) };
const xlsx = 'cohort.xlsx';

describe('a workbook', () => {
  test('is read sheet by sheet, days and numbers as they are shown; an empty sheet is passed over', async () => {
    const { upload, ask } = await cohortsAt(appFor().app);
    const day = { value: new Date('2012-08-03T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' } as const;
    const book = await workbookOf({
      ...right,
      offence: [
        ['family', 'member', 'on', 'proven'],
        ['F-1', 'm1', day, { value: true, type: Boolean }],
      ],
      'term-attendance': [
        ['family', 'member', 'term', 'possible'],
        ['F-2', 'm1', '2012-13/autumn', { value: 140, type: Number }],
      ],
      Sheet9: [],
    });
    const { status, body } = await upload({ [xlsx]: book }, 'from-workbook');
    expect([status, body['state']]).toEqual([201, 'whole']);
    expect((await ask('GET /cohorts/from-workbook/families/F-1')).body['records']).toEqual({
      offence: [{ member: 'm1', on: '2012-08-03', proven: true }],
    });
    expect((await ask('GET /cohorts/from-workbook/families/F-2')).body['records']).toEqual({
      'term-attendance': [{ member: 'm1', term: '2012-13/autumn', possible: 140 }],
    });
    expect(body['files']).toMatchObject([
      { file: xlsx, sheet: 'families', rows: 3 },
      { sheet: 'members', rows: 3 },
      { sheet: 'offence', rows: 1, days: 'iso' },
      { sheet: 'term-attendance', rows: 1 },
    ]);
    const csv = { 'families.csv': families, 'members.csv': members };
    const attendance = { 'term-attendance.csv': 'family,member,term,possible\nF-2,m1,2012-13/autumn,140\n' };
    const offence = { 'offence.csv': 'family,member,on,proven\nF-1,m1,3/8/2012,yes\n' };
    expect((await upload({ ...csv, ...offence, ...attendance })).body['hash']).toBe(body['hash']);
  });

  test('names a row that is wrong by sheet, and the row is mended by it', async () => {
    const { upload, ask, mend } = await cohortsAt(appFor().app);
    const offence = [
      ['family', 'member', 'on'],
      ['F-1', 'm9', '2012-08-03'],
    ];
    await upload({ [xlsx]: await workbookOf({ ...right, offence }) }, 'flawed-book');
    const { body } = await ask('GET /cohorts/flawed-book/findings');
    expect(body['items']).toMatchObject([
      { file: xlsx, sheet: 'offence', row: 2, column: 'member', code: 'unknown-member', suggestion: 'm1' },
    ]);
    const rows = [{ file: xlsx, sheet: 'offence', row: 2, cells: { member: 'm1' } }];
    expect((await mend('flawed-book', { revision: 1, rows })).body['state']).toBe('whole');
  });

  const rows = (cells: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>family</t></is></c><c r="B1" t="inlineStr"><is><t>localAuthority</t></is></c></row><row r="2">${cells}</row></sheetData>`;
  const harrow =
    '<c r="A2" t="inlineStr"><is><t>F-1</t></is></c><c r="B2" t="inlineStr"><is><t>Harrow</t></is></c>';

  test.for([
    {
      why: 'a formula',
      book: bareWorkbook('families', `${rows('<c r="A2"><f>1+1</f><v>2</v></c>')}</worksheet>`),
      fault: { code: 'formula', sheet: 'families', row: 2, column: 'A' },
    },
    {
      why: 'an error',
      book: bareWorkbook('families', `${rows('<c r="B2" t="e"><v>#N/A</v></c>')}</worksheet>`),
      fault: { code: 'error-cell', sheet: 'families', row: 2, column: 'B' },
    },
    {
      why: 'merged cells',
      book: bareWorkbook(
        'families',
        `${rows(harrow)}<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
      ),
      fault: {
        code: 'merged-cells',
        sheet: 'families',
        message: expect.stringContaining('A2:A3') as unknown,
      },
    },
    {
      why: 'a sheet of no table',
      book: bareWorkbook('famlies', `${rows(harrow)}</worksheet>`),
      fault: { code: 'unknown-sheet', sheet: 'famlies', suggestion: 'families' },
    },
    {
      why: 'XML that ends early',
      book: bareWorkbook('families', '<worksheet><sheetData><row r="1">'),
      fault: { code: 'workbook-broken' },
    },
    {
      why: 'a document type',
      book: bareWorkbook('families', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'),
      fault: { code: 'workbook-broken' },
    },
    { why: 'another archive', book: archiveOf({ 'a.txt': 'a' }), fault: { code: 'workbook-broken' } },
    { why: 'no archive', book: Buffer.from('x'.repeat(99)), fault: { code: 'workbook-broken' } },
    {
      why: 'a workbook that is cut off',
      book: bareWorkbook('families', rows(harrow)).subarray(0, 300),
      fault: { code: 'workbook-broken' },
    },
    {
      why: 'a password, or an old form',
      book: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(99)]),
      fault: { code: 'workbook-locked' },
    },
    {
      why: 'a bomb in a sheet',
      book: bareWorkbook('families', `<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`),
      fault: { code: 'workbook-too-large' },
    },
    {
      why: 'a bomb in what cells share',
      book: bareWorkbook('families', `${rows(harrow)}</worksheet>`, {
        more: { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(40 * 1024 * 1024)}</t></si></sst>` },
      }),
      fault: { code: 'workbook-too-large' },
    },
  ])('with $why is refused, and nothing of it kept', async ({ book, fault }) => {
    const { upload, ask } = await cohortsAt(appFor().app);
    const { status, body } = await upload({ [xlsx]: book }, 'refused-book');
    expect(status).toBe(422);
    expect((body['faults'] as readonly unknown[])[0]).toMatchObject({ file: xlsx, ...fault });
    expect((await ask('GET /cohorts/refused-book')).body).toMatchObject({ state: 'cancelled', families: 0 });
  });

  test('with prefixes, gaps between cells and days that count from 1904 is read', async () => {
    const { uploadOne, ask } = await cohortsAt(appFor().app);
    const cell = (at: string, text: string) =>
      `<x:c r="${at}" t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const header = ['family', 'localAuthority', 'attachedOn'].map((name, at) =>
      cell(`${'ABD'[at] ?? ''}1`, name),
    );
    const data = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1">${header.join('')}</x:row><x:row r="5">${cell('A5', 'F-1')}${cell('B5', 'Harrow')}<x:c r="D5" s="1"><x:v>39721</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheets =
      '<workbook xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="families" r:id="rId1"/></sheets></workbook>';
    const book = bareWorkbook('families', data, {
      more: { 'xl/styles.xml': styles, 'xl/workbook.xml': sheets },
    });
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await uploadOne(type, new Uint8Array(book), '&id=from-1904');
    const { body } = await ask('GET /cohorts/from-1904/held');
    expect(body['items']).toMatchObject([
      {
        family: 'F-1',
        rows: [{ row: 5, cells: { family: 'F-1', localAuthority: 'Harrow', attachedOn: '2012-10-01' } }],
      },
    ]);
  });
});

test('the template is a workbook that uploads whole', async () => {
  const { app } = appFor();
  const { upload, ask } = await cohortsAt(app);
  const answer = await app.request('/api/v1/cohort-templates/tables.xlsx', { headers: authorised });
  const { body } = await upload({ [xlsx]: new Uint8Array(await answer.arrayBuffer()) });
  expect(body).toMatchObject({ state: 'whole', families: 1 });
  const { body: listed } = await ask('GET /cohort-templates');
  expect(listed['templates']).toEqual(expect.arrayContaining(['families.csv', 'wide.csv', 'tables.xlsx']));
});
