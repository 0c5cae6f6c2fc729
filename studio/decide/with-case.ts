import { applyEdits, modify, parse } from 'jsonc-parser';
import type { Judgement } from '../engine.ts';
import { type FamilyDocument, objectsIn, textIn, valueAt } from '../family/family-document.ts';

/** What is kept as a case: a family on a day, and what is expected of it. */
export interface CaseToSave {
  /** A sentence that a policy owner would say. */
  readonly name: string;
  readonly family: FamilyDocument;
  /** What the case expects is what was decided. */
  readonly judgement: Judgement;
}

/** An id made from a sentence that none of these is. */
export function caseId(name: string, taken: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug =
    words
      .join('-')
      .replace(/^[^a-z]+/, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'case';
  for (let at = 1; ; at += 1) {
    const id = at === 1 ? slug : `${slug}-${at}`;
    if (!taken.includes(id)) return id;
  }
}

const verdictsOf = (list: readonly { readonly id: string; readonly verdict: string }[]) =>
  Object.fromEntries(list.map(({ id, verdict }) => [id, verdict]));

function expectationOf({ criteria, eligibility, outcomes, payments, totalDuePence }: Judgement) {
  return {
    criteria: verdictsOf(criteria),
    eligibility: eligibility.verdict,
    route: eligibility.route,
    outcomes: verdictsOf(outcomes),
    payments: Object.fromEntries(payments.map(({ id, verdict, duePence }) => [id, { verdict, duePence }])),
    totalDuePence,
  };
}

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** The cases of a draft with one more at their end; a file is begun where the draft has none. Its layout is kept. */
export function withCase(
  { document, cases }: { readonly document: string; readonly cases: string | null },
  { name, family, judgement }: CaseToSave,
): { readonly id: string; readonly text: string } {
  const ruleset: unknown = parse(document);
  const begun = { ruleset: valueAt(ruleset, ['id']), version: valueAt(ruleset, ['version']) };
  const text = cases ?? JSON.stringify({ ...begun, families: {}, cases: [] }, null, 2);
  const held = objectsIn(valueAt(parse(text), ['cases']));
  const id = caseId(
    name,
    held.map((one) => textIn(one['id'])),
  );
  const { asOf, restatedAttachment } = judgement;
  const restated = restatedAttachment === undefined ? {} : { restateAttachment: restatedAttachment };
  const added = { id, name, asOf, ...restated, given: { family }, expect: expectationOf(judgement) };
  const edits = modify(text, ['cases', held.length], added, { formattingOptions, isArrayInsertion: true });
  return { id, text: applyEdits(text, edits) };
}
