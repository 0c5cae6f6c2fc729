import type { CompiledRuleset } from '../decide/compile.ts';
import type { Judgement, Reason } from '../decide/decision.ts';
import type { Evaluation, Question } from '../decide/evaluate.ts';
import { refusal } from '../decide/overrides.ts';
import { FAMILY, type Run } from '../decide/run.ts';
import { ELIGIBILITY } from '../decide/slots.ts';
import type { Condition } from '../document/condition.ts';
import type { Outcome } from '../document/outcome.ts';
import type { Source } from '../document/source.ts';
import { formatDay } from '../time/civil-date.ts';
import { MET, UNKNOWN, verdictOf, type Verdict } from '../verdict.ts';
import type { Judged } from './deciding.ts';
import { verdictMap, tracedNodes } from './full-trace.ts';
import { missingData } from './missing.ts';
import { paymentReasons } from './payment-reasons.ts';
import { once, reasonsFor } from './reasons.ts';

export type TraceDetail = 'none' | 'summary' | 'full';

function verdictAt({ compiler, run }: Judged, id: string): Verdict {
  const bit = compiler.slots.read(run, id, FAMILY);
  if (bit === 0) throw new Error(`invariant: ${id} has a verdict`);
  return verdictOf(bit);
}

interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

/** Why a rule under its gate came out as it did: the gate's reasons where it was not met, otherwise its own. */
function ruleReasons(judged: Judged, id: string, rule: Rule): Reason[] {
  const { compiler, run } = judged;
  if (rule.appliesWhen === undefined) return reasonsFor(judged, rule.when);
  const gate = compiler.slots.read(run, compiler.placeOf(rule.appliesWhen).id, FAMILY);
  if (gate === MET) return reasonsFor(judged, rule.when);
  const unknown = gate === UNKNOWN;
  return [
    {
      code: unknown ? 'applies-unknown' : 'does-not-apply',
      text: unknown
        ? 'it is not known whether this applies to the family'
        : 'this does not apply to the family',
      node: id,
    },
    ...reasonsFor(judged, rule.appliesWhen),
  ];
}

/** Gives every reason the source of the rule it belongs to, where it has none nearer. */
function sourced(reasons: readonly Reason[], source: Source | undefined): Reason[] {
  return reasons.map((reason) =>
    reason.source === undefined && source !== undefined ? { ...reason, source } : reason,
  );
}

function overriddenOf(run: Run, id: string): { ownVerdict?: Verdict } {
  const own = run.overridden.get(id);
  return own === undefined ? {} : { ownVerdict: verdictOf(own) };
}

function overrideReason(run: Run, id: string): Reason[] {
  if (!run.overridden.has(id)) return [];
  return [
    {
      code: 'overridden',
      text: 'a permitted, recorded judgement stands in place of the rule’s own verdict',
      node: id,
    },
  ];
}

function outcomeOf(judged: Judged, outcome: Outcome): Judgement['outcomes'][number] {
  const { run } = judged;
  const parts = (outcome.parts ?? []).map((part) => {
    const id = `${outcome.id}.${part.id}`;
    const reasons = [...overrideReason(run, id), ...ruleReasons(judged, id, part)];
    const source = part.source ?? outcome.source;
    return {
      id: part.id,
      label: part.label,
      verdict: verdictAt(judged, id),
      ...overriddenOf(run, id),
      reasons: sourced(reasons, source),
    };
  });
  const verdict = verdictAt(judged, outcome.id);
  const gateShut = outcome.appliesWhen !== undefined && verdict === 'not-applicable';
  const agreeing = parts.filter((part) => part.verdict === verdict);
  const own =
    outcome.parts === undefined || gateShut
      ? ruleReasons(judged, outcome.id, outcome)
      : once(agreeing.flatMap(({ reasons }) => reasons));
  return {
    id: outcome.id,
    label: outcome.label,
    verdict,
    ...overriddenOf(run, outcome.id),
    lookedFrom: formatDay(run.looks[outcome.looksFrom ?? 'asOf']),
    parts,
    reasons: sourced([...overrideReason(run, outcome.id), ...own], outcome.source),
    source: outcome.source,
  };
}

function eligibilityOf(judged: Judged): Judgement['eligibility'] {
  const routes = judged.compiler.ruleset.eligibility.routes.map((route) => ({
    id: route.id,
    label: route.label,
    verdict: verdictAt(judged, route.id),
    reasons: sourced(reasonsFor(judged, route.when), route.source),
  }));
  const route = routes.find(({ verdict }) => verdict === 'met')?.id ?? null;
  return { verdict: verdictAt(judged, ELIGIBILITY), route, routes };
}

function paymentsOf(judged: Judged, evaluation: Evaluation): Judgement['payments'] {
  const { payments } = judged.compiler.ruleset;
  return evaluation.dues.flatMap((due) => {
    const payment = payments.find(({ id }) => id === due.id);
    if (payment === undefined) return [];
    return {
      id: due.id,
      label: payment.label,
      kind: payment.kind,
      verdict: verdictOf(due.bit),
      pot: payment.pot ?? null,
      ratePence: due.rate,
      pricedOn: due.pricedOn === null ? null : formatDay(due.pricedOn),
      duePence: due.due,
      possiblePence: due.possible,
      alreadyClaimedPence: due.claimed,
      reasons: sourced(paymentReasons(judged, due), payment.source),
      source: payment.source,
    };
  });
}

function overridesOf({ compiler, run }: Judged): Judgement['overrides'] {
  return run.family.overrides.map((override) => {
    const why = refusal(compiler.ruleset, run, override);
    return {
      ...override,
      on: formatDay(override.on),
      honoured: why === undefined,
      ...(why === undefined ? {} : { why }),
    };
  });
}

/** Puts a recorded evaluation into words: every verdict with its reasons, and all that is missing. */
export function judgementOf(
  compiled: CompiledRuleset,
  evaluation: Evaluation,
  asked: Question & { readonly trace: TraceDetail },
): Judgement {
  const { run } = evaluation;
  const judged: Judged = { compiler: compiled.compiler, run };
  const { ruleset } = compiled;
  const payments = paymentsOf(judged, evaluation);
  const known = compiled.vocabulary.recordTypes;
  return {
    asOf: formatDay(run.asOf),
    ...(asked.restateAttachment === undefined
      ? {}
      : { restatedAttachment: formatDay(asked.restateAttachment) }),
    attachedOn: run.attachedOn === null ? null : formatDay(run.attachedOn),
    criteria: ruleset.criteria.map((criterion) => ({
      id: criterion.id,
      group: criterion.group,
      label: criterion.label,
      verdict: verdictAt(judged, criterion.id),
      lookedFrom: formatDay(run.looks[criterion.looksFrom ?? 'attachment']),
      reasons: sourced(ruleReasons(judged, criterion.id, criterion), criterion.source),
      source: criterion.source,
    })),
    eligibility: eligibilityOf(judged),
    outcomes: ruleset.outcomes.map((outcome) => outcomeOf(judged, outcome)),
    payments,
    totalDuePence: payments.reduce((total, { duePence }) => total + duePence, 0),
    totalPossiblePence: payments.reduce((total, { possiblePence }) => total + possiblePence, 0),
    missing: missingData(judged),
    overrides: overridesOf(judged),
    ignoredRecordTypes: [...run.family.records.keys()].filter((type) => known[type] === undefined),
    ...(asked.trace === 'none'
      ? {}
      : {
          trace: {
            calendar: run.calendar.id,
            verdicts: verdictMap(judged),
            ...(asked.trace === 'full' ? { nodes: tracedNodes(judged) } : {}),
          },
        }),
  };
}
