import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod';
import {
  type ClaimToReconcile,
  type DueNow,
  type OtherRate,
  reconcile,
  type StatementLine,
  type Variance,
  varianceCode,
  type VarianceCode,
  varianceCodes,
} from '../../engine/programme.ts';
import { versionOfHash } from '../decisions/replay.ts';
import { inPieces } from '../decisions/family-keys.ts';
import type { Principal } from '../identity/principal.ts';
import { evaluateWhole } from '../library/evaluate.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Library, Version } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { earlierOf } from './earlier-of.ts';
import type { LedgerFamily, LedgerName } from './family.ts';
import { claimsOf, type LedgerClaim } from './find.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

/** What each thing that can be found means. */
export const varianceWords: Readonly<Record<VarianceCode, string>> = {
  settled: 'paid as claimed',
  unpaid: 'submitted and not paid',
  'not-stated': 'paid by the ledger, and not in the statement',
  'part-paid': 'paid in part',
  'other-amount': 'paid otherwise than claimed',
  'wrong-year': 'paid at the rate of another year than that of attachment',
  'paid-twice': 'paid more than once',
  'not-recorded': 'paid by the statement, and not written down in the ledger',
  'paid-unsubmitted': 'paid although it is not submitted, or was withdrawn',
  'without-claim': 'paid, and nobody claimed it',
  'not-due': 'not due, or less, under the version that is now in force on its day',
  'claimed-twice': 'another claim of the phase may be for the same family',
  'clawed-back': 'paid and taken back',
  'cannot-be-decided': 'cannot be decided again under the version that is now in force',
};

const pence = z.int();

