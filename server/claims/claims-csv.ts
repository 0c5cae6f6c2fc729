import { csvText } from '../cohorts/csv-cell.ts';
import type { ClaimDocument, ClaimTotals } from './document.ts';
import type { Reconciliation } from './reconciling.ts';

const head = [
  ...['claim', 'run', 'family', 'phase', 'payment', 'kind', 'pence', 'claimed on', 'attached on', 'state'],
  ...[
    'audit',
    'sample weight',
    'paid pence',
    'clawed back pence',
    'counts pence',
    'ruleset',
    'version',
    'version hash',
    'record',
  ],
];

/** Claims as a table: a row each. */
export function claimsCsv(claims: readonly ClaimDocument[]): string {
  const rows = claims.map((one) => [
    ...[one.id, one.run, one.family, one.phase, one.payment, one.kind, one.pence, one.on, one.attachedOn],
    ...[one.state, one.audit, one.sampleWeight, one.paidPence, one.clawedBackPence, one.countsPence],
    ...[one.ruleset.id, one.ruleset.version, one.ruleset.hash, one.record],
  ]);
  return csvText([head, ...rows]);
}

const groupHead = [
  ...[
    'phase',
    'attached in',
    'kind',
    'payment',
    'ruleset',
    'version',
    'each pence',
    'claims',
    'claimed pence',
  ],
  ...['paid pence', 'clawed back pence', 'funded claims', 'funded pence'],
];

/** What claims come to as a table: a row a group, and one with the totals. */
export function totalsCsv({ groups, totals }: ClaimTotals): string {
  const rows = groups.map((one) => [
    ...[one.phase, one.attachedIn, one.kind, one.payment, one.ruleset.id, one.ruleset.version, one.eachPence],
    ...[one.claims, one.claimedPence, one.paidPence, one.clawedBackPence],
    one.fundedClaims.of === 1
      ? one.fundedClaims.part
      : `${String(one.fundedClaims.part)}/${String(one.fundedClaims.of)}`,
    one.fundedPence,
  ]);
  const last = [
    ...[null, null, null, 'Total', null, null, null, totals.claims, totals.claimedPence],
    ...[totals.paidPence, totals.clawedBackPence, null, totals.fundedPence],
  ];
  return csvText([groupHead, ...rows, last]);
}

const varianceHead = [
  ...['code', 'meaning', 'because', 'claim', 'statement rows', 'family', 'payment', 'record'],
  ...['claimed pence', 'paid pence', 'difference pence'],
];

/** A reconciliation as a table: a row a line; rows of the statement are counted from 1. A last row has what is of other runs. */
export function reconciliationCsv({ lines, elsewhere }: Reconciliation): string {
  const rows = lines.map((one) => [
    ...[one.code, one.text, one.because, one.claim, one.rows.map((row) => row + 1).join(' '), one.family],
    ...[one.payment, one.record, one.claimedPence, one.paidPence, one.differencePence],
  ]);
  const meaning = `lines of the statement that are of claims of other runs: ${String(elsewhere.rows)}`;
  const last = ['elsewhere', meaning, null, null, null, null, null, null, null, elsewhere.pence, null];
  return csvText([varianceHead, ...rows, ...(elsewhere.rows === 0 ? [] : [last])]);
}
