import type { VerdictsOnly } from '../../../engine/index.ts';
import type { Phase1 } from '../phase-1-by-hand.ts';

/** What the engine says, under the names that the function by hand uses. */
export function named(said: VerdictsOnly): Phase1 {
  const of = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
    const found = list.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the engine says nothing of ${id}`);
    return found;
  };
  const { criteria, eligibility, outcomes } = said;
  const payment = (id: string) => {
    const { verdict, ratePence, duePence, possiblePence, alreadyClaimedPence } = of(said.payments, id);
    return { verdict, ratePence, duePence, possiblePence, alreadyClaimedPence };
  };
  const { verdict: crimeAndEducation, parts } = of(outcomes, 'crime-and-education');
  const { route } = eligibility;
  if (route !== 'automatic' && route !== 'discretionary' && route !== null) throw new Error(route);
  return {
    crime: of(criteria, 'crime').verdict,
    education: of(criteria, 'education').verdict,
    work: of(criteria, 'work').verdict,
    highCost: of(criteria, 'high-cost').verdict,
    automatic: of(eligibility.routes, 'automatic').verdict,
    discretionary: of(eligibility.routes, 'discretionary').verdict,
    eligibility: eligibility.verdict,
    route,
    educationResult: of(parts, 'education-result').verdict,
    asbResult: of(parts, 'asb-result').verdict,
    offendingResult: of(parts, 'offending-result').verdict,
    crimeAndEducation,
    progressToWork: of(outcomes, 'progress-to-work').verdict,
    continuousEmployment: of(outcomes, 'continuous-employment').verdict,
    payments: {
      attachmentFee: payment('attachment-fee'),
      crimeAndEducation: payment('result-crime-education'),
      progressToWork: payment('result-progress-to-work'),
      continuousEmployment: payment('result-continuous-employment'),
    },
    totalDuePence: said.totalDuePence,
    totalPossiblePence: said.totalPossiblePence,
  };
}
