import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRuleset, compileChecked, type Judgement, type Ruleset } from '../../engine/index.ts';
import type { Edit } from '../../engine/review/edits/edit.ts';
import { editsBetween } from '../../engine/review/edits/edits.ts';
import { calendars, questions } from '../arbitraries/question.ts';
import { ruleset } from '../arbitraries/ruleset.ts';
import { changedOnce } from '../arbitraries/ruleset-edit.ts';
import { compiled, decided, verdictsOf } from '../builders/decided.ts';
import { referenceVocabulary as vocabulary } from '../builders/reference-vocabulary.ts';

const seed = 20_120_401;
const picks = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 8, maxLength: 8 });

/** What a looser edit never turns a verdict from and into; a tighter one the other way round. */
const never = {
  looser: (before: string | undefined, after: string | undefined) => before === 'met' && after === 'not-met',
  tighter: (before: string | undefined, after: string | undefined) => before === 'not-met' && after === 'met',
  wording: (before: string | undefined, after: string | undefined) => before !== after,
};

function brokenBy(edit: Edit, before: Judgement, after: Judgement): string[] {
  if (edit.effect === 'neither') return [];
  const [was, now] = [verdictsOf(before), verdictsOf(after)];
  const wrong = never[edit.effect];
  const verdicts = edit.owners.filter((owner) => wrong(was[owner], now[owner]));
  const money = after.totalDuePence - before.totalDuePence;
  const paid = edit.owners.every((owner) => /^(payment|pot)/.test(owner));
  const less = paid && ((edit.effect === 'looser' && money < 0) || (edit.effect === 'tighter' && money > 0));
  return less ? [...verdicts, 'money'] : verdicts;
}

test('no verdict goes the other way than the edit is labelled', { timeout: 300_000 }, () => {
  const seen = { looser: 0, tighter: 0, neither: 0, wording: 0 };
  const moved = { looser: 0, tighter: 0 };
  const property = fc.property(questions, picks, (given, chosen) => {
    const was = compiled(given.ruleset, given.calendars);
    const before = given.asked.map((one) => decided(was, one));
    for (const pick of chosen) {
      const library = { vocabularies: [vocabulary], calendars: given.calendars };
      const checked = checkRuleset(changedOnce(given.ruleset, pick), library);
      if (!checked.ok) continue;
      const { edits } = editsBetween(was, checked.value);
      const [edit, ...more] = edits;
      if (edit === undefined || more.length > 0) continue;
      seen[edit.effect] += 1;
      if (edit.effect === 'neither') continue;
      const now = compileChecked(checked.value);
      for (const [index, one] of given.asked.entries()) {
        const [left, right] = [before[index], decided(now, one)];
        if (left === undefined) continue;
        const broken = brokenBy(edit, left, right);
        expect(broken, JSON.stringify({ edit, one }, null, 1)).toEqual([]);
        const [from, to] = [verdictsOf(left), verdictsOf(right)];
        if (edit.effect !== 'wording' && edit.owners.some((owner) => from[owner] !== to[owner]))
          moved[edit.effect] += 1;
      }
    }
  });
  fc.assert(property, { seed, numRuns: 110 });
  // The law says something only where edits of each label are tried, and some of them move a verdict.
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
  expect(Math.min(...Object.values(moved)), JSON.stringify(moved)).toBeGreaterThan(5);
});

/** A document without what names the version. */
function content(document: Ruleset): string {
  return JSON.stringify({ ...document, version: '' });
}

test('there are edits exactly where the documents differ, whatever the two', () => {
  const property = fc.property(
    fc.tuple(ruleset, ruleset),
    calendars,
    picks,
    ([one, other], given, chosen) => {
      const read = (document: unknown) =>
        checkRuleset(document, { vocabularies: [vocabulary], calendars: given });
      const was = read(one);
      const others = [other, structuredClone(one), ...chosen.map((pick) => changedOnce(one, pick))];
      for (const now of others.map(read)) {
        if (!was.ok || !now.ok) continue;
        const { edits } = editsBetween(was.value, now.value);
        const differ = content(was.value.ruleset) !== content(now.value.ruleset);
        expect(edits.length > 0).toBe(differ);
        for (const edit of edits) {
          expect(`${edit.was ?? ''}${edit.now ?? ''}`).not.toMatch(/undefined|\[object|^$/);
          expect(
            edit.kind === 'added' ? edit.was : edit.kind === 'removed' ? edit.now : undefined,
          ).toBeUndefined();
        }
      }
    },
  );
  fc.assert(property, { numRuns: 25 });
});
