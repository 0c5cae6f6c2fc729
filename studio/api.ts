import { hc, type InferResponseType } from 'hono/client';
import type { Api } from '../server/app.ts';

/**
 * The server’s API, typed by the server itself. The key, where there is one, goes with every call. Whatever is refused
 * because nobody asks is told to `onNobody`, by the address of its kind of problem.
 */
export function createClient(key: () => string | undefined, onNobody: (problem: string) => void) {
  const headers = (): Record<string, string> => {
    const held = key();
    return held === undefined ? {} : { Authorization: `Bearer ${held}` };
  };
  const asked: typeof fetch = async (...args) => {
    const response = await fetch(...args);
    if (response.status === 401) {
      const { type } = (await response.clone().json()) as Problem;
      // because a password that is wrong says nothing of who asks
      if (!type.endsWith('/sign-in-refused')) onNobody(type);
    }
    return response;
  };
  return hc<Api>('/api/v1', { headers, fetch: asked });
}

export type Client = ReturnType<typeof createClient>;
export type Overview = InferResponseType<Client['rulesets']['$get'], 200>;
export type ListedRuleset = Overview['rulesets'][number];
export type HeldVersion = InferResponseType<Client['rulesets'][':id']['versions'][':version']['$get'], 200>;
export type Versions = InferResponseType<Client['rulesets'][':id']['versions']['$get'], 200>;
export type Release = HeldVersion['releases'][number];
export type Changes = InferResponseType<
  Client['rulesets'][':id']['versions'][':a']['changes-to'][':b']['$get'],
  200
>;
export type Edit = Changes['edits'][number];
export type Account = InferResponseType<Client['account']['$get'], 200>;
export type Permission = Account['permissions'][number];
export type Person = InferResponseType<Client['people']['$get'], 200>['people'][number];
export type Role = Person['roles'][number];
export type PasswordLink = InferResponseType<Client['people'][':person']['password-link']['$post'], 201>;
export type Session = InferResponseType<Client['sessions']['$get'], 200>['sessions'][number];
export type ListedKey = InferResponseType<Client['keys']['$get'], 200>['keys'][number];
export type MadeKey = InferResponseType<Client['keys']['$post'], 201>;
export type Draft = InferResponseType<Client['drafts'][':id']['$get'], 200>;
export type DraftFinding = Draft['findings'][number];
export type DraftSummary = InferResponseType<Client['drafts']['$get'], 200>['drafts'][number];
export type DraftChecks = InferResponseType<Client['drafts'][':id']['checks']['$get'], 200>;
export type WeighedImpact = InferResponseType<Client['drafts'][':id']['impact']['$get'], 200>;
export type HistoryEvent = InferResponseType<
  Client['drafts'][':id']['history']['$get'],
  200
>['events'][number];
export type DraftRevision = InferResponseType<
  Client['drafts'][':id']['revisions']['$get'],
  200
>['revisions'][number];
export type Cohort = InferResponseType<Client['cohorts'][':id']['$get'], 200>;
export type ListedCohort = InferResponseType<Client['cohorts']['$get'], 200>['cohorts'][number];
export type CohortFinding = Cohort['notes'][number];
export type Completeness = NonNullable<Cohort['completeness']>;
export type HeldAside = InferResponseType<Client['cohorts'][':id']['held']['$get'], 200>;
export type HeldFamily = HeldAside['items'][number];
export type HeldRow = HeldFamily['rows'][number];
export type CohortTables = InferResponseType<Client['cohort-templates']['$get'], 200>;
export type CohortTable = CohortTables['tables'][number];
export type Job = InferResponseType<Client['jobs'][':id']['$get'], 200>;
export type ComparedVersion = Job['question']['versions'][number];
export type JobResults = Extract<
  InferResponseType<Client['jobs'][':id']['results']['$get'], 200>,
  { readonly pairs: unknown }
>;
export type ComparedPair = JobResults['pairs'][number];
export type JobFamilies = Extract<
  InferResponseType<Client['jobs'][':id']['families']['$get'], 200>,
  { readonly families: unknown }
>;
export type ComparedFamily = JobFamilies['families'][number];
export type KeptDecisions = InferResponseType<Client['decisions']['$get'], 200>;
export type KeptDecision = KeptDecisions['decisions'][number];
export type Replayed = InferResponseType<Client['decisions'][':id']['replay']['$post'], 200>;
export type DecisionSample = InferResponseType<Client['decision-samples']['$get'], 200>;
export type DrawnDecision = DecisionSample['sample'][number];
export type Combinations = InferResponseType<Client['decision-combinations']['$get'], 200>;
export type Combination = Combinations['combinations'][number];
export type NearMisses = InferResponseType<Client['decision-near-misses']['$get'], 200>;
export type NearMiss = NearMisses['nearMisses'][number];
export type ClaimRun = InferResponseType<Client['claim-runs'][':id']['$get'], 200>;
export type Claim = InferResponseType<Client['claims'][':id']['$get'], 200>;
export type HeldClaim = InferResponseType<Client['claim-runs'][':id']['held']['$get'], 200>['held'][number];
export type ClaimTotals = Extract<
  InferResponseType<Client['claim-totals']['$get'], 200>,
  { readonly groups: unknown }
>;
export type Reconciliation = Extract<
  InferResponseType<Client['reconciliations']['$post'], 200>,
  { readonly lines: unknown }
>;
export type Projection = Extract<
  InferResponseType<Client['projections']['$post'], 200>,
  { readonly columns: unknown }
>;
export type ProgrammeTotals = Extract<
  InferResponseType<Client['programmes']['$post'], 200>,
  { readonly targets: unknown }
>;
export type ListedProgramme = InferResponseType<Client['programmes']['$get'], 200>['programmes'][number];
export type PublishedProgramme = InferResponseType<Client['programmes'][':id']['$get'], 200>;
export type ListedUnitCosts = InferResponseType<Client['unit-costs']['$get'], 200>['unitCosts'][number];
export type Costs = Extract<
  InferResponseType<Client['cost-sheets']['$post'], 200>,
  { readonly phases: unknown }
>;
export type ClaimWindows = InferResponseType<Client['claim-windows']['$get'], 200>;
export type ClaimWindow = ClaimWindows['windows'][number];
export type AuditLog = InferResponseType<Client['audit']['$get'], 200>;
export type AuditEntry = AuditLog['entries'][number];
export type Verification = InferResponseType<Client['audit']['verification']['$get'], 200>;
export type Example = InferResponseType<Client['examples']['evaluation']['$get'], 200>;
export type Decision = InferResponseType<Client['evaluations']['$post'], 200>;
export type Strip = InferResponseType<Client['strips']['$post'], 200>;
export type Problem = InferResponseType<Client['evaluations']['$post'], 400>;
export type Source = NonNullable<Decision['criteria'][number]['source']>;
export type Verdict = Decision['eligibility']['verdict'];
export type Reason = Decision['criteria'][number]['reasons'][number];
export type Outcome = Decision['outcomes'][number];
export type Payment = Decision['payments'][number];
export type MissingDatum = Decision['missing'][number];

/** The server could not be reached at all. */
export const unreachable: Problem = {
  type: 'about:blank',
  title: 'The server did not answer. It may have been stopped, or the network is down.',
  status: 0,
  requestId: '',
};

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
