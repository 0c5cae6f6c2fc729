import type { Reason } from '../decide/decision.ts';
import type { Due } from '../decide/payments.ts';
import type { PaymentCode } from '../decide/pots.ts';
import { FAMILY } from '../decide/run.ts';
import { ELIGIBILITY } from '../decide/slots.ts';
import { MET, NOT_APPLICABLE, UNKNOWN } from '../verdict.ts';
import type { Judged } from './deciding.ts';
import { reasonsFor } from './reasons.ts';
import { dayInWords, poundsInWords } from '../read/figures.ts';

/** A payment's own fact as a sentence. */
export function factOfPayment(code: PaymentCode, { run }: Judged, due: Due): string {
  switch (code) {
    case 'not-attached':
      return run.family.attachedOn === null
        ? 'the family is not attached'
        : 'the family was not attached by this day';
    case 'claim-window-closed':
      return 'it can no longer be claimed on this day';
    case 'no-price':
      return 'no price is in force for this family on the day that sets it';
    case 'claimed-elsewhere':
      return 'another authority has claimed a result for this family: a person must resolve it first';
    case 'already-claimed':
      return `${poundsInWords(due.claimed)} of ${poundsInWords(due.rate ?? 0)} was claimed before`;
    case 'pot-full':
      return 'the pot it is paid from has less left than the rate';
    case 'excluded-by':
      return 'another payment of the same pot excludes it';
  }
}

function attachedReason({ compiler, run }: Judged, due: Due): Reason {
  const route = compiler.ruleset.eligibility.routes.find(
    ({ id }) => compiler.slots.read(run, id, FAMILY) === MET,
  );
  const since = run.attachedOn === null ? '' : ` on ${dayInWords(run.attachedOn)}`;
  const by = route === undefined ? '' : ` by “${route.label}”`;
  return {
    code: 'attached-and-eligible',
    text: `the family was attached${since} and is eligible${by}`,
    node: due.id,
  };
}

/** Why a payment is due or not: its own facts first, then eligibility where that stands in the way, then its condition. */
export function paymentReasons(judged: Judged, due: Due): Reason[] {
  const { compiler, run } = judged;
  const attached = due.bit === MET ? [attachedReason(judged, due)] : [];
  const own = due.codes.map((code): Reason => ({
    code,
    text: factOfPayment(code, judged, due),
    node: due.id,
  }));
  const eligibility = compiler.slots.read(run, ELIGIBILITY, FAMILY);
  const eligible =
    eligibility === MET || eligibility === NOT_APPLICABLE
      ? []
      : [
          {
            code: eligibility === UNKNOWN ? 'eligibility-unknown' : 'not-eligible',
            text:
              eligibility === UNKNOWN
                ? 'it is not known whether the family is eligible'
                : 'the family is not eligible',
            node: ELIGIBILITY,
          },
        ];
  const payment = compiler.ruleset.payments.find(({ id }) => id === due.id);
  return [...attached, ...own, ...eligible, ...reasonsFor(judged, payment?.when)];
}
