import type { Change } from '../../../engine/index.ts';
import { type Content, html, table, terms } from './html.ts';
import { eligibilityOf, missingOf, outcomesOf, overridesOf, paymentsOf } from './judged.ts';
import { answerInWords, verdictTag } from './said.ts';
import { traceOf, witnessesOf } from './traced.ts';
import { labelIn, type Part, rulesInWords, type Viewed } from './view.ts';
import { dayInWords, instantInWords, opening, pounds } from './words.ts';

export const decisionAnchor = (number: number): string => `decision-${String(number)}`;

/** The answer in one or two sentences, as it was kept. */
export function answerOf({ one, ruleset }: Viewed): string {
  const { answer } = one.record;
  const { route } = answer.eligibility;
  return answerInWords(answer, route === null ? undefined : labelIn(ruleset, route));
}

/** What making it again came to, in words. */
export function replayedInWords({ one: { replayed } }: Viewed): string {
  switch (replayed.result) {
    case 'same':
      return 'the same at every place of the rules';
    case 'same-result-other-trace':
      return `the same result: ${replayed.detail}`;
    case 'different':
      return 'different';
    case 'cannot-be-replayed':
      return `not possible: ${replayed.detail}`;
  }
}

function standing({ one }: Viewed): Content {
  const { supersedes, note } = one.record;
  return [
    one.supersededBy.length === 0
      ? undefined
      : html`<p class="notice">
          <strong>Superseded.</strong> Another decision stands in for this one:
          <code>${one.supersededBy.join(', ')}</code>.
        </p>`,
    supersedes === null
      ? undefined
      : html`<p class="notice">
          <strong>A correction.</strong> It stands in for the decision <code>${supersedes}</code>${
            note === null ? '' : `: ${note}`
          }.
        </p>`,
  ];
}

function facts(viewed: Viewed): Content {
  const { record, decided } = viewed.one;
  const { asOf, restateAttachment, answer } = record;
  const inForce = decided?.ruleset.inForce;
  return terms([
    ['Rules', rulesInWords(viewed)],
    ['In force on that day', inForce === undefined ? undefined : inForce ? 'Yes' : 'No'],
    ['As of', dayInWords(asOf)],
    ['Attached', answer.attachedOn === null ? 'Not by then' : dayInWords(answer.attachedOn)],
    ['Asked as if attached on', restateAttachment === null ? undefined : dayInWords(restateAttachment)],
    ['Decided', `${instantInWords(record.at)}, asked by ${record.who}`],
    ['Made again from this pack', opening(replayedInWords(viewed))],
  ]);
}

function verdictsOf({ one, ruleset }: Viewed): Content {
  const { criteria, eligibility, outcomes } = one.record.answer;
  const label = (id: string) => labelIn(ruleset, id);
  const rows = [
    ...criteria.map(({ id, verdict }) => ['Criterion', label(id), verdict] as const),
    ...eligibility.routes.map(({ id, verdict }) => ['Route', label(id), verdict] as const),
    ['Eligibility', 'Eligible by one route', eligibility.verdict] as const,
    ...outcomes.flatMap(({ id, verdict, parts }) => [
      ['Result', label(id), verdict] as const,
      ...parts.map((part) => ['Part of it', label(`${id}.${part.id}`), part.verdict] as const),
    ]),
  ];
  return table({
    caption: 'Every verdict, as it was kept',
    head: ['What', 'Kind', 'Verdict'],
    rows: rows.map(([kind, name, verdict]) => [name, kind, verdictTag(verdict)]),
  });
}

function amountsOf({ one, ruleset }: Viewed): Content {
  const { payments, totalDuePence, totalPossiblePence } = one.record.answer;
  return table({
    caption: 'Every payment, as it was kept',
    head: ['Payment', 'Verdict', 'Rate', 'Claimed before', 'Due', 'Could be due'],
    amountsFrom: 2,
    rows: payments.map((payment) => [
      labelIn(ruleset, payment.id),
      verdictTag(payment.verdict),
      payment.ratePence === null ? 'none' : pounds(payment.ratePence),
      pounds(payment.alreadyClaimedPence),
      pounds(payment.duePence),
      pounds(payment.possiblePence),
    ]),
    foot: ['Together', '', '', '', pounds(totalDuePence), pounds(totalPossiblePence)],
  });
}

function changed(changes: readonly Change[]): Content {
  return html`<h3>What came out otherwise</h3>
    ${table({
      caption: 'Kept, and decided again from this pack',
      head: ['Where', 'Kept', 'Decided again'],
      rows: changes.map(({ path, from, to }) => [path, String(from ?? 'nothing'), String(to ?? 'nothing')]),
    })}`;
}

/** Why: in words where it could be made again, else why that could not be. */
function why(viewed: Viewed): Content {
  const { decided, replayed } = viewed.one;
  const different = replayed.result === 'different' ? changed(replayed.changes) : undefined;
  if (decided === null)
    return html`<h3>Why</h3>
      <p>
        The reasons are not here, because making the decision again is ${replayedInWords(viewed)}. Its
        verdicts and amounts are.
      </p>`;
  const sources = viewed.ruleset?.sources ?? {};
  return [
    different,
    eligibilityOf(decided, sources),
    outcomesOf(decided, sources),
    paymentsOf(decided, sources),
    overridesOf(decided),
    missingOf(decided, viewed),
    witnessesOf(decided, viewed),
    traceOf(decided, viewed),
  ];
}

function restsOn({ one }: Viewed): Content {
  const { record, id, ruleset, vocabularyHash, familyVocabularyHash, calendarHashes, engine, trace } =
    one.record;
  const rows: [string, string][] = [
    ['Record', record],
    ['Decision', id ?? 'erased'],
    [`Ruleset ${ruleset.id} ${ruleset.version}`, ruleset.hash],
    ['Vocabulary of the rules', vocabularyHash],
    ['Vocabulary of the family', familyVocabularyHash],
    ...Object.entries(calendarHashes)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, hash]): [string, string] => [`Calendar ${name}`, hash]),
    ['Family', one.familyHash ?? one.record.family.held],
    ['Trace', trace.digest],
    ['Engine', `semantics ${String(engine.semantics)}, ${engine.build}`],
  ];
  return html`<h3>What it rests on</h3>
    ${table({
      kind: 'hashes',
      caption: 'Ids and hashes (SHA-256)',
      head: ['Of', 'Id or hash'],
      rows: rows.map(([of, hash]) => [of, html`<code>${hash}</code>`]),
    })}`;
}

/** One decision, whole. */
export function decisionPart(viewed: Viewed): Part {
  const { number, one } = viewed;
  return {
    id: decisionAnchor(number),
    title: `Decision ${String(number)}: ${rulesInWords(viewed)}, as of ${dayInWords(one.record.asOf)}`,
    newPage: true,
    body: html`<p class="answer">${answerOf(viewed)}</p>
      ${standing(viewed)} ${facts(viewed)} ${verdictsOf(viewed)} ${amountsOf(viewed)} ${why(viewed)}
      ${restsOn(viewed)}`,
  };
}
