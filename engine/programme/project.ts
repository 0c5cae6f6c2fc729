import type { Lead, OtherSplit, Part, ProjectedColumn, Projection, Schedule } from './schedule.ts';
import { cashByWindow, windowsOfColumns } from './window-cash.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const floorOf = (families: number, { part, of }: Part) =>
  Number((BigInt(families) * BigInt(part)) / BigInt(of));

/** What is left after rounding down, over the same `of`. */
const leftOf = (whole: number, { part, of }: Part) => ({
  part: (BigInt(whole) * BigInt(part)) % BigInt(of),
  of: BigInt(of),
});

/** The larger fraction first, exactly. */
function byFraction(one: ReturnType<typeof leftOf>, other: ReturnType<typeof leftOf>): number {
  const more = other.part * one.of - one.part * other.of;
  if (more === 0n) return 0;
  return more > 0n ? 1 : -1;
}

/** Whole families, or pence, for each share: rounded down, and those left over to the largest fractions, of equal ones to the first. */
export function shareOut(all: number, shares: readonly Part[]): number[] {
  const whole = shares.map((share) => floorOf(all, share));
  const left = all - sum(whole);
  const next = shares
    .map((share, at) => ({ at, left: leftOf(all, share) }))
    .toSorted((one, other) => byFraction(one.left, other.left) || one.at - other.at)
    .slice(0, left)
    .map(({ at }) => at);
  return whole.map((count, at) => count + (next.includes(at) ? 1 : 0));
}

/** The room of a lead in a column; null before its first step, and where none is said. */
function roomIn({ room = [] }: Lead, position: number, labels: readonly string[]): number | null {
  return room.findLast(({ from }) => labels.indexOf(from) <= position)?.families ?? null;
}

function leadsIn(schedule: Schedule, position: number, caseload: number): ProjectedColumn['leads'] {
  const leads = schedule.leads ?? [];
  const labels = schedule.columns.map(({ label }) => label);
  const split = shareOut(
    caseload,
    leads.map(({ share }) => share),
  );
  return leads.map((lead, at) => {
    const families = split[at] ?? 0;
    const room = roomIn(lead, position, labels);
    return { id: lead.id, families, room, beyond: room === null ? null : Math.max(0, families - room) };
  });
}

const all: Part = { part: 1, of: 1 };

/** What claims for so many families come to: those claimed for rounded down, then those funded, each at the rate. */
function cashOf(
  { scenarios = [], funded = all }: Schedule,
  claimable: number,
  rate: number,
): ProjectedColumn['cash'] {
  return scenarios.map(({ id, claimed }) => {
    const claims = floorOf(claimable, claimed);
    const paid = floorOf(claims, funded);
    return { id, claims, funded: paid, pence: paid * rate };
  });
}

function columnsOf(schedule: Schedule): ProjectedColumn[] {
  const { columns, leavesAfter, claimableAfter } = schedule;
  const engaged = (at: number) => columns[at]?.engaged ?? 0;
  const claimedIn = windowsOfColumns(schedule);
  let [cumulative, caseload, cumulativeClaimable] = [0, 0, 0];
  return columns.map(({ label }, at) => {
    const [leaving, claimable] = [engaged(at - leavesAfter), engaged(at - claimableAfter)];
    cumulative += engaged(at);
    caseload += engaged(at) - leaving;
    cumulativeClaimable += claimable;
    return {
      ...{ label, engaged: engaged(at), cumulative, leaving, caseload, claimable, cumulativeClaimable },
      leads: leadsIn(schedule, at, caseload),
      cash: cashOf(schedule, claimable, columns[at - claimableAfter]?.resultPence ?? 0),
      claimedIn: claimedIn[at] ?? null,
    };
  });
}

function uncommissionedOf(leads: readonly Lead[], peak: ProjectedColumn['leads']) {
  return leads.flatMap(({ id, commissioned }) => {
    const led = peak.find((one) => one.id === id)?.families ?? 0;
    return commissioned === undefined ? [] : [{ id, families: Math.max(0, led - commissioned) }];
  });
}

const none: Part = { part: 0, of: 1 };

/** Who leads whom by another split of the same caseload. */
function otherSplitOf(
  schedule: Schedule,
  { id, label, source, shares }: OtherSplit,
  { columns, peak }: { readonly columns: readonly ProjectedColumn[]; readonly peak: ProjectedColumn },
): Projection['otherSplits'][number] {
  const leads = (schedule.leads ?? []).map((lead) => ({
    ...lead,
    share: shares.find((one) => one.lead === lead.id)?.share ?? none,
  }));
  const own = { ...schedule, leads };
  const ledAtPeak = leadsIn(own, columns.indexOf(peak), peak.caseload);
  return {
    ...{ id, label, source },
    peak: { label: peak.label, caseload: peak.caseload, leads: ledAtPeak },
    uncommissioned: uncommissionedOf(leads, ledAtPeak),
    columns: columns.map((one, at) => ({ label: one.label, leads: leadsIn(own, at, one.caseload) })),
  };
}

/** What a checked schedule comes to, column by column: adr/0015-projections.md. */
export function project(schedule: Schedule): Projection {
  const columns = columnsOf(schedule);
  const [first] = columns;
  if (first === undefined) throw new Error('invariant: a checked schedule has a column');
  const peak = columns.reduce((most, one) => (one.caseload > most.caseload ? one : most), first);
  const last = columns.at(-1) ?? first;
  const cash = (schedule.scenarios ?? []).map(({ id, label, claimed }) => {
    const own = columns.flatMap((column) => column.cash.filter((one) => one.id === id));
    return {
      ...{ id, label, claimed },
      claims: sum(own.map(({ claims }) => claims)),
      funded: sum(own.map(({ funded }) => funded)),
      pence: sum(own.map(({ pence }) => pence)),
    };
  });
  return {
    columns,
    peak: { label: peak.label, caseload: peak.caseload, leads: peak.leads },
    uncommissioned: uncommissionedOf(schedule.leads ?? [], peak.leads),
    otherSplits: (schedule.otherSplits ?? []).map((split) =>
      otherSplitOf(schedule, split, { columns, peak }),
    ),
    neverClaimable: last.cumulative - last.cumulativeClaimable,
    funded: schedule.funded ?? all,
    cash,
    byWindow: cashByWindow(schedule, columns),
    note: schedule.note ?? null,
  };
}
