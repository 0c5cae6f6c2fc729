import { nearest, type Payment, poundsInWords, type Ruleset } from '../../engine/index.ts';
import type { Finding } from '../problem.ts';
import { Refusal } from '../governance/refusal.ts';
import { againstLedger, type ProposingDeps } from './against-ledger.ts';
import type { LedgerFamily } from './family.ts';
import { Gathering, writeProposed } from './gathering.ts';
import { type HeldCode, type Judged, judgeFamily } from './judge.ts';
import { type ClaimRun, cohortOfRun, requireState, runIn } from './run.ts';

export interface OneAsked {
  readonly family: LedgerFamily;
  readonly payment: string;
  /** What the claim is believed to be of, compared with what the decision says; in pence. */
  readonly pence?: number | undefined;
}

const heldWords: Readonly<Record<HeldCode, string>> = {
  'claimed-elsewhere':
    'another authority has claimed a result for this family: a person must resolve it first',
  'shared-child':
    'a result was claimed for another family with the same child: a person must resolve it first',
  'other-phase': 'a result of the other phase was claimed for this family: a person must resolve it first',
  'other-rules':
    'a claim of this phase was made for this family under other rules: go on under those, or withdraw it',
  'other-authority': 'the record names another local authority: only that one claims for the family',
  'later-claim': 'a claim for this family is dated later: claims are made in the order of their days',
  'clawed-back': 'some of it was paid and clawed back: claim it for this family by itself if it is due again',
  'record-differs':
    'the record lists a claim that was withdrawn or clawed back whole: take it out of the record',
  'families-full': 'the authority has claimed this payment for as many families as the version pays it for',
  'families-unknown': 'the version has no value for how many families it pays on that day',
  'engines-disagree': 'the two engines do not agree, so nothing is decided',
  'family-invalid': 'the family cannot be read under this version',
};

export function heldText(code: HeldCode): string {
  return heldWords[code];
}

/** Why nothing is due of a payment that is met. */
const spent = ['already-claimed', 'pot-full', 'excluded-by'];

function unknownPayment(payments: readonly Payment[], payment: string): Finding {
  const suggestion = nearest(
    payment,
    payments.map(({ id }) => id),
  );
  const message = `the version has no payment \`${payment}\``;
  const finding = { code: 'unknown-payment', pointer: '/payment', message };
  return suggestion === undefined ? finding : { ...finding, suggestion };
}

/** Why what is asked cannot be claimed; nothing where it can. */
function whyNot(
  { due, held, evaluated }: Judged,
  { payment, pence }: OneAsked,
  { payments }: Pick<Ruleset, 'payments'>,
): Finding[] {
  const [stopped] = held.filter((one) => one.payment === '' || one.payment === payment);
  if (stopped !== undefined)
    return [{ code: stopped.code, pointer: '/family', message: heldText(stopped.code) }];
  if (!payments.some(({ id }) => id === payment)) return [unknownPayment(payments, payment)];
  const found = due.find((one) => one.payment.id === payment);
  if (found === undefined) {
    const said = evaluated?.decision().payments.find(({ id }) => id === payment);
    const all = said?.reasons ?? [];
    // because of a payment that is met the rest says why it is, and not why nothing of it is left
    const reasons = said?.verdict === 'met' ? all.filter(({ code }) => spent.includes(code)) : all;
    const own = reasons.length === 0 ? [{ code: 'nothing-due', text: 'nothing of it is due' }] : reasons;
    return own.map(({ code, text }) => ({ code, pointer: '/payment', message: text }));
  }
  if (pence === undefined || pence === found.pence) return [];
  const message = `\`${poundsInWords(pence)}\` was given, and the version makes it \`${poundsInWords(found.pence)}\``;
  return [{ code: 'other-amount', pointer: '/pence', message, suggestion: String(found.pence) }];
}

/** Proposes one payment of one family that is sent. Throws a `Refusal` with why it cannot be claimed. */
export async function proposeOne(deps: ProposingDeps, run: ClaimRun, asked: OneAsked): Promise<ClaimRun> {
  const { principal, judging, ids } = deps;
  requireState(run, 'proposing');
  if (cohortOfRun(run) !== null)
    throw new Refusal('claim-run-not-open', {
      detail: 'the run is over a cohort, and proposes the families of that alone',
    });
  return againstLedger(deps, [asked.family], {
    make: async (beside) => {
      const judged = await judgeFamily({ ...judging, isAsked: true }, asked.family, beside);
      const findings = whyNot(judged, asked, judging.version.ruleset);
      if (findings.length > 0) throw new Refusal('claim-refused', { findings });
      const gathering = new Gathering(run, ids);
      const due = judged.due.filter(({ payment }) => payment.id === asked.payment);
      gathering.propose(asked.family, { ...judged, due });
      return gathering.proposed;
    },
    write: async (tx, proposed) => {
      const now = await runIn(tx, run.id, principal);
      requireState(now, 'proposing');
      tx.record({ action: 'claims-proposed', subject: run.id, detail: { claims: 1, held: 0 } });
      await writeProposed(tx, principal, proposed);
      return tx.update('claimRun', run.id, { done: now.done + 1 });
    },
  });
}