/** What was found, as the API gives it. */
export const reconciliation = z
  .strictObject({
    against: z.enum(['statement', 'ledger']),
    claims: z.int().min(0),
    sums: z.array(
      z.strictObject({ code: varianceCode, text: z.string(), lines: z.int(), differencePence: pence }),
    ),
    lines: z.array(
      z.strictObject({
        code: varianceCode,
        text: z.string(),
        because: z.string(),
        claim: z.string().nullable(),
        rows: z.array(z.int()).meta({ description: 'Lines of the statement, from 0.' }),
        family: z.string().nullable(),
        payment: z.string().nullable(),
        record: z.string().nullable().meta({ description: 'The kept decision that explains it.' }),
        claimedPence: pence,
        paidPence: pence,
        differencePence: pence.meta({
          description: 'What was paid less what is due; of `not-due`, what is claimed and not due.',
        }),
      }),
    ),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliation>;

/** The families that decisions were made of, by record; null where one was withheld or erased. */
async function documentsOf(
  { read, tables: { decision, familyDocument } }: Reading,
  records: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const documents = new Map<string, string | null>();
  for (const some of inPieces(records)) {
    const rows = await read((q) =>
      q
        .select({ id: decision.id, document: familyDocument.document })
        .from(decision)
        .leftJoin(familyDocument, eq(familyDocument.id, decision.familyDocument))
        .where(inArray(decision.id, [...some])),
    );
    for (const { id, document } of rows) documents.set(id, document);
  }
  return documents;
}

/** The version of a claim’s ruleset that is in force on its day, as known now. */
function versionNow(library: Library, { ruleset, on }: LedgerClaim['claim']): Version | undefined {
  const release = releaseOn(library.releases, { ruleset, on });
  return library.rulesets.get(ruleset)?.find((one) => one.ruleset.version === release?.version);
}

/** What the version in force makes of each claim; one of the version that it was made under was decided already. */
function dueNowUnder(library: Library, documents: ReadonlyMap<string, string | null>) {
  const decided = new Map<string, ReadonlyMap<string, number> | string>();
  const decide = (version: Version, { record, on }: LedgerClaim['claim']) => {
    const document = documents.get(record) ?? null;
    if (document === null) return 'the family was erased';
    const found = evaluateWhole(version, JSON.parse(document), { asOf: on, trace: 'none' });
    if (!found.ok) return 'the family cannot be read under it';
    return new Map(found.value.answer().payments.map(({ id, duePence }) => [id, duePence]));
  };
  return ({ claim }: LedgerClaim): DueNow => {
    const version = versionNow(library, claim);
    if (version === undefined) return { code: 'not-decided', why: 'no version is in force on its day' };
    if (version.hash === claim.versionHash) return { code: 'same' };
    const key = `${claim.record} ${version.hash}`;
    const due = decided.get(key) ?? decide(version, claim);
    decided.set(key, due);
    if (typeof due === 'string') return { code: 'not-decided', why: due };
    return { code: 'decided', pence: due.get(claim.payment) ?? 0, version: version.ruleset.version };
  };
}

/** Every other price of a claim’s payment in the version that it was made under. */
function otherRatesIn(library: Library) {
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

/** A family as the names of one of its claims have it. */
function familyBehind({ claim }: LedgerClaim, names: readonly LedgerName[]): LedgerFamily {
  const of = (kind: LedgerName['kind']) => names.flatMap((one) => (one.kind === kind ? [one.name] : []));
  return {
    ...{ id: claim.family ?? '', localAuthority: claim.localAuthority, formerIds: of('former') },
    members: of('person').map((personRef) => ({ role: 'child', personRef })),
  };
}

async function namesOfClaims({ read, tables: { claimName } }: Reading, ids: readonly string[]) {
  const names = new Map<string, LedgerName[]>();
  for (const some of inPieces(ids)) {
    const rows = await read((q) =>
      q
        .select()
        .from(claimName)
        .where(inArray(claimName.claim, [...some])),
    );
    for (const { claim, kind, name } of rows) {
      // because it was read from a column that holds these alone
      const one = name === null ? [] : [{ kind: kind as LedgerName['kind'], name }];
      names.set(claim, [...(names.get(claim) ?? []), ...one]);
    }
  }
  return names;
}

/** Of each result: the results of the same phase that may be of the same family, and that nobody found apart. */
async function alikeTo(
  store: Reading,
  { authority }: Pick<Principal, 'authority'>,
  claims: readonly LedgerClaim[],
) {
  const results = claims.filter(({ claim, standing }) => claim.kind === 'result' && standing.countsPence > 0);
  const names = await namesOfClaims(
    store,
    results.map(({ claim }) => claim.id),
  );
  const families = new Map(
    results.map((one) => [one.claim.id, familyBehind(one, names.get(one.claim.id) ?? [])]),
  );
  const { tables } = store;
  const earlier = await store.read((q) => earlierOf({ q, tables }, authority, [...families.values()]));
  return ({ claim }: LedgerClaim): string[] => {
    const family = families.get(claim.id);
    if (family === undefined || family.id === '') return [];
    const { shared, elsewhere } = earlier.on(family);
    return [...shared, ...elsewhere].flatMap(({ claim: other }) =>
      other.kind === 'result' && other.programme === claim.programme && other.phase === claim.phase
        ? [other.id]
        : [],
    );
  };
}

interface Asked {
  readonly run?: string | undefined;
  readonly statement?: readonly StatementLine[] | undefined;
}

function shownLine(
  variance: Variance,
  claims: ReadonlyMap<string, LedgerClaim>,
): Reconciliation['lines'][number] {
  const its = variance.claim === null ? undefined : claims.get(variance.claim)?.claim;
  return {
    ...variance,
    rows: [...variance.rows],
    text: varianceWords[variance.code],
    ...{ family: its?.family ?? null, payment: its?.payment ?? null, record: its?.record ?? null },
  };
}

/** Holds the claims of an authority against a statement of what was paid, or without one against what the ledger has as paid. */
export async function reconciled(
  { store, library }: { readonly store: Reading; readonly library: Library },
  scope: Pick<Principal, 'authority'>,
  { run, statement }: Asked,
): Promise<Reconciliation> {
  const claims = await claimsOf(store, scope, { run });
  const documents = await documentsOf(store, [...new Set(claims.map(({ claim }) => claim.record))]);
  const [dueNow, otherRates] = [dueNowUnder(library, documents), otherRatesIn(library)];
  const alike = await alikeTo(store, scope, claims);
  const asked = claims.map((one): ClaimToReconcile => ({
    ...{ id: one.claim.id, family: one.claim.family, payment: one.claim.payment, pence: one.claim.pence },
    ...{ standing: one.standing, dueNow: dueNow(one), otherRates: otherRates(one), alike: alike(one) },
  }));
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  const lines = reconcile(asked, statement).map((one) => shownLine(one, byId));
  const sums = varianceCodes.flatMap((code) => {
    const those = lines.filter((one) => one.code === code);
    const differencePence = those.reduce((sum, one) => sum + one.differencePence, 0);
    return those.length === 0
      ? []
      : [{ code, text: varianceWords[code], lines: those.length, differencePence }];
  });
  return { against: statement === undefined ? 'ledger' : 'statement', claims: claims.length, sums, lines };
}
