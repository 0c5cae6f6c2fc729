import type { Outcome, OutcomePart } from '../../engine/document/outcome.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { judgeTop, type Book, type Reading } from './conditions.ts';
import { dayOf } from './days.ts';
import * as fold from './folds.ts';
import { payments, type ReferencePayment } from './payments.ts';
import { lookFrom, questionOf, type Look, type Question, type ReferenceInput } from './question.ts';
import type { RawOverride } from './raw-family.ts';
import { FAMILY, suppliedBy, type Judged } from './suppliers.ts';

export interface ReferenceJudgement {
  /** Every place by id, or `id@member` inside a quantifier; and all that owns one. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly payments: readonly ReferencePayment[];
  readonly totalDuePence: number;
  readonly totalPossiblePence: number;
  readonly route: string | null;
}

interface Owned {
  readonly appliesWhen?: OutcomePart['appliesWhen'];
  readonly when?: Outcome['when'];
}

/** `appliesWhen` and `when` are both judged, whatever the first says. */
function judgeOwned(reading: Reading, rule: Owned, id: string): { applies: Verdict; judged: Judged } {
  const applies = rule.appliesWhen && judgeTop(reading, rule.appliesWhen, `${id}.applies-when`).verdict;
  const judged = rule.when && judgeTop(reading, rule.when, `${id}.when`);
  return { applies: applies ?? 'met', judged: judged ?? suppliedBy(FAMILY, 'not-applicable') };
}

/** The last permitted judgement by day, and of one day the one listed last. */
function overridden(
  question: Question,
  rule: Pick<OutcomePart, 'override'>,
  of: (given: RawOverride) => boolean,
) {
  const permitted = (question.family.overrides ?? []).filter(
    (given) => of(given) && rule.override?.roles.includes(given.role) && dayOf(given.on) <= question.asOf,
  );
  return permitted.toSorted((a, b) => dayOf(a.on) - dayOf(b.on)).at(-1)?.verdict;
}

function judgePart(reading: Reading, outcome: Outcome, part: OutcomePart): Verdict {
  const id = `${outcome.id}.${part.id}`;
  const { applies, judged } = judgeOwned(reading, part, id);
  const own = fold.gated(applies, judged.verdict);
  const of = (given: RawOverride) => given.outcome === outcome.id && given.part === part.id;
  const verdict = overridden(reading.question, part, of) ?? own;
  reading.book.verdicts[id] = verdict;
  return verdict;
}

function judgeOutcome(reading: Reading, outcome: Outcome): Judged {
  const { applies, judged } = judgeOwned(reading, outcome, outcome.id);
  const parts = (outcome.parts ?? []).map((part) => judgePart(reading, outcome, part));
  const own = fold.gated(applies, fold.all([...parts, ...(outcome.when ? [judged.verdict] : [])]));
  const of = (given: RawOverride) => given.outcome === outcome.id && !given.part;
  return suppliedBy(FAMILY, overridden(reading.question, outcome, of) ?? own);
}

function judgeNamed(question: Question, book: Book, id: string): Judged {
  const read = (look: Look): Reading => ({ ...look, book });
  const criterion = question.ruleset.criteria.find((other) => other.id === id);
  if (criterion) {
    const { applies, judged } = judgeOwned(
      read(lookFrom(question, criterion.looksFrom ?? 'attachment')),
      criterion,
      id,
    );
    return { ...judged, verdict: fold.gated(applies, judged.verdict) };
  }
  const outcome = question.ruleset.outcomes.find((other) => other.id === id);
  if (outcome === undefined) throw new Error(`invariant: the checker refuses an unknown reference, ${id}`);
  return judgeOutcome(read(lookFrom(question, outcome.looksFrom ?? 'asOf')), outcome);
}

/** Judges each criterion and outcome once, when it is first asked for. */
function bookOf(question: Question): Book {
  const done = new Map<string, Judged>();
  const book: Book = {
    verdicts: {},
    refer: (id) => {
      const found = done.get(id) ?? judgeNamed(question, book, id);
      done.set(id, found);
      book.verdicts[id] = found.verdict;
      return found;
    },
  };
  return book;
}

/** A second, slow evaluation, written from the decision records alone. The ruleset must be one that the checker accepts. */
export function referenceJudge(input: ReferenceInput): ReferenceJudgement {
  const question = questionOf(input);
  const { ruleset } = question;
  const book = bookOf(question);
  for (const { id } of [...ruleset.criteria, ...ruleset.outcomes]) book.refer(id);
  const identification: Reading = { ...lookFrom(question, 'attachment'), book };
  const routes = ruleset.eligibility.routes.map(({ id, when }) => {
    const { verdict } = judgeTop(identification, when, `${id}.when`);
    book.verdicts[id] = verdict;
    return { id, verdict };
  });
  const eligibility = fold.any(routes.map(({ verdict }) => verdict));
  const result: Reading = { ...lookFrom(question, 'asOf'), book };
  const asked = new Map(
    ruleset.payments.map(({ id, when }) => [
      id,
      [eligibility, ...(when ? [judgeTop(result, when, `${id}.when`).verdict] : [])],
    ]),
  );
  const paid = payments(result, asked);
  for (const { id, verdict } of paid) book.verdicts[id] = verdict;
  return {
    verdicts: { ...book.verdicts, eligibility },
    payments: paid,
    totalDuePence: paid.reduce((total, { duePence }) => total + duePence, 0),
    totalPossiblePence: paid.reduce((total, { possiblePence }) => total + possiblePence, 0),
    route: routes.find(({ verdict }) => verdict === 'met')?.id ?? null,
  };
}
