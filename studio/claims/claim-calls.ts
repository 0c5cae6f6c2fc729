import {
  type Claim,
  type ClaimRun,
  type ClaimWindow,
  type Client,
  type Problem,
  type Reconciliation,
  unreachable,
} from '../api.ts';
import { toldBy } from './told-by.ts';

type Run = Client['claim-runs'][':id'];

export type RunAsked = Parameters<Client['claim-runs']['$post']>[0]['json'];

export const beginRun = (client: Client, json: RunAsked) =>
  toldBy<ClaimRun>(client['claim-runs'].$post({ json }));

/** Has the next families of a run proposed. */
export const proposeNext = (client: Client, id: string) =>
  toldBy<ClaimRun>(client['claim-runs'][':id'].next.$post({ param: { id } }));

type ClaimAsked = Parameters<Run['claims']['$post']>[0]['json'];

/** Proposes one payment of one family, of a run without a cohort. */
export const claimOne = (client: Client, id: string, json: ClaimAsked) =>
  toldBy<ClaimRun>(client['claim-runs'][':id'].claims.$post({ param: { id }, json }));

export type SampleAsked = Parameters<Run['sample']['$post']>[0]['json'];

export const drawSample = (client: Client, id: string, json: SampleAsked) =>
  toldBy<ClaimRun>(client['claim-runs'][':id'].sample.$post({ param: { id }, json }));

export const submitRun = (client: Client, id: string, on: string) =>
  toldBy<ClaimRun>(client['claim-runs'][':id'].submit.$post({ param: { id }, json: { on } }));

export const withdrawRun = (client: Client, id: string, reason: string) =>
  toldBy<ClaimRun>(client['claim-runs'][':id'].withdraw.$post({ param: { id }, json: { reason } }));

interface After {
  readonly claims: readonly Claim[];
}

export type AuditAsked = Parameters<Client['claim-audits']['$post']>[0]['json']['events'][number];

export const judgeClaims = (client: Client, events: AuditAsked[]) =>
  toldBy<After>(client['claim-audits'].$post({ json: { events } }));

export type EventAsked = Parameters<Client['claim-events']['$post']>[0]['json']['events'][number];

/** Writes down what became of claims: all of it, or nothing. */
export const recordEvents = (client: Client, events: EventAsked[]) =>
  toldBy<After>(client['claim-events'].$post({ json: { events } }));

export type ReconciliationAsked = Parameters<Client['reconciliations']['$post']>[0]['json'];

export const reconcileClaims = (client: Client, json: ReconciliationAsked) =>
  toldBy<Reconciliation>(client.reconciliations.$post({ query: {}, json }));

export type WindowAsked = Parameters<Client['claim-windows']['$post']>[0]['json'];

/** Puts a claim window in force, in place of the one of its id. */
export const setWindow = (client: Client, json: WindowAsked) =>
  toldBy<ClaimWindow>(client['claim-windows'].$post({ json }));

/** Says that a claim is of another family than the one in whose way it stood; what is wrong with that. */
export async function findApart(
  client: Client,
  json: { readonly family: string; readonly claim: string; readonly reason: string },
): Promise<Problem | undefined> {
  try {
    const response = await client['claims-apart'].$post({ json });
    return response.status === 204 ? undefined : await response.json();
  } catch {
    return unreachable;
  }
}

/** Why an act was refused: what was found, or else the title and its detail. */
export function whyRefused({ title, detail, findings = [] }: Problem): string {
  if (findings.length > 0) return findings.map(({ message }) => message).join('; ');
  return detail === undefined ? title : `${title}: ${detail}`;
}
