import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../../server/command-line/problem.ts';
import { evaluate } from '../../server/library/evaluate.ts';
import { openLibrary } from '../../server/library/open.ts';
import { root } from '../../server/setup/ensure.mjs';
import { storeFaults } from '../../server/store/fault.ts';
import { commandLine } from '../builders/command-line.ts';

const text = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** What `shown` has that `whole` has not; of a list of things with ids, only those shown are looked for. */
function lacking(shown: unknown, whole: unknown, at = ''): string[] {
  if (typeof shown !== 'object' || shown === null || typeof whole !== 'object' || whole === null)
    return shown === whole ? [] : [`${at}: ${JSON.stringify(shown)} is ${JSON.stringify(whole)}`];
  const items: readonly unknown[] = Array.isArray(whole) ? whole : [];
  const named = (id: unknown) =>
    items.find((item) => typeof item === 'object' && item !== null && 'id' in item && item.id === id);
  return Object.entries(shown).flatMap(([key, value]: [string, unknown]) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    const other: unknown = Array.isArray(whole) && id !== undefined ? named(id) : Reflect.get(whole, key);
    return lacking(value, other, `${at}/${key}`);
  });
}

test('the answer in README.md is the one that the example gets', () => {
  const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text('README.md'))?.[1] ?? 'null');
  const library = openLibrary(path.join(root, 'rulesets'));
  const version = library.ok ? library.value.rulesets.get('phase-1')?.[0] : undefined;
  if (version === undefined) throw new Error('phase-1 is there');
  const family: unknown = JSON.parse(text('server/examples/family.json'));
  const decided = evaluate(version, family, { asOf: '2012-12-01', trace: 'none' });
  expect(shown).toHaveProperty('criteria');
  expect(lacking(shown, decided.ok ? decided.value : {})).toEqual([]);
});

test('server/README.md names every setting that is read', () => {
  const read = [...text('server/env.ts').matchAll(/^ {2}([A-Z]\w+):/gm)].map(([, name]) => name);
  const listed = [...text('server/README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(read);
});

test('server/command-line/README.md names every problem, with the exit code that it ends with', () => {
  const page = text('server/command-line/README.md');
  const table = page.slice(page.indexOf('| problem ('), page.indexOf('`replay` exits'));
  const listed = [...table.matchAll(/^\| (`.+?) \| (\d+) \|/gm)].flatMap(([, cell = '', exit]) =>
    [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => [name, Number(exit)] as const),
  );
  const there = Object.entries(problems).map(([name, { exit }]) => [name, exit] as const);
  expect(listed.sort()).toEqual(there.sort());
});

describe('server/OPERATING.md', () => {
  const page = text('server/OPERATING.md');

  test('names no setting that is not read', () => {
    const read = [...text('server/env.ts').matchAll(/^ {2}([A-Z]\w+):/gm)].map(([, name]) => name);
    const named = [...page.matchAll(/\b(THRESHOLD_[A-Z_]+|DATABASE_URL|HOST|PORT)\b/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !read.includes(name))).toEqual([]);
  });

  test.for([
    ...new Set([...page.matchAll(/npx threshold ((?:[a-z]+ ?)+)/g)].map(([, words = '']) => words.trim())),
  ])('npx threshold %s is a command', async (words) => {
    const named = words === 'help' ? ['--help'] : [...words.split(' '), '--help'];
    expect(await commandLine(named, { folder: 'rulesets' })).toMatchObject({ exit: 0, err: '' });
  });

  test('says what to do about every fault of the store, and about none that there is not', () => {
    const table = page.slice(page.indexOf('## When the store fails'));
    const named = [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z]+)`/g)].map(([, code]) => code),
    );
    expect(named.sort()).toEqual(Object.keys(storeFaults).sort());
  });
});
