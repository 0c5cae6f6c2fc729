import { poundsInWords } from '../../engine/index.ts';
import { type ClaimEventName, type EventRefused, standingAfter } from '../../engine/programme.ts';
import { requireOther } from '../governance/ownership.ts';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import { londonDay } from '../london-day.ts';
import type { Finding } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { claimsIn, type LedgerClaim } from './find.ts';
import { type ClaimRun, requireCome, requireState, runIn, type RunState } from './run.ts';
import { sampleOf } from './sampled.ts';

/** Something that is to become of a claim. */
export interface EventAsked {
  readonly claim: string;
  readonly event: ClaimEventName;
  readonly on: string;
  readonly pence?: number | undefined;
  readonly reason?: string | undefined;
}

interface Making {
  readonly store: Store;
  readonly principal: Principal;
  readonly ids: () => string;
}

const audits: readonly ClaimEventName[] = ['audit-passed', 'audit-failed'];
/** What is not written down without a reason. */
const reasoned: readonly ClaimEventName[] = ['audit-failed', 'queried', 'clawed-back', 'withdrawn'];

function finding(code: string, at: number, { key, message }: { key: string; message: string }): Finding {
  return { code, pointer: `/events/${String(at)}/${key}`, message };
}

interface Now {
  readonly claim: LedgerClaim | undefined;
  readonly today: string;
}

/** What is wrong with one event by itself. */
function ofForm({ event, on, reason }: EventAsked, at: number, { claim, today }: Now): Finding[] {
  if (claim === undefined)
    return [
      finding('unknown-claim', at, { key: 'claim', message: 'no claim of this authority has this id' }),
    ];
  const last = claim.events.at(-1)?.on ?? claim.claim.on;
  return [
    ...(reasoned.includes(event) && reason === undefined
      ? [finding('missing-key', at, { key: 'reason', message: `\`${event}\` takes a reason` })]
      : []),
    ...(on < last
      ? [
          finding('before-last', at, {
            key: 'on',
            message: `something became of it on \`${last}\`, which is later`,
          }),
        ]
      : []),
    // because nothing could become of the claim until then, and nothing is taken back
    ...(on > today ? [finding('not-yet', at, { key: 'on', message: `\`${on}\` has not come yet` })] : []),
  ];
}

/** Why an event cannot be, with the figures that it is about. */
function whyNot(
  why: EventRefused,
  { event, pence = 0 }: EventAsked,
  { claim, standing }: LedgerClaim,
): string {
  switch (why) {
    case 'not-now':
      return `a claim that is \`${standing.state}\` cannot be \`${event}\``;
    case 'paid-above-claim':
      return `${poundsInWords(standing.paidPence + pence)} would then be paid, and ${poundsInWords(claim.pence)} was claimed`;
    case 'clawed-back-above-paid':
      return `${poundsInWords(standing.clawedBackPence + pence)} would then be clawed back, and ${poundsInWords(standing.paidPence)} was paid`;
    case 'without-amount':
      return `\`${event}\` takes an amount, in pence`;
    case 'with-amount':
      return `\`${event}\` takes no amount`;
  }
}

/** Puts events after what became of each claim already. Throws a `Refusal` with everything that cannot be. */
function followed(
  events: readonly EventAsked[],
  { claims, today }: { readonly claims: readonly LedgerClaim[]; readonly today: string },
): void {
  const now = new Map(claims.map((one) => [one.claim.id, one]));
  const findings: Finding[] = [];
  for (const [at, asked] of events.entries()) {
    const before = now.get(asked.claim);
    const wrong = ofForm(asked, at, { claim: before, today });
    findings.push(...wrong);
    if (before === undefined || wrong.length > 0) continue;
    const standing = standingAfter(before.claim.pence, before.standing, asked);
    if (typeof standing === 'string') {
      const message = whyNot(standing, asked, before);
      findings.push(finding(standing, at, { key: standing === 'not-now' ? 'event' : 'pence', message }));
      continue;
    }
    const kept = { ...asked, reason: asked.reason ?? null, at: '', by: { actor: '', name: '' } };
    now.set(asked.claim, { ...before, standing, events: [...before.events, kept] });
  }
  if (findings.length > 0) throw new Refusal('claim-events-refused', { findings });
}

async function write(
  tx: Tx,
  { principal, ids }: Making,
  { events, claims }: { readonly events: readonly EventAsked[]; readonly claims: readonly LedgerClaim[] },
): Promise<void> {
  followed(events, { claims, today: londonDay(Date.parse(tx.at)) });
  const { actor, authority } = writerOf(principal);
  await tx.insertMany(
    'claimEvent',
    events.map(({ claim, event, on, pence, reason }, place) => ({
      ...{ id: ids(), entry: tx.entry, place, claim, authority, event, on },
      ...{ pence: pence ?? null, reason: reason ?? null, at: tx.at, actor, actorName: principal.name },
    })),
  );
}

