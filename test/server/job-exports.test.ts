import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { familyRow, resultTable, type TableRow, workbookOf } from '../../server/jobs/table.ts';
import { fill, openTexts } from '../../server/shelf/seed.ts';
import { storedShelf } from '../../server/shelf/stored-library.ts';
import { authorised } from '../builders/http.ts';
import { phase2, syntheticLines, threads, workingApp } from '../builders/jobs.ts';
import { memoryStore } from '../builders/memory-store.ts';

const versions = [phase2('1.0.0'), phase2('1.1.0')];

/** Every file of an archive whose name begins with `xl/`, one after another: local headers say where each begins. */
function sheetsIn(archive: Uint8Array): string {
  const bytes = Buffer.from(archive);
  let all = '';
  const directory = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  for (let at = directory; bytes.readUInt32LE(at) === 0x02014b50;) {
    const [packed, named, more, noted] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    if (name.startsWith('xl/'))
      all += (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8');
    at += 46 + named + more + noted;
  }
  return all;
}

describe('what is exported', () => {
  test('numbers and families as CSV are those of the API', async () => {
    const { done, results, listed, text } = await workingApp(30);
    const { id } = await done({ versions });
    const said = await results(id);
    const csv = await text(`/jobs/${id}/results?as=csv`);
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true });
    expect(rows).toHaveLength(resultTable(said).length - 1);
    const [pair] = said.pairs;
    expect(rows.find(({ about }) => about === 'changed')?.['families']).toBe(String(pair?.changed));
    const { families } = await listed(id, '?changed=true&limit=500');
    const lines = parse(await text(`/jobs/${id}/families?changed=true&as=csv`), { bom: true });
    expect(lines.slice(1)).toEqual(families.map((one) => familyRow(one).map((cell) => String(cell ?? ''))));
  });

  test('as a workbook too', async () => {
    const { done, app } = await workingApp(3);
    const { id } = await done({ versions });
    for (const what of ['results', 'families']) {
      const response = await app.request(`/api/v1/jobs/${id}/${what}?as=xlsx`, { headers: authorised });
      expect(response.headers.get('content-type')).toMatch('spreadsheetml');
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${what}.xlsx"`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
    }
  });

  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];

  test.for(names)('a family named %j is no formula in a spreadsheet', async (name) => {
    const [line = ''] = syntheticLines(1);
    const { done, text } = await workingApp([JSON.stringify({ ...(JSON.parse(line) as object), id: name })]);
    const { id } = await done({ versions });
    const lines = parse(await text(`/jobs/${id}/families?as=csv`), { bom: true });
    expect(lines[1]?.[0]).toBe(`'${name}`);
  });

  test('a workbook has texts and numbers alone', async () => {
    const rows: TableRow[] = [[...names, 'plain', -5, null]];
    const sheet = sheetsIn(await workbookOf(rows));
    expect(sheet).toContain('<v>-5</v>');
    expect(sheet).not.toMatch(/<f[ >]/);
    const written = names.map((name) => `'${name}`.trim());
    for (const name of written) expect(sheet.replaceAll('&apos;', "'")).toContain(name.trimEnd());
  });
});

describe('a draft', () => {
  test('counts as it was when it was asked, whatever becomes of it', async () => {
    const store = memoryStore(() => Date.UTC(2026, 0, 1));
    onTestFinished(() => store.close());
    const opened = openTexts(`${root}/rulesets`);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await fill(store, opened.value.library, opened.value.texts);
    const limits = { bodyBytes: 1 << 21, evaluationsAtOnce: 4, batchesAtOnce: 1 };
    const { ask, asked, job, deps, results } = await workingApp(20, {
      ...{ store, threads, shelf: storedShelf(store) },
      limits: { ...limits, cohortBytes: 1 << 23, cohortMilliseconds: 600_000 },
    });
    const put = (body: object, more: object = {}) => ({
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    });
    const begun = (await ask('POST /drafts', put({ version: phase2('1.0.0') }))).body as Record<
      string,
      string
    >;
    const { id: draft, document = '', cases } = begun;
    const body = { versions: [phase2('1.0.0'), { draft }] };
    const first = (await asked(body)).body as { id: string };
    const dearer = document.replaceAll(/"value": *(80000|100000)/g, '"value": 100');
    expect(dearer).not.toBe(document);
    const saved = await ask(
      `PUT /drafts/${String(draft)}`,
      put({ document: dearer, cases }, { 'if-match': '"1"' }),
    );
    expect(saved.status).toBe(200);
    const second = (await asked(body)).body as { id: string };
    await deps.jobs.idle();
    const of = async (id: string) => (await job(id)).question.versions[1];
    expect([await of(first.id), await of(second.id)]).toMatchObject([
      { draft, revision: 1 },
      { draft, revision: 2 },
    ]);
    const [unedited, edited] = [(await results(first.id)).pairs[0], (await results(second.id)).pairs[0]];
    expect(unedited?.changed).toBe(0);
    expect(edited?.changed).toBeGreaterThan(0);
  });

  test('that cannot be decided by is refused, with what is wrong', async () => {
    const store = memoryStore(() => Date.UTC(2026, 0, 1));
    onTestFinished(() => store.close());
    const opened = openTexts(`${root}/rulesets`);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await fill(store, opened.value.library, opened.value.texts);
    const { ask, asked } = await workingApp(1, { store, threads, shelf: storedShelf(store) });
    const sent = (body: object) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const calendar = (await ask('POST /drafts', sent({ content: { kind: 'calendar', id: 'england' } }))).body;
    const refused = await asked({ versions: [{ draft: calendar['id'] }] });
    expect([refused.status, refused.body['type']]).toEqual([422, '/api/v1/problems/draft-fails']);
  });
});
