import { conflictsIn } from './conflicts.ts';
import { allowed, fundingTotal, sharedAmount } from './funds.ts';
import type { Programme } from './programme-document.ts';
import type { ProgrammeTotals } from './programme-totals.ts';
import { releasedFees } from './released-fees.ts';
import { judgedTarget } from './target.ts';

/** What a checked programme's targets and funding come to: adr/0018-targets-and-funding.md. */
export function addUpProgramme(programme: Programme): ProgrammeTotals {
  const { title, sources, statements = [], releases = [], allowances = [] } = programme;
  const targets = (programme.targets ?? []).map(judgedTarget);
  const funding = (programme.funding ?? []).map(fundingTotal);
  const splits = (programme.splits ?? []).map(sharedAmount);
  return {
    title,
    sources,
    targets,
    funding,
    splits,
    releases: releases.map((release) => releasedFees(release, programme.targets ?? [])),
    allowances: allowances.map(allowed),
    conflicts: conflictsIn({ targets, statements, funding, splits }),
  };
}
