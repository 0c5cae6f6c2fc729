import { describe, expect, test } from 'vitest';
import { csvText } from '../../server/cohorts/csv-cell.ts';
import { templateNames, templateOf } from '../../server/cohorts/reading/template.ts';
import { exampleFamily } from '../builders/http.ts';
import { filesOf, plain, readFiles, readLines, shippedReader, wideFileOf } from '../builders/cohort-files.ts';
import { familiesOf } from '../builders/synthetic.ts';

describe('what is written is read again', () => {
  const some = ['corners', 'hertfordshire', 'hertfordshire-worked-with'].flatMap((profile, at) =>
    Array.from({ length: 80 }, (_, index) => ({
      ...familiesOf(profile, 7)(index),
      id: `${String(at)}-${String(index)}`,
    })),
  );
  const same = (entries: Awaited<ReturnType<typeof readFiles>>['entries']) => {
    expect(entries.flatMap(({ findings }) => findings)).toEqual([]);
    const read = entries.map(({ whole }) => plain(JSON.parse(whole?.text ?? 'null')));
    expect(read).toEqual(some.map(plain));
  };

  test('from one file a table', async () => {
    same((await readFiles(filesOf(some))).entries);
  });
  test('from one file of all tables, in small pieces', async () => {
    same((await readFiles({ 'wide.csv': wideFileOf(some) }, 999)).entries);
  });
  test('from the tables in another order: the first table says the order of the families', async () => {
    const { 'families.csv': first = '', ...others } = filesOf(some);
    same(
      (await readFiles({ 'families.csv': first, ...Object.fromEntries(Object.entries(others).reverse()) }))
        .entries,
    );
  });
  test('from NDJSON', async () => {
    const { entries } = await readLines(some.map((family) => JSON.stringify(family)).join('\n'));
    same(entries);
  });
});

test('the examples of the templates are a family, together and in the wide one', async () => {
  const { tables } = shippedReader();
  const texts = templateNames(tables).map(
    (name) => [`${name}.csv`, csvText(templateOf(name, tables) ?? [])] as const,
  );
  const { 'wide.csv': wide = '', ...files } = Object.fromEntries(texts);
  for (const given of [files, { 'wide.csv': wide }]) {
    const { entries, report } = await readFiles(given);
    expect(report.faults).toEqual([]);
    expect(entries.flatMap(({ findings }) => findings)).toEqual([]);
    expect(entries.map(({ whole }) => whole?.family.records.size)).toEqual([tables.size - 5]);
  }
});

test.for([
  { text: '=1+1', written: "'=1+1" },
  { text: '+44', written: "'+44" },
  { text: '-1', written: "'-1" },
  { text: '@a', written: "'@a" },
  { text: '\ta', written: `"'\ta"` },
  { text: '\ra', written: `"'\ra"` },
  { text: 'a=1', written: 'a=1' },
  { text: 'a"b', written: '"a""b"' },
])('a cell that says $text is written $written', ({ text, written }) => {
  expect(csvText([[text]])).toBe(`${written}\r\n`);
});

test('a cell that was guarded is read as what it said', async () => {
  const files = filesOf([{ ...exampleFamily(), localAuthority: '=Harrow' }]);
  const { entries } = await readFiles(files);
  expect(entries[0]?.whole?.family.localAuthority).toBe('=Harrow');
});
