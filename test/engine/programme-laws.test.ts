import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProgramme } from '../../engine/programme.ts';
import {
  addedUp,
  derived,
  document,
  families,
  fund,
  judged,
  money,
  shared,
  target,
} from '../builders/programme.ts';

const pence = fc.integer({ min: 0, max: 100_000_000_000 });
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }).map(families),
  fc
    .tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 1, max: 1_000_000 }),
    )
    .map(([part, more, base]) => derived(part, Math.min(1000, part + more), base)),
);

describe('whatever is said', () => {
  test('the lines of a fund are its total, and a printed total is flagged exactly where it differs', () => {
    const drawn = fc.tuple(fc.array(pence, { minLength: 1, maxLength: 20 }), fc.constantFrom(-1, 0, 1));
    fc.assert(
      fc.property(drawn, ([lines, off]) => {
        const sum = lines.reduce((total, one) => total + one, 0);
        fc.pre(sum + off >= 0 && sum + off <= 100_000_000_000);
        const { funding, conflicts } = addedUp({ funding: [fund(lines, { printed: money(sum + off) })] });
        expect(funding[0]).toMatchObject({ pence: sum, printed: { differencePence: off === 0 ? 0 : -off } });
        expect(conflicts).toHaveLength(off === 0 ? 0 : 1);
      }),
    );
  });

  test('shares of any amount add up to it, in whole pence', () => {
    fc.assert(
      fc.property(
        pence,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        (all, parts) => {
          const of = parts.reduce((sum, one) => sum + one, 0);
          const [split] = addedUp({
            splits: [
              shared(
                all,
                parts.map((part) => [part, of]),
              ),
            ],
          }).splits;
          const amounts = split?.shares.map((one) => one.pence) ?? [];
          expect(amounts.every(Number.isSafeInteger)).toBe(true);
          expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(all);
        },
      ),
    );
  });

  test('a conflict is flagged exactly where two figures differ', () => {
    fc.assert(
      fc.property(quantity, quantity, fc.boolean(), (one, other, again) => {
        const { conflicts, targets } = addedUp({
          targets: [target({ figures: [one, again ? one : other] })],
        });
        const texts = new Set(targets[0]?.figures.map((figure) => figure.families.text));
        expect(conflicts).toHaveLength(texts.size - 1);
      }),
    );
  });

  test('a percentage is within half of the exact one, which decides', () => {
    fc.assert(
      fc.property(quantity, quantity, (figure, wanted) => {
        const [one] = judged([figure], [wanted])?.reached ?? [];
        if (one === undefined) throw new Error('there is a figure and an expectation');
        const [part, of] = [BigInt(one.share.part), BigInt(one.share.of)];
        const apart = 2n * (BigInt(one.percent) * of - 100n * part);
        expect(apart > -of && apart <= of).toBe(true);
        expect(one.verdict).toBe(part >= of ? 'met' : 'not-met');
      }),
    );
  });

  test('the order in which figures are said changes no verdict and no difference', () => {
    fc.assert(
      fc.property(fc.array(quantity, { maxLength: 5 }), quantity, (figures, wanted) => {
        const said = (list: readonly object[]) => {
          const all = addedUp({ targets: [target({ figures: list, expected: [wanted] })] });
          return [all.targets[0]?.verdict, all.conflicts.map(({ difference }) => difference)];
        };
        expect(said(figures.toReversed())).toEqual(said(figures));
      }),
    );
  });

  test('anything at all is read or refused, and never throws', () => {
    const lists = fc.constantFrom('targets', 'statements', 'funding', 'splits', 'releases', 'allowances');
    fc.assert(
      fc.property(lists, fc.jsonValue(), (list, value) => {
        expect(() => checkProgramme(value)).not.toThrow();
        expect(() => checkProgramme(document({ [list]: value }))).not.toThrow();
      }),
    );
  });
});
