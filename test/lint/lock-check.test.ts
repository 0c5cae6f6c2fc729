import { describe, expect, test } from 'vitest';
import { addressesInLock, missingFromLock, unpinned } from './lock-check.ts';

describe('an optional package that the lock does not hold', () => {
  const bundler = { version: '1.0.0', optionalDependencies: { 'bundler-linux': '1.0.0' } };
  const platform = { version: '1.0.0' };

  test.for([
    { at: 'node_modules/bundler-linux', missing: false, why: 'it lies at the top' },
    {
      at: 'node_modules/tool/node_modules/bundler-linux',
      missing: false,
      why: 'it lies beside the one that asks',
    },
    {
      at: 'node_modules/other/node_modules/bundler-linux',
      missing: true,
      why: 'only another package can reach it',
    },
    { at: 'node_modules/bundler-win', missing: true, why: 'it is another platform’s' },
  ])('is missing: $missing, when $why', ({ at, missing }) => {
    const packages = { 'node_modules/tool/node_modules/bundler': bundler, [at]: platform };
    const wanted =
      'bundler-linux, wanted by node_modules/tool/node_modules/bundler 1.0.0, is missing from the lock';
    expect(missingFromLock({ packages })).toEqual(missing ? [wanted] : []);
  });
});

test('a download address in the lock is found', () => {
  const packages = {
    'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
    'node_modules/b': {},
    engine: { resolved: 'engine' },
  };
  expect(addressesInLock({ packages })).toEqual([
    'node_modules/a is tied to the address https://registry.example/a.tgz',
  ]);
});

test.for([
  { version: '1.2.3', exact: true },
  { version: '1.2.3-rc.1', exact: true },
  { version: 'npm:@scope/other@1.2.3', exact: true },
  { version: '^1.2.3', exact: false },
  { version: '1.2', exact: false },
  { version: 'latest', exact: false },
  { version: '*', exact: false },
])('$version is an exact version: $exact', ({ version, exact }) => {
  expect(unpinned({ devDependencies: { it: version } })).toHaveLength(exact ? 0 : 1);
});
