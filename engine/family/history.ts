import { verdicts } from '../verdict.ts';
import type { Claim, CoverageSpan, Override } from './family.ts';
import { keysOf, listOf, slotsOf, type Keys } from './keys.ts';
import { familyLimits } from './limits.ts';
import { readMemberNamed } from './members.ts';
import { noDay, readSpan, toMustBeSaid } from './span.ts';
import { freeText, oneOf, optional, readDay, readName, readStatement, wholeNumber } from './value.ts';

export const claimKeys = keysOf(
  'a claim',
  slotsOf(['programme', 'phase', 'payment', 'on', 'pence'], ['localAuthority']),
);
export const overrideKeys = keysOf(
  'an override',
  slotsOf(['outcome', 'verdict', 'by', 'role', 'on', 'reason'], ['part', 'evidence']),
);

/** Spans of a type whose records name no member cannot name one either. */
export function coverageKeys(namesMembers: boolean): Keys {
  const keys = keysOf('a coverage span', slotsOf(['from', 'to'], namesMembers ? ['member'] : []));
  const noMember = 'records of this type are about the family as a whole: a span names no `member`';
  return { ...keys, because: toMustBeSaid, instead: new Map([['member', noMember]]) };
}

const optionalName = optional(readName);
const optionalText = optional(freeText());
const optionalMember = optional(readMemberNamed);
const readVerdict = oneOf(verdicts, 'unknown-verdict', 'verdict');
const readPence = wholeNumber(0);
const readPhase = wholeNumber(1);

export const readClaims = listOf<Claim>({
  keys: claimKeys,
  most: familyLimits.claims,
  read: (object, _, reading) => ({
    programme: readName(object['programme'], 'programme', reading) ?? '',
    phase: readPhase(object['phase'], 'phase', reading) ?? 0,
    payment: readName(object['payment'], 'payment', reading) ?? '',
    on: readDay(object['on'], 'on', reading) ?? noDay,
    pence: readPence(object['pence'], 'pence', reading) ?? 0,
    localAuthority: optionalName(object['localAuthority'], 'localAuthority', reading),
  }),
});

export const readOverrides = listOf<Override>({
  keys: overrideKeys,
  most: familyLimits.overrides,
  read: (object, _, reading) => ({
    outcome: readName(object['outcome'], 'outcome', reading) ?? '',
    part: optionalName(object['part'], 'part', reading) ?? null,
    verdict: readVerdict(object['verdict'], 'verdict', reading) ?? 'unknown',
    by: readName(object['by'], 'by', reading) ?? '',
    role: readName(object['role'], 'role', reading) ?? '',
    on: readDay(object['on'], 'on', reading) ?? noDay,
    reason: readStatement(object['reason'], 'reason', reading) ?? '',
    evidence: optionalText(object['evidence'], 'evidence', reading) ?? null,
  }),
});

export function coverageReader(namesMembers: boolean) {
  return listOf<CoverageSpan>({
    keys: coverageKeys(namesMembers),
    most: familyLimits.coverage,
    read: (object, _, reading) => ({
      ...readSpan(object, reading),
      member: optionalMember(object['member'], 'member', reading) ?? -1,
    }),
  });
}
