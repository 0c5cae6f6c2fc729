import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { evaluate } from '../../server/library/evaluate.ts';
import type { Library } from '../../server/library/library.ts';
import { publishedVersion } from '../../server/library/read-version.ts';
import { fill, openTexts } from '../../server/shelf/seed.ts';
import { storedShelf } from '../../server/shelf/stored-library.ts';
import { openStore } from '../../server/store/store.ts';
import type { Connection, Queries } from '../../server/store/connection.ts';
import { root } from '../../server/setup/ensure.mjs';
import { exampleFamily, shippedLibrary } from '../builders/http.ts';
import { databases } from '../builders/stores.ts';

const shipped = openTexts(`${root}/rulesets`);
if (!shipped.ok) throw new Error(JSON.stringify(shipped.error));
const { library: folder, texts } = shipped.value;

/** A store filled from the shipped folder, and what lies under it. */
async function seeded(open: () => Connection) {
  const connection = open();
  const store = await openStore(connection, () => Date.UTC(2026, 0, 1));
  onTestFinished(() => store.close());
  expect(await fill(store, folder, texts)).toBe(true);
  const behind = (work: (q: Queries) => Promise<unknown>) => connection.transaction(work);
  return { store, behind };
}

const outline = ({ rulesets, releases, basis }: Library) => ({
  rulesets: [...rulesets].map(([id, versions]) => [
    id,
    versions.map(({ ruleset, hash, vocabularyHash, calendarHashes, file, cases, warnings }) => [
      ...[ruleset, hash, vocabularyHash, calendarHashes, file, cases, warnings()],
    ]),
  ]),
  releases,
  vocabularies: [...basis.vocabularies].map(([name, { hash }]) => [name, hash]),
  calendars: [...basis.calendars].map(([name, { hash }]) => [name, hash]).sort(),
});

describe.each(databases)('$name', ({ open }) => {
  test('what was imported is what the folder holds: every hash, release and decision id', async () => {
    const { store } = await seeded(open);
    const library = await storedShelf(store).current();
    expect(outline(library)).toEqual(outline(shippedLibrary()));
    const id = (from: Library) => {
      const version = from.rulesets.get('phase-1')?.[0];
      if (version === undefined) throw new Error('phase-1 is there');
      const decided = evaluate(version, exampleFamily(), {
        asOf: '2012-12-01',
        trace: 'none',
      });
      return decided.ok ? decided.value.id : decided.error;
    };
    expect(id(library)).toEqual(id(folder));
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
  });

  test('a store is filled once: the second of two servers that start together finds it filled', async () => {
    const connection = open();
    const store = await openStore(connection, () => Date.UTC(2026, 0, 1));
    onTestFinished(() => store.close());
    const both = await Promise.all([fill(store, folder, texts), fill(store, folder, texts)]);
    expect(both.sort()).toEqual([false, true]);
    expect(outline(await storedShelf(store).current())).toEqual(outline(folder));
  });

  test('nothing is read again until something moved', async () => {
    const { store } = await seeded(open);
    const shelf = storedShelf(store);
    const [one, two] = await Promise.all([shelf.current(), shelf.current()]);
    expect(one).toBe(two);
    expect(await shelf.current()).toBe(one);
  });

  test('the database itself refuses to change or remove what is published', async () => {
    const { store, behind } = await seeded(open);
    const { content, publishedVersion, publishedBasis, release, rulesetEvent } = store.tables;
    const attempts: ((q: Queries) => Promise<unknown>)[] = [
      (q) => q.update(content).set({ text: '{}' }),
      (q) => q.delete(content),
      (q) => q.update(publishedVersion).set({ hash: 'sha256:0' }),
      (q) => q.delete(publishedVersion),
      (q) => q.update(publishedBasis).set({ hash: 'sha256:0' }),
      (q) => q.delete(publishedBasis),
      (q) => q.update(release).set({ document: '{}' }),
      (q) => q.delete(release),
      (q) => q.update(rulesetEvent).set({ actor: 'nobody' }),
      (q) => q.delete(rulesetEvent),
    ];
    for (const attempt of attempts) await expect(behind(attempt)).rejects.toThrow();
    expect((await verifyAudit(store)).findings).toEqual([]);
  });
});

test('a published version is checked when it is first decided by, and what the checks find is said then', () => {
  const version = folder.rulesets.get('phase-1')?.[0];
  if (version === undefined) throw new Error('phase-1 is there');
  const { basis, releases, file } = version;
  const document = { ...version.ruleset, criteria: [] };
  const ruleset = { kind: 'ruleset', file, read: { ok: true, value: document } } as const;
  const held = publishedVersion({ ruleset, cases: undefined }, { basis, releases }, (findings) => {
    return new Error(findings.map(({ code }) => code).join());
  });
  expect(held.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(() => held.compiled()).toThrow(/\w/);
  expect(() => held.warnings()).toThrow(/\w/);
});
