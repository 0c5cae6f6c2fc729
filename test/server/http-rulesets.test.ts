import { describe, expect, test } from 'vitest';
import { checkCalendar, checkRuleset, checkVocabulary } from '../../engine/index.ts';
import { openLibrary } from '../../server/library/open.ts';
import { appFor, authorised, shippedLibrary } from '../builders/http.ts';
import { patched } from '../builders/patch.ts';
import { rulesetsFolder } from '../builders/rulesets-folder.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';

const { app } = appFor();

async function got(path: string, from = app) {
  const response = await from.request(`/api/v1${path}`, { headers: authorised });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

describe('what there is', () => {
  test.for([
    { why: 'today in London is the clock’s', query: '', on: '2012-12-01', inForce: '1.0.0' },
    {
      why: 'the day before the first day in force',
      query: '?on=2012-03-31',
      on: '2012-03-31',
      inForce: null,
    },
    { why: 'the first day in force', query: '?on=2012-04-01', on: '2012-04-01', inForce: '1.0.0' },
  ])('$why', async ({ query, on, inForce }) => {
    const overview = await got(`/rulesets${query}`);
    expect(overview).toMatchObject({ on });
    expect(overview.rulesets).toContainEqual(
      expect.objectContaining({
        id: 'phase-1',
        versions: ['1.0.0'],
        inForce: inForce === null ? null : (expect.objectContaining({ version: inForce }) as unknown),
      }),
    );
  });

  test('an hour before midnight in Greenwich in summer is the next day in London', async () => {
    const { app: summer } = appFor({ clock: () => Date.UTC(2013, 6, 31, 23) });
    expect(await got('/rulesets', summer)).toMatchObject({ on: '2013-08-01' });
  });
});

describe('versions', () => {
  const [held] = shippedLibrary().rulesets.get('phase-1') ?? [];

  test('are listed with their hashes and releases', async () => {
    expect(await got('/rulesets/phase-1/versions')).toMatchObject({
      id: 'phase-1',
      versions: [{ version: '1.0.0', hash: held?.hash, vocabulary: 'family@1' }],
    });
  });

  test('are given whole: the document, its cases and the hashes of what it rests on', async () => {
    const version = await got('/rulesets/phase-1/versions/1.0.0');
    expect(version).toMatchObject({
      hash: held?.hash,
      vocabulary: { id: 'family@1', hash: held?.vocabularyHash },
      cases: { ruleset: 'phase-1' },
    });
    expect(version.document).toEqual(held?.ruleset);
    expect(version.calendars).toEqual(
      Object.entries(held?.calendarHashes ?? {}).map(([id, hash]) => ({ id, hash })),
    );
  });

  test('of a ruleset without cases have none', async () => {
    const folder = rulesetsFolder({ 'england/tiny/1.0.0.cases.json': undefined });
    const library = openLibrary(folder);
    if (!library.ok) throw new Error(JSON.stringify(library.error));
    const { app: tiny } = appFor({ library: library.value });
    expect(await got(`/rulesets/${tinyRuleset.id}/versions/1.0.0`, tiny)).toMatchObject({ cases: null });
  });

  test('need not be sent again', async () => {
    const path = '/api/v1/rulesets/phase-1/versions/1.0.0';
    const first = await app.request(path, { headers: authorised });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]+"$/);
    const again = await app.request(path, { headers: { ...authorised, 'if-none-match': tag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    const other = await app.request(path, { headers: { ...authorised, 'if-none-match': '"0"' } });
    expect(other.status).toBe(200);
  });
});

describe('in force', () => {
  test('names the version and its release', async () => {
    expect(await got('/rulesets/phase-1/in-force?on=2012-04-01')).toMatchObject({
      id: 'phase-1',
      on: '2012-04-01',
      version: '1.0.0',
      release: { version: '1.0.0', from: '2012-04-01' },
    });
  });

  test.for([
    { why: 'the day before the release was recorded', knownOn: '2012-03-31', status: 422 },
    { why: 'the day it was recorded', knownOn: '2012-04-01', status: 200 },
  ])('$why it is known or not', async ({ knownOn, status }) => {
    const path = `/api/v1/rulesets/phase-1/in-force?on=2012-05-01&knownOn=${knownOn}`;
    expect((await app.request(path, { headers: authorised })).status).toBe(status);
  });
});

describe('the form of a family', () => {
  test('is a JSON Schema made from the vocabulary', async () => {
    expect(await got('/vocabularies/family@1')).toMatchObject({
      id: 'family@1',
      familySchema: { type: 'object', required: expect.arrayContaining(['id', 'members']) as unknown },
    });
  });
});

describe('what a version rests on can be had, so that it is checked and read elsewhere', () => {
  test('its vocabulary and its calendars, whole and with the hashes it names', async () => {
    const version = await got('/rulesets/phase-1/versions/1.0.0');
    const { id, hash } = version.vocabulary as { id: string; hash: string };
    const vocabulary = await got(`/vocabularies/${id}`);
    expect(vocabulary.hash).toBe(hash);
    const named = version.calendars as readonly { id: string; hash: string }[];
    const calendars = await Promise.all(named.map((one) => got(`/calendars/${one.id}`)));
    expect(calendars.map((one) => ({ id: one.id, hash: one.hash }))).toEqual(named);
    const [words, terms] = [
      checkVocabulary(vocabulary.document),
      calendars.map((one) => checkCalendar(one.document)),
    ];
    if (!words.ok) throw new Error(JSON.stringify(words.error));
    const library = {
      vocabularies: [words.value],
      calendars: terms.flatMap((one) => (one.ok ? [one.value] : [])),
    };
    expect(checkRuleset(version.document, library)).toMatchObject({ ok: true });
  });

  test('a calendar need not be sent again', async () => {
    const path = '/api/v1/calendars/england';
    const tag = (await app.request(path, { headers: authorised })).headers.get('etag') ?? '';
    const again = await app.request(path, { headers: { ...authorised, 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });
});

describe('a page and its assets', () => {
  test.for([
    { path: '/', type: 'text/html; charset=utf-8', kept: 'no-cache' },
    {
      path: '/assets/page-1a2b3c.css',
      type: 'text/css; charset=utf-8',
      kept: 'public, max-age=31536000, immutable',
    },
  ])('$path is kept as $kept', async ({ path, type, kept }) => {
    const response = await app.request(path);
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([200, type, kept]);
  });
});

describe('a screen of the studio is an address', () => {
  const navigating = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
  const pageOf = async (path: string, init: RequestInit = navigating) => {
    const response = await app.request(path, init);
    return [response.status, response.headers.get('content-type')];
  };

  test.for([
    '/try',
    '/rulesets/phase-1/1.0.0',
    '/rulesets/cambridgeshire/2.0.0-preview.1',
    '/no-such-screen',
  ])('a browser that goes to %s has the page, with the policy of every other', async (path) => {
    const [start, screen] = [await app.request('/'), await app.request(path, navigating)];
    expect(screen.status).toBe(200);
    for (const header of ['content-security-policy', 'content-type', 'cache-control'])
      expect(screen.headers.get(header), header).toBe(start.headers.get(header));
    expect(await screen.text()).toBe(await start.text());
    expect(screen.headers.get('vary')).toBe('Accept');
  });

  test.for([
    { why: 'what is for the keepers of the server is no screen', path: '/healthz', type: 'application/json' },
    { why: 'nor is the API', path: '/api/v1/openapi.json', type: 'application/json' },
  ])('$why', async ({ path, type }) => {
    expect(await pageOf(path)).toEqual([200, expect.stringContaining(type)]);
  });

  test('another method than GET has nothing there', async () => {
    expect(await pageOf('/rulesets/phase-1/1.0.0', { ...navigating, method: 'POST' })).toEqual([
      404,
      'application/problem+json',
    ]);
  });
});

describe('changes between two versions', () => {
  test('are edits in words, one way and the other', async () => {
    const next = patched(tinyRuleset, {
      set: { '/version': '1.1.0', '/criteria/0/when/value': 2, '/criteria/0/when/operator': 'greaterThan' },
    });
    const library = openLibrary(rulesetsFolder({ 'england/tiny/1.1.0.json': next }));
    if (!library.ok) throw new Error(JSON.stringify(library.error));
    const { app: tiny } = appFor({ library: library.value });
    const there = await got('/rulesets/tiny/versions/1.0.0/changes-to/1.1.0', tiny);
    const edit = { id: 'crime.when', of: 'condition', kind: 'changed', owners: ['crime'] };
    const [was, now] = ['1 or more', 'more than 2'].map(
      (asked) => `The family has had ${asked} police call-outs in the last 12 months before that day.`,
    );
    expect(there).toMatchObject({
      id: 'tiny',
      was: { version: '1.0.0' },
      now: { version: '1.1.0' },
      edits: [{ ...edit, was, now, effect: 'tighter' }],
    });
    const back = await got('/rulesets/tiny/versions/1.1.0/changes-to/1.0.0', tiny);
    expect(back.edits).toMatchObject([{ ...edit, was: now, now: was, effect: 'looser' }]);
  });
});
