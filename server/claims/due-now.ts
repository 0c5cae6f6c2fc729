import { eq, inArray } from 'drizzle-orm';
import type { Decision } from '../../engine/index.ts';
import type { DueNow, OtherRate } from '../../engine/programme.ts';
import { inPieces } from '../decisions/family-keys.ts';
import { versionOfHash } from '../decisions/replay.ts';
import { type Evaluated, evaluateWhole } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Library, Version } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { LedgerClaim } from './find.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

/** The family that a decision was made of, or why it is not there. */
type FamilyBehind = { readonly document: string } | { readonly why: string };

function familyKept(
  { family: claimed }: LedgerClaim['claim'],
  { family, document }: { readonly family: string | null; readonly document: string | null },
): FamilyBehind {
  if (document !== null) return { document };
  if (family !== null) return { why: 'the family was withheld' };
  // because a family that is erased is named by no claim either
  return { why: claimed === null ? 'the family was erased' : 'the family was forgotten after its time' };
}

/** The families that claims rest on, by record. */
export async function familiesBehind(
  { read, tables: { decision, familyDocument } }: Reading,
  claims: readonly LedgerClaim[],
): Promise<ReadonlyMap<string, FamilyBehind>> {
  const by = new Map(claims.map(({ claim }) => [claim.record, claim]));
  const families = new Map<string, FamilyBehind>();
  for (const some of inPieces([...by.keys()])) {
    const rows = await read((q) =>
      q
        .select({ id: decision.id, family: decision.family, document: familyDocument.document })
        .from(decision)
        .leftJoin(familyDocument, eq(familyDocument.id, decision.familyDocument))
        .where(inArray(decision.id, [...some])),
    );
    for (const { id, ...kept } of rows) {
      const claim = by.get(id);
      if (claim !== undefined) families.set(id, familyKept(claim, kept));
    }
  }
  return families;
}

/** The version of a claim’s ruleset that is in force on its day, as known now. */
function versionNow(library: Library, { ruleset, on }: LedgerClaim['claim']): Version | undefined {
  const release = releaseOn(library.releases, { ruleset, on });
  return library.rulesets.get(ruleset)?.find((one) => one.ruleset.version === release?.version);
}

/** What a version makes of one payment of a family, beside what it does not know. */
function dueUnder(
  { ruleset }: Version,
  { answer, decision }: Evaluated,
  { payment, pence }: LedgerClaim['claim'],
): DueNow {
  const { version, payments } = ruleset;
  const judged = answer().payments;
  const now = judged.find(({ id }) => id === payment);
  const due = now?.duePence ?? 0;
  const pot = payments.find(({ id }) => id === payment)?.pot;
  const together = payments.filter((one) => one.id === payment || (pot !== undefined && one.pot === pot));
  const open = judged.filter(
    ({ id, verdict }) => verdict === 'unknown' && together.some((one) => one.id === id),
  );
  const isOpen = open.length > 0 && (now?.verdict === 'unknown' || now?.verdict === 'met');
  if (!isOpen) return { code: 'decided', pence: due, mostPence: due, version, unknown: '' };
  const most = now.ratePence === null ? pence : now.ratePence - now.alreadyClaimedPence;
  const unknown = wantOf(
    decision(),
    open.map(({ id }) => id),
  );
  return { code: 'decided', pence: due, mostPence: Math.max(due, most), version, unknown };
}

/** What payments are unknown for want of, else why they are. */
function wantOf({ missing, payments }: Decision, open: readonly string[]): string {
  const wanted = missing
    .filter(({ neededFor }) => neededFor.some((id) => open.includes(id)))
    .flatMap(({ recordType, field }) => recordType ?? field ?? []);
  if (wanted.length > 0) return `unknown for want of ${[...new Set(wanted)].join(', ')}`;
  const reasons = payments.flatMap(({ id, reasons: its }) => (open.includes(id) ? its : []));
  return [...new Set(reasons.map(({ text }) => text))].join('; ');
}

/** What the version in force makes of each claim; one of the version that it was made under was decided already. */
export function dueNowUnder(library: Library, families: ReadonlyMap<string, FamilyBehind>) {
  // because the claims of one decision come one after the other, and its family is large
  let last: { readonly key: string; readonly found: Evaluated | string } | undefined;
  const decide = (version: Version, { record, on }: LedgerClaim['claim']) => {
    const family = families.get(record);
    if (family === undefined) throw new Error('invariant: a claim’s decision is never deleted');
    if ('why' in family) return family.why;
    const found = evaluateWhole(version, JSON.parse(family.document), { asOf: on, trace: 'none' });
    return found.ok ? found.value : 'the family cannot be read under it';
  };
  return ({ claim }: LedgerClaim): DueNow => {
    const version = versionNow(library, claim);
    if (version === undefined) return { code: 'not-decided', why: 'no version is in force on its day' };
    if (version.hash === claim.versionHash) return { code: 'same' };
    const key = `${claim.record} ${version.hash}`;
    if (last?.key !== key) last = { key, found: decide(version, claim) };
    const { found } = last;
    if (typeof found === 'string') return { code: 'not-decided', why: found };
    return dueUnder(version, found, claim);
  };
}

/** Every other price of a claim’s payment in the version that it was made under. */
export function otherRatesIn(library: Library) {
  return ({ claim }: LedgerClaim): OtherRate[] => {
    const ruleset = versionOfHash(library, claim.versionHash)?.ruleset;
    const amount = ruleset?.payments.find(({ id }) => id === claim.payment)?.amount;
    if (ruleset === undefined || amount === undefined || typeof amount === 'number') return [];
    const values = ruleset.parameters[amount.parameter]?.values ?? [];
    return values.flatMap(({ from, value }) =>
      typeof value === 'number' && value !== claim.pence ? [{ pence: value, from }] : [],
    );
  };
}
