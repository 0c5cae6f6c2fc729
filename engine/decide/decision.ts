import * as z from 'zod';
import { civilDay, label, name, nodeId, semver } from '../document/names.ts';
import { source } from '../document/source.ts';
import { verdicts } from '../verdict.ts';

/** Rises whenever the same ruleset, family and day could be decided otherwise than before. */
export const semantics = 1;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const verdict = z.enum(verdicts);
const pence = z.int().nonnegative();

/** Why a verdict is what it is: a stable code, one plain sentence, and the place of the rule that says so. */
export const reason = z.strictObject({
  code: name,
  text: z.string(),
  node: nodeId,
  member: z.string().optional(),
  /** For `too-early`: the first `asOf` on which the test can be judged. Absent where the calendar does not reach. */
  earliest: civilDay.optional(),
  source: source.optional(),
});
export type Reason = z.infer<typeof reason>;

const overridden = {
  /** The rule's own verdict, where a permitted override stands in its place. */
  ownVerdict: verdict.optional(),
};

export const criterionDecision = z.strictObject({
  id: name,
  group: name,
  label,
  verdict,
  /** The day the test looked from. */
  lookedFrom: civilDay,
  reasons: z.array(reason),
  source,
});

export const partDecision = z.strictObject({
  id: name,
  label,
  verdict,
  ...overridden,
  reasons: z.array(reason),
});

export const outcomeDecision = z.strictObject({
  id: name,
  label,
  verdict,
  ...overridden,
  lookedFrom: civilDay,
  parts: z.array(partDecision),
  reasons: z.array(reason),
  source,
});

export const paymentDecision = z.strictObject({
  id: name,
  label,
  kind: z.enum(['attachment', 'result']),
  verdict,
  pot: name.nullable(),
  /** The rate a family attracts, before shares; null where no price is in force. */
  ratePence: pence.nullable(),
  /** The day that priced it; null where it is not known. */
  pricedOn: civilDay.nullable(),
  /** Certain: net of earlier claims. */
  duePence: pence,
  /** The most that could be due if every unknown resolved. */
  possiblePence: pence,
  alreadyClaimedPence: pence,
  reasons: z.array(reason),
  source,
});

/**
 * A datum that would settle something: a type wholly or for some days, a member's terms, a field of a record, or, with
 * `field` `calendar`, the dates of school terms.
 */
export const missingDatum = z.strictObject({
  /** Absent for a datum of the member, such as `dateOfBirth`. */
  recordType: name.optional(),
  member: z.string().optional(),
  field: z.string().optional(),
  /** The record that lacks the field: a JSON Pointer into the family. */
  record: z.string().optional(),
  from: civilDay.optional(),
  /** The first day outside. */
  to: civilDay.optional(),
  terms: z.array(z.string()).optional(),
  /** Criteria, outcomes, parts (`outcome.part`), routes and payments that are unknown for want of it. */
  neededFor: z.array(z.string()),
});
export type MissingDatum = z.infer<typeof missingDatum>;

/** A recorded judgement offered with the family, whether or not the ruleset lets it stand. */
export const overrideDecision = z.strictObject({
  outcome: z.string(),
  part: z.string().nullable(),
  verdict,
  by: z.string(),
  role: z.string(),
  on: civilDay,
  reason: z.string(),
  evidence: z.string().nullable(),
  honoured: z.boolean(),
  /** Why it was not honoured; absent where it was. */
  why: z.string().optional(),
});

const range = z.strictObject({
  /** What the number is, such as `count`, `hundredths-of-percent`, `days`, `years`, `yes-no`. */
  unit: z.string(),
  least: z.union([z.number(), z.boolean(), z.null()]),
  /** Null where there is no upper bound. */
  most: z.union([z.number(), z.boolean(), z.null()]),
  /** For a ratio or a reduction, the exact fractions behind them. */
  leastFraction: z.tuple([z.number(), z.number()]).optional(),
  mostFraction: z.tuple([z.number(), z.number()]).optional(),
});

/** One place of a rule as it was judged. */
export const tracedNode = z.strictObject({
  node: nodeId,
  member: z.string().optional(),
  verdict,
  kind: z.string(),
  fact: name.optional(),
  label: z.string().optional(),
  value: range.optional(),
  operator: z.string().optional(),
  threshold: z.union([z.number(), z.boolean(), z.string()]).optional(),
  parameter: name.optional(),
  parameterSource: source.optional(),
  window: z
    .strictObject({
      opens: civilDay.nullable(),
      closes: civilDay,
      terms: z.array(z.string()).optional(),
      calendar: name.optional(),
    })
    .optional(),
  /** JSON Pointers of the records that counted, and of those that may count. */
  witnesses: z.array(z.string()).optional(),
  possibleWitnesses: z.array(z.string()).optional(),
  reason: reason.optional(),
  source: source.optional(),
});
export type TracedNode = z.infer<typeof tracedNode>;

/** Verdicts of every place, by id, or `id@member` inside a quantifier; in full also how each came about. */
export const trace = z.strictObject({
  calendar: name,
  verdicts: z.record(z.string(), verdict),
  nodes: z.array(tracedNode).optional(),
});
export type Trace = z.infer<typeof trace>;

/** Everything the engine says of one family under one ruleset version on one day; hashes are added outside. */
export const judgement = z.strictObject({
  asOf: civilDay,
  /** The day that stood in for the attachment day, where one was asked. */
  restatedAttachment: civilDay.optional(),
  attachedOn: civilDay.nullable(),
  criteria: z.array(criterionDecision),
  eligibility: z.strictObject({
    verdict,
    /** The first met route in listed order. */
    route: name.nullable(),
    routes: z.array(z.strictObject({ id: name, label, verdict, reasons: z.array(reason) })),
  }),
  outcomes: z.array(outcomeDecision),
  payments: z.array(paymentDecision),
  totalDuePence: pence,
  totalPossiblePence: pence,
  missing: z.array(missingDatum),
  overrides: z.array(overrideDecision),
  /** Record types of the family's vocabulary that the ruleset's does not have, and so did not read. */
  ignoredRecordTypes: z.array(name),
  trace: trace.optional(),
});
export type Judgement = z.infer<typeof judgement>;

/** Every verdict, route, outcome, payment, reason and missing datum for one family, under one version, on one day. */
export const decision = z.strictObject({
  /** A hash over all that the decision depends on: the same question has the same id. */
  id: hash,
  family: z.strictObject({ id: z.string(), hash }),
  ruleset: z.strictObject({ id: name, version: semver, hash, title: label, inForce: z.boolean() }),
  engine: z.strictObject({ semantics: z.int(), build: z.string() }),
  ...judgement.shape,
});
export type Decision = z.infer<typeof decision>;
