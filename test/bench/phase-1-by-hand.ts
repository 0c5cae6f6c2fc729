import type { Family } from '../../engine/family/family.ts';
import { addMonths, type Day } from '../../engine/time/civil-date.ts';
import type { SchoolAgeTest, TermCalendar } from '../../engine/time/term.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { crime, highCost, work } from './by-hand/criteria.ts';
import { asbResult, offendingResult } from './by-hand/falls.ts';
import { paymentsOf, type Dues } from './by-hand/payments.ts';
import type { Case } from './by-hand/records.ts';
import { Schooling } from './by-hand/school.ts';
import { continuousEmployment, progressToWork } from './by-hand/work.ts';

/** Every verdict and every penny of Phase 1 for one family on one day. */
export interface Phase1 {
  readonly crime: Verdict;
  readonly education: Verdict;
  readonly work: Verdict;
  readonly highCost: Verdict;
  readonly automatic: Verdict;
  readonly discretionary: Verdict;
  readonly eligibility: Verdict;
  /** The first route that is met. */
  readonly route: 'automatic' | 'discretionary' | null;
  readonly crimeAndEducation: Verdict;
  readonly educationResult: Verdict;
  readonly asbResult: Verdict;
  readonly offendingResult: Verdict;
  readonly progressToWork: Verdict;
  readonly continuousEmployment: Verdict;
  readonly payments: Dues;
  readonly totalDuePence: number;
  readonly totalPossiblePence: number;
}

type Criteria = Pick<Phase1, 'crime' | 'education' | 'work' | 'highCost'>;

/** All three national criteria. No criterion of Phase 1 can fail to apply. */
function automaticRoute({ crime, education, work }: Criteria): Verdict {
  if (crime === 'not-met' || education === 'not-met' || work === 'not-met') return 'not-met';
  return crime === 'met' && education === 'met' && work === 'met' ? 'met' : 'unknown';
}

/** Two of the national criteria and a local reason. */
function discretionaryRoute({ crime, education, work, highCost }: Criteria): Verdict {
  const met = Number(crime === 'met') + Number(education === 'met') + Number(work === 'met');
  const failed = Number(crime === 'not-met') + Number(education === 'not-met') + Number(work === 'not-met');
  if (failed > 1 || highCost === 'not-met') return 'not-met';
  return met > 1 && highCost === 'met' ? 'met' : 'unknown';
}

function eitherOf(left: Verdict, right: Verdict): Verdict {
  if (left === 'met' || right === 'met') return 'met';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'not-met';
}

/** All three parts, leaving out those that do not apply. */
function allOf({ education, asb, offending }: Record<'education' | 'asb' | 'offending', Verdict>): Verdict {
  if (education === 'not-met' || asb === 'not-met' || offending === 'not-met') return 'not-met';
  if (education === 'unknown' || asb === 'unknown' || offending === 'unknown') return 'unknown';
  return education === 'met' || asb === 'met' || offending === 'met' ? 'met' : 'not-applicable';
}

/**
 * The national rules of Phase 1 as a programmer would write them for this one ruleset and no other, with its numbers in
 * place and no place for another: what the engine's time is measured against.
 */
export function phase1ByHand(
  calendarFor: (localAuthority: string) => TermCalendar,
  ofSchoolAge: SchoolAgeTest,
): (family: Family, asOf: Day) => Phase1 {
  const schooling = new Schooling(ofSchoolAge);
  return (family, asOf) => {
    const attachedOn = family.attachedOn !== null && family.attachedOn <= asOf ? family.attachedOn : null;
    const from = addMonths(asOf, -6, 'clamp');
    const at: Case = {
      family,
      asOf,
      attachedOn,
      lookedFrom: attachedOn ?? asOf,
      calendar: calendarFor(family.localAuthority),
      halfYear: attachedOn === null || from < attachedOn ? undefined : { from, to: asOf },
    };
    const criteria: Criteria = {
      crime: crime(at),
      education: schooling.education(at),
      work: work(at),
      highCost: highCost(at),
    };
    const automatic = automaticRoute(criteria);
    const discretionary = discretionaryRoute(criteria);
    const eligibility = eitherOf(automatic, discretionary);
    const parts = {
      education: schooling.educationResult(at),
      asb: asbResult(at),
      offending: offendingResult(at),
    };
    const results = {
      crimeAndEducation: allOf(parts),
      progressToWork: progressToWork(at),
      continuousEmployment: continuousEmployment(at),
    };
    const dues = paymentsOf(at, eligibility, results);
    return {
      crime: criteria.crime,
      education: criteria.education,
      work: criteria.work,
      highCost: criteria.highCost,
      automatic,
      discretionary,
      eligibility,
      route: automatic === 'met' ? 'automatic' : discretionary === 'met' ? 'discretionary' : null,
      educationResult: parts.education,
      asbResult: parts.asb,
      offendingResult: parts.offending,
      crimeAndEducation: results.crimeAndEducation,
      progressToWork: results.progressToWork,
      continuousEmployment: results.continuousEmployment,
      payments: dues,
      totalDuePence:
        dues.attachmentFee.duePence +
        dues.crimeAndEducation.duePence +
        dues.progressToWork.duePence +
        dues.continuousEmployment.duePence,
      totalPossiblePence:
        dues.attachmentFee.possiblePence +
        dues.crimeAndEducation.possiblePence +
        dues.progressToWork.possiblePence +
        dues.continuousEmployment.possiblePence,
    };
  };
}
