import type { Payment } from '../../engine/index.ts';
import type { Keepable } from '../decisions/keepable.ts';
import { NATIONAL } from '../identity/principal.ts';
import type { SecondOpinion } from '../library/agreed.ts';
import { type Evaluated, evaluateWhole } from '../library/evaluate.ts';
import type { Version } from '../library/library.ts';
import { type Bearing, type Counting, type Earlier, endedInLedger, withEarlier } from './earlier.ts';
import { type LedgerFamily, ledgerFamily } from './family.ts';
import type { Places } from './places.ts';

/** Why a payment that is due, or might be, is not proposed. */
export const heldCodes = [
  'claimed-elsewhere',
  'shared-child',
  'other-phase',
  'other-rules',
  'other-authority',
  'later-claim',
  'record-differs',
  'clawed-back',
  'families-full',
  'families-unknown',
  'engines-disagree',
  'family-invalid',
] as const;
export type HeldCode = (typeof heldCodes)[number];

/** Why a payment is held until a person says whether the claims in its way are of the same family. */
export const heldForPeople: readonly HeldCode[] = ['claimed-elsewhere', 'shared-child', 'other-phase'];

export interface HeldBack {
  /** Of the payment; empty where it is the whole family. */
  readonly payment: string;
  readonly code: HeldCode;
  /** The claims in its way. */
  readonly claims: readonly string[];
}

/** What is due of one payment. */
export interface DueClaim {
  readonly payment: Payment;
  /** More than 0. */
  readonly pence: number;
}

/** What can be claimed for a family on a day, what cannot, and the decision behind it. */
export interface Judged {
  readonly due: readonly DueClaim[];
  readonly held: readonly HeldBack[];
  readonly attachedOn: string | null;
  readonly evaluated: Evaluated | undefined;
  readonly keepable: () => Keepable;
}

export interface Judging {
  /** Whether somebody asks for this one family: what was clawed back is then claimed again. */
  readonly isAsked?: boolean | undefined;
  /** Whose claims they would be. */
  readonly authority: string;
  readonly version: Version;
  readonly asOf: string;
  readonly secondOpinion: SecondOpinion;
}

/** What the ledger has that bears on some families. */
export interface Beside {
  readonly earlier: Earlier;
  readonly places: Places;
}

const results = (claims: readonly Counting[]) => claims.filter(({ claim }) => claim.kind === 'result');

interface Looked {
  readonly family: LedgerFamily;
  readonly bearing: Bearing;
}

type Way = readonly [HeldCode, readonly Counting[]];

/** Claims of the family's own record that the engine does not see: dated later, or results of another phase. */
function recorded({ version, asOf }: Pick<Judging, 'version' | 'asOf'>, { claims }: LedgerFamily) {
  const { programme, phase, payments } = version.ruleset;
  const same = (claims ?? []).filter((one) => one.programme === programme);
  const isFee = (payment: string) => payments.some(({ id, kind }) => id === payment && kind === 'attachment');
  return {
    later: same.some((one) => one.phase === phase && one.on > asOf),
    otherPhase: same.some((one) => one.phase !== phase && !isFee(one.payment)),
  };
}

/** The rules of the ledger that a payment is held by, each with the claims in its way. */
function inTheWay(judging: Judging, payment: Payment, { family, bearing }: Looked): Way[] {
  const { version, asOf } = judging;
  const { programme, phase, payments } = version.ruleset;
  const { own, ended, shared, elsewhere, apart } = bearing;
  const here = ({ claim }: Counting) => claim.programme === programme && claim.phase === phase;
  const record = recorded(judging, family);
  const later = own.filter((one) => here(one) && one.claim.on > asOf);
  const clawedBack = [...own, ...ended].filter(
    (one) => here(one) && one.claim.payment === payment.id && one.clawedBackPence > 0,
  );
  const unknown = own.filter((one) => here(one) && !payments.some(({ id }) => id === one.claim.payment));
  const theirs = elsewhere.filter(
    (one) =>
      here(one) &&
      (payment.kind === 'result' ? one.claim.kind === 'result' : one.claim.payment === payment.id),
  );
  const ways: (Way | false)[] = [
    (later.length > 0 || record.later) && ['later-claim', later],
    unknown.length > 0 && ['other-rules', unknown],
    theirs.length > 0 && ['claimed-elsewhere', theirs],
    judging.isAsked !== true && clawedBack.length > 0 && ['clawed-back', clawedBack],
  ];
  if (payment.kind !== 'result') return ways.filter((way) => way !== false);
  const sharing = results(shared.filter(here));
  const otherPhase = results(
    [...own.filter(({ claim }) => !apart.has(claim.id)), ...elsewhere, ...shared].filter(
      ({ claim }) => claim.programme === programme && claim.phase !== phase,
    ),
  );
  return [
    ...ways,
    sharing.length > 0 && (['shared-child', sharing] as const),
    (otherPhase.length > 0 || record.otherPhase) && (['other-phase', otherPhase] as const),
  ].filter((way) => way !== false);
}