/** Refuses the audit of a claim outside its run’s sample, and by whoever began the run. */
async function requireAuditor(tx: Tx, principal: Principal, { claim }: LedgerClaim): Promise<void> {
  const run = await runIn(tx, claim.run, principal);
  requireState(run, 'proposed');
  if (sampleOf(run)?.claims.includes(claim.id) !== true)
    throw new Refusal('claim-sample-wanted', { detail: 'the claim is not in the sample of its run' });
  await requireOther(tx, principal, [run.createdBy]);
}

/** Refuses to withdraw what is drawn and not judged, by which a claim would pass by its audit; a whole run may be. */
async function requireNotDrawn(
  tx: Tx,
  principal: Principal,
  { claim, standing }: LedgerClaim,
): Promise<void> {
  if (standing.state !== 'proposed' || standing.audit !== null) return;
  const run = await runIn(tx, claim.run, principal);
  if (sampleOf(run)?.claims.includes(claim.id) !== true) return;
  const detail = 'the claim is in the sample of its run: it is judged, or the whole run is withdrawn';
  throw new Refusal('claim-sample-wanted', { detail });
}

/** Writes what became of claims: all of it, or nothing. Throws a `Refusal`. */
export function recordEvents(making: Making, events: readonly EventAsked[]): Promise<void> {
  const { store, principal } = making;
  return store.write(writerOf(principal), async (tx) => {
    const claims = await claimsIn(tx, principal, { ids: [...new Set(events.map(({ claim }) => claim))] });
    const counts = new Map<string, number>();
    for (const { event, claim } of events) {
      counts.set(event, (counts.get(event) ?? 0) + 1);
      const its = claims.find((one) => one.claim.id === claim);
      if (audits.includes(event) && its !== undefined) await requireAuditor(tx, principal, its);
      if (event === 'withdrawn' && its !== undefined) await requireNotDrawn(tx, principal, its);
    }
    tx.record({ action: 'claim-events-recorded', detail: Object.fromEntries(counts) });
    await write(tx, making, { events, claims });
  });
}

/** Refuses a run that has not been through its audit. */
function requireAudited(run: ClaimRun, claims: readonly LedgerClaim[]): void {
  const sample = sampleOf(run);
  if (sample === null) throw new Refusal('claim-sample-wanted', { detail: 'no sample has been drawn' });
  const left = claims.filter(
    ({ claim, standing }) =>
      sample.claims.includes(claim.id) && standing.audit === null && standing.state !== 'withdrawn',
  );
  if (left.length === 0) return;
  const detail = `${String(left.length)} of ${String(sample.claims.length)} claims of the sample are not judged`;
  throw new Refusal('claim-sample-wanted', { detail });
}

interface WindowOf {
  readonly label: string;
  readonly opens: string;
  readonly closes: string;
}

/** Submits what a run proposed and nobody withdrew. Throws a `Refusal`. */
export function submitRun(making: Making, id: string, on: string): Promise<ClaimRun> {
  const { store, principal } = making;
  return store.write(writerOf(principal), async (tx) => {
    const run = await runIn(tx, id, principal);
    requireState(run, 'proposed');
    // because it is what was written when the run was begun
    const { label, closes } = JSON.parse(run.window) as WindowOf;
    requireCome(tx, on);
    if (on < run.asOf || on >= closes) {
      const detail = `the run is of \`${run.asOf}\`, and its window, ${label}, closes on \`${closes}\``;
      throw new Refusal('outside-claim-windows', { detail });
    }
    const claims = await claimsIn(tx, principal, { run: id });
    requireAudited(run, claims);
    const open = claims.filter(({ standing }) => standing.state === 'proposed');
    tx.record({ action: 'claim-run-submitted', subject: id, detail: { claims: open.length, on } });
    const events = open.map(({ claim }) => ({ claim: claim.id, event: 'submitted' as const, on }));
    if (events.length > 0) await write(tx, making, { events, claims: open });
    return tx.update('claimRun', id, { state: 'submitted' satisfies RunState, endedAt: tx.at });
  });
}

/** Withdraws a run that is not submitted, and every claim of it. Throws a `Refusal`. */
export function withdrawRun(making: Making, id: string, reason: string): Promise<ClaimRun> {
  const { store, principal } = making;
  return store.write(writerOf(principal), async (tx) => {
    const run = await runIn(tx, id, principal);
    requireState(run, 'proposing', 'proposed');
    const claims = await claimsIn(tx, principal, { run: id });
    const open = claims.filter(({ standing }) => standing.state === 'proposed');
    tx.record({ action: 'claim-run-withdrawn', subject: id, detail: { claims: open.length } });
    const events = open.map(({ claim, events: before }) => ({
      ...{ claim: claim.id, event: 'withdrawn' as const, reason },
      on: before.at(-1)?.on ?? claim.on,
    }));
    if (events.length > 0) await write(tx, making, { events, claims: open });
    return tx.update('claimRun', id, { state: 'withdrawn' satisfies RunState, endedAt: tx.at });
  });
}
