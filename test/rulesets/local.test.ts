import { describe, expect, test } from 'vitest';
import { fundedFamilies, fundedPence } from '../../engine/index.ts';
import { shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

const local = shippedRulesets.filter((path) => !path.startsWith('england/'));

describe('a local ruleset', () => {
  test.for(local.filter((path) => !path.includes('-preview.')))(
    '%s is laid over a national version that ships',
    (path) => {
      const { basedOn, ...ruleset } = shippedRuleset(path).ruleset;
      const base = shippedRuleset(`england/${basedOn?.id ?? ''}/${basedOn?.version ?? ''}`).ruleset;
      expect([ruleset.programme, ruleset.phase]).toEqual([base.programme, base.phase]);
    },
  );

  test('of before Phase 2 had a framework is laid over nothing', () => {
    const { ruleset } = shippedRuleset('cambridgeshire/cambridgeshire/2.0.0-preview.1');
    expect(ruleset.basedOn).toBeUndefined();
  });
});

describe('the share of families that are paid for', () => {
  test.for([
    {
      path: 'oxfordshire/oxfordshire/1.0.0',
      families: 810,
      funded: 675,
      why: 'the report leaves 135 to the ESF',
    },
    { path: 'harrow/harrow/1.0.0', families: 150, funded: 125, why: 'five in six of the first year' },
  ])('$path: $funded of $families ($why)', ({ path, families, funded }) => {
    expect(fundedFamilies(shippedRuleset(path).ruleset.share, families)).toEqual({ part: funded, of: 1 });
  });

  test('makes the £400,000 that Harrow had in 2012-13', () => {
    const { share, parameters } = shippedRuleset('harrow/harrow/1.0.0').ruleset;
    const fee = parameters['attachment-fee']?.values?.[0]?.value;
    expect(fundedPence(share, 150, Number(fee))).toBe(40_000_000);
  });
});