const none = { due: [], attachedOn: null, evaluated: undefined };

function neverKept(): Keepable {
  throw new Error('invariant: what was not decided is not kept');
}

function refusedWhole(code: HeldCode, claims: readonly Counting[] = []): Judged {
  const held = { payment: '', code, claims: claims.map(({ claim }) => claim.id) };
  return { ...none, held: [held], keepable: neverKept };
}

/**
 * The payments that claims of another authority stand in the way of: results that the engine leaves open because of them, and
 * fees that they have already paid.
 */
function claimedElsewhere(evaluated: Evaluated, version: Version, { elsewhere }: Bearing): HeldBack[] {
  const { programme, phase } = version.ruleset;
  const here = elsewhere.filter(({ claim }) => claim.programme === programme && claim.phase === phase);
  return evaluated.decision().payments.flatMap(({ id, verdict, duePence, reasons }) => {
    const isOpen = reasons.some(({ code }) => code === 'claimed-elsewhere');
    const { kind } = version.ruleset.payments.find((one) => one.id === id) ?? {};
    const paid = here.filter(({ claim }) => claim.payment === id);
    const isPaid = kind === 'attachment' && verdict === 'met' && duePence === 0 && paid.length > 0;
    if (!isOpen && !isPaid) return [];
    const claims = (isOpen ? results(here) : paid).map(({ claim }) => claim.id);
    return [{ payment: id, code: 'claimed-elsewhere' as const, claims }];
  });
}

interface Deciding extends Looked {
  readonly judging: Judging;
  readonly answer: ReturnType<Evaluated['answer']>;
  readonly places: Places;
}

/** Why a payment has no room: it is for so many families at most, and this one was never claimed for. */
function withoutRoom({ id }: Payment, { judging, family, bearing, answer, places }: Deciding): Way[] {
  const { attachedOn } = answer;
  const { programme, phase } = judging.version.ruleset;
  const isHere = ({ claim }: Counting) =>
    claim.programme === programme && claim.phase === phase && claim.payment === id;
  if (attachedOn === null || bearing.own.some(isHere)) return [];
  const room = places.roomFor(id, family, { attachedOn, asOf: judging.asOf });
  return room === 'there-is' ? [] : [[room, []]];
}

/** What is due of each payment, and what the ledger holds back of it. */
function parted(deciding: Deciding): {
  readonly due: readonly DueClaim[];
  readonly held: readonly HeldBack[];
} {
  const { judging, answer } = deciding;
  const due: DueClaim[] = [];
  const held: HeldBack[] = [];
  for (const payment of judging.version.ruleset.payments) {
    const pence = answer.payments.find(({ id }) => id === payment.id)?.duePence ?? 0;
    if (pence <= 0) continue;
    const [first] = [...inTheWay(judging, payment, deciding), ...withoutRoom(payment, deciding)];
    if (first === undefined) due.push({ payment, pence });
    else held.push({ payment: payment.id, code: first[0], claims: first[1].map(({ claim }) => claim.id) });
  }
  return { due, held };
}

/** Judges one family with the claims of the ledger in its record. */
export async function judgeFamily(
  judging: Judging,
  document: unknown,
  { earlier, places }: Beside,
): Promise<Judged> {
  const read = ledgerFamily.safeParse(document);
  if (!read.success) return refusedWhole('family-invalid');
  const family: LedgerFamily = read.data;
  const { version, asOf, secondOpinion, authority } = judging;
  if (authority !== NATIONAL && family.localAuthority !== authority) return refusedWhole('other-authority');
  const bearing = earlier.on(family);
  // because a claim that was withdrawn would go on counting where the record has it still
  const ended = endedInLedger(family, bearing).filter(
    ({ claim }) => claim.programme === version.ruleset.programme && claim.phase === version.ruleset.phase,
  );
  if (ended.length > 0) return refusedWhole('record-differs', ended);
  const evaluated = evaluateWhole(version, withEarlier(family, bearing), { asOf, trace: 'summary' });
  if (!evaluated.ok) return refusedWhole('family-invalid');
  const { answer, computed, keepable } = evaluated.value;
  const said = answer();
  const mayBeElsewhere = bearing.elsewhere.length > 0 || (family.claims ?? []).length > 0;
  const elsewhere = mayBeElsewhere ? claimedElsewhere(evaluated.value, version, bearing) : [];
  const { due, held } = parted({ judging, family, bearing, answer: said, places });
  const told = {
    held: [...elsewhere, ...held],
    attachedOn: said.attachedOn,
    evaluated: evaluated.value,
    keepable,
  };
  if (due.length === 0) return { due, ...told };
  const { agree } = await secondOpinion(version.ruleset, computed());
  return agree ? { due, ...told } : refusedWhole('engines-disagree');
}
