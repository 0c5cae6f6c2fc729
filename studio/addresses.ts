const part = encodeURIComponent;

/** Every version of a ruleset. */
export const versionsAddress = (id: string) => `/rulesets/${part(id)}`;

/** What happened to a ruleset. */
export const historyAddress = (id: string) => `/rulesets/${part(id)}/history`;

/** A version in words, at one of its lines where one is named. */
export function readingAddress({ id, version }: VersionName, line?: string): string {
  const whole = `/rulesets/${part(id)}/${part(version)}`;
  return line === undefined ? whole : `${whole}#${part(line)}`;
}

/** When a version is in force. */
export const releasesAddress = ({ id, version }: VersionName) =>
  `/rulesets/${part(id)}/${part(version)}/releases`;

export const changesAddress = (id: string, was: string, now: string) =>
  `/rulesets/${part(id)}/${part(was)}/changes-to/${part(now)}`;

/** The form that decides a family, with a version chosen where one is named. */
export const tryAddress = (named?: VersionName) =>
  named === undefined ? '/try' : `/try?version=${part(`${named.id}@${named.version}`)}`;

/** What an address can say of a family that is tried: the rules, the days, and a family that is not anybody’s. */
export interface Trying {
  readonly version?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly restate?: string | undefined;
  readonly made?: string | undefined;
  readonly case?: string | undefined;
  readonly by?: string | undefined;
  /** The version that is compared with. */
  readonly with?: string | undefined;
}

/** One family under two versions. */
export const compareAddress = (was: VersionName, now: VersionName) =>
  `/compare?with=${part(`${was.id}@${was.version}`)}&version=${part(`${now.id}@${now.version}`)}`;

/** Two versions over a cohort: where it is asked, with what is chosen already; and those that were asked before. */
export function compareCohortAddress(chosen: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(chosen).toString();
  return query === '' ? '/compare/cohorts' : `/compare/cohorts?${query}`;
}

/** A comparison over a cohort; a pair of neighbouring versions of it by its number, from 0. */
export function comparisonAddress(job: string, shown: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(shown).toString();
  const whole = `/compare/cohorts/${part(job)}`;
  return query === '' ? whole : `${whole}?${query}`;
}

/** The families of a comparison that a filter leaves. */
export const comparedFamiliesAddress = (job: string, filter: Readonly<Record<string, string>>) =>
  `/compare/cohorts/${part(job)}/families?${new URLSearchParams(filter).toString()}`;

/** One family of a comparison: what changes for it, and because of which edits. */
export const comparedFamilyAddress = (job: string, family: string, pair: number) =>
  `/compare/cohorts/${part(job)}/families/${part(family)}?pair=${pair}`;

/** Where one signs in, and goes on to where one was. */
export const signInAddress = (to: string) => `/sign-in?to=${part(to)}`;

/** One person: what they may do, and whether they get in. */
export const personAddress = (id: string) => `/people/${part(id)}`;

/** Where what is said of a person is changed. */
export const changePersonAddress = (id: string) => `${personAddress(id)}/change`;

/** Drafts: those of whoever asks, those that wait for them, or all. */
export const draftsAddress = (list?: string) =>
  list === undefined ? '/drafts' : `/drafts?list=${part(list)}`;

/** Where a draft of something new is begun: of a kind, or laid over a version. */
export function newDraftAddress(from: { readonly kind?: string; readonly over?: VersionName } = {}): string {
  const { kind, over } = from;
  if (over !== undefined) return `/drafts/new?over=${part(`${over.id}@${over.version}`)}`;
  return kind === undefined ? '/drafts/new' : `/drafts/new?kind=${part(kind)}`;
}

/** One draft, at one of its parts where one is named. */
export const draftAddress = (id: string, of = '') =>
  of === '' ? `/drafts/${part(id)}` : `/drafts/${part(id)}/${of}`;

/** The cohorts there are, from the one after another on. */
export const cohortsAddress = (after?: string) =>
  after === undefined ? '/cohorts' : `/cohorts?after=${part(after)}`;

/** One cohort: what was found in it, what is held aside, how much is known of what. */
export const cohortAddress = (id: string) => `/cohorts/${part(id)}`;

/** What is held aside of a cohort, from a family on. */
export const heldAddress = (id: string, from = 0) =>
  from === 0 ? cohortAddress(id) : `${cohortAddress(id)}?from=${from}`;

/** What follows decisions: a schedule, targets and funding, what a family cost. */
export const programmeAddress = '/programme';
export const targetsAddress = '/programme/targets';
export const programmeOfAddress = (id: string) =>
  `${targetsAddress}?${new URLSearchParams({ programme: id }).toString()}`;
export const costsAddress = '/programme/costs';

/** What would be claimed for a cohort, with what is asked already where it is. */
export function forecastAddress(asked: ForecastAsked = {}): string {
  const query = new URLSearchParams(Object.entries(asked)).toString();
  return query === '' ? '/programme/forecast' : `/programme/forecast?${query}`;
}

/** What an address can ask of a forecast. */
export interface ForecastAsked {
  /** `phase-1@1.0.0` */
  readonly version?: string;
  readonly 'as-of'?: string;
  /** Its id. */
  readonly cohort?: string;
}

/** Claim runs, from the one after `after` on, and what claims come to. */
export const claimsAddress = (after?: string) =>
  after === undefined ? '/claims' : `/claims?after=${part(after)}`;

/** Where a claim run is begun, with a cohort chosen where one is named. */
export const beginRunAddress = (cohort?: string) =>
  cohort === undefined ? '/claims/begin' : `/claims/begin?cohort=${part(cohort)}`;

/** The days on which claims are taken. */
export const windowsAddress = '/claims/windows';

/** Claims beside what was paid for them. */
export const reconcileAddress = '/claims/reconcile';

/** One claim run, and those of its claims that a filter leaves. */
export function runAddress(run: string, shown: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(shown).toString();
  const whole = `/claims/runs/${part(run)}`;
  return query === '' ? whole : `${whole}?${query}`;
}

/** One claim, and what became of it. */
export const claimAddress = (claim: string) => `/claims/${part(claim)}`;

/** Kept decisions: found, and looked through by an auditor. */
export const decisionsAddress = '/decisions';

/** One kept decision. */
export const decisionAddress = (record: string) => `/decisions/${part(record)}`;

/** A sample of kept decisions, drawn by a seed. */
export const sampleAddress = '/decisions/sample';

/** Which verdicts of criteria come together. */
export const combinationsAddress = '/decisions/combinations';

/** Kept decisions that are one condition short. */
export const nearMissesAddress = '/decisions/near-misses';

/** The audit log. */
export const auditAddress = '/audit';

/** One version of one ruleset. */
export interface VersionName {
  readonly id: string;
  readonly version: string;
}
