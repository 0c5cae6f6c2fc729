import * as z from 'zod';
import { fact } from './fact.ts';
import { label, name, semver } from './names.ts';
import { criterion, outcome, route } from './outcome.ts';
import { parameter, parameterReference } from './parameter.ts';
import { grant, payment, pot, share } from './payment.ts';
import { sources } from './source.ts';

/** What a fall from nothing to nothing is. */
export const zeroBaseline = z.enum(['not-applicable', 'met', 'not-met']);

/** A named, versioned document: parameters, facts, criteria, routes, outcomes, payments. */
export const ruleset = z.strictObject({
  $schema: z.string().optional(),
  /** The form of the document itself; 1 where absent. */
  format: z.literal(1).optional(),
  id: name,
  version: semver,
  title: label,
  description: z.string().max(2000).optional(),
  programme: name,
  phase: z.int().positive(),
  jurisdiction: label,
  /** The national version a local ruleset is laid over. */
  basedOn: z.strictObject({ id: name, version: semver }).optional(),
  /** `family@1`: a vocabulary and its version. */
  vocabulary: z.string().regex(/^[a-z][a-z0-9-]*@[1-9]\d*$/),
  /** A family's terms come from its authority's calendar where that is listed, else from the fallback. */
  calendar: z.strictObject({ fallback: name, local: z.array(name).optional() }),
  monthEnd: z.enum(['clamp', 'overflow']),
  /** When someone born on 29 February grows older in a common year; 1 March where absent. */
  leapBirthday: z.enum(['1-march', '28-february']).optional(),
  zeroBaseline: z.union([zeroBaseline, parameterReference]).optional(),
  sources,
  parameters: z.record(name, parameter),
  facts: z.record(name, fact),
  criteria: z.array(criterion).min(1),
  eligibility: z.strictObject({ routes: z.array(route).min(1) }),
  outcomes: z.array(outcome),
  payments: z.array(payment),
  pots: z.array(pot).optional(),
  grants: z.array(grant).optional(),
  share: share.optional(),
});
export type Ruleset = z.infer<typeof ruleset>;
